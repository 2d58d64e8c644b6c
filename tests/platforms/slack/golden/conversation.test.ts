import { PassThrough } from "node:stream";
import { afterEach, expect, test } from "vitest";
import { journalCommands } from "../../../../commands/journal.ts";
import type { PlatformAdapter } from "../../../../src/core/platform.ts";
import type { Ask, AskKey, RoomEvent } from "../../../../src/core/session.ts";
import { consoleAdapter } from "../../../../src/platforms/console/adapter.ts";
import { deliveryOf, replyOf } from "../../../contracts/platform-host.ts";
import { until } from "../../../until.ts";
import * as terminals from "../../console/harness.ts";
import * as discord from "../../discord/world.ts";
import { type Inbox, inbox } from "../inbox.ts";
import { signedWorld } from "../signed.ts";
import * as slack from "../world.ts";

/** What one and the same conversation is made of, on any platform. */
interface Stage {
  readonly host: Inbox;
  readonly adapter: PlatformAdapter;
  direct(text: string): Promise<unknown>;
  /** In a thread, where one is there or is opened by it. */
  mention(text: string): Promise<string>;
  followUp(thread: string, text: string): Promise<unknown>;
  remove(said: string): Promise<unknown>;
  command(): Promise<unknown>;
}

const consoleSettings = {
  ...{ color: false, locale: "en" as const, banner: () => [], limits: { messageCharacters: 10_000 } },
  ...{ ids: terminals.counting(), clock: terminals.clock, log: terminals.silent },
};

const stops: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

async function onSlack(by: "socket" | "http"): Promise<Stage> {
  const host = inbox();
  const world = by === "http" ? await signedWorld() : { ...(await slack.slackWorld({}, host)), host };
  const anna = { ...slack.anna, name: "Anna" };
  if ("address" in world) {
    const at = world.address;
    await world.double.http({ events: at, commands: at, interactivity: at, bot: "" });
  } else await world.adapter.start(host);
  stops.push(() => world.adapter.stop());
  const { channel } = slack;
  const say = (text: string, more: object = {}) => world.does({ type: "say", by: anna, channel, text, ...more });
  return {
    ...world,
    direct: (text) => say(escaped(text), { channel: null }),
    mention: async (text) => (await say(`${slack.mention} ${text}`)).ts ?? "",
    followUp: (thread, text) => say(text, { thread }),
    remove: (ts) => world.does({ type: "delete", by: anna, channel, ts }),
    command: () => world.does({ type: "command", by: anna, channel, command: "/familiar", text: "journal list" }),
  };
}

/** As Slack writes what people type. */
const escaped = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

async function onDiscord(): Promise<Stage> {
  const host = inbox();
  const world = { ...(await discord.discordWorld({}, host)), host };
  await world.adapter.publishCommands(journalCommands);
  await world.adapter.start(host);
  stops.push(() => world.adapter.stop());
  const { anna, channel, mention } = discord;
  const say = (content: string, more: object = {}) => world.does({ type: "say", by: anna, channel, content, ...more });
  const thread = (await world.does({ type: "thread", by: anna, channel, name: "Bridges" })).id;
  let said = "";
  return {
    ...world,
    direct: (text) => say(text, { channel: null }),
    mention: async (text) => {
      said = (await say(`${mention} ${text}`, { channel: thread })).id;
      return said;
    },
    followUp: (_, text) => say(text, { channel: thread }),
    remove: (message) => world.does({ type: "delete", messages: [message] }),
    command: () => world.does({ type: "command", by: anna, channel, name: "journal list" }),
  };
}

/** The same on every platform: without ids, keys, names of places and times; what came twice is there once. */
function normalised(events: readonly (Ask | RoomEvent)[]): readonly object[] {
  const keys: AskKey[] = [];
  return events.flatMap((event) => {
    const { type, key, place } = event;
    const isNew = !keys.includes(key);
    if (isNew) keys.push(key);
    if (!isNew && type !== "deleted") return [];
    const where = { inGuild: place.guild !== null, inThread: place.thread !== null };
    return [{ type, number: keys.indexOf(key) + 1, ...where, ...(event.type !== "deleted" && said(event)) }];
  });
}

function said(ask: Ask): object {
  const asked = { room: ask.room.kind, author: ask.author.name };
  if (ask.type !== "message") return asked;
  const { addressing, text, quoted, attachments } = ask;
  return { ...asked, addressing, text, quoted, attachments };
}

async function played(stage: Stage): Promise<readonly unknown[]> {
  const { host, adapter } = stage;
  const answered = async (): Promise<void> => {
    const { ask, turn } = await host.next();
    await adapter.open(deliveryOf(ask, turn)).finish(replyOf("Hello."));
  };
  await stage.direct("between us, 1 + 1 = 2");
  await answered();
  const said = await stage.mention("good morning");
  await answered();
  await stage.followUp(said, "go on");
  await host.next();
  await stage.remove(said);
  await until(() => host.received.some(({ type }) => type === "deleted"), "a deletion");
  await stage.command();
  await host.next();
  return normalised(host.received);
}

/** What all of them are told of in the same words: also the console, where there is nobody else. */
const privately = ["Grüße! 👩‍👩‍👧 How are you?", "my boat is called *Möwe* & she leaks <a lot>", "/journal list"];

async function playedPrivately({ host, direct }: Pick<Stage, "host" | "direct">): Promise<readonly unknown[]> {
  for (const text of privately) {
    await direct(text);
    await host.next();
  }
  return normalised(host.received);
}

async function onConsole(): Promise<Pick<Stage, "host" | "direct">> {
  const host = inbox();
  const input = new PassThrough();
  const terminal = { input, output: new PassThrough(), errors: new PassThrough(), interactive: false };
  const adapter = consoleAdapter({ ...consoleSettings, user: { id: "me", name: "Anna" }, json: true, terminal });
  const answered: Inbox = {
    ...host,
    receive: async (event) => {
      const taken = await host.receive(event);
      if (event.type !== "deleted" && "turn" in taken)
        setImmediate(() => adapter.open(deliveryOf(event, taken.turn)).finish(replyOf("Hello.")));
      return taken;
    },
  };
  stops.push(() => adapter.stop());
  await adapter.start(answered);
  return { host: answered, direct: async (text) => void input.write(`${text}\n`) };
}

test("what is said in private is the same to the core, wherever it was said", async () => {
  const golden = await playedPrivately(await onConsole());
  expect(golden.length).toBe(privately.length);
  expect(await playedPrivately(await onDiscord())).toEqual(golden);
  for (const by of ["socket", "http"] as const) expect(await playedPrivately(await onSlack(by))).toEqual(golden);
  const file = `${JSON.stringify(golden, null, 2)}\n`;
  await expect(file).toMatchFileSnapshot("../../../fixtures/private-conversation.golden.json");
});

test("one conversation is the same to the core, wherever it was led", async () => {
  const golden = await played(await onDiscord());
  expect(golden.length).toBe(5);
  for (const by of ["socket", "http"] as const) expect(await played(await onSlack(by))).toEqual(golden);
  const file = `${JSON.stringify(golden, null, 2)}\n`;
  await expect(file).toMatchFileSnapshot("../../../fixtures/conversation.golden.json");
});
