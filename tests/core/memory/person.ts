import { languageOf } from "../../../src/core/conversation/language.ts";
import { findAnswer, sayFact, sayFound, sayPlan } from "../../../src/core/memory/answer.ts";
import type { Audience } from "../../../src/core/memory/audience.ts";
import type { Memory, MemoryPlan, Passage } from "../../../src/core/memory/fact.ts";
import { mentions, planMemory } from "../../../src/core/memory/plan.ts";
import { recall } from "../../../src/core/memory/recall.ts";
import { termsOf } from "../../../src/core/memory/terms.ts";
import type { Locale, MessageId, PersonId, RoomKind, SessionId, TurnId } from "../../../src/core/session.ts";
import type { Memories, Messages, StoredMessage } from "../../../src/core/storage.ts";

export const now = new Date("2026-11-23T10:00:00Z");
const audience = [] as unknown as Audience;

export interface Heard {
  readonly reply: string;
  readonly plan: MemoryPlan;
}

export interface Person {
  says(text: string, locale?: Locale): Promise<Heard>;
  memories(): readonly Memory[];
  messages(): readonly StoredMessage[];
}

interface Room {
  memories: readonly Memory[];
  messages: readonly StoredMessage[];
}

/** A room whose memory is an array, heard by whoever is in it. */
export const room = (): Room => ({ memories: [], messages: [] });

const shares = (terms: readonly string[], kept: readonly string[]): boolean =>
  kept.some((term) => terms.includes(term));

const memoriesOf = (in_: Room): Pick<Memories, "current" | "search"> => ({
  current: async (_, limit) => in_.memories.filter(({ validTo }) => validTo === null).slice(0, limit),
  search: async (_, terms, limit) =>
    in_.memories.filter((memory) => memory.validTo === null && shares(terms, memory.terms)).slice(0, limit),
});

const toPassage = ({ id, turn, person, authorName, text, at }: StoredMessage): Omit<Passage, "score"> => ({
  message: id,
  turn,
  person,
  saidBy: authorName,
  text,
  saidAt: at,
});

const messagesOf = (in_: Room): Pick<Messages, "search" | "saidBy"> => ({
  search: async (_, terms, limit) =>
    in_.messages
      .filter((message) => message.recallable && shares(terms, message.terms))
      .map(toPassage)
      .reverse()
      .slice(0, limit),
  saidBy: async (person) =>
    in_.messages
      .filter((message) => message.person === person)
      .map(toPassage)
      .reverse(),
});

function settle(in_: Room, plan: MemoryPlan, message: StoredMessage): void {
  const gone = new Set(plan.erase.map(({ id }) => id));
  const turns = new Set([...plan.eraseTurns, ...plan.erase.map(({ sourceTurn }) => sourceTurn)]);
  const former = new Set(plan.supersede.map(({ memory }) => memory.id));
  const kept = [...in_.memories, ...plan.remember].filter(({ id }) => !gone.has(id));
  in_.memories = kept.map((memory) => (former.has(memory.id) ? { ...memory, validTo: now } : memory));
  const left = in_.messages
    .filter(({ turn }) => !turns.has(turn))
    .map((earlier) => (plan.hide.includes(earlier.id) ? { ...earlier, recallable: false } : earlier));
  const keeps = !plan.offRecord && plan.intent !== "forget";
  in_.messages = keeps ? [...left, message] : left;
}

function replyTo(text: string, plan: MemoryPlan, given: Awaited<ReturnType<typeof recall>>, locale: Locale): string {
  const done = sayPlan(plan, locale);
  const taught = done === "" ? plan.remember.map((memory) => sayFact(memory, locale)) : [];
  const found = done !== "" && plan.alone ? null : findAnswer(text, given, locale);
  return [done, ...taught, found ? sayFound(found, locale) : ""].filter(Boolean).join(" | ");
}

/** Somebody who speaks in a room and hears what memory has to say to it. */
export function person(name: string, in_: Room = room(), kind: RoomKind = "direct", consent = true): Person {
  const numbers = Array(1000).keys();
  const ids = { next: () => `${name}-${numbers.next().value}` };
  const who = name as PersonId;
  const says = async (text: string, locale: Locale = languageOf(text, "en")): Promise<Heard> => {
    const [message, turn] = [ids.next() as MessageId, ids.next() as TurnId];
    const deps = { memories: memoriesOf(in_), messages: messagesOf(in_), now };
    const passages = await mentions(text, { person: who, audience }, deps);
    const scope = { kind: "person", person: who } as const;
    const known = await deps.memories.current(audience, 300);
    const place = { locale, person: who, saidBy: name, scope, room: kind, consent };
    const plan = planMemory(text, { ...place, message, turn, ids, now, known, recent: in_.messages, passages });
    const given = await recall({ text, locale, person: who, audience, plan }, deps);
    const row = {
      id: message,
      session: "s" as SessionId,
      turn,
      role: "user",
      person: who,
      authorName: name,
      scope,
    } as const;
    settle(in_, plan, { ...row, text, tokens: 1, terms: termsOf(text), recallable: plan.recallable, at: now });
    return { reply: replyTo(text, plan, given, locale), plan };
  };
  return { says, memories: () => in_.memories, messages: () => in_.messages };
}
