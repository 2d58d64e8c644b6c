import type { MemoryId, MessageId } from "../session.ts";
import { clausesOf, onlyAsks } from "./clauses.ts";
import { extractFacts } from "./extract.ts";
import type { Fact, Memory, MemoryPlan } from "./fact.ts";
import { sensitive } from "./importance.ts";
import { type Instruction, saysNo } from "./instruction.ts";
import { answers } from "./match.ts";
import { noPlan, ownMemories, type PlanContext, saidBefore } from "./plan-context.ts";
import { readQuestion } from "./question.ts";
import { factTerms } from "./slots.ts";
import { self } from "./subject.ts";
import { fold, wordsOf } from "./terms.ts";
import { cutValues } from "./values.ts";

type Correction = Extract<Instruction, { type: "correct" }> | null;

const sameSlot = (one: Fact, other: Fact): boolean => one.about === other.about && one.attribute === other.attribute;
const sameValue = (one: string, other: string): boolean => fold(one) === fold(other);

const toMemory = (fact: Fact, context: PlanContext): Memory => ({
  ...fact,
  id: context.ids.next() as MemoryId,
  scope: context.scope,
  person: context.person,
  saidBy: context.saidBy,
  sourceMessage: context.message,
  sourceTurn: context.turn,
  validFrom: context.now,
  validTo: null,
  supersededBy: null,
  count: 1,
  pinned: false,
  terms: factTerms(fact, context.person),
});

/** Health, faith, politics and the like stay out of memory wherever others listen, and elsewhere without a yes. */
export const mayKeep = (fact: Fact, { room, consent }: PlanContext): boolean =>
  !sensitive(fact) || (room === "direct" && consent);

/** One value a slot: where a message fills a single slot twice, the last word counts. */
const lastWords = (facts: readonly Fact[]): readonly Fact[] =>
  facts.filter(
    (fact, at) => !fact.single || !facts.slice(at + 1).some((later) => later.single && sameSlot(fact, later)),
  );

const opposite: Readonly<Record<string, string>> = { likes: "dislikes", dislikes: "likes" };

/** What no longer holds once this does. */
function contradicted(fact: Fact, own: readonly Memory[], old: string | null): readonly Memory[] {
  return own.filter((memory) => {
    if (memory.about === fact.about && memory.attribute === opposite[fact.attribute])
      return sameValue(memory.value, fact.value);
    if (!sameSlot(memory, fact) || sameValue(memory.value, fact.value)) return false;
    return fact.single || (old !== null && wordsOf(memory.value).some((word) => wordsOf(old).includes(word)));
  });
}

/** What the last words of the person were about: what they taught, or asked for and were told. */
function lastTopic(context: PlanContext): Memory | undefined {
  const [last] = saidBefore({ ...context, passages: [] });
  if (!last) return undefined;
  const own = ownMemories(context);
  const taught = own.findLast((memory) => memory.sourceTurn === last.turn);
  const question = taught ? null : readQuestion(last.text, context.locale);
  return taught ?? (question ? answers(question, own)[0] : undefined);
}

