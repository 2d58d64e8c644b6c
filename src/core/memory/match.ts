import type { Fact, Memory } from "./fact.ts";
import { nounOf } from "./nouns.ts";
import type { Question } from "./question.ts";
import { aboutFit, aboutOf, self } from "./subject.ts";
import { fold, rootsIn } from "./terms.ts";

/** Slots that answer for one another, best first. */
const kin: Readonly<Record<string, readonly string[]>> = {
  name: ["nickname"],
  nickname: ["name"],
  home: ["origin"],
  work: ["workplace", "study", "job"],
  workplace: ["work"],
  job: ["work"],
  study: ["work"],
  allergy: ["health", "avoids", "diet"],
  diet: ["avoids", "allergy"],
  avoids: ["diet"],
  health: ["allergy"],
  goal: ["plan"],
  plan: ["goal", "event"],
  origin: ["nationality"],
  nationality: ["origin"],
  kind: ["has"],
};

/** How well one attribute answers another: 1, less for its kin, 0. */
function attributeFit(asked: string, kept: string): number {
  if (asked === kept) return 1;
  const at = kin[asked]?.indexOf(kept) ?? -1;
  return at < 0 ? 0 : 0.55 - at * 0.05;
}

const sharesRoot = (one: string, other: string): boolean => {
  const roots = new Set(rootsIn(one));
  return rootsIn(other).some((root) => roots.has(root) || [...roots].some((known) => compounds(known, root)));
};

/** German writes two words as one: Nuss is in Erdnuss. */
const compounds = (one: string, other: string): boolean =>
  one.length > 3 && other.length > 3 && (one.endsWith(other) || other.endsWith(one));

/** "two cats" is a matter of cats. */
export const withoutNumber = (value: string): string => value.replace(/^\S+\s+/u, "");

/** "What is my car?" is answered by the car's name, or by what was said of it; "what pets do I have?" by their names. */
function possessionFit(asked: string, fact: Fact): number {
  if (fact.about === self && fact.attribute === "has") return aboutFit(asked, aboutOf(withoutNumber(fact.value))) * 0.9;
  if (fact.about === self) return aboutFit(asked, fact.attribute) * 0.9;
  const fit = aboutFit(asked, fact.about);
  return fact.attribute === "name" ? fit * 0.9 : fit * 0.5;
}

function slotFit(about: string, attribute: string, fact: Fact): number {
  if (attribute === "has") return possessionFit(about, fact);
  const direct = aboutFit(about, fact.about) * attributeFit(attribute, fact.attribute);
  if (direct > 0) return direct;
  if (about !== self && fact.about === self && attribute === "name") return aboutFit(about, fact.attribute) * 0.7;
  if (about !== self && attribute === "kind") return aboutFit(about, fact.about === self ? fact.attribute : "") * 0.8;
  return about === self ? openSlot(attribute, fact) : 0;
}

const closed = new Set(
  "name nickname age home origin work workplace study allergy likes dislikes language birthday diet health status goal plan".split(
    " ",
  ),
);

/** "What is my tortoise?": an attribute nobody knows may be a thing that has a name. */
const openSlot = (attribute: string, fact: Fact): number => {
  if (closed.has(attribute)) return 0;
  if (fact.about === self)
    return attribute.startsWith("favourite") ? aboutFit(attribute, fact.attribute) : possessionFit(attribute, fact);
  return possessionFit(attribute, fact);
};

function whoFit(value: string, fact: Fact): number {
  const asked = fold(value);
  const kept = fold(fact.value);
  if (asked === kept) return fact.attribute === "name" ? 1 : 0.7;
  const named = fact.attribute === "name" && kept.split(/[\s-]/u).includes(asked);
  return named ? 0.9 : 0;
}

function checkFit(question: Extract<Question, { type: "check" }>, fact: Fact): number {
  const asked = question.attribute;
  const tastes = asked === "likes" && fact.attribute === "dislikes";
  const slot = tastes ? aboutFit(question.about, fact.about) : slotFit(question.about, asked, fact);
  if (slot === 0) return 0;
  if (sharesRoot(question.value, fact.value)) return slot;
  return asked === "allergy" || asked === "diet" ? slot * 0.4 : 0;
}

/** 0..1: how well a fact answers a question. */
function rate(question: Question, fact: Fact): number {
  if (question.type === "slot") return slotFit(question.about, question.attribute, fact);
  if (question.type === "check") return checkFit(question, fact);
  if (question.type === "who") return whoFit(question.value, fact);
  if (question.about === self) return fact.about === self ? 1 : 0.9;
  return (
    aboutFit(question.about, fact.about) || (fact.about === self && nounOf(fact.value)?.id === question.about ? 0.5 : 0)
  );
}

/** Memories that answer, best first; those much worse than the best are left out. */
export function answers(question: Question, memories: readonly Memory[]): readonly Memory[] {
  const rated = memories.map((memory) => ({ memory, score: rate(question, memory) })).filter(({ score }) => score > 0);
  const best = Math.max(0, ...rated.map(({ score }) => score));
  const floor = question.type === "about" ? 0 : best * 0.75;
  return rated
    .filter(({ score }) => score >= floor)
    .sort((a, b) => b.score - a.score || b.memory.importance.score - a.memory.importance.score)
    .map(({ memory }) => memory);
}
