import type { BotMessage, MessageState, Spot, ToldMessage } from "./records.ts";

export interface NewMessage extends Pick<Spot, "channel" | "thread"> {
  readonly text: string;
  readonly nonce: string | null;
  readonly replyTo: string | null;
  readonly privateTo: string | null;
}

/** What bots have posted, with everything it ever said. */
export interface Messages {
  /** `repeated` where the nonce is known: then nothing is changed, and the text is the first one's. */
  create(message: NewMessage, bot: string): { readonly id: string; readonly repeated: boolean };
  /** False where it is not there (any more). */
  edit(id: string, text: string): boolean;
  remove(id: string): boolean;
  channelOf(id: string): string | null;
  history(channel: string, thread: string | null): readonly ToldMessage[];
  all(): readonly BotMessage[];
}

interface Kept extends Omit<BotMessage, "states"> {
  readonly states: MessageState[];
}

interface MessagesOptions {
  readonly now: () => number;
  /** How long a nonce is remembered. */
  readonly nonceMs: number;
}

/** Nonces count on create alone, and only for a while. */
export function messages({ now, nonceMs }: MessagesOptions): Messages {
  const kept = new Map<string, Kept>();
  const nonces = new Map<string, { readonly id: string; readonly until: number }>();
  const alive = (id: string): Kept | null => {
    const one = kept.get(id);
    return one && textOf(one) !== null ? one : null;
  };
  const known = (nonce: string | null): string | null => {
    const found = nonce === null ? undefined : nonces.get(nonce);
    return found && found.until > now() && alive(found.id) ? found.id : null;
  };
  const change = (id: string, text: string | null): boolean => {
    const one = alive(id);
    one?.states.push({ at: now(), text });
    return one !== null;
  };
  return {
    create: ({ text, ...message }, bot) => {
      const first = known(message.nonce);
      if (first) return { id: first, repeated: true };
      const id = `b${kept.size + 1}`;
      kept.set(id, { ...message, id, bot, states: [{ at: now(), text }] });
      if (message.nonce !== null) nonces.set(message.nonce, { id, until: now() + nonceMs });
      return { id, repeated: false };
    },
    edit: change,
    remove: (id) => change(id, null),
    channelOf: (id) => kept.get(id)?.channel ?? null,
    history: (channel, thread) =>
      [...kept.values()].flatMap((one) => {
        const text = textOf(one);
        return one.channel === channel && one.thread === thread && text !== null ? [told(one, text)] : [];
      }),
    all: () => [...kept.values()],
  };
}

const textOf = ({ states }: Kept): string | null => states.at(-1)?.text ?? null;

const told = ({ id, replyTo, privateTo }: Kept, text: string): ToldMessage => ({ id, text, replyTo, privateTo });
