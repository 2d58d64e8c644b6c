import type { APIApplication, REST } from "discord.js";
import { describe, expect, test } from "vitest";
import { journalCommands } from "../../../commands/journal.ts";
import type { Past } from "../../../src/core/storage.ts";
import { introduction } from "../../../src/platforms/discord/identity.ts";
import { listening } from "../../../src/platforms/discord/listening.ts";
import { Outbound } from "../../../src/platforms/discord/outbound.ts";
import { pages } from "../../../src/platforms/shared/pages.ts";
import { recorder } from "../../contracts/platform-host.ts";
import { manualClock } from "../../doubles/manual-clock.ts";
import { silent } from "../../storage-fixture.ts";
import { until } from "../../until.ts";
import { refusing } from "./refusing.ts";

const self = { id: "11", name: "Familiar" };
const ida = { id: "21", username: "ida" };
const [guild, garden] = ["31", "41"];
const messages = `/channels/${garden}/messages`;

type Answers = Readonly<Record<string, unknown>>;

/** A server that knows these addresses and no other. */
function server(answers: Answers) {
  const asked: string[] = [];
  const sent: { readonly route: string; readonly body: unknown }[] = [];
  const get = async (route: string, { query = new URLSearchParams() } = {}): Promise<unknown> => {
    asked.push(`${route}?${query}`);
    return route in answers ? answers[route] : refusing(404, { message: "404: Not Found", code: 0 });
  };
  const post = async (route: string, { body }: { readonly body: unknown }) => void sent.push({ route, body });
  return { asked, sent, outbound: new Outbound({ get, post } as unknown as REST) };
}

/** Our ears, and what the gateway of a sparing server tells them. */
function sparing({ answers = {}, past = {} }: { readonly answers?: Answers; readonly past?: Partial<Past> } = {}) {
  const clock = manualClock();
  const host = recorder();
  const reached: string[] = [];
  const { asked, outbound } = server(answers);
  const { events, rest } = listening({
    host: { ...host, heard: async (_platform, far) => void reached.push(far) },
    outbound,
    self,
    commands: journalCommands,
    locale: "en",
    pages: pages(clock),
    past: { places: [], heardUntil: null, ...past },
    clock,
    log: silent,
  });
  const tell = (event: string, data: object): void => events[event]?.(data as never);
  const ready = (more: object = {}): void => {
    tell("READY", { guilds: [{ id: guild }] });
    tell("GUILD_CREATE", { id: guild, channels: [{ id: garden, type: 0, ...more }] });
  };
  return { clock, host, asked, reached, rest, tell, ready };
}

const said = (content: string, more: object = {}) => ({
  id: "1001",
  channel_id: garden,
  author: ida,
  content,
  ...more,
});

