import type { PersonId, PlaceKey, RoomKey } from "./session.ts";

/** The only source of time, so that days can pass in a test. */
export interface Clock {
  now(): Date;
  /** Resolves after `ms`, or at once (without an error) when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface Ids {
  /** A UUID version 7: sorts by time of making. */
  next(): string;
}

export type LogFields = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Structured and without bodies: fields name places, turns, counts and codes, never what was said. */
export interface Logger {
  debug(fields: LogFields, message: string): void;
  info(fields: LogFields, message: string): void;
  warn(fields: LogFields, message: string): void;
  /** `error` is logged by code, message and stack, with its causes. */
  error(fields: LogFields & { readonly error?: never }, message: string, error?: unknown): void;
  child(fields: LogFields): Logger;
}

/** A turn's hold on its place, and on one of the bounded number of places that are served at once. */
export interface Slot {
  /** Lets others use the slot meanwhile; the place stays ours. Resolves after `ms` or when the signal aborts. */
  rest(ms: number, signal?: AbortSignal): Promise<void>;
}

/** One turn at a time in a place, in order of arrival; many places at once, bounded. */
export interface Lanes {
  enter(place: PlaceKey, work: (slot: Slot) => Promise<void>): void;
  /** Nothing is served before. */
  open(): void;
  /** Resolves when every lane is empty, or after `ms`. */
  drain(ms: number): Promise<void>;
}

/** Who can read what, by the platforms. Unknown, failed or slow counts as "not a member". */
export interface Memberships {
  /** Rooms (other than direct ones) that this person can read now. */
  readableBy(person: PersonId): Promise<readonly RoomKey[]>;
}
