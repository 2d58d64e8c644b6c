import type { Person } from "./options.ts";
import type { BotMessage, MessageState } from "./records.ts";
import { bySnowflake } from "./snowflakes.ts";
import { kindOf, type World } from "./world.ts";

export const messageTypes = { usual: 0, reply: 19, chatInput: 20, contextMenu: 23 } as const;

/** What a forward shows, as it was when it was forwarded. */
export interface Snapshot {
  readonly message: string;
  readonly channel: string;
  readonly type: number;
  readonly postedAt: number;
  readonly state: MessageState;
}

/** A message of anybody, with everything it ever said. */
export interface Message {
  readonly id: string;
  readonly channel: string;
  readonly author: Person;
  /** The process that posted it; null: a person wrote it. */
  readonly bot: string | null;
  readonly type: number;
  readonly nonce: string | null;
  readonly reference: string | null;
  readonly forwarded: Snapshot | null;
  readonly interaction: string | null;
  readonly visibleTo: string | null;
  readonly states: MessageState[];
  /** Emoji to who reacts with it. */
  readonly reactions: Map<string, Set<string>>;
}

/** Every message, in order of posting. */
export interface Messages {
  add(message: Message): void;
  /** Null where it is not there (any more). */
  alive(id: string | null | undefined): Message | null;
  /** False where it is not there (any more). */
  change(id: string, state: Omit<MessageState, "at">): boolean;
  remove(id: string): boolean;
  /** The message that this author has posted with this nonce within the last minutes. */
  byNonce(author: string, nonce: string): Message | null;
  /** All that is there and not ephemeral, oldest first. */
  inChannel(channel: string): readonly Message[];
  ofBot(world: World): readonly BotMessage[];
}

interface MessagesOptions {
  readonly now: () => number;
  readonly nonceMs: number;
}

/** Nonces count on create alone, and only for a while. */
export function messages({ now, nonceMs }: MessagesOptions): Messages {
  const kept = new Map<string, Message>();
  const nonces = new Map<string, { readonly id: string; readonly until: number }>();
  const alive: Messages["alive"] = (id) => {
    const one = kept.get(id ?? "");
    return one && stateOf(one).content !== null ? one : null;
  };
  const change: Messages["change"] = (id, state) => {
    const one = alive(id);
    one?.states.push({ ...state, at: now() });
    return one !== null;
  };
  return {
    add: (message) => {
      kept.set(message.id, message);
      const { author, nonce, id } = message;
      if (nonce !== null) nonces.set(`${author.id} ${nonce}`, { id, until: now() + nonceMs });
    },
    alive,
    change,
    remove: (id) => {
      const one = alive(id);
      return one !== null && change(id, { ...stateOf(one), content: null });
    },
    byNonce: (author, nonce) => {
      const found = nonces.get(`${author} ${nonce}`);
      return found && found.until > now() ? alive(found.id) : null;
    },
    inChannel: (channel) =>
      [...kept.values()]
        .filter((one) => one.channel === channel && one.visibleTo === null && alive(one.id) !== null)
        .sort(bySnowflake),
    ofBot: (world) => [...kept.values()].flatMap((one) => botMessage(one, world)),
  };
}

/** What it says now. */
export function stateOf({ id, states }: Message): MessageState {
  const last = states.at(-1);
  if (!last) throw new Error(`message ${id} has never said anything`);
  return last;
}

function botMessage(message: Message, world: World): readonly BotMessage[] {
  const { bot, channel: id } = message;
  const channel = world.channel(id);
  if (bot === null || channel === null) return [];
  const { nonce, reference, interaction, visibleTo, states } = message;
  const place = { channel: id, kind: kindOf(channel), guild: channel.guild };
  return [{ id: message.id, ...place, bot, nonce, reference, interaction, visibleTo, states }];
}
