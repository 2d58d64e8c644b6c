import type { MessageId } from "../session.ts";
import { clausesOf, plain } from "./clauses.ts";
import { extractFacts } from "./extract.ts";
import type { Fact, Memory } from "./fact.ts";
import { type Instruction, saysNo } from "./instruction.ts";
import { answers } from "./match.ts";
import { ownMemories, type PlanContext, saidBefore } from "./plan-context.ts";
import { readQuestion } from "./question.ts";
import { fold, wordsOf } from "./terms.ts";
import { cutValues } from "./values.ts";
import { isCapital, isFunctionWord, isQuality } from "./vocabulary.ts";

/** How a message sets something right; null where it only tells. */
export type Correction = Extract<Instruction, { type: "correct" }> | null;

/** Whether two facts fill the same slot. */
export const sameSlot = (one: Fact, other: Fact): boolean =>
  one.about === other.about && one.attribute === other.attribute;
export const sameValue = (one: string, other: string): boolean => fold(one) === fold(other);

/** What the last words of the person were about: what they taught, or asked for and were told. */
export function lastTopic(context: PlanContext): Memory | undefined {
  const [last] = saidBefore({ ...context, passages: [] });
  if (!last) return undefined;
  const own = ownMemories(context);
  const taught = own.findLast((memory) => memory.sourceTurn === last.turn);
  const question = taught ? null : readQuestion(last.text, context.locale);
  return taught ?? (question ? answers(question, own)[0] : undefined);
}

/** What may follow a corrected value: "it's Jean-Marc, sorry, typo". */
const aside =
  /^[\s,.!()–-]*(?:(?:typo|sorry|my bad|my mistake|autocorrect|silly me|duh|oops|haha|lol|xd|of course|obviously|i mean|i meant|thanks|please|tippfehler|vertippt|verschrieben|entschuldigung|natürlich|danke|bitte|meinte ich)(?!\p{L})[\s,.!()]*)*$/iu;

const pointing =
  /^[\s,]*(?:(?:it|he|she|that|they|er|sie|es|das|the name|der name)(?:'s|\s+is|\s+are|\s+was|\s+ist|\s+heißt|\s+heisst)(?:\s+(?:called|named|actually|eigentlich))?\s+)?/iu;

/** "It's Momo, not Rex", "no, Momo": a value alone, for the slot that held the old one or was spoken of last. */
export function replaced(text: string, correction: Correction, context: PlanContext): Fact | null {
  if (!correction) return null;
  const { rest, old } = correction;
  const former =
    old === null
      ? saysNo(text)
        ? lastTopic(context)
        : undefined
      : ownMemories(context).find(({ value }) => sameValue(value, old));
  const lead = pointing.exec(rest)?.[0].length ?? 0;
  const [cut] = cutValues(rest.slice(lead), former?.attribute === "name" ? "called" : "phrase", false);
  if (!former || !cut || !aside.test(rest.slice(lead + cut.end)) || cut.value.split(/\s/u).length > 5) return null;
  return inPlaceOf(former, cut.value);
}

function inPlaceOf({ kind, about, attribute, single, importance }: Memory, value: string): Fact {
  return { kind, about, attribute, value, single, span: value, importance, confidence: 0.8 };
}

const ofLate =
  /(?:(?<!\p{L})(?:it's|its|it is|that's|es ist|ist es|sind es)\s+(?:all )?(?<value>[^,.;!?]{2,40}?)\s+(?:now|these days|nowadays|instead|jetzt|inzwischen|mittlerweile|neuerdings)|(?<!\p{L})(?:now|these days|nowadays|jetzt|inzwischen|mittlerweile)\s+(?:it's|its|it is|ist es|sind es)\s+(?<other>[^,.;!?]{2,40}?))[\s.!]*$/iu;

/** "I've gone off coffee, it's rooibos these days": a new value for the one thing that was spoken of just before. */
export function changed(text: string, context: PlanContext): Fact | null {
  const { value, other = value } = ofLate.exec(plain(text))?.groups ?? {};
  const former = other === undefined ? undefined : lastTopic(context);
  if (other === undefined || !former?.single) return null;
  const named = former.attribute === "name" || former.attribute === "home";
  const first = other.split(/\s/u)[0] ?? "";
  if (named ? !isCapital(other) : former.kind !== "preference" && former.kind !== "possession") return null;
  return isQuality(first) || isFunctionWord(first) ? null : inPlaceOf(former, other);
}

const denial =
  /\s*(?:n't|n’t|\bnot|\bno longer|\bany ?more|\bnever|\bnicht mehr|\bnicht|\bkein(?:e[nmrs]?)? mehr)(?!\p{L})/giu;

/** "My dog isn't called Rex", "I don't live in Leeds any more": what is known and is now denied. */
export function denied(text: string, context: PlanContext): readonly Memory[] {
  if (text.search(denial) < 0 || /\?\s*$/u.test(text)) return [];
  const bare = text
    .replace(/\b(?:do|does|did)n['’]?t\b|\b(?:do|does) not\b/giu, " ")
    .replace(/\bcan['’]?t\b/giu, "can't")
    .replace(denial, "")
    .replace(/\s+/gu, " ");
  const facts = extractFacts(bare, context);
  return ownMemories(context).filter((memory) =>
    facts.some((fact) => sameSlot(fact, memory) && sameValue(fact.value, memory.value)),
  );
}

/** Whether a text says any of these values, word for word. */
export function names(text: string, values: readonly string[]): boolean {
  const words = ` ${wordsOf(text).join(" ")} `;
  return values
    .map((value) => wordsOf(value).join(" "))
    .some((value) => value.length > 1 && words.includes(` ${value} `));
}

/** Earlier messages that still say what no longer holds. */
export const outdated = (
  values: readonly string[],
  abouts: readonly string[],
  context: PlanContext,
): readonly MessageId[] =>
  saidBefore(context)
    .filter(({ text }) => abouts.length > 0 && names(text, values))
    .map(({ message }) => message);

/** Whether nothing is said but the correction: no question, and no clause that neither corrects nor names the old. */
export function nothingElse(text: string, facts: readonly Fact[], old: readonly string[]): boolean {
  if (text.includes("?")) return false;
  const words = [...facts.map(({ value }) => value), ...old].map(fold);
  return clausesOf(text).every((clause) => {
    const folded = fold(clause.text);
    return wordsOf(clause.text).length <= 2 || words.some((word) => folded.includes(word)) || saysNo(clause.text);
  });
}
