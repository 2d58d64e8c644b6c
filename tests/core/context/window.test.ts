import fc from "fast-check";
import { estimateTokenCount } from "tokenx";
import { expect, test } from "vitest";
import { recentWithin } from "../../../src/core/context/window.ts";
import type { MessageId, PersonId, SessionId, TurnId } from "../../../src/core/session.ts";
import type { StoredMessage } from "../../../src/core/storage.ts";

const message = (text: string, index: number): StoredMessage => ({
  id: `m${index}` as MessageId,
  session: "s" as SessionId,
  turn: `t${index}` as TurnId,
  role: index % 2 ? "assistant" : "user",
  person: "p" as PersonId,
  authorName: "Priya",
  scope: { kind: "person", person: "p" as PersonId },
  text,
  tokens: estimateTokenCount(text),
  terms: [],
  recallable: true,
  at: new Date(index),
});

const conversations = fc.array(fc.string({ maxLength: 400 }), { maxLength: 60 }).map((texts) => texts.map(message));

test("what is sent never exceeds the budget, and it is always the newest unbroken stretch", () => {
  fc.assert(
    fc.property(conversations, fc.integer({ min: 10, max: 4000 }), fc.string(), (messages, budget, fixed) => {
      const kept = recentWithin(messages, { budget, fixed: [fixed] });
      const tokens = kept.reduce((sum, one) => sum + one.tokens, 0);
      expect(kept.length === 0 || tokens + estimateTokenCount(fixed) <= budget).toBe(true);
      expect(kept).toEqual(messages.slice(messages.length - kept.length));
    }),
  );
});

test("a window with room to spare keeps the whole conversation", () => {
  const messages = ["hello", "hi there", "how are you?"].map(message);
  expect(recentWithin(messages, { budget: 8000, fixed: [] })).toEqual(messages);
});
