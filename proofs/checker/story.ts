import type {
  BotMessage,
  CommandSent,
  History,
  MessageSaid,
  PlatformEvent,
} from "../../tests/doubles/mock-platform/records.ts";
import type { Facts, TurnFact } from "./facts.ts";

/** What a person asked, and all that is known of it. */
export interface Asked {
  readonly event: MessageSaid | CommandSent;
  /** In order of saying, over all channels. */
  readonly order: number;
  /** What its answer must name; null where its reply is known by its reference alone. */
  readonly token: string | null;
  readonly key: string;
  readonly turn: TurnFact | null;
  /** When its author deleted it; null: never. */
  readonly goneAt: number | null;
  /** When the deletion of it was acknowledged; null: never. */
  readonly deletedAt: number | null;
}

/** A message of the bot that is there in the end. */
export interface Shown {
  readonly message: BotMessage;
  readonly text: string;
}

/** The facts, put together: who asked what, and what is to be seen. */
export interface Story {
  readonly facts: Facts;
  readonly asked: readonly Asked[];
  readonly ambient: readonly MessageSaid[];
  readonly shown: readonly Shown[];
  /** The messages that are seen for what was asked: those that begin to answer its token, or refer to it. */
  repliesTo(asked: Asked): readonly Shown[];
}

export function storyOf(facts: Facts): Story {
  const { history, turns } = facts;
  const byKey = new Map(turns.map((turn) => [turn.key, turn]));
  const asked = history.events.flatMap((event, order) => {
    if (event.type === "deleted" || isAmbient(event)) return [];
    const key = facts.keyOf(event);
    return [{ event, order, key, token: tokenOf(event), turn: byKey.get(key) ?? null, ...deletionOf(event, history) }];
  });
  const shown = shownIn(history);
  const byToken = grouped(shown.flatMap((one) => tokensBegun(one.text).map((token) => [token, one] as const)));
  const replies = shown.filter(({ message }) => isReply(message));
  const byReference = grouped(replies.map((one) => [one.message.replyTo ?? "", one] as const));
  const repliesTo = ({ token, event }: Asked): readonly Shown[] =>
    (token === null ? byReference.get(event.id) : byToken.get(token)) ?? [];
  return { facts, asked, ambient: history.events.filter(isAmbient), shown, repliesTo };
}

/** What has no nonce is a line outside any reply, such as "I'm behind": it is tried once, and answers nothing. */
export const isReply = ({ nonce }: BotMessage): boolean => nonce !== null;

/** By the first of each pair, in order. */
export function grouped<T>(pairs: readonly (readonly [string, T])[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const [name, one] of pairs) {
    const known = groups.get(name);
    if (known) known.push(one);
    else groups.set(name, [one]);
  }
  return groups;
}

const isAmbient = (event: PlatformEvent): event is MessageSaid =>
  event.type === "message" && event.addressing === "ambient";

const tokenOf = (event: PlatformEvent): string | null =>
  event.type === "message" ? (/#(T\d+)#/.exec(event.text)?.[1] ?? null) : null;

function deletionOf({ id }: PlatformEvent, { events, offers }: History): Pick<Asked, "goneAt" | "deletedAt"> {
  const deletion = events.find((event) => event.type === "deleted" && event.message === id);
  const times = offers.flatMap(({ event, acknowledgedAt }) =>
    event === deletion?.id && acknowledgedAt !== null ? [acknowledgedAt] : [],
  );
  return { goneAt: deletion?.at ?? null, deletedAt: times.length === 0 ? null : Math.min(...times) };
}

const shownIn = ({ messages }: History): readonly Shown[] =>
  messages.flatMap((message) => {
    const text = message.states.at(-1)?.text ?? null;
    return text === null ? [] : [{ message, text }];
  });

/** Tokens that a text begins to answer. */
export const tokensBegun = (text: string): readonly string[] =>
  [...text.matchAll(/\bre:(T\d+)\b/g)].map(([, token = ""]) => token);

/** The same for a text that may be cut anywhere: only what a blank has ended is a token. */
export const answers = (text: string, token: string): boolean => text.includes(`re:${token} `);

export const placeOf = ({ channel, thread }: { channel: string; thread: string | null }): string =>
  `${channel}/${thread ?? ""}`;
