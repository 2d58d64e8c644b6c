import type { AnyCommand } from "./commands/definition.ts";
import type { Delivery, Line, LiveReply } from "./reply.ts";
import type { Ask, Locale, RoomEvent, TurnId } from "./session.ts";
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
}

/** What became of what was heard: durably taken, taken before, refused for want of room, or none of ours. */
export type Acceptance =
  | { readonly type: "accepted" | "known" | "refused"; readonly turn: TurnId }
  | { readonly type: "ambient" };

/** A completion for what a person is typing: `value` replaces the word, `label` explains it. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** The core, as a platform sees it. */
export interface AdapterHost {
  /** Resolves when what was heard is durable: acknowledge after it, never before, and not at all where it rejects. */
  receive(heard: Ask | RoomEvent): Promise<Acceptance>;
  /** What earlier runs knew of a platform, so that what was said since can be fetched. */
  past(platform: string): Promise<Past>;
  /** All that was said on a platform up to this was received: the next run fetches only what came later. */
  heard(platform: string, until: string): Promise<void>;
  /** Completions for a line that begins with a slash. */
  suggest(line: string, locale: Locale): readonly Choice[];
  /** A person has heard enough: what was said so far becomes the reply. Nothing happens when the turn is over. */
  stop(turn: TurnId): void;
}

export interface PlatformAdapter {
  readonly platform: string;
  readonly capabilities: Capabilities;
  start(host: AdapterHost): Promise<void>;
  /** Hears nothing new; replies still go out. */
  rest(): Promise<void>;
  stop(): Promise<void>;
  publishCommands(commands: readonly AnyCommand[]): Promise<void>;
  open(delivery: Delivery): LiveReply;
  /** Best effort: resolves when it was tried, and never rejects. */
  tell(line: Line): Promise<void>;
}
