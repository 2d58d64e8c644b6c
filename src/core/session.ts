/** Who speaks, where, and who hears it: the words that every room of the house shares. */

declare const brand: unique symbol;
/** A string that cannot be mistaken for another kind of string. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

export type PlaceKey = Brand<string, "PlaceKey">;
export type RoomKey = Brand<string, "RoomKey">;
export type PersonId = Brand<string, "PersonId">;
export type SessionId = Brand<string, "SessionId">;
export type TurnId = Brand<string, "TurnId">;
export type MessageId = Brand<string, "MessageId">;
export type MemoryId = Brand<string, "MemoryId">;
/** What was said, named so that the same words arriving twice have the same key: never the key of an envelope. */
export type AskKey = Brand<string, "AskKey">;

/** Languages in which Familiar has words of its own. */
export const locales = ["en", "de"] as const;
export type Locale = (typeof locales)[number];

/** Where something was said. Lanes and sessions go by place. */
export interface Place {
  readonly platform: string;
  readonly guild: string | null;
  readonly channel: string;
  readonly thread: string | null;
}

/** `channel` includes its public threads; the other three are rooms of their own. */
export type RoomKind = "channel" | "private-thread" | "group" | "direct";

/** Who hears it. Scopes and mood go by room. */
export interface Room {
  readonly key: RoomKey;
  readonly kind: RoomKind;
}

const join = (parts: readonly (string | null)[]): string =>
  parts.map((part) => encodeURIComponent(part ?? "")).join("/");

export const placeKey = (place: Place): PlaceKey =>
  join([place.platform, place.guild, place.channel, place.thread]) as PlaceKey;

/** The place that a key names. */
export function placeNamed(key: PlaceKey): Place {
  const [platform = "", guild, channel = "", thread] = key.split("/").map(decodeURIComponent);
  return { platform, guild: guild || null, channel, thread: thread || null };
}

/** A public thread is heard by its whole channel; a private thread only by those in it. */
export const roomOf = (place: Place, kind: RoomKind): Room => ({
  kind,
  key: join([place.platform, place.guild, place.channel, kind === "private-thread" ? place.thread : null]) as RoomKey,
});

/** A platform account: `id` is the platform's own and is never shown, `name` is what people see. */
export interface Author {
  readonly id: string;
  readonly name: string;
}

/** What the safety floor answers: somebody may end or harm their own life, or is in acute danger. */
export type Concern = "self-harm" | "danger";

/** A file that came with a message. The platform alone knows how to get at it, and it is data, whatever it says. */
export interface Attachment {
  readonly name: string;
  /** In bytes, as the platform says. */
  readonly size: number;
  /** Where the platform finds it; kept sealed, and never shown or logged. */
  readonly source: string;
  /**
   * Who sent it, where it belongs to the message replied to or forwarded (empty where nobody is named): then it is used
   * and not stored. Null: it came with this message.
   */
  readonly quotedFrom: string | null;
}

export type Addressing = "direct" | "mention" | "reply" | "thread" | "ambient";

interface AskBase {
  readonly key: AskKey;
  readonly place: Place;
  readonly room: Room;
  readonly author: Author;
  /** What the platform says the person reads; the language of the words themselves goes before it. */
  readonly locale: Locale | null;
  readonly sentAt: Date;
}

export interface MessageAsk extends AskBase {
  readonly type: "message";
  readonly addressing: Addressing;
  readonly text: string;
  /** The message replied to, forwarded or quoted: it belongs to the turn and is not stored. */
  readonly quoted: { readonly author: string; readonly text: string } | null;
  readonly attachments: readonly Attachment[];
}

/**
 * A command comes as a line of text (console, mentions) or as fields that the platform has already parted. `withheld`: a
 * private one was written where others read it; no word of it is kept.
 */
export type CommandInput =
  | { readonly type: "line"; readonly text: string }
  | { readonly type: "fields"; readonly values: Readonly<Record<string, string | number | boolean>> }
  | { readonly type: "withheld" };

export interface CommandAsk extends AskBase {
  readonly type: "command";
  /** The full name, such as `journal write`; null where the line itself names it. */
  readonly command: string | null;
  readonly input: CommandInput;
  /** What the platform answers it by, where its place and key do not say it: known to the platform alone, and kept sealed. */
  readonly handle: string | null;
}

/** A message that showed somebody in danger, without its words: the safety floor answers it. Only the gate makes one. */
export interface ConcernAsk extends AskBase {
  readonly type: "concern";
  readonly concern: Concern;
}

/** What gets a turn and a reply. */
export type Ask = MessageAsk | CommandAsk | ConcernAsk;

/** Somebody has deleted a message: nothing of it is answered or kept any more. */
export interface MessageDeleted {
  readonly type: "deleted";
  readonly key: AskKey;
  readonly place: Place;
}

/** What happens to what was said. It may arrive again and again, and gets no reply. */
export type RoomEvent = MessageDeleted;
