import { extractFacts } from "./extract.ts";
import type { Memory, MemoryPlan } from "./fact.ts";
import type { Instruction } from "./instruction.ts";
import { answers } from "./match.ts";
import { nounOf } from "./nouns.ts";
import { noPlan, ownMemories, type PlanContext, type Said, saidBefore } from "./plan-context.ts";
import { readQuestion } from "./question.ts";
import { quotable } from "./quoting.ts";
import { rankPassages, strongRoots } from "./rank.ts";
import { aboutFit, aboutOf, headNoun, self } from "./subject.ts";
import { fold, rootsIn, wordsOf } from "./terms.ts";

/** What a request to forget reaches. */
interface Reach {
  readonly memories: readonly Memory[];
  readonly said: readonly Said[];
}

const nowhere: Reach = { memories: [], said: [] };

const both = (one: Reach, other: Reach): Reach => ({
  memories: [...new Set([...one.memories, ...other.memories])],
  said: [...new Set([...one.said, ...other.said])],
});

/** The earlier message that the reply to this one quoted. */
function quotedBy(last: Said, context: PlanContext): readonly Said[] {
  const earlier = saidBefore({ ...context, passages: [] }).filter(({ message }) => message !== last.message);
  const question = readQuestion(last.text, context.locale);
  const ranked = rankPassages(
    last.text,
    earlier.map((said) => ({ ...said, person: context.person, saidBy: context.saidBy, saidAt: context.now })),
    5,
  );
  const quoted = quotable(last.text, question, ranked);
  return earlier.filter(({ message }) => message === quoted?.message);
}

/** "Forget that": what the last message taught, or what it asked for and was told; and that message. */
function reachLast(context: PlanContext): Reach {
  const [last] = saidBefore({ ...context, passages: [] });
  if (!last) return nowhere;
  const own = ownMemories(context);
  const taught = own.filter((memory) => memory.sourceTurn === last.turn);
  if (taught.length > 0) return { memories: taught, said: [last] };
  const question = readQuestion(last.text, context.locale);
  const answered = question ? answers(question, own) : [];
  return { memories: answered, said: answered.length > 0 ? [last] : [last, ...quotedBy(last, context)] };
}

const possessive =
  /^(?:(?:about |everything |all |anything )*(?:(?:that )?(?:you know|i (?:told you|said)|you remember) )?(?:about |of )?)?(?:my|our)\s+(?<noun>.+)$/iu;
const possessiveGerman =
  /^(?:alles |etwas )?(?:(?:was du )?(?:über|von|zu) )?(?:mein|unse?r)(?:e[nmrs]?)?\s+(?<noun>\S+(?:\s\S+)?)(?:\s+(?:weißt|weisst|gesagt hast))?$/iu;
const polite = /[\s,]+(?:please|now|again|bitte|wieder|mal|ok|okay|thanks|danke)[\s,!]*$/iu;
const topic =
  /^(?:(?:about|everything about|all about|what (?:you know|i (?:said|told you)) about|anything about|everything (?:you know|i (?:said|told you)) about|alles über|was ich (?:dir )?über|über|that|dass|the)\s+)+/iu;

/** Whether words speak of a thing, by its noun in any form, or by the names it bears. */
function speaksOf(about: string, names: readonly string[], text: string): boolean {
  const head = headNoun(about)?.id ?? about.split(" ").pop() ?? "";
  const words = wordsOf(text);
  const named = names.some((name) => words.includes(fold(name)));
  return named || words.some((word) => nounOf(word)?.id === head) || rootsIn(text).includes(head);
}

function reachAbout(about: string, context: PlanContext): Reach {
  const own = ownMemories(context);
  const direct = own.filter(
    (memory) =>
      aboutFit(about, memory.about) > 0 ||
      memory.about.startsWith(`${about}'s `) ||
      (memory.about === self && aboutFit(about, memory.attribute) > 0),
  );
  const names = direct.filter(({ attribute }) => attribute === "name").map(({ value }) => value);
  const spoken = own.filter((memory) => memory.about === self && speaksOf(about, names, memory.span));
  return {
    memories: [...new Set([...direct, ...spoken])],
    said: saidBefore(context).filter(({ text }) => speaksOf(about, names, text)),
  };
}

/** "Forget that I live in Porto": the slots that the words fill, with these values where they are known. */
function reachStatement(object: string, context: PlanContext): Reach {
  const facts = extractFacts(object, { now: context.now });
  const own = ownMemories(context);
  const memories = facts.flatMap((fact) => {
    const slot = own.filter((memory) => memory.attribute === fact.attribute && aboutFit(fact.about, memory.about) > 0);
    const exact = slot.filter((memory) => fold(memory.value) === fold(fact.value));
    return exact.length > 0 ? exact : slot.filter(({ single }) => single);
  });
  return { memories, said: [] };
}

/** "Forget Rex", "forget the surgery": whatever shares all the words that matter. */
function reachWords(object: string, context: PlanContext): Reach {
  const roots = strongRoots(object);
  if (roots.length === 0) return nowhere;
  const covers = (text: string): boolean => {
    const found = new Set(rootsIn(text));
    return roots.every((root) => found.has(root));
  };
  return {
    memories: ownMemories(context).filter((memory) => covers(`${memory.span} ${memory.value} ${memory.about}`)),
    said: saidBefore(context).filter(({ text }) => covers(text)),
  };
}

function reachSlot(object: string, context: PlanContext): Reach {
  const question = readQuestion(`${object}?`, context.locale);
  if (question?.type !== "slot" || question.attribute === "has") return nowhere;
  return { memories: answers(question, ownMemories(context)), said: [] };
}

function reachObject(object: string, context: PlanContext): Reach {
  const words = object.replace(polite, "");
  const noun = (possessive.exec(words) ?? possessiveGerman.exec(words))?.groups?.["noun"];
  const slot = reachSlot(words, context);
  if (
    slot.memories.length > 0 &&
    (noun === undefined || /'s?\s|name|(?:^|\s)(?:birthday|age|job|address|allerg)/iu.test(noun))
  )
    return slot;
  if (noun !== undefined) return both(reachAbout(aboutOf(noun.replace(/(?:'s?|s)? names?$/iu, "")), context), slot);
  const stated = reachStatement(words.replace(/^(?:that|dass)\s+/iu, ""), context);
  return stated.memories.length > 0 ? stated : both(slot, reachWords(words.replace(topic, ""), context));
}

const reachAll = (context: PlanContext): Reach => ({ memories: ownMemories(context), said: saidBefore(context) });

function reachOf(instruction: Extract<Instruction, { type: "forget" }>, context: PlanContext): Reach {
  if (instruction.target === "last") return reachLast(context);
  return instruction.target === "all" ? reachAll(context) : reachObject(instruction.object, context);
}

/** What a request to forget takes away: memories, and the messages that told of it. */
export function planForgetting(
  instruction: Extract<Instruction, { type: "forget" }>,
  context: PlanContext,
): MemoryPlan {
  const { memories, said } = reachOf(instruction, context);
  const eraseTurns = [...new Set(said.map(({ turn }) => turn))];
  return { ...noPlan, intent: "forget", erase: memories, eraseTurns, alone: instruction.alone, recallable: false };
}
