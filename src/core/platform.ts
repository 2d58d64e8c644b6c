import type { AnyCommand, Choice } from "./commands/definition.ts";
import type { Page, Visit } from "./home/page.ts";
import type { Action, Delivery, Line, LiveReply, Markdown } from "./reply.ts";
import type { Ask, Attachment, Author, Locale, MessageAsk, Place, RoomEvent, TurnId } from "./session.ts";
import type { Past } from "./storage.ts";

/** Differences between platforms are data, not optional methods. */
export interface Capabilities {
  /** Longest text of one posted part, in UTF-16 units. */
  readonly partLength: number;
  /** Whether text appears while it is being written. */
  readonly streams: boolean;
  /** Whether the one person here runs the program, so that consent to keep private matters is given. */
  readonly operatorOnly: boolean;
  /** Whether messages of one author that wait together are answered together. */
  readonly coalesces: boolean;
  /** Whether an answer may come late. Where somebody sits and waits for it, a failure is said at once instead. */
  readonly mayBeLate: boolean;
  /** Whether what people may want of a reply can stand below it. */
  readonly buttons: boolean;
  /** Whether nobody else learns from the platform itself that somebody has called a command. */
  readonly commandsUnseen: boolean;
}

/** What became of what was heard: durably taken, taken before, refused for want of room, or none of ours. */
export type Acceptance =
  | { readonly type: "accepted" | "known" | "refused"; readonly turn: TurnId }
  | { readonly type: "ambient" };

/** An argument that somebody is typing; the command is not called yet. */
export interface Query {
  readonly platform: string;
  readonly author: Author;
  readonly locale: Locale;
  readonly command: string;
  readonly field: string;
  readonly typed: string;
}

/** Somebody wants something of a reply. */
export interface Press {
  readonly turn: TurnId;
  readonly action: Action;
  /** Where the reply stands. */
  readonly place: Place;
  readonly author: Author;
  /** Whether the platform lets them remove what others have written there. */
  readonly moderator: boolean;
  readonly locale: Locale | null;
  /** By the platform's time: the same press, heard again, has the same. */
  readonly at: Date;
}

/** What came of it, with the words for whoever has pressed. */
export interface Pressed {
  readonly type: "done" | "known" | "not-yours" | "gone";
  readonly text: Markdown;
}

/** What a message says now. */
export type Reread = Pick<MessageAsk, "text" | "quoted" | "attachments">;

/** The core, as a platform sees it. */
export interface AdapterHost {
  /** Resolves when what was heard is durable: acknowledge after it, never before, and not at all where it rejects. */
  receive(heard: Ask | RoomEvent): Promise<Acceptance>;
  /** What is known of a platform by now, so that what was said meanwhile can be fetched. */
  past(platform: string): Promise<Past>;
  /** All that was said on a platform up to this was received: the next run fetches only what came later. */
  heard(platform: string, until: string): Promise<void>;
  /** Completions for a line that begins with a slash. */
  suggest(line: string, locale: Locale): readonly Choice[];
  /** Completions for one argument. Nothing is kept of it, and what fails there has none. */
  complete(query: Query): Promise<readonly Choice[]>;
  /** A person has heard enough: what was said so far becomes the reply. Nothing happens when the turn is over. */
  stop(turn: TurnId): void;
  /** Resolves when what was wanted is durable. However often the same press is heard, it is one. */
  press(press: Press): Promise<Pressed>;
  /** Somebody's own page, for their eyes alone. Best effort, and no turn: nothing is kept of it. */
  home(visit: Visit): Promise<Page>;
}

/** What became of a file that was to be fetched. */
export type Fetched =
  | { readonly type: "bytes"; readonly bytes: Uint8Array }
  | { readonly type: "too-large" | "unreachable" };

export interface PlatformAdapter {
  readonly platform: string;
  readonly capabilities: Capabilities;
  start(host: AdapterHost): Promise<void>;
  /** Hears nothing new; replies still go out. */
  rest(): Promise<void>;
  stop(): Promise<void>;
  publishCommands(commands: readonly AnyCommand[]): Promise<void>;
  open(delivery: Delivery): LiveReply;
  /** Gets a file of a message, of at most so many bytes, from the platform and nowhere else. Never rejects. */
  fetch(attachment: Attachment, most: number, signal: AbortSignal): Promise<Fetched>;
  /** Best effort: resolves when it was tried, and never rejects. */
  tell(line: Line): Promise<void>;
  /** A message that was asked, as it reads now; null where it is not there any more. Rejects with a PlatformError. */
  reread(question: MessageAsk): Promise<Reread | null>;
}