describe("a message of which only the words are told", () => {
  test("is heard in its guild, which the list of channels does not name, and at the time of its coming", async () => {
    const { host, tell, ready, clock } = sparing();
    ready();
    tell("MESSAGE_CREATE", said("<@!11> are slugs out?"));
    const { ask } = await host.next();
    expect(ask).toMatchObject({ text: "are slugs out?", addressing: "mention", place: { guild, channel: garden } });
    expect(ask.sentAt).toEqual(clock.now());
  });

  test("is no direct message where its author is shown as a member, though its channel cannot be asked for", async () => {
    const { host, tell, ready } = sparing();
    ready();
    tell("MESSAGE_CREATE", said("what do you know of me?", { channel_id: "52", member: { roles: [] } }));
    tell("MESSAGE_CREATE", said("hello", { id: "1002", channel_id: "53" }));
    expect((await host.next()).ask).toMatchObject({ text: "hello", room: { kind: "direct" } });
  });

  test("is no direct message only because it names no guild", async () => {
    const { host, tell, ready } = sparing();
    ready();
    tell("MESSAGE_CREATE", said("nice weather"));
    expect((await host.next()).ask).toMatchObject({ addressing: "ambient", room: { kind: "channel" } });
  });

  test("is one where nothing can be learnt of its channel and it names no guild", async () => {
    const { host, tell, ready } = sparing();
    ready();
    tell("MESSAGE_CREATE", said("psst", { channel_id: "51", guild_id: null, webhook_id: null }));
    expect((await host.next()).ask).toMatchObject({ addressing: "direct", room: { kind: "direct" } });
  });

  test("is no direct message where a history alone tells of it, and its channel cannot be asked for", async () => {
    const answers = { [messages]: [said("what do you know of me?", { member: null })] };
    const places = [{ platform: "discord", guild, channel: garden, thread: null }];
    const { host, tell, clock, reached } = sparing({ answers, past: { heardUntil: "999", places } });
    tell("READY", { guilds: [] });
    clock.advance(15_000);
    await until(() => reached.length > 0, "the end of the look back");
    tell("MESSAGE_CREATE", said("hello", { id: "1002", channel_id: "53" }));
    expect((await host.next()).ask).toMatchObject({ text: "hello", room: { kind: "direct" } });
  });

  test("is a reply to the companion also where that has to be looked up", async () => {
    const ours = { id: "900", channel_id: garden, author: self, content: "Use beer." };
    const { host, tell, ready } = sparing({ answers: { [`${messages}/900`]: ours } });
    ready();
    tell("MESSAGE_CREATE", said("which one?", { message_reference: { message_id: "900" } }));
    expect((await host.next()).ask).toMatchObject({ addressing: "reply", quoted: { text: "Use beer." } });
  });
});

describe("an interaction of which little is told", () => {
  const call = (more: object) => ({ id: "1002", application_id: "11", token: "t", guild_id: guild, ...more });
  const member = { user: ida };

  test("is no older than now where its id only counts", async () => {
    const { host, tell, ready, clock } = sparing();
    ready();
    const data = { name: "journal", type: 1, options: [{ name: "list", type: 1 }] };
    tell("INTERACTION_CREATE", call({ type: 2, channel_id: garden, member, data }));
    const { ask } = await host.next();
    expect(ask).toMatchObject({ command: "journal list", sentAt: clock.now(), place: { guild, channel: garden } });
  });

  test("is called in the thread of a channel also where it tells the thread alone", async () => {
    const thread = { id: "61", type: 11, parent_id: garden, guild_id: guild };
    const { host, tell, ready } = sparing({ answers: { "/channels/61": thread } });
    ready();
    const data = { name: "journal", type: 1, options: [{ name: "list", type: 1 }] };
    tell("INTERACTION_CREATE", call({ type: 2, channel: { id: "61", type: 11 }, channel_id: "61", member, data }));
    expect((await host.next()).ask.place).toMatchObject({ guild, channel: garden, thread: "61" });
  });

  test("is a press also where it tells its channel by the id alone", async () => {
    const { host, tell, ready } = sparing();
    ready();
    tell("INTERACTION_CREATE", call({ type: 3, channel_id: garden, member, data: { custom_id: "good:turn-1" } }));
    await until(() => host.presses.length === 1, "the press");
    expect(host.presses[0]).toMatchObject({ action: "good", place: { guild, channel: garden } });
  });

  test("is a form that is filled in also where its inputs come in rows", async () => {
    const { host, tell, ready } = sparing();
    ready();
    const row = { type: 1, components: [{ type: 4, custom_id: "text", value: "Peas are up." }] };
    const data = { custom_id: "/journal write", components: [row] };
    tell("INTERACTION_CREATE", call({ type: 5, channel_id: garden, member, data }));
    expect((await host.next()).ask).toMatchObject({
      command: "journal write",
      input: { values: { text: "Peas are up." } },
    });
  });
});

