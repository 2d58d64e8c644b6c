import { expect, test } from "vitest";
import { placeKey } from "../../../src/core/session.ts";
import { type Reading, toAsk } from "../../../src/platforms/console/inbound.ts";

const reading: Reading = {
  session: "run-1",
  number: 7,
  author: { id: "me", name: "Priya" },
  locale: "en",
  sentAt: new Date(0),
  messageCharacters: 10,
};
const hear = (text: string, more: Partial<Reading> = {}) =>
  toAsk({ text, length: text.length, whole: true }, { ...reading, ...more });

test("a line is a direct message of whoever runs the program", () => {
  const { ask, refusal, notices } = hear("hi there");
  expect(ask).toMatchObject({
    type: "message",
    addressing: "direct",
    text: "hi there",
    key: "console/run-1/7",
    locale: "en",
  });
  expect(ask && [placeKey(ask.place), ask.room.kind, ask.author.name]).toEqual([
    "console//console/",
    "direct",
    "Priya",
  ]);
  expect([refusal, notices]).toEqual([null, []]);
});

test("a command stays the text that it is", () => {
  expect(hear("/help").ask).toMatchObject({ type: "message", text: "/help" });
});

test("a message is measured in characters that people count, not in bytes or halves", () => {
  expect(hear("😀".repeat(10)).ask?.text).toBe("😀".repeat(10));
  expect(hear("😀".repeat(11)).refusal).toMatch(/11 characters/);
});

test("control characters do not count against the limit", () => {
  expect(hear(`\x1b[1m${"x".repeat(10)}\x1b[0m`).ask?.text).toBe("x".repeat(10));
});

test("a line of which only the beginning is known is refused with its true length", () => {
  expect(toAsk({ text: "x".repeat(5), length: 1_234_567, whole: false }, reading).refusal).toMatch(/1,234,567/);
});

test("what a person hears is in their language", () => {
  expect(hear("", { locale: "de" }).notices).toMatchObject([
    { code: "E-INPUT-EMPTY", text: expect.stringMatching(/Zeile/) },
  ]);
  expect(hear("x".repeat(11_111), { locale: "de" }).refusal).toMatch(/11\.111 Zeichen.*\[E-INPUT-TOO-LONG\]$/);
});
