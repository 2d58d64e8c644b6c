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
  readonly notices: readonly Notice[];
  /** True where nothing of question or answer may stay once it is delivered: the inbox then forgets the words. */
  readonly offRecord: boolean;
  /** Null for what code alone has answered: commands, refusals, failures. */
  readonly receipt: Receipt | null;
}

/** Where a reply goes, and what it answers. */
export interface Delivery {
  readonly turn: TurnId;
  readonly place: Place;
  readonly room: Room;
  readonly asker: Author;
  readonly inReplyTo: AskKey;
  readonly locale: Locale;
}

/** What the platform has taken: its own ids of the posted parts, in order. */
export interface Delivered {
  readonly parts: readonly string[];
}

/**
 * One reply on its way to people. `show` and `status` never block, never throw, and keep only the newest text;
 * `finish` is what recovery calls too, and the one call whose failure counts.
 */
export interface LiveReply {
  show(textSoFar: Markdown): void;
  status(text: string): void;
  finish(reply: Reply): Promise<Delivered>;
  /** Instead of `finish`, when nothing comes in this run any more: who waits for the reply need not wait. */
  abandon(): void;
}
