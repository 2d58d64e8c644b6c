import { describe, expect, onTestFinished, test } from "vitest";
import type { Delivery, LiveReply } from "../../../src/core/reply.ts";
import { deliveryOf, replyOf, testLedger } from "../../contracts/platform-host.ts";
import { anna, channel, mention, slackWorld } from "./world.ts";

const offers: Delivery["offers"] = (finished) => (finished === null ? ["stop"] : ["again", "remove"]);
const body = "Good **morning**, Anna: all *is* well, as far as I can see.";
const inThread = { channel, text: `${mention} hello` };

/** Anna has asked, and the reply can be opened again and again, as after a restart. */
async function asked(where: object = inThread) {
  const world = await slackWorld();
  const { adapter, host, clock, does, double, shown, until } = world;
  onTestFinished(() => adapter.stop());
  const stopped: string[] = [];
  await adapter.start({ ...host, stop: (turn) => void stopped.push(turn) });
  await does({ type: "say", by: anna, ...inThread, ...where });
  const { ask, turn } = await host.next();
  const ledger = testLedger(clock.now);
  const open = (more: Partial<Delivery> = {}) =>
    adapter.open(deliveryOf(ask, turn, { ledger, offers, parts: ledger.parts(), ...more }));
  const requests = async (method: string) =>
    (await double.history()).requests.filter((request) => request.method === method);
  const done = async (method: string) => (await requests(method)).filter(({ outcome }) => outcome === "done");
  /** Shows it, and waits until that is to be read. */
  const grows = async (live: LiveReply, text: string, read: string) => {
    live.show(text);
    await until(async () => (await shown()).some((one) => one.text.replaceAll("\u200b", "") === read), `reads ${read}`);
  };
  return { ...world, ask, turn, ledger, open, requests, done, grows, stopped };
}

type Asked = Awaited<ReturnType<typeof asked>>;

/** There is exactly one reply, whole, with its buttons and its mark, and it grows no more. */
async function isWhole({ shown, ask }: Asked, text = "Good"): Promise<void> {
  const all = await shown();
  expect(all).toHaveLength(1);
  const last = all[0]?.states.at(-1);
  expect(last?.text?.replaceAll("\u200b", "")).toContain(text);
  expect(last?.streaming).not.toBe("in_progress");
  expect(last?.blocks.map(({ type }) => type)).toEqual(["section", "actions"]);
  expect(JSON.stringify(last?.blocks)).not.toContain('"stop"');
  expect(last?.metadata?.event_payload).toMatchObject({ answers: ask.key });
}

const half = async (all: Asked): Promise<LiveReply> => {
  const live = all.open();
  await all.grows(live, "Good **morning**, An", "Good **morning**,");
  return live;
};

