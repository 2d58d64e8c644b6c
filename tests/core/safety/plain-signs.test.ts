import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { signIn } from "../../../src/core/safety/plain-signs.ts";
import type { Concern } from "../../../src/core/session.ts";
import { concerning, harmless } from "./lines.ts";

const dark = Object.entries(concerning).flatMap(([concern, lines]) => lines.map((line) => ({ concern, line })));
const everyLine = [...dark.map(({ line }) => line), ...harmless];
const aLine = fc.constantFrom(...everyLine);

describe("the lines at hand", () => {
  test("at least 95 of 100 dark lines are heard", () => {
    const missed = dark.filter(({ line }) => signIn(line) === null);
    expect(missed.length / dark.length, JSON.stringify(missed)).toBeLessThanOrEqual(0.05);
  });

  test("at most 5 of 100 look-alikes raise an alarm", () => {
    const alarms = harmless.filter((line) => signIn(line) !== null);
    expect(alarms.length / harmless.length, JSON.stringify(alarms)).toBeLessThanOrEqual(0.05);
  });

  test("what is heard is heard as what it is, danger or self-harm", () => {
    const mistaken = dark.filter(({ concern, line }) => ![concern, null].includes(signIn(line)));
    expect(mistaken.length / dark.length, JSON.stringify(mistaken)).toBeLessThanOrEqual(0.03);
  });
});

const heard: readonly (readonly [string, Concern | null])[] = [
  ["I'm writing a novel. I want to die.", "self-harm"],
  ["In my novel the hero says he wants to die.", null],
  ["I'm not going to kill myself, I just wish I was dead", "self-harm"],
  ["I used to want to kill myself, years ago, and I'm doing great now", null],
  ["I tried to kill myself two years ago and the thoughts are back, I want to do it again", "self-harm"],
  ["My mom is going to kill me when she sees this", null],
  ["he said he's going to kill me and he's outside with a knife", "danger"],
  ['I keep thinking "I want to die"', "self-harm"],
  ['the song "I want to die" is on the radio', null],
  ["Mein Ex droht mich umzubringen", "danger"],
  ["ich will mich umbringen", "self-harm"],
];

test.each(heard)("%s is heard as %s", (line, concern) => {
  expect(signIn(line)).toBe(concern);
});

describe("whatever is written", () => {
  test("it never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => signIn(text) !== undefined));
  });

  test("case and blanks around do not matter", () => {
    fc.assert(
      fc.property(aLine, fc.constantFrom("", " ", "\n", "\t  "), (line, blank) => {
        const found = signIn(line);
        expect(signIn(line.toUpperCase())).toBe(found);
        expect(signIn(`${blank}${line.toLowerCase()}${blank}`)).toBe(found);
      }),
    );
  });

  test("umlauts may be written out", () => {
    const letters: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss" };
    for (const line of everyLine)
      expect(signIn(line.replace(/[äöüß]/g, (letter) => letters[letter] ?? letter)), line).toBe(signIn(line));
  });

  test("a harmless paragraph before a dark sentence does not hide it", () => {
    for (const { line } of dark)
      if (signIn(line) !== null)
        expect(signIn(`We had soup and talked about the garden.\n\n${line}`), line).not.toBeNull();
  });
});
