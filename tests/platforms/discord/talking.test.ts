import { afterEach, describe, expect, test } from "vitest";
import { helpCommands } from "../../../commands/help.ts";
import { journalCommands } from "../../../commands/journal.ts";
import { sessionCommands } from "../../../commands/session.ts";
import type { AnyCommand } from "../../../src/core/commands/definition.ts";
import type { TurnId } from "../../../src/core/session.ts";
import { deliveryOf, recorder, replyOf, testLedger } from "../../contracts/platform-host.ts";
import type { DiscordOptions } from "../../doubles/discord/options.ts";
import { type LogLine, noting } from "../../storage-fixture.ts";
import { anna, ben, channel, discordWorld, mention } from "./world.ts";

type World = Awaited<ReturnType<typeof discordWorld>>;

let open: World | null = null;
afterEach(() => open?.adapter.stop());

const commands: readonly AnyCommand[] = [
  ...journalCommands,
  ...sessionCommands,
  ...helpCommands({ commands: () => commands }),
];

async function started(options?: DiscordOptions): Promise<World> {
  open = await discordWorld(options);
  await open.adapter.publishCommands(commands);
  await open.adapter.start(open.host);
  return open;
}

const say = (content: string, more: object = {}) => ({ type: "say" as const, by: anna, channel, content, ...more });

describe("a message", () => {
  test("that mentions the companion is answered by one reply that refers to it and pings nobody", async () => {
    const { adapter, host, does, shown } = await started();
    const said = await does(say(`${mention} good morning`));
    const { ask, turn } = await host.next();
    expect(ask).toMatchObject({ type: "message", text: "good morning", addressing: "mention", author: anna });
    expect(ask.room.kind).toBe("channel");
    await adapter.open(deliveryOf(ask, turn)).finish(replyOf("Morning, @everyone and <@400000000000000002>."));
    const [reply, ...more] = await shown();
    expect(more).toEqual([]);
    expect(reply).toMatchObject({ channel, reference: said.id });
    expect(reply?.states.at(-1)?.pings).toEqual({ users: [], roles: [], everyone: false });
  });

  test("is answered with commands as one calls them on Discord, and calls one so itself", async () => {
    const { adapter, host, does, shown } = await started();
    await does(say(`${mention} /familiar session new`));
    const { ask, turn } = await host.next();
    expect(ask).toMatchObject({ type: "message", text: "/session new" });
    await adapter.open(deliveryOf(ask, turn)).finish(replyOf("See /session list, `/journal list` and /sessions."));
    expect((await shown())[0]?.text).toBe("See /familiar session list, `/journal list` and /sessions.");
  });

  test("that turns to nobody is no ask, and one in reply to the companion is", async () => {
    const { adapter, host, does, shown } = await started();
    await does(say("just talking"));
    await does(say(`${mention} hello`));
    const first = await host.next();
    expect(first.ask).toMatchObject({ type: "message", addressing: "ambient" });
    const { ask, turn } = await host.next();
    await adapter.open(deliveryOf(ask, turn)).finish(replyOf("Hello."));
    const [reply] = await shown();
    await does(say("and now?", { reference: reply?.id, ping: false }));
    expect((await host.next()).ask).toMatchObject({ addressing: "reply", quoted: { text: "Hello." } });
  });

  test("brings the message that it replies to, and names in place of ids", async () => {
    const { host, does } = await started();
    const before = await does(say("The bridge was built in 1911.", { by: ben }));
    await host.next();
    await does(say(`${mention} is that true, <@${ben.id}>?`, { reference: before.id }));
    expect((await host.next()).ask).toMatchObject({
      text: "is that true, @Ben?",
      quoted: { author: "Ben", text: "The bridge was built in 1911." },
    });
  });

  test("brings its files and those of the message that it replies to, and may be nothing else", async () => {
    const { host, does } = await started();
    const cake = { filename: "cake.md", content_type: "text/markdown", size: 5 };
    const before = await does(say("look", { by: ben, attachments: [cake] }));
    await host.next();
    const dog = { filename: "dog.png", content_type: "image/png", size: 9 };
    await does(say(`${mention}`, { reference: before.id, attachments: [dog] }));
    expect((await host.next()).ask).toMatchObject({
      text: "",
      attachments: [
        { name: "dog.png", size: 9, source: expect.stringMatching(/\/dog\.png\?ex=/), quotedFrom: null },
        { name: "cake.md", size: 5, source: expect.stringMatching(/\/cake\.md\?ex=/), quotedFrom: "Ben" },
      ],
    });
    await does(say("", { channel: null, attachments: [dog] }));
    expect((await host.next()).ask).toMatchObject({
      addressing: "direct",
      text: "",
      attachments: [{ name: "dog.png" }],
    });
  });

  test("among the direct messages is a private room", async () => {
    const { host, does } = await started();
    await does(say("between us", { channel: null }));
    expect((await host.next()).ask).toMatchObject({
      addressing: "direct",
      room: { kind: "direct" },
      place: { guild: null },
    });
  });

  test("of another bot is not heard", async () => {
    const { host, does } = await started();
    await does(say(`${mention} beep`, { by: { id: "400000000000000009", name: "Beep", bot: true } }));
    await does(say(`${mention} hello`));
    expect((await host.next()).ask).toMatchObject({ text: "hello" });
  });
});