describe("a reply in a thread", () => {
  test("grows by what is new, and ends with the exact text and its buttons", async () => {
    const all = await asked();
    const live = await half(all);
    const [first] = await all.shown();
    expect(first).toMatchObject({ method: "chat.startStream", thread: all.ask.place.thread });
    expect(JSON.stringify(first?.states[0]?.blocks)).toContain(`"action_id":"stop","text"`);
    expect(JSON.stringify(first?.states[0]?.blocks)).toContain(`"value":"${all.turn}"`);
    await all.grows(live, "Good **morning**, Anna: all *i", "Good **morning**, Anna: all");
    await all.grows(live, "Good **morning**, Anna: all *is* well, a", "Good **morning**, Anna: all *is* well,");
    await live.finish(replyOf(body));
    await isWhole(all, "Good *morning*, Anna: all _is_ well, as far as I can see.");
    const counts = await Promise.all(
      ["startStream", "appendStream", "stopStream", "update", "postMessage"].map((one) => all.done(`chat.${one}`)),
    );
    expect(counts.map((one) => one.length)).toEqual([1, 2, 1, 1, 0]);
    expect((await all.shown())[0]?.states.at(-2)?.metadata).not.toBeNull();
  });

  test("of a private conversation grows there alike, and one without a thread by being edited", async () => {
    const outside = await asked({ channel: null, text: "hello" });
    await outside.grows(outside.open(), "Good mor", "Good mor");
    expect(await outside.requests("chat.startStream")).toEqual([]);
    const { does, host, adapter, grows, requests } = outside;
    const ts = (await outside.double.history()).events[0]?.ts;
    await does({ type: "say", by: anna, channel: null, text: "and here", thread: ts ?? "" });
    const { ask, turn } = await host.next();
    await grows(adapter.open(deliveryOf(ask, turn)), "Good mor", "Good");
    expect(await requests("chat.startStream")).toMatchObject([{ thread: ts, outcome: "done" }]);
  });

  test("that comes all at once is posted all at once", async () => {
    const all = await asked();
    await all.open().finish(replyOf(body));
    expect(await all.requests("chat.startStream")).toEqual([]);
    await isWhole(all);
  });

  test("that is longer than one message ends in as many as it needs", async () => {
    const all = await asked();
    const live = all.open();
    const text = Array.from({ length: 900 }, (_, at) => `w${at}`).join(" ");
    live.show(text.slice(0, 1_000));
    await all.until(async () => (await all.shown()).length === 1, "a beginning");
    live.show(text);
    await all.until(async () => (await all.shown()).length === 2, "a second part");
    await live.finish(replyOf(text));
    const parts = await all.shown();
    expect(parts.map(({ text: part }) => part).join(" ")).toBe(text);
    expect(parts.map(({ states }) => states.at(-1)?.streaming)).toEqual(["completed", "completed"]);
    expect(parts.map(({ states }) => states.at(-1)?.blocks.length)).toEqual([1, 2]);
  });

  test("mentions nobody and links to nothing while it grows", async () => {
    const all = await asked();
    const live = all.open();
    const text = `Hello <!channel>, <@${anna.id}>, @here: [x](https://evil.test/?q=1), www.evil.test, \`<!here>\`.`;
    live.show(`${text}\n\nAnd known.test: https://known.test/a, so`, ["https://known.test/a"]);
    await all.until(async () => (await all.shown())[0]?.text.includes("And") === true, "a beginning");
    const [message] = await all.shown();
    expect(message?.states[0]?.pings).toEqual({ users: [], groups: [], everyone: false });
    expect(message?.text.replace(/`[^`\n]+`/g, "")).not.toMatch(/https?:|(?:evil|known)\.test/);
    expect(message?.text).not.toMatch(/<[@!]|@here/);
    await live.abandon();
  });
});

describe("where Slack does not take a stream", () => {
  const refusals = ["missing_recipient_team_id", "channel_type_not_supported", "invalid_chunks", "restricted_action"];
  test.each(refusals)("because of %s, the reply is posted and edited like others", async (error) => {
    const all = await asked();
    await all.double.faults({ refused: { "chat.startStream": error } });
    const live = all.open();
    await all.grows(live, "Good mor", "Good mor");
    await live.finish(replyOf(body));
    await isWhole(all);
    expect(await all.done("chat.postMessage")).toHaveLength(1);
  });

  test("because it knows none, no other reply asks for one", async () => {
    const all = await asked();
    await all.double.faults({ refused: { "chat.startStream": "unknown_method" } });
    await all.grows(all.open(), "Good mor", "Good mor");
    const { does, host, adapter, grows, requests } = all;
    await does({ type: "say", by: anna, ...inThread });
    const { ask, turn } = await host.next();
    await grows(adapter.open(deliveryOf(ask, turn)), "Once more", "Once more");
    expect(await requests("chat.startStream")).toHaveLength(1);
  });

  test("because there were too many, the reply does not wait", async () => {
    const all = await asked();
    await all.double.faults({ retryAfterMs: 60_000 });
    await all.double.fate("chat.startStream", "limited");
    const live = all.open();
    await all.grows(live, "Good mor", "Good mor");
    await live.finish(replyOf(body));
    await isWhole(all);
    expect((await all.double.history()).requests.filter(({ early }) => early)).toEqual([]);
  });

  test("any more, because it has ended by itself, it is edited on", async () => {
    const all = await asked();
    const live = await half(all);
    await all.double.advance(40_000);
    await all.grows(live, "Good **morning**, Anna: a", "Good *morning*, Anna: a");
    await live.finish(replyOf(body));
    await isWhole(all);
  });

  test.each(["streaming_mode_mismatch", "message_not_in_streaming_state"])(
    "any more, because of %s, it is finished all the same",
    async (error) => {
      const all = await asked();
      const live = await half(all);
      await all.double.faults({ refused: { "chat.appendStream": error } });
      live.show("Good **morning**, Anna: all");
      await all.until(async () => (await all.requests("chat.appendStream")).length > 0, "an attempt");
      await live.finish(replyOf(body));
      await isWhole(all);
    },
  );

  test("for a while, progress is left out and the answer is not", async () => {
    const all = await asked();
    const live = await half(all);
    await all.double.faults({ retryAfterMs: 30_000 });
    await all.double.fate("chat.appendStream", "limited");
    for (const text of ["Good **morning**, Anna: a", "Good **morning**, Anna: all *is* w"]) live.show(text);
    await all.until(async () => (await all.requests("chat.appendStream")).length > 0, "an attempt");
    await live.finish(replyOf(body));
    await isWhole(all);
    expect(await all.requests("chat.appendStream")).toHaveLength(1);
  });
});

test("who stops it by Slack's own sign has heard enough, and nothing is added until it is finished", async () => {
  const all = await asked();
  const live = await half(all);
  const [message] = await all.shown();
  await all.does({ type: "stop", by: anna, channel, ts: message?.ts ?? "" });
  live.show("Good **morning**, Anna: all");
  await all.until(() => all.stopped.length > 0, "the core hears of it");
  live.show("Good **morning**, Anna: all is w");
  expect(all.stopped).toEqual([all.turn]);
  await live.finish(replyOf("Good **morning**, …"));
  await isWhole(all, "Good *morning*, …");
  expect((await all.shown())[0]?.states.map(({ text }) => text)).not.toContainEqual(expect.stringContaining("Anna"));
});

describe("after a death", () => {
  /** What the next run knows where this one died before the name of the message was kept. */
  const forgets = ({ ledger }: Asked) => ({ parts: ledger.parts().map((part) => ({ ...part, id: null })) });

  test.each(["grows still", "has ended by itself"])("a reply that %s is finished in the same message", async (how) => {
    const all = await asked();
    await (await half(all)).abandon();
    if (how !== "grows still") await all.double.advance(40_000);
    await all.open().finish(replyOf(body));
    await isWhole(all);
  });

  test("before its name was known it is found in its thread, and no line is taken for it", async () => {
    const all = await asked();
    const { place, room, author: asker } = all.ask;
    const line = { place, room, asker, inReplyTo: null, text: "I'm behind.", worthMs: null };
    await all.adapter.tell(line);
    await (await half(all)).abandon();
    await all.adapter.tell(line);
    await all.advance(20_000);
    await all.open(forgets(all)).finish(replyOf(body));
    const texts = (await all.shown()).map(({ text }) => text.replaceAll("\u200b", ""));
    expect(texts.filter((text) => text.startsWith("Good"))).toHaveLength(1);
    expect(texts.filter((text) => text === "I'm behind.")).toHaveLength(2);
    expect(await all.done("chat.postMessage")).toHaveLength(2);
  });

  test("an answer of Slack's that got lost leaves one message", async () => {
    for (const method of ["chat.startStream", "chat.appendStream", "chat.stopStream", "chat.update"]) {
      const all = await asked();
      await all.double.fate(method, "cut");
      const live = all.open();
      live.show("Good **morning**, An");
      await all.until(async () => (await all.requests("chat.startStream")).length > 0, "a beginning");
      live.show("Good **morning**, Anna: a");
      await live.finish(replyOf(body)).catch(() => live.finish(replyOf(body)));
      await isWhole(all);
      await all.adapter.stop();
    }
  });

  test("what may have been appended is not appended again", async () => {
    const all = await asked();
    const live = await half(all);
    await all.double.fate("chat.appendStream", "cut");
    live.show("Good **morning**, Anna: a");
    await all.until(async () => (await all.shown())[0]?.text.endsWith("Anna:") === true, "what was cut off");
    live.show("Good **morning**, Anna: all *is* w");
    // Another one that grows meanwhile shows that there was time for it.
    await all.does({ type: "say", by: anna, ...inThread });
    const { ask, turn } = await all.host.next();
    const other = all.adapter.open(deliveryOf(ask, turn));
    for (const read of ["One", "One two", "One two three"]) await all.grows(other, `${read} f`, read);
    await other.withdraw();
    await live.finish(replyOf(body));
    await isWhole(all);
    expect((await all.shown())[0]?.states.map(({ text }) => text)).not.toContainEqual(
      expect.stringMatching(/Anna.*Anna/),
    );
  });

  test("between its end and its last form it gets that form", async () => {
    const all = await asked();
    await all.double.fate("chat.update", "drop");
    await expect((await half(all)).finish(replyOf(body))).rejects.toMatchObject({ retryable: true });
    expect(await all.done("chat.stopStream")).toHaveLength(1);
    await all.open().finish(replyOf(body));
    await isWhole(all);
  });

  test("a new answer grows in the message that is there", async () => {
    const all = await asked();
    await (await half(all)).abandon();
    const live = all.open();
    await all.grows(live, "Good *evening*, An", "Good _evening_, An");
    await live.finish(replyOf("Good *evening*, Anna."));
    await isWhole(all, "Good _evening_, Anna.");
  });

  test("what was asked no more is taken back, whether its name was known or not", async () => {
    for (const known of [true, false]) {
      const all = await asked();
      const live = await half(all);
      if (known) await live.withdraw();
      else {
        await live.abandon();
        await all.advance(20_000);
        await all.open(forgets(all)).withdraw();
      }
      expect(await all.shown()).toEqual([]);
      await all.adapter.stop();
    }
  });

  test("an old run takes back what grows still", async () => {
    const all = await asked();
    await (await half(all)).abandon();
    await all.open().withdraw();
    expect(await all.shown()).toEqual([]);
  });
});
