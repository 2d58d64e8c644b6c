import { expect, test } from "vitest";
import { heard } from "../../../src/core/conversation/heard.ts";
import type { AskKey, TurnId } from "../../../src/core/session.ts";

test("of what was heard the newest ten thousand are known by their keys, and the oldest are forgotten", () => {
  const known = heard();
  const key = (at: number): AskKey => `k${at}` as AskKey;
  for (let at = 0; at <= 10_000; at += 1) known.note(key(at), `turn-${at}` as TurnId);
  expect([0, 1, 10_000, 10_001].map((at) => known.turnOf(key(at)))).toEqual([null, "turn-1", "turn-10000", null]);
});
