import fc from "fast-check";
import { expect, test } from "vitest";
import { termsOf, wordsOf } from "../../../src/core/memory/terms.ts";

const text = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ unit: "binary" }), fc.lorem());

test("terms are folded, never empty, and made of letters and digits alone", () => {
  fc.assert(
    fc.property(text, (words) => {
      for (const term of termsOf(words)) expect(term).toMatch(/^[\p{L}\p{N}_]+$/u);
    }),
  );
});

test("the same words give the same terms in the same order, whatever their case and accents", () => {
  fc.assert(
    fc.property(fc.lorem(), (words) => {
      expect(termsOf(words.toUpperCase())).toEqual(termsOf(words));
    }),
  );
  expect(termsOf("Crème Brûlée")).toEqual(termsOf("creme brulee"));
});

test.each([
  ["dogs", "dog"],
  ["puppies", "puppy"],
  ["lives", "living"],
  ["Tom's", "Tom"],
  ["Hunde", "Hund"],
  ["Katzen", "Katze"],
  ["Schwestern", "Schwester"],
  ["Nüsse", "Nuss"],
  ["Straße", "STRASSE"],
  ["l'eau", "eau"],
])("%s and %s are one term", (one, other) => {
  expect(termsOf(one)).toEqual(termsOf(other));
});

test("words that say nothing are left out, and neighbours are bound together", () => {
  expect(termsOf("What is the colour of my car?")).toEqual(["colour", "car", "colour_car"]);
  expect(termsOf("wie ist das mit der und die")).toEqual([]);
});

test("scripts without spaces are cut into runs of three", () => {
  expect(termsOf("我的狗叫小白")).toEqual(expect.arrayContaining(["我的狗", "的狗叫"]));
  expect(termsOf("Rex是狗")).toEqual(expect.arrayContaining(["rex", "是狗"]));
});

test("words keep what is not content", () => {
  expect(wordsOf("My dog's name")).toEqual(["my", "dog", "name"]);
});
