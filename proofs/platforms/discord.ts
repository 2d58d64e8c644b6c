import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath, pathToFileURL } from "node:url";
import { type DiscordControl, discordControl } from "../../tests/doubles/discord/control.ts";
import type { PersonEvent } from "../../tests/doubles/discord/records.ts";
import type { Faults } from "../../tests/doubles/mock-platform/faults.ts";
import type { Doing, MessageSaid, PlatformEvent, Spot } from "../../tests/doubles/mock-platform/records.ts";
import { authors, directs } from "../run/people.ts";
import { toHistory } from "./discord/history.ts";
import { bot, type Town, townOf } from "./discord/town.ts";
import { owedAmong } from "./owed.ts";
import type { Platform, PlatformOptions, ProgramOptions } from "./platform.ts";

const beside = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const programScript = beside("../../src/main.js");
const watchedScript = beside("../child.js");
const machineScript = beside("./machine.js");
const doubleScript = beside("../../tests/doubles/discord/main.js");

/** Discord's double, and the whole program pointed at it by its environment: nothing in it knows of a proof. */
export async function discordPlatform({ processes, seed, time }: PlatformOptions): Promise<Platform> {
  const town = townOf();
  const options = { seed, time, guilds: town.guilds, heartbeatMs: 5_000 };
  const { firstLine: address } = await processes.start(doubleScript, { args: [JSON.stringify(options)] });
  const discord = discordControl(address);
  await town.settle(discord);
  const events: PlatformEvent[] = [];
  let starts = 0;
  let actedAt = 0;
  const noted = <T>(doing: T): T => {
    actedAt = Date.now();
    return doing;
  };
  const act = doings(discord, town, events);
  const does: Platform["does"] = async (doing) => noted(await act(doing));

  return {
    address,
    does,
    keyOf,
    crossingMs: null,
    channelNamed: town.channel,
    // Discord names no direct messages to anybody: a place that is not known cannot be looked into afterwards.
    meet: async () => {
      for (const [number, spot] of directs.entries())
        await does({ ...spot, ...greeting, author: authors[number] ?? nobody, text: `#T${900_000 + number}# Hello.` });
    },
    owed: () => owedAmong(events).map(keyOf),
    givenUp: async () =>
      (await discord.history()).interactions.flatMap(({ id, response }) => (response === null ? [id] : [])),
    faults: async (changes) => {
      await discord.faults(faultsOf(changes, town));
    },
    fate: async () => {
      throw new Error("Discord's double has fates of its own");
    },
    advance: discord.advance,
    history: async () => toHistory(await discord.history(), events),
    activity: async () => {
      // What waits for the return of a session that was killed waits in vain: it is owed from the history.
      const { scheduled, requestsOfTalk: requests, underway, sessions } = await discord.activity();
      const newest = sessions.at(-1)?.bot ?? null;
      const unheard = Date.now() - actedAt < hearMs ? 1 : 0;
      return {
        unacknowledged: underway + unheard,
        repeats: scheduled,
        requests,
        offers: 0,
        acknowledgements: 0,
        bot: newest,
      };
    },
    press: async (said, action) => noted(await press(said, action, discord, events)),
    start: async ({ time: now, env, watched, patienceMs, logFile }: ProgramOptions) => {
      starts += 1;
      const name = `run${starts}`;
      const own = {
        DISCORD_TOKEN: "double.of.discord",
        DISCORD_API_URL: `${address}/as/${name}/api`,
        PROOF_AHEAD: String(now.ahead),
      };
      const nodeArgs = ["--import", pathToFileURL(machineScript).href];
      const ready = () => isReady(discord, name);
      // Where its settings are: nobody tells the real program by name.
      const cwd = env["FAMILIAR_HOME"] ?? null;
      const options = { nodeArgs, cwd, env: { ...own, ...env }, patienceMs, logFile };
      return watched ? processes.start(watchedScript, options) : processes.start(programScript, { ...options, ready });
    },
  };
}

/** A gateway asks for no word: so long something may be on its way, or be being written down. */
const hearMs = 500;

const greeting = { type: "message", addressing: "direct", quoted: null } as const;
const nobody = { id: "nobody", name: "Nobody" };

/** Where Discord is away the program waits for it, and has its database by the time it asks. */
async function isReady(discord: DiscordControl, name: string): Promise<boolean> {
  await pause(20);
  const { callers, sessions, away } = await discord.activity();
  return away ? callers.includes(name) : sessions.some(({ bot, connected }) => bot === name && connected);
}

function keyOf(event: PlatformEvent): string {
  return event.type === "message" ? `discord:${event.thread ?? event.channel}:${event.id}` : `discord:${event.id}`;
}

