import type { Ids } from "../ports.ts";
import type { Locale, MessageId, PersonId, RoomKind, TurnId } from "../session.ts";
import type { StoredMessage } from "../storage.ts";
import type { Scope } from "./audience.ts";
import type { Memory, MemoryPlan, Passage } from "./fact.ts";

/** All that planning needs to know; it reads no repository. */
export interface PlanContext {
  readonly locale: Locale;
  readonly person: PersonId;
  /** The name people see beside the message. */
  readonly saidBy: string;
  readonly scope: Scope;
  readonly room: RoomKind;
  /** Whether private matters may be kept from a direct room. */
  readonly consent: boolean;
  readonly message: MessageId;
  readonly turn: TurnId;
  readonly ids: Ids;
  readonly now: Date;
  /** Memories that hold now, of the audience of this room. */
  readonly known: readonly Memory[];
  /** The session so far, oldest first. */
  readonly recent: readonly StoredMessage[];
  /** The person's messages of any session that an instruction may mean; see `mentions`. */
  readonly passages?: readonly Omit<Passage, "score">[];
}

/** What a message does to memory that does nothing to it. */
export const noPlan: MemoryPlan = {
  intent: "none",
  remember: [],
  supersede: [],
  repeat: [],
  erase: [],
  hide: [],
  alone: false,
  eraseTurns: [],
  offRecord: false,
  recallable: true,
};

/** What the person said before, here or elsewhere, newest first. */
export interface Said {
  readonly message: MessageId;
  readonly turn: TurnId;
  readonly text: string;
}

export function saidBefore({ recent, passages, person }: PlanContext): readonly Said[] {
  const here = recent
    .filter((message) => message.role === "user" && message.person === person)
    .map(({ id, turn, text }) => ({ message: id, turn, text }))
    .reverse();
  const seen = new Set(here.map(({ message }) => message));
  const elsewhere = (passages ?? []).filter((passage) => passage.person === person && !seen.has(passage.message));
  return [...here, ...elsewhere.map(({ message, turn, text }) => ({ message, turn, text }))];
}

/** Only their own: nobody corrects or forgets what another person said of themselves. */
export const ownMemories = ({ known, person }: PlanContext): readonly Memory[] =>
  known.filter((memory) => memory.person === person && memory.validTo === null);
