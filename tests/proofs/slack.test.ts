import { describe, expect, test } from "vitest";
import type { Facts } from "../../proofs/checker/facts.ts";
import { check } from "../../proofs/checker.ts";
import { toHistory } from "../../proofs/platforms/slack/history.ts";
import type { MessageSaid } from "../doubles/mock-platform/records.ts";
import type { BotMessage, MessageState } from "../doubles/slack/records.ts";
import { aRun } from "./a-run.ts";

describe("a platform that says again what was not taken", () => {
  /** Two messages of one place, the second answered first; then the place's history may be read. */
  const overtaken = ({ isDeleted = false, isRead = false } = {}): Facts => {
    const run = aRun();
    const both = [run.says("T1"), run.says("T2")] as const;
    if (isDeleted) run.deletes(both[0]);
    if (isRead) run.requests({ kind: "history" });
    for (const [at, said] of [...both.entries()].toReversed()) {
      const token = `T${at + 1}`;
      run.posts(said, `re:${token} c${run.calls(token).serial}.0 end:${token}`);
      run.keeps(said);
    }
    return run.facts({ crossingMs: 0 });
  };

  test("keeps no order, where the first was not taken before the second was offered", () => {
    const facts = overtaken();
    const [first, ...rest] = facts.history.offers;
    if (!first) throw new Error("nothing was offered");
    const again = { ...first, envelope: "again", at: 60_000, acknowledgedAt: 60_000 };
    const offers = [{ ...first, acknowledgedAt: null }, ...rest, again];
    expect(check({ ...facts, history: { ...facts.history, offers } }).figures.disorder).toBe(0);
  });

  test("keeps it otherwise", () => {
    expect(check(overtaken()).figures.disorder).toBe(1);
  });

  /** The first is taken when it is said again, the second from the history: its own event comes later still. */
  const readMeanwhile = (isDeleted: boolean): number => {
    const facts = overtaken({ isDeleted, isRead: true });
    const { offers, ...history } = facts.history;
    const [first, second, ...rest] = offers;
    if (!first || !second) throw new Error("nothing was offered");
    const taken = [
      { ...first, at: 51_000, acknowledgedAt: 51_000 },
      { ...second, at: 60_000, acknowledgedAt: 60_000 },
    ];
    return check({ ...facts, history: { ...history, offers: [...taken, ...rest] } }).figures.disorder;
  };

  test("brings what was deleted after what stood behind it in a history", () => {
    expect(readMeanwhile(true)).toBe(0);
  });

  test("finds both in a history where nothing was deleted, in their order", () => {
    expect(readMeanwhile(false)).toBe(1);
  });
});

test("what was promised once or more often is counted apart where it came again", () => {
  const run = aRun();
  const write = run.commands("journal write");
  const mood = run.commands("mood");
  run.posts(write, "Written.", { privateTo: "anna", atLeastOnce: true });
  run.posts(write, "Written.", { privateTo: "anna", atLeastOnce: true });
  for (const more of [{ atLeastOnce: true }, { atLeastOnce: true }, {}]) run.posts(mood, "Calm.", more);
  for (const command of [write, mood]) run.keeps(command);
  const { figures } = check(run.facts({ journal: { anna: 1 } }));
  expect(figures).toMatchObject({ repeatedEphemerals: 1, repeatedResponses: 1, duplicates: 1 });
});

describe("the last form of a reply that grew", () => {
  const said: MessageSaid = {
    ...{ type: "message", id: "C1:1.1", at: 0, channel: "C1", thread: "1.1", kind: "channel" },
    ...{ author: { id: "U1", name: "anna" }, addressing: "mention", text: "#T1# hello", quoted: null },
  };
  const metadata = { event_type: "familiar_reply", event_payload: { answers: "slack:T0HARBOUR01:C1:1.1", part: 0 } };
  const state: MessageState = {
    ...{ at: 1, text: "re:T1 c0.0 end:T1", markdown: false, blocks: [], attachments: [], metadata: null },
    ...{ streaming: "in_progress", pings: { users: [], groups: [], everyone: false } },
  };
  const message: BotMessage = {
    ...{ id: "C1:1.2", team: "T0HARBOUR01", channel: "C1", kind: "channel", ts: "1.2", thread: "1.1", bot: "run1" },
    ...{ method: "chat.startStream", visibleTo: null, answers: null, audience: [], states: [] },
  };
  const buttons = (action_id: string) => ({ type: "actions", elements: [{ type: "button", action_id }] });
  const wordsOn = (last: Partial<MessageState>): readonly string[] => {
    const none = { envelopes: [], requests: [], interactions: [], views: [], statuses: [], sockets: [] };
    const messages = [{ ...message, states: [state, { ...state, ...last }] }];
    const facts = aRun().facts();
    const history = toHistory({ ...none, events: [], messages }, [said]);
    return check({ ...facts, history }).findings.flatMap(({ fault, words }) =>
      fault === "halfWritten" ? [words] : [],
    );
  };
  const whole = { streaming: "completed", metadata, blocks: [{ type: "section" }, buttons("remove")] } as const;

  test.each([
    ["is still growing", {}],
    ["was left as it grew", { ...whole, blocks: [buttons("remove")] }],
    ["can still be stopped", { ...whole, blocks: [{ type: "section" }, buttons("stop")] }],
    ["has no buttons", { ...whole, blocks: [{ type: "section" }] }],
  ] as const)("%s: then it is half written", (words, last) => {
    expect(wordsOn(last)).toEqual([`C1:1.2 ${words}`]);
  });

  test("has its text, its buttons and its mark", () => {
    expect(wordsOn(whole)).toEqual([]);
  });
});