describe("ids that only count", () => {
  const timed = (id: string, content: string, timestamp: Date) =>
    said(content, { id, timestamp: timestamp.toISOString() });

  test("tell how far it has heard, from the first message on", async () => {
    const { host, tell, ready, reached, rest, clock } = sparing();
    ready();
    clock.advance(15_000);
    tell("MESSAGE_CREATE", said("<@11> hello"));
    await host.next();
    await until(() => true, "its receipt");
    await rest();
    expect(reached.at(-1)).toBe("1001");
  });

  test("are read back from the end after a downtime, for a day and not beyond what was heard", async () => {
    const clock = manualClock();
    const [now, older] = [clock.now(), new Date(clock.now().getTime() - 100_000_000)];
    const history = [
      timed("1004", "<@11> third", now),
      timed("1002", "<@11> long ago", older),
      timed("1003", "<@11> second", now),
      timed("1000", "<@11> heard", now),
    ];
    const { host, tell, ready } = sparing({ answers: { [messages]: history }, past: { heardUntil: "1001" } });
    ready();
    const texts = [await host.next(), await host.next()].map(({ ask }) => ask.type === "message" && ask.text);
    expect(texts).toEqual(["second", "third"]);
    tell("MESSAGE_CREATE", said("<@11> now", { id: "1005" }));
    expect((await host.next()).ask).toMatchObject({ text: "now" });
  });

  test("are read in a guild that was not announced, and in places known from before where no guild is told", async () => {
    const answers = { [messages]: [timed("1003", "<@11> anybody?", manualClock().now())] };
    const places = [{ platform: "discord", guild, channel: garden, thread: null }];
    const first = sparing({ answers, past: { heardUntil: "1001" } });
    first.tell("READY", { guilds: [] });
    first.tell("GUILD_CREATE", { id: guild, channels: [{ id: garden, type: 0, last_message_id: "1003" }] });
    expect((await first.host.next()).ask).toMatchObject({ text: "anybody?" });
    const here = { ...answers, [`/channels/${garden}`]: { id: garden, type: 0, guild_id: guild } };
    const second = sparing({ answers: here, past: { heardUntil: "1001", places } });
    second.tell("READY", { guilds: [] });
    second.clock.advance(15_000);
    expect((await second.host.next()).ask).toMatchObject({ text: "anybody?", addressing: "mention", place: places[0] });
  });
});

test("of the channels where nobody ever turned to it no more than two hundred are read, and all of those where somebody has", async () => {
  const channels = Array.from({ length: 210 }, (_, at) => ({
    id: String(5_000 + at),
    type: 0,
    last_message_id: "9000",
  }));
  const histories = Object.fromEntries(channels.map(({ id }) => [`/channels/${id}/messages`, []]));
  const places = ["5208", "5209"].map((channel) => ({ platform: "discord", guild, channel, thread: null }));
  const { tell, asked, reached } = sparing({ answers: histories, past: { heardUntil: "1001", places } });
  tell("READY", { guilds: [{ id: guild }] });
  tell("GUILD_CREATE", { id: guild, channels });
  tell("MESSAGE_CREATE", said("hello", { id: "9001", channel_id: "53" }));
  await until(() => reached.length > 0, "the end of the look back");
  const read = new Set(asked.flatMap((route) => /\/channels\/(5\d+)\/messages/.exec(route)?.[1] ?? []));
  expect(read.size).toBe(202);
  expect(["5000", "5199", "5208", "5209"].filter((id) => !read.has(id))).toEqual([]);
});

describe("who we are", () => {
  const app: Partial<APIApplication> = { id: "12", name: "Fam" };
  const learnt = (answers: Answers) => introduction(server(answers).outbound).ask();

  test("is learnt from whichever address the server knows", async () => {
    const expected = { application: "12", id: "11", name: "familiar" };
    const me = { id: "11", username: "familiar" };
    expect(await learnt({ "/applications/@me": { ...app, bot: me, flags: 0 } })).toEqual({ ...expected, reads: false });
    const apart = { "/oauth2/applications/@me": app, "/users/@me": me };
    expect(await learnt(apart)).toEqual({ ...expected, reads: null });
    expect(await learnt({ "/users/@me": me })).toEqual({ ...expected, application: "11", reads: null });
    expect(await learnt({ "/applications/@me": app })).toMatchObject({ id: "12", name: "Fam" });
  });

  test("is not guessed where the server knows none of them", async () => {
    await expect(learnt({})).rejects.toMatchObject({ retryable: false });
  });
});

test("commands are registered where the server does not tell which it has", async () => {
  expect(await server({}).outbound.commands("12", null)).toEqual([]);
});