describe("a thread", () => {
  test("that was joined goes on without a mention while one person writes there, and with its owner afterwards", async () => {
    const { adapter, host, does } = await started();
    const thread = (await does({ type: "thread", by: anna, channel, name: "Bridges" })).id;
    await does(say("nobody asked", { channel: thread }));
    expect((await host.next()).ask).toMatchObject({ addressing: "ambient" });
    await does(say(`${mention} hello`, { channel: thread }));
    const { ask, turn } = await host.next();
    expect(ask.place).toMatchObject({ channel, thread });
    await adapter.open(deliveryOf(ask, turn)).finish(replyOf("Hello."));
    await does(say("go on", { channel: thread }));
    expect((await host.next()).ask).toMatchObject({ text: "go on", addressing: "thread" });
    await does(say("me too", { channel: thread, by: ben }));
    expect((await host.next()).ask).toMatchObject({ text: "me too", addressing: "ambient" });
    await does(say("still me", { channel: thread }));
    expect((await host.next()).ask).toMatchObject({ text: "still me", addressing: "thread" });
  });

  test("goes on from the mention on, whether that is answered yet or not", async () => {
    const { host, does } = await started();
    const addressings: string[] = [];
    for (const texts of [
      [`${mention} hello`, "and also"],
      ["nobody asked", `${mention} hello`, "and also"],
    ]) {
      const thread = (await does({ type: "thread", by: anna, channel, name: "Bridges" })).id;
      for (const text of texts) {
        await does(say(text, { channel: thread }));
        const { ask } = await host.next();
        addressings.push(ask.type === "message" ? ask.addressing : "");
      }
    }
    expect(addressings).toEqual(["mention", "thread", "ambient", "mention", "thread"]);
  });
});

test("what Discord does not tell at first of a message is asked again, and the message is heard", async () => {
  const { double, host, does } = await started();
  const thread = (await does({ type: "thread", by: anna, channel, name: "Bridges" })).id;
  await double.fate("history", "failed");
  await does(say("who writes here?", { channel: thread }));
  expect((await host.next()).ask).toMatchObject({ text: "who writes here?" });
});

test("whether it may read what does not mention it is told to the operator where it may not, with where to switch it on", async () => {
  for (const messageContent of [true, false]) {
    const lines: LogLine[] = [];
    open = await discordWorld({ messageContent }, recorder(), { log: noting(lines) });
    await open.adapter.start(open.host);
    const hints = lines.filter(({ level }) => level === "warn").map(({ message }) => message);
    const hint = expect.stringMatching(/Message Content Intent is off.*Developer Portal/);
    expect(hints).toEqual(messageContent ? [] : [hint]);
    await open.adapter.stop();
  }
});

