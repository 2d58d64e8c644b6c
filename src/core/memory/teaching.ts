import type { MemoryId } from "../session.ts";
import { onlyAsks } from "./clauses.ts";
import {
  type Correction,
  changed,
  denied,
  lastTopic,
  names,
  nothingElse,
  outdated,
  replaced,
  sameSlot,
  sameValue,
} from "./correcting.ts";
import { extractFacts } from "./extract.ts";
import type { Fact, Memory, MemoryPlan } from "./fact.ts";
import { sensitive } from "./importance.ts";
import { saysNo } from "./instruction.ts";
import { noPlan, ownMemories, type PlanContext } from "./plan-context.ts";
import { readQuestion } from "./question.ts";
import { factTerms } from "./slots.ts";
import { self } from "./subject.ts";
import { wordsOf } from "./terms.ts";

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
const mayKeep = (fact: Fact, { room, consent }: PlanContext): boolean =>
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

function factsOf(text: string, correction: Correction, context: PlanContext): readonly Fact[] {
  const read = correction?.kept ?? text;
  const topic = lastTopic(context)?.about ?? null;
  const said = extractFacts(read, { now: context.now, of: topic === self ? null : topic }).map((fact) => {
    const at = read.indexOf(fact.span);
    return at < 0 ? fact : { ...fact, span: text.slice(at, at + fact.span.length) };
  });
  const substitute = said.length === 0 ? (replaced(text, correction, context) ?? changed(text, context)) : null;
  return substitute ? [substitute] : said;
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
  const abouts = facts.map(({ about }) => about);
  const hide = [...supersede.map(({ memory }) => memory.sourceMessage), ...outdated(old, abouts, context)];
  const alone = nothingElse(text, facts, old);
  const recallable = !alone && !names(text, old);
  return { ...noPlan, ...change, supersede, intent: "correct", hide: [...new Set(hide)], alone, recallable };
}
