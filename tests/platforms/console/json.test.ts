import { Readable } from "node:stream";
import { expect, test } from "vitest";
import type { Receipt } from "../../../src/core/reply.ts";
import { replyOf, run } from "./harness.ts";

const events = (text: string): unknown[] =>
  text
    .split("\n")
    .slice(0, -1)
    .map((line) => JSON.parse(line));

const receipt: Receipt = {
  provider: "ollama",
  model: "llama3.2:3b",
  inputTokens: 10,
  outputTokens: 2,
  usd: null,
  firstTokenMs: 12,
  memories: ["m-1"],
};

test("every event is one JSON object on the output, in order, and the errors stay empty", async () => {
  const { adapter, output, errors } = await run({
    input: Readable.from([Buffer.from("hi\n\nx\u0001\n")]),
    json: true,
    interactive: true,
    banner: () => ["Familiar"],
    answer: async (live, ask) => {
      live.status("thinking");
      live.show(`You said`);
      await live.finish(replyOf(`You said ${ask.text}`, { receipt, notices: [{ code: null, text: "Noted." }] }));
    },
  });
  await adapter.ended;
  expect(events(output.text())).toEqual([
    { type: "notice", text: "Familiar" },
    { type: "reply", text: "You said hi", turn: expect.any(String), receipt },
    { type: "notice", text: "Noted." },
    { type: "notice", code: "E-INPUT-EMPTY", text: expect.any(String) },
    { type: "notice", code: "E-INPUT-CONTROL", text: expect.any(String) },
    { type: "reply", text: "You said x", turn: expect.any(String), receipt },
    { type: "notice", text: "Noted." },
  ]);
  expect(errors.text()).toBe("");
});

test("a line that is too long is answered by a reply without turn and receipt", async () => {
  const { adapter, output } = await run({ input: Readable.from([Buffer.from("x".repeat(20_000))]), json: true });
  await adapter.ended;
  const [event] = events(output.text());
  expect(event).toMatchObject({ type: "reply", turn: null, receipt: null });
  expect(event).toMatchObject({ text: expect.stringMatching(/\[E-INPUT-TOO-LONG\]$/) });
});

test("the text is exact, and still no byte of it moves a terminal", async () => {
  const body = "a\r\n\x1b[31m\x9b2J\x7f\u2028\u202eb 😀";
  const { adapter, output } = await run({
    input: Readable.from([Buffer.from("hi")]),
    json: true,
    answer: (live) => live.finish(replyOf(body)),
  });
  await adapter.ended;
  expect(events(output.text())).toMatchObject([{ type: "reply", text: body }]);
  expect(output.text()).toMatch(/^[^\p{Cc}\u2028\u202e]*\n$/u);
});