const pointing =
  /^[\s,]*(?:(?:it|he|she|that|they|er|sie|es|das|the name|der name)(?:'s|\s+is|\s+are|\s+was|\s+ist|\s+heißt|\s+heisst)(?:\s+(?:called|named|actually|eigentlich))?\s+)?/iu;

/** "It's Momo, not Rex", "no, Momo": a value alone, for the slot that held the old one or was spoken of last. */
function replaced(text: string, correction: Correction, context: PlanContext): Fact | null {
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
  if (!former || !cut || !/^[\s,.!]*$/u.test(rest.slice(lead + cut.end)) || cut.value.split(/\s/u).length > 5)
    return null;
  const { kind, about, attribute, single, importance } = former;
  return { kind, about, attribute, value: cut.value, single, span: cut.value, importance, confidence: 0.8 };
}

function factsOf(text: string, correction: Correction, context: PlanContext): readonly Fact[] {
  const read = correction?.kept ?? text;
  const topic = lastTopic(context)?.about ?? null;
  const said = extractFacts(read, { now: context.now, of: topic === self ? null : topic }).map((fact) => {
    const at = read.indexOf(fact.span);
    return at < 0 ? fact : { ...fact, span: text.slice(at, at + fact.span.length) };
  });
  const substitute = said.length === 0 ? replaced(text, correction, context) : null;
  return substitute ? [substitute] : said;
}

const denial =
  /\s*(?:n't|n’t|\bnot|\bno longer|\bany ?more|\bnever|\bnicht mehr|\bnicht|\bkein(?:e[nmrs]?)? mehr)(?!\p{L})/giu;

/** "My dog isn't called Rex", "I don't live in Leeds any more": what is known and is now denied. */
function denied(text: string, context: PlanContext): readonly Memory[] {
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

/** Earlier messages that still say what no longer holds. */
function outdated(values: readonly string[], abouts: readonly string[], context: PlanContext): readonly MessageId[] {
  const olds = values.map((value) => wordsOf(value).join(" ")).filter((value) => value.length > 1);
  return saidBefore(context)
    .filter(({ text }) => {
      const words = ` ${wordsOf(text).join(" ")} `;
      return abouts.length > 0 && olds.some((old) => words.includes(` ${old} `));
    })
    .map(({ message }) => message);
}

/** Whether nothing is said but the correction: no question, and no clause that neither corrects nor names the old. */
function nothingElse(text: string, facts: readonly Fact[], old: readonly string[]): boolean {
  if (text.includes("?")) return false;
  const words = [...facts.map(({ value }) => value), ...old].map(fold);
  return clausesOf(text).every((clause) => {
    const folded = fold(clause.text);
    return wordsOf(clause.text).length <= 2 || words.some((word) => folded.includes(word)) || saysNo(clause.text);
  });
}

interface Change {
  readonly remember: readonly Memory[];
  readonly repeat: readonly MemoryId[];
  readonly supersede: MemoryPlan["supersede"];
}

function changeOf(facts: readonly Fact[], old: string | null, context: PlanContext): Change {
  const own = ownMemories(context);
  const change = {
    remember: [] as Memory[],
    repeat: [] as MemoryId[],
    supersede: [] as MemoryPlan["supersede"][number][],
  };
  for (const fact of facts) {
    const again = own.find((memory) => sameSlot(memory, fact) && sameValue(memory.value, fact.value));
    const memory = again ?? toMemory(fact, context);
    if (again) change.repeat.push(again.id);
    else change.remember.push(memory);
    change.supersede.push(...contradicted(fact, own, old).map((former) => ({ memory: former, by: memory.id })));
  }
  return change;
}

/** What a message teaches, and what it sets right. */
export function planTeaching(text: string, correction: Correction, context: PlanContext): MemoryPlan {
  const said = factsOf(text, correction, context);
  const facts = lastWords(said.filter((fact) => mayKeep(fact, context)));
  const change = changeOf(facts, correction?.old ?? null, context);
  const untrue = facts.length === 0 ? denied(text, context).map((memory) => ({ memory, by: null })) : [];
  const supersede = [...change.supersede, ...untrue];
  const outright = facts.length > 0 && correction !== null && (correction.old !== null || saysNo(text));
  const corrects = supersede.length > 0 || outright;
  const asks = facts.length === 0 && onlyAsks(text) && readQuestion(text, context.locale) !== null;
  const discreet = said.length > facts.length && said.some((fact) => !mayKeep(fact, context));
  if (!corrects) {
    const intent = change.remember.length + change.repeat.length > 0 ? "teach" : "none";
    return { ...noPlan, ...change, intent, recallable: !asks && !discreet };
  }
  const old = [...supersede.map(({ memory }) => memory.value), ...(correction?.old ? [correction.old] : [])];
  const sources = supersede.map(({ memory }) => memory.sourceMessage);
  const hide = [
    ...new Set([
      ...sources,
      ...outdated(
        old,
        facts.map(({ about }) => about),
        context,
      ),
    ]),
  ];
  return {
    ...noPlan,
    ...change,
    supersede,
    intent: "correct",
    hide,
    alone: nothingElse(text, facts, old),
    recallable: false,
  };
}
