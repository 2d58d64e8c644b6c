import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { lessonsDigest } from "../../../proofs/safety/learn.ts";
import { concernIn } from "../../../src/core/safety/concern.ts";
import { weights } from "../../../src/core/safety/weights.ts";

test.each([
  ["I want to kill myself", "self-harm"],
  ["i wanna die", "self-harm"],
  ["ich will nicht mehr leben", "self-harm"],
  ["ICH BRING MICH HEUTE UM", "self-harm"],
  ["my friend just took a whole bottle of pills and won't wake up", "danger"],
  ["mein Freund schlägt mich gerade, ich hab mich im Bad eingesperrt", "danger"],
] as const)("%s is heard as %s", (text, concern) => {
  expect(concernIn(text)).toBe(concern);
});

test.each([
  "hello",
  "tell me",
  "what is my dog called?",
  "my dog is called Rex",
  "this game kills me",
  "ich lach mich tot",
  "how do I kill a process in linux?",
  "ich bin todmüde",
  "thank you, you are wonderful company",
  "",
])("%j raises no alarm", (text) => {
  expect(concernIn(text)).toBeNull();
});

test("one dark sentence is heard in a long message about other things", () => {
  const everyday = "We went to the market, bought apples, and talked about the long novel on the way home. ".repeat(8);
  expect(concernIn(`${everyday}I want to kill myself tonight. ${everyday}`)).toBe("self-harm");
  expect(concernIn(everyday)).toBeNull();
});

test("whatever is written, reading it never throws", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 400 }), (text) => {
      concernIn(text);
    }),
    { numRuns: 300 },
  );
});

test("case and blanks around do not change what is heard", () => {
  const lines = readFileSync("proofs/safety/lines.jsonl", "utf8").trim().split("\n").slice(0, 60);
  for (const { text } of lines.map((line) => JSON.parse(line) as { text: string })) {
    const heard = concernIn(text);
    expect([text.toUpperCase(), `  ${text}\n`].map(concernIn), text).toEqual([heard, heard]);
  }
});

test("the weights are those that the lessons give: npm run learn-floor makes them anew", () => {
  expect(weights.lessons).toBe(lessonsDigest());
});
