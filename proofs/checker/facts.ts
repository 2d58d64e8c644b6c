import type { History, PlatformEvent } from "../../tests/doubles/mock-platform/records.ts";
import type { TokenCall } from "../../tests/doubles/token-model.ts";

/** One turn as the database has it, with what belongs to it. */
export interface TurnFact {
  readonly id: string;
  readonly key: string;
  readonly state: string;
  readonly reason: string | null;
  /** The turn whose reply answers this one too; null where it has its own. */
  readonly lead: string | null;
  readonly userMessages: number;
  readonly assistantMessages: number;
  readonly receipts: number;
  /** Model calls that ended well. */
  readonly stops: number;
}

/** A process that was frozen, replaced by another one, and let go on. */
export interface Thawed {
  readonly bot: string;
  readonly at: number;
}

/** All that a run has left behind. Times are of the platform's clock. */
export interface Facts {
  readonly history: History;
  readonly calls: readonly TokenCall[];
  readonly turns: readonly TurnFact[];
  /** Journal entries by their author's id on the platform. */
  readonly journal: Readonly<Record<string, number>>;
  /** By key, when a turn was first seen in the database with its answer. */
  readonly committed: ReadonlyMap<string, number>;
  readonly thawed: readonly Thawed[];
  /** Channels in which nothing can be posted. */
  readonly forbidden: readonly string[];
  /**
   * By how much two deliveries may cross on the way, where a platform brings what was not taken again later; null, or
   * nothing said, where it keeps the order of saying.
   */
  readonly crossingMs?: number | null;
  /** The key under which a turn keeps what was said. */
  readonly keyOf: (event: PlatformEvent) => string;
  /** Commands that nobody has acknowledged in time: their authors were told so by the platform, and are owed nothing. */
  readonly givenUp: readonly string[];
}

export interface Figures {
  readonly answered: number;
  readonly refused: number;
  readonly expired: number;
  readonly uncertain: number;
  /** Deleted by their authors before they were answered. */
  readonly withdrawn: number;
  /** Asked where nothing can be posted. */
  readonly undeliverable: number;
  /** Commands that nobody has acknowledged in time, and that were not answered otherwise. */
  readonly unacknowledged: number;
  /** Answers that came again where the platform knows no more than "at least once", seen by one person or by all. */
  readonly repeatedEphemerals: number;
  readonly repeatedResponses: number;
  readonly lost: number;
  readonly duplicates: number;
  readonly disorder: number;
  readonly halfWritten: number;
  readonly repeatedModelCalls: number;
  /** Replies where nobody asked, or shown to somebody who did not. */
  readonly unasked: number;
  /** Requests that showed an answer after the deletion of its question was acknowledged, or answers that stayed. */
  readonly afterDeletion: number;
  /** Requests of a process that another one had replaced. */
  readonly afterThaw: number;
  /** Requests made before the time that the platform had asked to wait for. */
  readonly early: number;
}

/** The figures that must be zero. */
export const faults = [
  "lost",
  "duplicates",
  "disorder",
  "halfWritten",
  "repeatedModelCalls",
  "unasked",
  "afterDeletion",
  "afterThaw",
  "early",
] as const satisfies readonly (keyof Figures)[];

export type Fault = (typeof faults)[number];

/** One thing that went wrong, in words for whoever has to find out why. */
export interface Finding {
  readonly fault: Fault;
  readonly words: string;
}
