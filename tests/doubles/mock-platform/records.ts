/** What goes over the wire, and what the platform remembers of a run. Times are milliseconds of its own clock. */

export interface Person {
  readonly id: string;
  readonly name: string;
}

/** Where something is said, and who hears it there. */
export interface Spot {
  readonly channel: string;
  readonly thread: string | null;
  readonly kind: "channel" | "private-thread" | "group" | "direct";
}

interface EventBase extends Spot {
  /** Of the message, or of the interaction; a deletion has one of its own. The same however often it is delivered. */
  readonly id: string;
  readonly at: number;
}

export interface MessageSaid extends EventBase {
  readonly type: "message";
  readonly author: Person;
  readonly addressing: "direct" | "mention" | "reply" | "thread" | "ambient";
  readonly text: string;
  readonly quoted: { readonly author: string; readonly text: string } | null;
  /** What is in a text file that comes with it, where the platform takes files. */
  readonly file?: string;
}

export interface CommandSent extends EventBase {
  readonly type: "command";
  readonly author: Person;
  readonly command: string;
  readonly fields: Readonly<Record<string, string | number | boolean>>;
}

export interface MessageGone extends EventBase {
  readonly type: "deleted";
  readonly message: string;
}

export type PlatformEvent = MessageSaid | CommandSent | MessageGone;
/** What a person does; the platform adds the rest. */
export type Doing =
  | Omit<MessageSaid, "id" | "at">
  | Omit<CommandSent, "id" | "at">
  | { readonly type: "deleted"; readonly message: string };

/** One delivery of an event. Its envelope is another one each time. */
export interface Offer {
  readonly event: string;
  readonly envelope: string;
  readonly bot: string;
  readonly at: number;
  readonly acknowledgedAt: number | null;
}

export type RequestKind = "create" | "edit" | "remove" | "history" | "typing";

/**
 * `done`; `repeated` by its nonce; `missing`: there is no such message; `cut`: the connection was dropped; `limited`,
 * `failed`, `outage` and `forbidden` are refusals.
 */
export type Outcome = "done" | "repeated" | "missing" | "cut" | "limited" | "failed" | "outage" | "forbidden";

export interface RequestRecord {
  /** Empty where it cannot be told. */
  readonly bot: string;
  readonly kind: RequestKind;
  readonly channel: string;
  /** Null where a create was not carried out. */
  readonly message: string | null;
  readonly text: string | null;
  readonly at: number;
  readonly endedAt: number;
  readonly outcome: Outcome;
  /** Whether it changed anything; a connection may be dropped before or after that. */
  readonly carriedOut: boolean;
  /** It came before the time that an earlier answer had asked to wait for. */
  readonly early: boolean;
}

/** What was to be read from `at` on; null: it was deleted. */
export interface MessageState {
  readonly at: number;
  readonly text: string | null;
}

export interface BotMessage {
  readonly id: string;
  readonly channel: string;
  readonly thread: string | null;
  readonly replyTo: string | null;
  /** Seen by this person alone. */
  readonly privateTo: string | null;
  readonly nonce: string | null;
  /** Its sender cannot know whether it is there already, and was promised no more. */
  readonly atLeastOnce?: boolean;
  /** What its last form lacks, in words; null or nothing said: it has all. */
  readonly lacks?: string | null;
  readonly bot: string;
  readonly states: readonly MessageState[];
}

export interface History {
  /** In order of saying. */
  readonly events: readonly PlatformEvent[];
  readonly offers: readonly Offer[];
  readonly requests: readonly RequestRecord[];
  readonly messages: readonly BotMessage[];
}

/** A message as the platform tells it to a bot: no nonce. */
export interface ToldMessage {
  readonly id: string;
  readonly text: string;
  readonly replyTo: string | null;
  readonly privateTo: string | null;
}

/** Whether anything is still going on. */
export interface Activity {
  readonly unacknowledged: number;
  /** Deliveries that are still to be made again, acknowledged or not. */
  readonly repeats: number;
  readonly offers: number;
  readonly requests: number;
  readonly acknowledgements: number;
  /** The newest bot that has asked for events; null before the first. */
  readonly bot: string | null;
}
