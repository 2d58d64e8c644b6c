import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanGrowing, cleanInput, cleanOutput } from "../../../src/platforms/console/clean.ts";

const obeyed = /(?![\n\t])\p{Cc}/u;
const turning = /[\u202a-\u202e\u2066-\u2069]/;
const nasty = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "\x1b[31m",
        "\x1b]0;t\x07",
        "\x1b",
        "\x9b",
        "\x9d",
        "[",
        "m",
        "\0",
        "\r\n",
        "\r",
        "\ud83d",
        "\ude00",
        "\u202e",
        "😀",
        "\n",
        "\t",
      ),
      fc.string({ unit: "binary" }),
    ),
  )
  .map((parts) => parts.join(""));

test("what is shown holds nothing that a terminal obeys, and no half character", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      const clean = cleanOutput(text);
      expect(clean).not.toMatch(obeyed);
      expect(clean).not.toMatch(turning);
      expect(clean).not.toMatch(/\p{Surrogate}/u);
      expect(cleanOutput(clean)).toBe(clean);
    }),
  );
});

test("the clean form of a growing text only grows", () => {
  fc.assert(
    fc.property(nasty, (text) => {
      for (let end = 0; end <= text.length; end += 1)
        expect(cleanOutput(text).startsWith(cleanGrowing(text.slice(0, end)))).toBe(true);
    }),
  );
});

test("two halves with a colour between them were never one character", () => {
  expect(cleanOutput("\ud83d\x1b[31m\ude00")).toBe("\ufffd\ufffd");
});

test("what is read holds no control character, and text without any is read as it is", () => {
  fc.assert(
    fc.property(nasty, fc.string({ unit: "grapheme" }), (text, plain) => {
      expect(cleanInput(text).text).not.toMatch(obeyed);
      fc.pre(!obeyed.test(plain));
      expect(cleanInput(plain)).toEqual({ text: plain, removed: 0 });
    }),
  );
});

test.each([
  ["a colour", "a\x1b[31mb\x1b[0m", "ab", 2],
  ["a cursor movement of one byte", "a\x9b2Jb", "ab", 1],
  ["a window title", "a\x1b]0;title\x07b\x1b]2;t\x1b\\c", "abc", 2],
  ["an unfinished title: only its introducer", "a\x1b]b", "a]b", 1],
  ["a character set", "a\x1b(Bb\x1b7c", "abc", 2],
  ["a bare escape: the word after it stays", "\x1bPriya", "Priya", 1],
  ["NUL, bell and delete", "a\0b\x07c\x7f", "abc", 3],
  ["tabs stay", "a\tb", "a\tb", 0],
  ["half of a pair", "a\ud83db", "a\ufffdb", 0],
])("taken out of what a person writes: %s", (_name, text, clean, removed) => {
  expect(cleanInput(text)).toEqual({ text: clean, removed });
});
