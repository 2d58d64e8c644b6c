import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extractFacts } from "../../../src/core/memory/extract.ts";
import { sensitive } from "../../../src/core/memory/importance.ts";
import { fold } from "../../../src/core/memory/terms.ts";
import { now } from "./person.ts";
import { apart, familiar, type Statement } from "./statements.ts";

const told = (said: string): readonly string[] =>
  extractFacts(said, { now }).map(({ about, attribute, value }) => fold(`${about}.${attribute}=${value}`));

function measure(statements: readonly Statement[]): { readonly precision: number; readonly recall: number } {
  const counts = statements.map((statement) => {
    const found = told(statement.said);
    const wanted = statement.told.map(fold);
    return { found: found.length, wanted: wanted.length, right: wanted.filter((fact) => found.includes(fact)).length };
  });
  const sum = (key: "found" | "wanted" | "right"): number => counts.reduce((total, count) => total + count[key], 0);
  return { precision: sum("right") / sum("found"), recall: sum("right") / sum("wanted") };
}

describe.each([
  ["lines the grammar was made with", familiar],
  ["lines written apart from it", apart],
])("on %s", (_, statements) => {
  test("of what is kept 95 % is right, and of what is told 80 % is kept", () => {
    const { precision, recall } = measure(statements);
    expect(precision).toBeGreaterThanOrEqual(0.95);
    expect(recall).toBeGreaterThanOrEqual(0.8);
  });
});

test("the labelled lines are enough to mean something", () => {
  const all = [...familiar, ...apart];
  expect(all.length).toBeGreaterThanOrEqual(300);
  expect(all.filter((line) => line.told.length === 0).length).toBeGreaterThanOrEqual(60);
});

test("every fact carries the words that support it, letter by letter, and weighs between 0 and 1", () => {
  for (const { said } of [...familiar, ...apart])
    for (const { span, value, importance, confidence } of extractFacts(said, { now })) {
      expect(said).toContain(span);
      expect(span).toContain(value);
      const parts = Object.values(importance.components).reduce((sum, part) => sum + part, 0);
      expect(importance.score).toBeCloseTo(Math.min(1, parts), 5);
      expect(confidence).toBeGreaterThan(0);
    }
});

const pieces = fc.constantFrom(
  ...[
    "my",
    "name",
    "is",
    "dog",
    "Rex",
    "and",
    ",",
    ".",
    "ich",
    "heiße",
    "mein",
    "Hund",
    "not",
    "allergic to",
    "I'm",
    "I",
    "have a",
    "called",
  ],
  ...["34", "?", "“", "”", '"', "in", "Leeds", "Ḿ", "İ", "😀", "\n", "gegen", "der", "who", "her", "’s"],
);

test("no message makes it throw, and none makes it keep what was not said", () => {
  const words = fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }).map((parts) => parts.join(" "));
  fc.assert(
    fc.property(words, (said) => {
      for (const { span } of extractFacts(said, { now })) expect(said).toContain(span);
    }),
    { numRuns: 300 },
  );
});

test.each(["my ", "I have a ", ", ", "and ", "ich habe ein ", '" ', "the name of my ", "a"])(
  "a message of nothing but %j is read in bounded time",
  (words) => {
    const started = performance.now();
    extractFacts(words.repeat(20_000), { now });
    expect(performance.now() - started).toBeLessThan(2_000);
  },
);

test("a message is read in about a millisecond", () => {
  for (const { said } of familiar) extractFacts(said, { now });
  const started = performance.now();
  for (const { said } of familiar) extractFacts(said, { now });
  expect((performance.now() - started) / familiar.length).toBeLessThan(3);
});

test("emphasis makes a fact weigh more", () => {
  const [plain] = extractFacts("my locker code is 4417", { now });
  const [stressed] = extractFacts("remember that my locker code is 4417", { now });
  expect(stressed?.importance.score).toBeGreaterThan(plain?.importance.score ?? 1);
});

test.each([
  ["I'm allergic to peanuts", true],
  ["I was diagnosed with epilepsy", true],
  ["I'm gay", true],
  ["I'm Catholic", true],
  ["My salary is 40000 euros", true],
  ["Ich bin schwanger", true],
  ["my dog is called Rex", false],
  ["I live in Leeds", false],
])("%j is a private matter: %s", (said, expected) => {
  const facts = extractFacts(said, { now });
  expect(facts.length).toBeGreaterThan(0);
  expect(facts.some(sensitive)).toBe(expected);
});
