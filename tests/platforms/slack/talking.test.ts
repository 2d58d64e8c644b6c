import { afterEach, describe, expect, test } from "vitest";
import type { MessageAsk } from "../../../src/core/session.ts";
import { deliveryOf, replyOf } from "../../contracts/platform-host.ts";
import type { SlackOptions } from "../../doubles/slack/options.ts";
import { type Inbox, inbox } from "./inbox.ts";
import { anna, ben, channel, mention, slackWorld } from "./world.ts";

type World = Awaited<ReturnType<typeof slackWorld>> & { readonly host: Inbox };

let open: World | null = null;
afterEach(() => open?.adapter.stop());

async function started(options?: SlackOptions): Promise<World> {
  const host = inbox();
  open = { ...(await slackWorld(options, host)), host };
  await open.adapter.start(host);
  return open;
}

const say = (text: string, more: object = {}) => ({ type: "say" as const, by: anna, channel, text, ...more });

async function next({ host }: World): Promise<MessageAsk> {
  const { ask } = await host.next();
  if (ask.type !== "message") throw new Error("no message");
  return ask;
}

async function answer(world: World, body = "Hello."): Promise<MessageAsk> {
  const { ask, turn } = await world.host.next();
  if (ask.type !== "message") throw new Error("no message");
  await world.adapter.open(deliveryOf(ask, turn)).finish(replyOf(body));
  return ask;
}

describe("a message in a channel", () => {
  test("that mentions the companion is answered in a thread of its own, and the answer pings nobody", async () => {
    const world = await started();
    const said = await world.does(say(`${mention} good morning`));
    const ask = await answer(world, `Morning, <!channel>, @here and <@${ben.id}>.`);
    expect(ask).toMatchObject({ text: "good morning", addressing: "mention", author: { id: anna.id, name: "anna" } });
    expect(ask).toMatchObject({ room: { kind: "channel" }, place: { channel, guild: "T0HARBOUR01", thread: said.ts } });
    const [reply, ...more] = await world.shown();
    expect(more).toEqual([]);
    expect(reply).toMatchObject({ channel, thread: said.ts, visibleTo: null });
    expect(reply?.states.at(-1)?.pings).toEqual({ users: [], groups: [], everyone: false });
  });

  test("is one question, though Slack tells of it twice and in any order", async () => {
    const orders = new Set<string>();
    for (let seed = 1; orders.size < 2 && seed < 20; seed += 1) {
      const { double, host, does, adapter, until } = await started({ seed });
      await does(say(`${mention} good morning`));
      await until(() => host.received.length === 2, "both");
      const [first, second] = host.received;
      expect(second).toEqual(first);
      orders.add((await double.history()).envelopes.map(({ name }) => name).join(", "));
      await adapter.stop();
    }
    expect(orders.size).toBe(2);
  });

  test("that turns to nobody is not heard, nor its author named", async () => {
    const world = await started();
    await world.does(say("just talking"));
    await world.does(say(`and <@${ben.id}>?`, { by: ben }));
    await world.does(say(`${mention} hello`));
    expect(await next(world)).toMatchObject({ text: "hello" });
    expect(world.host.received.every((one) => one.type === "message" && one.text === "hello")).toBe(true);
    const asked = (await world.double.history()).requests.filter(({ method }) => method === "users.info");
    expect(asked).toHaveLength(1);
  });

  test("of bots, of the channel itself and of our own is not heard", async () => {
    const world = await started();
    await world.does(say(`${mention} beep`, { by: { id: "U0BEEP00001", name: "beep", bot: true } }));
    await world.does({ type: "join", by: ben, channel });
    await world.does(say(`${mention} hello`));
    const ask = await answer(world, `I am ${mention}`);
    expect(ask).toMatchObject({ text: "hello" });
    await world.does(say(`${mention} and now?`));
    expect(await next(world)).toMatchObject({ text: "and now?" });
  });

  test("that is edited is no new question", async () => {
    const world = await started();
    const said = await world.does(say(`${mention} hello`));
    const first = await next(world);
    await world.does({ type: "edit", by: anna, channel, ts: said.ts ?? "", text: `${mention} hello there` });
    await world.does(say(`${mention} another`));
    expect(await next(world)).toMatchObject({ text: "another" });
    expect(await world.adapter.reread(first)).toMatchObject({ text: "hello there" });
  });

  test("that is deleted is told as deleted, also where it heads a thread", async () => {
    const world = await started();
    const plain = await world.does(say(`${mention} one`));
    const head = await world.does(say(`${mention} two`));
    const asked = [await next(world), await next(world)];
    await world.does(say("a reply", { thread: head.ts, by: ben }));
    for (const { ts } of [plain, head]) await world.does({ type: "delete", by: anna, channel, ts: ts ?? "" });
    const deleted = () => world.host.received.filter(({ type }) => type === "deleted");
    await world.until(() => deleted().length === 2, "both deletions");
    expect(deleted()).toEqual(asked.map(({ key, place }) => ({ type: "deleted", key, place })));
    expect(await world.adapter.reread(asked[0] as MessageAsk)).toBeNull();
  });
});

