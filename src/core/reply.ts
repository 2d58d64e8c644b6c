import type { Addresses } from "./addresses.ts";
import type { AskKey, Author, Locale, Place, Room, TurnId } from "./session.ts";

/** Text in CommonMark; each platform renders it in its own dialect. */
export type Markdown = string;

/** Who may see a reply: everyone in the place, or the asking person alone. Decided in the core, static for a command. */
export type Visibility = "place" | "person";

/** What is said beside an answer and is none: first-contact lines, "I'll remember that", warnings. */
export interface Notice {
  /** An error's code where the notice tells of one, otherwise null. */
  readonly code: string | null;
  readonly text: string;
}

/** What one reply was made of; shown by `--json` and later by /why. Memories are named by id, never quoted. */
export interface Receipt {
  readonly provider: string;
  readonly model: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** Null where no price is known. */
  readonly usd: number | null;
  /** Null where nothing was streamed. */
  readonly firstTokenMs: number | null;
  readonly memories: readonly string[];
}

export interface Reply {
  readonly body: Markdown;
  readonly visibility: Visibility;
  /** Said to the asking person alone, beside the body that the whole place sees; null where there is nothing such. */
  readonly aside: Markdown | null;
  readonly notices: readonly Notice[];
  /** Those in body and aside that may be links; any other address is shown so that nobody follows it by accident. */
  readonly addresses: Addresses;
  /** True where nothing of question or answer may stay once it is delivered: the inbox then forgets the words. */
  readonly offRecord: boolean;
  /** Null for what code alone has answered: commands, refusals, failures. */
  readonly receipt: Receipt | null;
}

/** What a person may want of a reply, by a button below it. */
export const actions = ["stop", "again", "remove", "report", "good", "bad"] as const;
export type Action = (typeof actions)[number];

/** What a button below a reply is for: an action, or, with a slash before its name, a command for whoever presses. */
export type Offer = Action | `/${string}`;

/** The full name of the command that a button offers; null where it offers none. */
export const commandIn = (offer: string): string | null => (offer.startsWith("/") ? offer.slice(1) : null);

/** One posted piece of a reply, as the database knows it. A long reply has parts 0..n. */
export interface Part {
  readonly part: number;
  /** When the request that makes it visible was first begun: its nonce is made of it, and is remembered for minutes. */
  readonly since: Date;
  /** The platform's own id; null while nobody knows whether the request was carried out. */
  readonly id: string | null;
}

/**
 * The durable side of posting. Each call resolves when it is committed, and rejects where the turn is not ours to post
 * any more: then no request may be made.
 */
export interface PartLedger {
  /** Before the request that makes a part visible. */
  sending(part: number): Promise<Part>;
  /** The platform has named it. */
  posted(part: number, id: string): Promise<void>;
  /** Before the request that takes a part away, also of a turn that has been deleted. */
  removing(): Promise<void>;
  /** It is not there any more. */
  removed(part: number): Promise<void>;
  /** Before a request that changes what is visible already. */
  check(): Promise<void>;
}

/** Where a reply goes, and what it answers. */
export interface Delivery {
  readonly turn: TurnId;
  readonly place: Place;
  readonly room: Room;
  readonly asker: Author;
  readonly inReplyTo: AskKey;
  /** All that it answers, `inReplyTo` last: messages that waited together are answered together. */
  readonly covers: readonly AskKey[];
  readonly locale: Locale;
  /** How the question began, in a few words, for a title in private; null where there are none to repeat. */
  readonly subject: string | null;
  /** Of what was asked last. */
  readonly handle: string | null;
  /** What buttons below it are for when it is finished; null asks for what they may want while it is being written. */
  readonly offers: (finished: Reply | null) => readonly Offer[];
  /** What an earlier run has posted, or may have. */
  readonly parts: readonly Part[];
  readonly ledger: PartLedger;
  /** Once aborted no request that shows text may begin: the question was deleted, or the turn is somebody else's. */
  readonly gone: AbortSignal;
}

/** One line outside any reply, such as "I'm behind". It is never recovered and never repeated. */
export interface Line {
  readonly place: Place;
  readonly room: Room;
  readonly asker: Author;
  /** Null where a reply is still to come: in a history the line would be taken for a part of it. */
  readonly inReplyTo: AskKey | null;
  readonly text: Markdown;
  /**
   * It tells of a moment, and is not sent any more after so much time: the platform may have had no room for it, or this
   * process may have stood still and been replaced. Null: late is better than never.
   */
  readonly worthMs: number | null;
}

/**
 * One reply on its way to people. `show` and `status` never block, never throw, and keep only the newest text;
 * `finish` is what recovery calls too, and the one call whose failure counts: a PlatformError that is `retryable` may
 * be tried again by the same call.
 */
export interface LiveReply {
  /** `addresses` are those that may be links, as in a finished reply. */
  show(textSoFar: Markdown, addresses?: Addresses): void;
  status(text: string): void;
  finish(reply: Reply): Promise<void>;
  /** Takes back whatever was posted. Rejects like `finish`. */
  withdraw(): Promise<void>;
  /**
   * Instead of `finish`, when nothing comes in this run any more: who waits for the reply need not wait. Resolves when
   * no request of it is under way.
   */
  abandon(): Promise<void>;
}
