import fc from "fast-check";
import { expect, test } from "vitest";
import { wrap, wrapper } from "../../../src/platforms/console/wrap.ts";
import { widthOf } from "../../../src/platforms/shared/width.ts";

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const graphemes = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);
const columns = (text: string): number => graphemes(text).reduce((sum, grapheme) => sum + widthOf(grapheme), 0);
const bare = (text: string): string => text.replaceAll(/[ \t\n]+/g, "");

const piece = fc.constantFrom(
  "a",
  "word",
  "ein längeres",
  " ",
  "  ",
  "\n",
  "\t",
  "日本",
  "。",
  "👩‍👩‍👧",
  "🇩🇪",
  "e\u0301",
  "한글",
  "👍🏽",
  ",",
  "x".repeat(30),
);
const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(""));
const width = fc.integer({ min: 4, max: 30 });

test("no line is wider than the margins allow, its indent aside", () => {
  fc.assert(
    fc.property(text, width, (said, wide) => {
      for (const line of wrap(said, { indent: "", width: () => wide }).split("\n"))
        expect(columns(line)).toBeLessThanOrEqual(wide);
    }),
  );
});

test("nothing is lost, and no grapheme is cut", () => {
  fc.assert(
    fc.property(text, width, (said, wide) => {
      const wrapped = wrap(said, { indent: "     ", width: () => wide });
      expect(bare(wrapped)).toBe(bare(said));
      expect(graphemes(bare(wrapped))).toEqual(graphemes(bare(said)));
    }),
  );
});

test("a text written in pieces is wrapped like a whole one", () => {
  fc.assert(
    fc.property(text, width, fc.array(fc.nat(), { maxLength: 8 }), (said, wide, places) => {
      const margins = { indent: "     ", width: () => wide };
      const characters = Array.from(said);
      const ends = places.map((place) => place % (characters.length + 1)).sort((a, b) => a - b);
      const cuts = [0, ...ends, characters.length];
      const lines = wrapper(margins);
      const written = cuts.slice(1).map((end, index) => lines.write(characters.slice(cuts[index], end).join("")));
      expect(written.join("") + lines.end()).toBe(wrap(said, margins));
    }),
  );
});

test("a word is broken only where it is longer than a line", () => {
  const word = fc.stringMatching(/^[a-z]{1,12}$/);
  fc.assert(
    fc.property(fc.array(word), (words) => {
      const wrapped = wrap(words.join(" "), { indent: "", width: () => 12 });
      expect(wrapped.split(/\s/).filter((part) => part !== "")).toEqual(words);
    }),
  );
});

test("a long text takes no more than its time", () => {
  const wrapped = wrap(`${"x".repeat(200_000)} ${"word ".repeat(40_000)}`, { indent: "", width: () => 80 });
  expect(wrapped.split("\n").length).toBeGreaterThan(4_000);
});

test.each([
  ["one two three", "  one two\n  three"],
  ["one\n\n  code();", "  one\n\n    code();"],
  ["abcdefghijkl", "  abcdefghij\n  kl"],
  ["日本語の文章です。", "  日本語の文\n  章です。"],
  ["日本語文章。", "  日本語文\n  章。"],
])("%j is laid out as people expect", (said, laidOut) => {
  expect(wrap(said, { indent: "  ", width: () => 10 })).toBe(laidOut);
});
