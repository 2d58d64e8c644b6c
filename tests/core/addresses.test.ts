import fc from "fast-check";
import { expect, test } from "vitest";
import { addressesIn, isAmong } from "../../src/core/addresses.ts";

const among = (said: string, shown: string): boolean => isAmong(addressesIn(said))(shown);

test.each([
  ["https://a.test/b", "https://a.test/b"],
  ["See https://a.test/b.", "https://a.test/b"],
  ["[here](https://a.test/b)", "https://a.test/b"],
  ["**https://a.test/b**", "https://a.test/b"],
  ["<https://a.test/b>", "https://a.test/b"],
  ["(see https://a.test/Rex_(dog)).", "https://a.test/Rex_(dog)"],
  ["HTTPS://A.Test:443", "https://a.test/"],
])("what stands in %j is known as %s", (said, shown) => {
  expect(among(said, shown)).toBe(true);
});

test.each([
  ["https://a.test/b", "https://a.test/"],
  ["https://a.test/b", "https://a.test/b?c=secret"],
  ["https://a.test/b", "https://a.test/b#secret"],
  ["https://a.test/b?c=d", "https://a.test/b?c=e"],
  ["https://a.test/b", "https://a.test/b/c"],
  ["https://a.test/b", "http://a.test/b"],
  ["https://a.test/b", "https://a.test:8443/b"],
  ["https://a.test/b", "https://b.a.test/b"],
  ["https://a.test@b.test/", "https://a.test@b.test/"],
  ["javascript://a.test/b", "javascript://a.test/b"],
  ["a.test", "https://a.test/"],
])("who has said %j has not said %s", (said, shown) => {
  expect(among(said, shown)).toBe(false);
});

test("what is known was said, to the letter, and any text can be read", () => {
  const said = fc.array(fc.constantFrom("https://a.test", "/", "b", "?", "=", "#", ".", ")", "@", " ", "\ud83d", ":"));
  fc.assert(
    fc.property(said, fc.webUrl({ withQueryParameters: true, withFragments: true }), (pieces, made) => {
      const text = pieces.join("");
      expect(among(text, made)).toBe(false);
      expect(among(`${text} ${made} ${text}`, made)).toBe(true);
    }),
  );
});