describe("a command", () => {
  test("is registered once: a second start writes nothing", async () => {
    const { adapter, double } = await started();
    await adapter.publishCommands(commands);
    const { writes, registered } = (await double.history()).commands;
    expect(writes).toBe(1);
    expect(registered[""]).toEqual(["familiar", "help", "journal"]);
  });

  test("is used in the servers that are named, and no more where it was used before", async () => {
    const { double } = await started({ limits: { commands: { limit: 20, perMs: 1_000 } } });
    const guild = "200000000000000001";
    const named = await discordWorld({}, recorder(), { there: double, commandGuilds: [guild] });
    for (const _start of ["first", "second"]) await named.adapter.publishCommands(commands);
    const { writes, registered } = (await double.history()).commands;
    expect(writes).toBe(3);
    expect(registered).toEqual({ [guild]: ["familiar", "help", "journal"] });
  });

  test("that is private is answered where its author alone sees it", async () => {
    const { adapter, host, does, shown } = await started();
    await does({ type: "command", by: anna, channel, name: "journal write", options: { text: "A quiet day." } });
    const { ask, turn } = await host.next();
    expect(ask).toMatchObject({
      type: "command",
      command: "journal write",
      input: { values: { text: "A quiet day." } },
    });
    if (ask.type !== "command") throw new Error("no command");
    const delivery = deliveryOf(ask, turn, { handle: ask.handle });
    await adapter.open(delivery).finish(replyOf("Kept.", { visibility: "person" }));
    expect(await shown()).toMatchObject([{ text: "Kept.", visibleTo: anna.id }]);
  });

  const called = async (world: World, name: string) => {
    await world.does({ type: "command", by: anna, channel, name });
    const { ask, turn } = await world.host.next();
    if (ask.type !== "command") throw new Error("no command");
    return () => world.adapter.open(deliveryOf(ask, turn, { handle: ask.handle }));
  };
  const seen = async (world: World) =>
    (await world.shown()).map(({ text, kind, visibleTo }) => [text, kind === "dm" ? "direct" : visibleTo]);

  test("that is public has what stands beside its answer for its author's eyes alone, acknowledged or not", async () => {
    for (const [fate, aside] of [[null, anna.id] as const, ["failed", "direct"] as const]) {
      const world = await started();
      for (let tries = 0; fate !== null && tries < 3; tries += 1) await world.double.fate("respond", fate);
      const open = await called(world, "familiar session list");
      await open().finish(replyOf("For all.", { aside: "For you." }));
      expect(await seen(world)).toEqual([
        ["For all.", null],
        ["For you.", aside],
      ]);
      await world.adapter.stop();
    }
  });

  test("whose quarter of an hour is over is answered all the same, a private one in private", async () => {
    const world = await started();
    const open = [await called(world, "familiar session list"), await called(world, "journal list")];
    await world.advance(16 * 60_000);
    await open[0]?.().finish(replyOf("For all."));
    await open[1]?.().finish(replyOf("For you.", { visibility: "person" }));
    expect((await seen(world)).filter(([text]) => text !== "")).toEqual([
      ["For all.", null],
      ["For you.", "direct"],
    ]);
  });

  test("below the one common name keeps its own", async () => {
    const { host, does } = await started();
    await does({ type: "command", by: anna, channel, name: "familiar session list" });
    expect((await host.next()).ask).toMatchObject({ command: "session list" });
  });
});

test("what a run has posted that died before it could keep a word of it is not posted again by the next one", async () => {
  const { adapter, host, does, shown } = await started();
  await does(say(`${mention} hello`));
  const { ask } = await host.next();
  const since = new Date();
  for (const turn of ["one", "another"].map((id) => id as TurnId))
    await adapter.open(deliveryOf(ask, turn, { ledger: testLedger(() => since) })).finish(replyOf("Hello."));
  expect(await shown()).toMatchObject([{ text: "Hello." }]);
});

test("what was posted by an earlier run is found by what it refers to, when the nonce is long forgotten", async () => {
  const { adapter, host, does, shown } = await started();
  await does(say(`${mention} hello`));
  const { ask, turn } = await host.next();
  await adapter.open(deliveryOf(ask, turn)).finish(replyOf("Hello."));
  const part = { part: 0, since: new Date(Date.now() - 600_000), id: null };
  await adapter.open(deliveryOf(ask, turn, { parts: [part] })).finish(replyOf("Hello again."));
  expect(await shown()).toMatchObject([{ text: "Hello again." }]);
});
