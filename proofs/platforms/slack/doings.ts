import type { Doing, MessageSaid, PlatformEvent } from "../../../tests/doubles/mock-platform/records.ts";
import type { SlackControl } from "../../../tests/doubles/slack/control.ts";
import type { PersonEvent } from "../../../tests/doubles/slack/records.ts";
import type { Platform } from "../platform.ts";
import { bot, type Town, team } from "./town.ts";

/** A command is known by its trigger, a message by its channel and its time: so the program names them, too. */
export const keyOf = (event: PlatformEvent): string =>
  event.type === "message" ? `slack:${team}:${event.id}` : `slack:${event.id}`;

/** People's doings in Slack's ways, written down in the proof's words. */
export function doings(slack: SlackControl, town: Town, events: PlatformEvent[]): Platform["does"] {
  const heads = new Map<string, string>();
  const kept = <E extends PlatformEvent>(event: E): E => {
    events.push(event);
    return event;
  };
  const takeBack = async (message: string): Promise<PlatformEvent | null> => {
    const first = events.find(({ id }) => id === message);
    if (first?.type !== "message") return null;
    const done = await slack.does({ type: "delete", by: userOf(first.author), ...nameIn(message) });
    const { channel, thread, kind } = first;
    return done && kept({ type: "deleted", channel, thread, kind, message, id: done.id, at: done.at });
  };
  const call = async (doing: Extract<Doing, { type: "command" }>): Promise<PlatformEvent | null> => {
    const { command, fields, author, channel, kind } = doing;
    const by = town.person(author);
    const text = [command, ...Object.values(fields)].join(" ");
    const where = kind === "direct" ? null : town.channel(channel);
    const done = await slack.does({ type: "command", by, channel: where, command: "/familiar", text });
    // Slack has none in threads.
    return done && kept({ ...doing, ...frameOf(done, by), id: done.trigger ?? "", thread: null });
  };
  const say = async (doing: Extract<Doing, { type: "message" }>): Promise<PlatformEvent | null> => {
    const by = town.person(doing.author);
    const channel = doing.kind === "direct" ? null : town.channel(doing.channel);
    const message = { type: "say", by, channel, text: textOf(doing), ...filesOf(doing) } as const;
    const place = channel ?? by.id;
    const thread = town.thread(doing.thread) ?? (isReply(doing) ? (heads.get(place) ?? null) : null);
    // What heads the thread may have been deleted meanwhile.
    const reply = thread === null ? null : await slack.does({ ...message, thread });
    const done = reply ?? (await slack.does(message));
    const head = done?.thread ?? done?.ts;
    if (head && doing.thread === null) heads.set(place, head);
    return done && kept({ ...doing, ...frameOf(done, by) });
  };
  return async (doing) => {
    if (doing.type === "deleted") return takeBack(doing.message);
    return doing.type === "command" ? call(doing) : say(doing);
  };
}

type Author = MessageSaid["author"];
type Said = Extract<Doing, { type: "message" }>;

const userOf = ({ id, name }: Author) => ({ id, name });

export function nameIn(id: string): { readonly channel: string; readonly ts: string } {
  const [channel = "", ts = ""] = id.split(":");
  return { channel, ts };
}

/** Who answers something writes in its thread; who speaks to nobody does so where nobody is asked. */
const isReply = ({ quoted, addressing }: Said): boolean => quoted !== null && addressing !== "ambient";

/** In a room of many everybody who wants an answer mentions it. */
const textOf = ({ addressing, text }: Said): string =>
  addressing === "ambient" || addressing === "direct" ? text : `<@${bot}> ${text}`;

function filesOf({ file }: Said) {
  if (file === undefined) return {};
  const bytes = Buffer.from(file);
  return {
    files: [{ name: "notes.txt", mimetype: "text/plain", size: bytes.length, base64: bytes.toString("base64") }],
  };
}

/** In a channel an answer opens a thread below what it answers, or goes on in the one that is there. */
const frameOf = ({ id, at, channel, thread, kind, ts }: PersonEvent, author: Author) => ({
  ...{ id, at, author, channel: channel ?? "" },
  thread: thread ?? (kind === "channel" ? ts : null),
});
