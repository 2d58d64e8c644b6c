import type { StoredFile } from "./files.ts";
import type { BotMessage, MessageState } from "./records.ts";
import type { World } from "./world.ts";

/** A message that is being streamed, or once was. */
export interface Stream {
  /** How its first call wrote: a stream keeps to that for all its life. */
  readonly mode: "text" | "chunks";
  readonly startedAt: number;
  appendedAt: number;
  stopped: "app" | "user" | "time" | null;
}

/** A message of anybody, with everything it ever said. */
export interface Message {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly author: string;
  readonly subtype: string | null;
  readonly thread: string | null;
  readonly broadcast: boolean;
  readonly files: readonly StoredFile[];
  /** The process that posted it, and by which method; null: a person wrote it. */
  readonly bot: string | null;
  readonly method: string | null;
  readonly answers: string | null;
  readonly visibleTo: string | null;
  readonly audience: readonly string[];
  readonly clientId: string | null;
  readonly states: MessageState[];
  readonly stream: Stream | null;
  edited: { readonly user: string; readonly ts: string } | null;
  /** Emoji to who reacts with it. */
  readonly reactions: Map<string, Set<string>>;
}

/** Every message, in order of posting. */
export interface Messages {
  add(message: Message): void;
  /** Null where it is not there (any more). */
  alive(channel: string, ts: string | null | undefined): Message | null;
  /** The same, whoever may see it or not; ephemeral messages are known to those alone who see them. */
  shown(channel: string, ts: string, user: string): Message | null;
  change(message: Message, state: Omit<MessageState, "at">): void;
  remove(message: Message): void;
  /** What the channel shows, oldest first: no replies but those that are broadcast. */
  inChannel(channel: string): readonly Message[];
  /** Oldest first. */
  replies(channel: string, thread: string): readonly Message[];
  /** One that was deleted and still heads a thread. */
  tombstone(channel: string, ts: string): Message | null;
  ofBot(world: World): readonly BotMessage[];
}

export const nameOf = (channel: string, ts: string): string => `${channel}:${ts}`;

export function messages(now: () => number): Messages {
  const kept = new Map<string, Message>();
  // Times grow in every channel: what comes later stands behind.
  const [tops, threads] = [new Map<string, Message[]>(), new Map<string, Message[]>()];
  const isThere = (one: Message): boolean => stateOf(one).text !== null;
  const find = (channel: string, ts: string): Message | null => kept.get(nameOf(channel, ts)) ?? null;
  const alive: Messages["alive"] = (channel, ts) => {
    const one = find(channel, ts ?? "");
    return one && isThere(one) && one.visibleTo === null ? one : null;
  };
  const change: Messages["change"] = (message, state) => void message.states.push({ ...state, at: now() });
  const replies: Messages["replies"] = (channel, thread) =>
    (threads.get(nameOf(channel, thread)) ?? []).filter(isThere);
  const tombstone: Messages["tombstone"] = (channel, ts) => {
    const one = find(channel, ts);
    return one && !isThere(one) && replies(channel, ts).length > 0 ? one : null;
  };
  return {
    add: (message) => {
      const { channel, ts, thread, broadcast, visibleTo } = message;
      kept.set(nameOf(channel, ts), message);
      if (visibleTo !== null) return;
      if (thread === null || broadcast) append(tops, channel, message);
      if (thread !== null) append(threads, nameOf(channel, thread), message);
    },
    alive,
    shown: (channel, ts, user) => {
      const one = find(channel, ts);
      return one && isThere(one) && (one.visibleTo === null || one.visibleTo === user) ? one : null;
    },
    change,
    remove: (message) => change(message, { ...stateOf(message), text: null }),
    inChannel: (channel) =>
      (tops.get(channel) ?? []).filter((one) => isThere(one) || tombstone(channel, one.ts) !== null),
    replies,
    tombstone,
    ofBot: (world) => [...kept.values()].flatMap((one) => botMessage(one, world)),
  };
}

function append(lists: Map<string, Message[]>, key: string, message: Message): void {
  const list = lists.get(key);
  if (list) list.push(message);
  else lists.set(key, [message]);
}

/** What it says now. */
export function stateOf({ ts, states }: Message): MessageState {
  const last = states.at(-1);
  if (!last) throw new Error(`message ${ts} has never said anything`);
  return last;
}

export const isStreaming = (message: Message): boolean => stateOf(message).streaming === "in_progress";

function botMessage(message: Message, world: World): readonly BotMessage[] {
  const { bot, method, channel, ts, team, thread, visibleTo, answers, audience, states } = message;
  const kind = world.channels.get(channel)?.kind;
  if (bot === null || method === null || kind === undefined) return [];
  return [
    { id: nameOf(channel, ts), team, channel, kind, ts, thread, bot, method, visibleTo, answers, audience, states },
  ];
}
