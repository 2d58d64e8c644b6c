import fc from "fast-check";
import { expect, test } from "vitest";
import { nearest } from "../../src/core/nearest.ts";

const names = ["journal", "weather", "mood", "help", "session"];

test.each([
  ["wether", "weather"],
  ["jounral", "journal"],
  ["HELP", "help"],
  ["sesion", "session"],
  ["moood", "mood"],
])("%s was probably meant as %s", (typed, meant) => expect(nearest(typed, names)).toBe(meant));

test.each(["", "shrug", "usr/bin", "dance"])("%j resembles nothing", (typed) =>
  expect(nearest(typed, names)).toBeNull(),
);

test("a name is nearest to itself, and one letter too many does not hide it", () => {
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.nat(), fc.constantFrom("x", "q"), (name, at, letter) => {
      const place = at % (name.length + 1);
      expect(nearest(name, names)).toBe(name);
      expect(nearest(name.slice(0, place) + letter + name.slice(place), names)).toBe(name);
    }),
  );
});
