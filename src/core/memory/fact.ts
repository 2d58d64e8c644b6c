import type { MemoryId, MessageId, PersonId, TurnId } from "../session.ts";
import type { Scope } from "./audience.ts";

export const factKinds = [
  "name",
  "age",
  "home",
  "origin",
  "work",
  "health",
  "preference",
  "relation",
  "possession",
  "goal",
  "plan",
  "event",
  "state",
  "note",
] as const;
export type FactKind = (typeof factKinds)[number];

/** Why a fact weighs what it weighs: the parts add up (capped at 1) to `score`. All 0..1. */
export interface Importance {
  readonly score: number;
  readonly components: Readonly<Record<string, number>>;
}

/** What a person said about themselves, parted into words that code can compare. */
export interface Fact {
  readonly kind: FactKind;
  /** `self`, or whom of theirs it is about: `dog`, `sister` (English where the word is known, else folded as written). */
  readonly about: string;
  /** What about them: `name`, `home`, `allergy`, `likes`, `favourite band`. One (about, attribute) names one slot. */
  readonly attribute: string;
  /** As the person wrote it: `Rex`, `Lisbon`, `peanuts`. */
  readonly value: string;
  /** Whether a slot holds one value (a name) or many (likes). A second value supersedes only in the first case. */
  readonly single: boolean;
  /** The verbatim words that support it: a substring of the message. No span, no fact. */
  readonly span: string;
  readonly importance: Importance;
  /** 0..1 */
  readonly confidence: number;
}

/** A fact that is kept: with its one scope, its source and its time. */
export interface Memory extends Fact {
  readonly id: MemoryId;
  readonly scope: Scope;
  /** Whom it is about and who said it: only the speaker, for patterns. */
  readonly person: PersonId;
  /** The name people saw when it was said. */
  readonly saidBy: string;
  readonly sourceMessage: MessageId;
  readonly sourceTurn: TurnId;
  readonly validFrom: Date;
  /** Null while it holds. Contradictions set it; nothing is overwritten. */
  readonly validTo: Date | null;
  readonly supersededBy: MemoryId | null;
  /** How often it was said. */
  readonly count: number;
  readonly pinned: boolean;
  /** Search terms, made by `terms.ts`. */
  readonly terms: readonly string[];
}

/** A message of the past that may answer this one, in its speaker's own words. */
export interface Passage {
  readonly message: MessageId;
  readonly turn: TurnId;
  readonly person: PersonId;
  /** The name people saw when it was said. */
  readonly saidBy: string;
  readonly text: string;
  readonly saidAt: Date;
  /** 0..1: how much of the question's content it covers. */
  readonly score: number;
}

/** What memory gives to one turn, best first. */
export interface Recall {
  readonly facts: readonly Memory[];
  readonly passages: readonly Passage[];
}

/** What one message does to memory. Planned before the answer, written in the same transaction as the answer. */
export interface MemoryPlan {
  /** What the person asked memory to do: a plain message only teaches. */
  readonly intent: "none" | "teach" | "correct" | "forget";
  readonly remember: readonly Memory[];
  readonly supersede: readonly { readonly memory: Memory; readonly by: MemoryId | null }[];
  readonly repeat: readonly MemoryId[];
  readonly erase: readonly Memory[];
  /** Messages that must not be quoted any more, because what they said no longer holds. */
  readonly hide: readonly MessageId[];
  /** True when the message is nothing but an instruction to memory: code answers it, under any model. */
  readonly alone: boolean;
  /** Turns of the past whose messages go, both sides, though no memory came from them ("forget that" after small talk). */
  readonly eraseTurns: readonly TurnId[];
  /** The person asked that nothing of this message be kept: no memory, and no row that outlives the answer. */
  readonly offRecord: boolean;
  /** For this message's own row: false for instructions to memory and questions to it, which are not worth quoting. */
  readonly recallable: boolean;
}