function faultsOf({ forbidden, ...changes }: Partial<Faults>, town: Town) {
  return { ...changes, ...(forbidden && { forbidden: forbidden.map(town.channel) }) };
}

/** People's doings in Discord's ways, written down in the proof's words. */
function doings(discord: DiscordControl, town: Town, events: PlatformEvent[]): Platform["does"] {
  const said = new Map<string, string>();
  const kept = <E extends PlatformEvent>(event: E): E => {
    events.push(event);
    return event;
  };
  const takeBack = async (message: string): Promise<PlatformEvent | null> => {
    const first = events.find(({ id }) => id === message);
    const done = await discord.does({ type: "delete", messages: [message] });
    if (!first || !done) return null;
    const { channel, thread, kind } = first;
    return kept({ type: "deleted", channel, thread, kind, message, id: done.id, at: done.at });
  };
  const placeOf = ({ kind, channel, thread }: Spot): string | null =>
    kind === "direct" ? null : (town.thread(thread) ?? town.channel(channel));
  const call = async (doing: Extract<Doing, { type: "command" }>): Promise<PlatformEvent | null> => {
    const by = town.person(doing.author);
    const { command, fields: options } = doing;
    const done = await discord.does({ type: "command", by, channel: placeOf(doing), name: pathOf(command), options });
    return done && kept({ ...doing, ...frameOf(done, by) });
  };
  const say = async (doing: Extract<Doing, { type: "message" }>): Promise<PlatformEvent | null> => {
    const by = town.person(doing.author);
    const channel = placeOf(doing);
    const message = { type: "say", by, channel, content: contentOf(doing), ...filesOf(doing) } as const;
    const reference = doing.quoted ? said.get(String(channel)) : undefined;
    // What it refers to may have been deleted meanwhile.
    const reply = reference === undefined ? null : await discord.does({ ...message, reference });
    const done = reply ?? (await discord.does(message));
    if (done) said.set(String(channel), done.id);
    return done && kept({ ...doing, ...frameOf(done, by) });
  };
  return async (doing) => {
    if (doing.type === "deleted") return takeBack(doing.message);
    return doing.type === "command" ? call(doing) : say(doing);
  };
}

function filesOf({ file }: Pick<MessageSaid, "file">) {
  if (file === undefined) return {};
  const bytes = Buffer.from(file);
  const named = { filename: "notes.txt", content_type: "text/plain; charset=utf-8" };
  return { attachments: [{ ...named, size: bytes.length, base64: bytes.toString("base64") }] };
}

/** What is removed is, for the books, as good as taken back by its author. */
async function press(said: PlatformEvent, action: string, discord: DiscordControl, events: PlatformEvent[]) {
  if (said.type === "deleted") return false;
  const { messages } = await discord.history();
  const buttons = messages.flatMap(({ id, reference, states }) =>
    reference === said.id ? idsIn(states.at(-1)?.components).map((custom_id) => ({ message: id, custom_id })) : [],
  );
  const button = buttons.find(({ custom_id }) => custom_id.startsWith(`${action}:`));
  const done = button && (await discord.does({ type: "click", by: said.author, ...button }));
  if (!done) return false;
  const { channel, thread, kind, id: message } = said;
  if (action === "remove") events.push({ type: "deleted", channel, thread, kind, message, id: done.id, at: done.at });
  await acknowledged(done.id, discord);
  return true;
}

const acknowledgeMs = 3_000;
const lookMs = 50;

/** Resolves when Discord was told that the press was heard, or takes no word of that any more. */
async function acknowledged(press: string, discord: DiscordControl): Promise<void> {
  const isOpen = async (): Promise<boolean> =>
    (await discord.history()).interactions.some(({ id, response }) => id === press && response === null);
  for (let waited = 0; waited < acknowledgeMs && (await isOpen()); waited += lookMs) await pause(lookMs);
}

const idsIn = (components: unknown): readonly string[] =>
  [...JSON.stringify(components ?? []).matchAll(/"custom_id":"([^"]+)"/g)].map(([, id = ""]) => id);

/** Of the members' commands some stand at the top, and the rest under one name. */
const pathOf = (command: string): string => (command.startsWith("session ") ? `familiar ${command}` : command);

/** In a room of many everybody who wants an answer mentions it. */
const contentOf = ({ addressing, text }: Pick<MessageSaid, "addressing" | "text">): string =>
  addressing === "ambient" || addressing === "direct" ? text : `<@${bot}> ${text}`;

const frameOf = ({ id, at, channel, parent }: PersonEvent, author: Author) => ({
  ...{ id, at, author },
  channel: parent ?? channel ?? "",
  thread: parent === null ? null : channel,
});

type Author = MessageSaid["author"];