describe("a thread", () => {
  const thread = async (world: World, by = anna): Promise<string> =>
    (await world.does(say("about bridges", { by }))).ts ?? "";

  test("that somebody else has begun is answered within it, where the companion is mentioned", async () => {
    const world = await started();
    const head = await thread(world, ben);
    await world.does(say(`${mention} what do you think?`, { thread: head }));
    const ask = await answer(world);
    expect(ask).toMatchObject({ addressing: "mention", place: { thread: head } });
    expect(await world.shown()).toMatchObject([{ thread: head }]);
  });

  test("goes on without a mention while one person writes there, and with who began it afterwards", async () => {
    const world = await started();
    const head = await thread(world);
    const there = (text: string, more: object = {}) => world.does(say(text, { thread: head, ...more }));
    await there("nobody asked");
    await there(`${mention} hello`);
    expect(await answer(world)).toMatchObject({ text: "hello" });
    await there("go on");
    expect(await next(world)).toMatchObject({ text: "go on", addressing: "thread" });
    await there("me too", { by: ben });
    await there("still me");
    expect(await next(world)).toMatchObject({ text: "still me", addressing: "thread" });
  });

  test("that others have begun goes on only while nobody else writes there", async () => {
    const world = await started();
    const head = await thread(world, ben);
    await world.does(say(`${mention} hello`, { thread: head }));
    await answer(world);
    await world.does(say("not to you", { thread: head }));
    await world.does(say("as I began it", { thread: head, by: ben }));
    expect(await next(world)).toMatchObject({ text: "as I began it", addressing: "thread" });
  });

  test("goes on from the mention on, whether that is answered yet or not, where it began and within it", async () => {
    const world = await started();
    const head = (await world.does(say(`${mention} hello`))).ts;
    expect(await next(world)).toMatchObject({ text: "hello" });
    await world.does(say("and also", { thread: head }));
    expect(await next(world)).toMatchObject({ text: "and also", addressing: "thread", place: { thread: head } });
    const other = await thread(world, anna);
    for (const text of ["nobody asked", `${mention} hello`, "and also"]) await world.does(say(text, { thread: other }));
    expect(await next(world)).toMatchObject({ text: "hello" });
    expect(await next(world)).toMatchObject({ text: "and also", addressing: "thread", place: { thread: other } });
  });

  test("below a mention goes on as well, and is remembered by a later run", async () => {
    const world = await started();
    const head = (await world.does(say(`${mention} hello`))).ts;
    await answer(world);
    await world.does(say("go on", { thread: head }));
    expect(await next(world)).toMatchObject({ text: "go on", addressing: "thread", place: { thread: head } });
  });
});

describe("a private message", () => {
  test("is a private room without threads, unless it was written in one", async () => {
    const world = await started();
    const said = await world.does(say("between us", { channel: null }));
    const ask = await answer(world);
    expect(ask).toMatchObject({ addressing: "direct", room: { kind: "direct" }, place: { guild: null, thread: null } });
    await world.does(say("and here", { channel: null, thread: said.ts }));
    expect(await answer(world)).toMatchObject({ addressing: "direct", place: { thread: said.ts } });
    expect(await world.shown()).toMatchObject([{ kind: "im", thread: null }, { thread: said.ts }]);
  });

  test("of several people is theirs alone, whether it mentions or not, and however Slack tells of it", async () => {
    const world = await started();
    await world.does(say("with each other", { channel: null, with: [ben.id] }));
    const ask = await answer(world);
    expect(ask).toMatchObject({ addressing: "direct", room: { kind: "group" }, place: { guild: null, thread: null } });
    await world.does(say(`${mention} hello`, { channel: null, with: [ben.id] }));
    await world.until(() => world.host.received.length === 3, "all that is told");
    expect(world.host.received[2]).toEqual(world.host.received[1]);
    expect(await next(world)).toMatchObject({ addressing: "direct", room: ask.room, place: ask.place });
  });

  test("of several people is never taken for a channel's, whatever Slack cannot be asked", async () => {
    for (const fate of ["failed", "internal", "drop"] as const) {
      const world = await started({ events: ["app_mention"], retryMs: [0, 0, 0], acknowledgeMs: 150 });
      await world.double.fate("conversations.info", fate);
      await world.does(say(`${mention} hello`, { channel: null, with: [ben.id] }));
      expect(await next(world)).toMatchObject({ addressing: "direct", room: { kind: "group" } });
      expect(world.host.received).toHaveLength(1);
      await world.adapter.stop();
    }
  });

  test("of several people has the same place for its commands", async () => {
    const world = await started();
    await world.does(say("with each other", { channel: null, with: [ben.id] }));
    const { room, place } = await next(world);
    await world.does({ type: "command", by: anna, channel: null, with: [ben.id], command: "/familiar", text: "mood" });
    expect((await world.host.next()).ask).toMatchObject({ type: "command", room, place });
  });
});
