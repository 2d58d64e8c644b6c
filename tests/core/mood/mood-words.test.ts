import fc from "fast-check";
import { expect, test } from "vitest";
import { moodWords } from "../../../src/core/mood/mood-words.ts";
import { baseline } from "../../../src/core/mood/next-mood.ts";

test("at rest it is calm and content", () => {
  expect(moodWords(baseline, "en")).toBe("calm and content");
  expect(moodWords(baseline, "de")).toBe("ruhig und zufrieden");
});

test("the words follow the mood", () => {
  const said = [-0.3, 0, 0.2, 0.7].map((valence) => moodWords({ valence, energy: 0.2 }, "en"));
  expect(new Set(said).size).toBe(4);
  expect(moodWords({ valence: 0.7, energy: 0.9 }, "en")).toBe("cheerful");
});

test("every mood has words", () => {
  const moods = fc.record({ valence: fc.double({ min: -1, max: 1 }), energy: fc.double({ min: 0, max: 1 }) });
  fc.assert(fc.property(moods, fc.constantFrom("en", "de"), (mood, locale) => moodWords(mood, locale).length > 3));
});
