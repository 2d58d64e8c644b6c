import fc from "fast-check";
import { expect, test } from "vitest";
import { fewWords } from "../../../src/core/conversation/few-words.ts";

test.each([
  ["what's my dog's name?", "what's my dog's name?"],
  ["  two\n\nlines\there ", "two lines here"],
  ["one two three four five six seven eight", "one two three four five six seven…"],
  ["well, you know, I wanted to ask, whether, maybe", "well, you know, I wanted to ask…"],
  ["", ""],
])("%j is said in few words as %j", (text, few) => {
  expect(fewWords(text)).toBe(few);
});

test("whatever was said, it is one short line without half a sign", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => {
      const few = fewWords(text);
      expect([...few].length).toBeLessThanOrEqual(49);
      expect(few).not.toMatch(/[\n\r\p{Cc}]/u);
      expect(few).not.toMatch(/\p{Cs}/u);
    }),
  );
});
