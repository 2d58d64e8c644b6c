import { words } from "../../locales/words.ts";
import type { Locale } from "../session.ts";
import type { Fact, Memory, MemoryPlan, Passage, Recall } from "./fact.ts";
import { answers } from "./match.ts";
import { ofYours, severalOf, slotOf, subjectOf } from "./naming.ts";
import { type Question, readQuestion } from "./question.ts";
import { quotable } from "./quoting.ts";
import { self } from "./subject.ts";
import { fold } from "./terms.ts";

/** What memory can say to a message: facts, the person's own earlier words, or that the slot asked for is empty. */
export type Found =
  | { readonly type: "fact"; readonly memories: readonly Memory[]; readonly question: Question }
  | { readonly type: "passage"; readonly passage: Passage }
  | { readonly type: "none-known"; readonly question: Question };

/** Questions that are about the person only if memory knows so: anybody may ask who somebody is. */
function mayBeUnknown(question: Question, said: string): boolean {
  if (question.type === "who") return false;
  return (
    question.type !== "check" ||
    question.attribute !== "allergy" ||
    /allerg|intoleran|\beat\b|\bdrink\b|essen|trinken|vertrag/iu.test(said)
  );
}

/** Null when the message asks nothing of memory, or nothing that was kept bears on it. */
export function findAnswer(said: string, recall: Recall, locale: Locale): Found | null {
  const question = readQuestion(said, locale);
  const memories = question ? answers(question, recall.facts) : [];
  if (question && memories.length > 0) return { type: "fact", memories, question };
  const passage = quotable(said, question, recall.passages);
  if (passage) return { type: "passage", passage };
  return question && mayBeUnknown(question, said) ? { type: "none-known", question } : null;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Slots that only the person's own words tell well. */
const quoted = new Set("goal plan event health belief orientation money note state".split(" "));

interface Group {
  readonly first: Fact;
  readonly values: readonly string[];
}

/** Slots whose sentence takes the value with the article it was said with: "a Volvo", "the vacuum cleaner". */
const bareSlots = new Set(
  "name nickname age home origin nationality work study allergy diet avoids language birthday status kind colour has".split(
    " ",
  ),
);

function shownValue({ span, value, attribute }: Fact): string {
  if (bareSlots.has(attribute)) return value;
  const article = /(?<!\p{L})(an?|the|eine?[nmr]?|de[rnms]|die|das)\s+$/iu.exec(
    span.slice(0, Math.max(0, span.indexOf(value))),
  )?.[1];
  return article === undefined ? value : `${article.toLowerCase()} ${value}`;
}

function groupsOf(facts: readonly Fact[]): readonly Group[] {
  const groups = new Map<string, { first: Fact; values: string[] }>();
  for (const fact of facts) {
    const key = quoted.has(fact.attribute) ? fact.span : `${fact.about} ${fact.attribute}`;
    const group = groups.get(key) ?? { first: fact, values: [] };
    if (!group.values.some((value) => fold(value) === fold(shownValue(fact)))) group.values.push(shownValue(fact));
    groups.set(key, group);
  }
  return [...groups.values()];
}

function clauseOf({ first, values }: Group, locale: Locale): string | null {
  const { memory } = words(locale);
  const value = memory.turned(memory.list(values));
  if (quoted.has(first.attribute)) return null;
  if (first.attribute === "name" && values.length > 1 && first.about !== self) {
    const several = severalOf(first.about, locale, first.span) ?? subjectOf(first.about, locale, first.span);
    return memory.fact("name", several, value);
  }
  if (first.attribute === "has" && first.about === self) return memory.has(value);
  return (
    memory.fact(first.attribute, subjectOf(first.about, locale, first.span), value) ??
    memory.is(slotOf(first, locale), value)
  );
}

/** One fact as a main clause, without capital and full stop: "your dog is called Rex", "du wohnst in Lissabon". */
export function sayFact(fact: Fact, locale: Locale): string {
  return clauseOf({ first: fact, values: [shownValue(fact)] }, locale) ?? `“${fact.span}”`;
}

/** Facts as sentences, those of one slot in one; what has no sentence of its own is quoted at the end. */
function sentences(facts: readonly Fact[], locale: Locale): string {
  const said = groupsOf(facts).map((group) => ({ group, clause: clauseOf(group, locale) }));
  const told = said.flatMap(({ clause }) => (clause === null ? [] : [`${capital(clause)}.`]));
  const texts = said.flatMap(({ group, clause }) => (clause === null ? [group.first.span] : []));
  return [...told, ...(texts.length === 0 ? [] : [words(locale).memory.quotes({ texts })])].join(" ");
}

/** A short sentence that answers the question from these memories, addressed to the person: "Rex.", "You live in Lisbon." */
function sayFacts(memories: readonly Memory[], question: Question, locale: Locale): string {
  const names = memories.every(
    ({ attribute, about }) =>
      attribute === "name" ||
      attribute === "nickname" ||
      (about === self && question.type === "slot" && attribute === question.about),
  );
  const onlyName =
    question.type === "slot" && (question.attribute === "name" || question.attribute === "nickname") && names;
  if (!onlyName) return sentences(memories, locale);
  const values = [...new Map(memories.map(({ value }) => [fold(value), value])).values()];
  return `${words(locale).memory.list(values)}.`;
}

/** The person's own words, quoted: "You told me: “…”." */
const sayPassage = (passage: Passage, locale: Locale): string =>
  words(locale).memory.quote({ text: passage.text.trim().replace(/[.!]+$/u, "") });

/** That nothing is known of what was asked: "I don't know what your dog is called; you haven't told me." */
function sayNoneKnown(question: Question, locale: Locale): string {
  const { memory } = words(locale);
  if (question.type === "who") return memory.unknownWho(capital(question.value));
  const subject = subjectOf(question.about, locale);
  if (question.type === "about") return memory.unknownAbout(subject);
  if (question.type === "check") {
    const value = memory.turned(question.value);
    const allergy = question.attribute === "allergy";
    return allergy ? memory.unknownAllergy(value) : memory.unknownCheck(question.attribute, subject, value);
  }
  if (question.attribute === "has") return memory.unknownHaving(ofYours(question.about, locale).replace(/^\S+\s/u, ""));
  return memory.unknown(question.attribute, subject) ?? memory.unknownSlot(slotOf({ ...question, span: "" }, locale));
}

/** Everything found, in words. */
export function sayFound(found: Found, locale: Locale): string {
  if (found.type === "fact") return sayFacts(found.memories, found.question, locale);
  return found.type === "passage" ? sayPassage(found.passage, locale) : sayNoneKnown(found.question, locale);
}

function sayForgetting(plan: MemoryPlan, locale: Locale): string {
  const { memory } = words(locale);
  const abouts = new Set(plan.erase.map(({ about }) => about));
  const [about] = abouts;
  if (about !== undefined) {
    const span = plan.erase[0]?.span ?? "";
    const whom = abouts.size > 1 ? null : about === self ? memory.you() : ofYours(about, locale, span);
    return memory.gone({ notes: plan.erase.length, about: whom });
  }
  return plan.eraseTurns.length > 0 ? memory.goneWords({ messages: plan.eraseTurns.length }) : memory.nothing();
}

function sayCorrection(plan: MemoryPlan, locale: Locale): string {
  const { memory } = words(locale);
  const clauses = (facts: readonly Fact[]): string =>
    memory.list(groupsOf(facts).map((group) => clauseOf(group, locale) ?? `“${group.first.span}”`));
  if (plan.remember.length > 0) return memory.corrected({ facts: clauses(plan.remember) });
  return memory.withdrawn({ facts: clauses(plan.supersede.map(({ memory: former }) => former)) });
}

/**
 * What memory did, for a correction, a forgetting or a message off the record: "Corrected: your dog is called Momo.",
 * "Gone: ...". For a plan that only teaches it is empty: the one who answers finds the words.
 */
export function sayPlan(plan: MemoryPlan, locale: Locale): string {
  if (plan.offRecord) return words(locale).memory.offRecord();
  if (plan.intent === "forget") return sayForgetting(plan, locale);
  return plan.intent === "correct" ? sayCorrection(plan, locale) : "";
}
