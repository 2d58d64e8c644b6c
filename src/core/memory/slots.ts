import type { PersonId } from "../session.ts";
import type { Fact } from "./fact.ts";
import type { Question } from "./question.ts";
import { headNoun } from "./subject.ts";
import { fold, termsOf } from "./terms.ts";

const bare = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, "_");

/** A term that finds what a person said of something, and nobody else's. */
const aboutTerm = (person: PersonId, about: string): string =>
  `about_${bare(person)}_${bare(headNoun(about)?.id ?? about)}`;

/** The search terms of a fact: the words of its span and value, and whom it is about. */
export const factTerms = (fact: Fact, person: PersonId): readonly string[] => [
  ...new Set([
    ...termsOf(fact.span),
    ...termsOf(fact.value),
    ...(fact.about === "self" ? [] : termsOf(fact.about)),
    aboutTerm(person, fact.about),
    ...(fact.about === "self" ? [aboutTerm(person, fact.attribute)] : []),
  ]),
];

/** Terms that find whatever may answer a question. */
export function slotTerms(question: Question, person: PersonId): readonly string[] {
  if (question.type === "who") return termsOf(question.value);
  const abouts = question.type === "about" ? [question.about] : [question.about, question.attribute];
  return abouts.map((about) => aboutTerm(person, about));
}
