import { describe, expect, test } from "vitest";
import { readQuestion } from "../../../src/core/memory/question.ts";
import { type Asked, apart, familiar } from "./questions.ts";

const german = /[äöüß]|(?<!\p{L})(?:ich|mein\p{L}*|wie|wer|wo|was|wann|du|unsere)(?!\p{L})/iu;

const reading = (said: string): string =>
  Object.values(readQuestion(said, german.test(said) ? "de" : "en") ?? {}).join(" ");

const share = (asked: readonly Asked[]): number =>
  asked.filter(({ said, read }) => reading(said) === read).length / asked.length;

describe("questions to memory", () => {
  test.each(familiar.map(({ said, read }) => [said, read] as const))("%s", (said, read) => {
    expect(reading(said)).toBe(read);
  });

  test("of those written apart from the grammar nine in ten are read right", () => {
    expect(share(apart)).toBeGreaterThanOrEqual(0.9);
  });

  test("are read whatever the language of the room", () => {
    expect(readQuestion("wie heißt mein Hund?", "en")).toEqual({ type: "slot", about: "dog", attribute: "name" });
    expect(readQuestion("what is my dog called?", "de")).toEqual({ type: "slot", about: "dog", attribute: "name" });
  });
});
