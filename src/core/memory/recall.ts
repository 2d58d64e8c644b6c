import type { Locale, MemoryId, PersonId } from "../session.ts";
import type { Memories, Messages } from "../storage.ts";
import type { Audience } from "./audience.ts";
import type { Memory, MemoryPlan, Passage, Recall } from "./fact.ts";
import { answers } from "./match.ts";
import { type Question, readQuestion } from "./question.ts";
import { rankFacts, rankPassages } from "./rank.ts";
import { slotTerms } from "./slots.ts";
import { termsOf } from "./terms.ts";

export interface RecallRequest {
  readonly text: string;
  readonly locale: Locale;
  /** Whose memories: "my dog" is the dog of the one who asks, whoever else is heard in the room. */
  readonly person: PersonId;
  readonly audience: Audience;
  readonly plan: MemoryPlan;
}

export interface RecallDeps {
  readonly memories: Pick<Memories, "current" | "search">;
  readonly messages: Pick<Messages, "search">;
  readonly now: Date;
}

const limits = { facts: 12, passages: 5, weightiest: 200, searched: 100 } as const;

const unique = (memories: readonly Memory[]): readonly Memory[] => [
  ...new Map(memories.map((memory) => [memory.id, memory])).values(),
];

/** The person's own that hold after this message: without what it takes back, with what it teaches. */
function holding(memories: readonly Memory[], { person, plan }: RecallRequest): readonly Memory[] {
  const gone = new Set<MemoryId>([...plan.erase, ...plan.supersede.map(({ memory }) => memory)].map(({ id }) => id));
  return unique([...plan.remember, ...memories]).filter((memory) => memory.person === person && !gone.has(memory.id));
}

async function candidates(
  request: RecallRequest,
  question: Question | null,
  deps: RecallDeps,
): Promise<readonly Memory[]> {
  const { audience, text, person } = request;
  const terms = [...termsOf(text), ...(question ? slotTerms(question, person) : [])];
  const [weightiest, related] = await Promise.all([
    deps.memories.current(audience, limits.weightiest),
    terms.length === 0 ? [] : deps.memories.search(audience, terms, limits.searched),
  ]);
  return holding([...related, ...weightiest], request);
}

/** Those that answer, then those that share words; what the message itself teaches only where it asks as well. */
function chosen(request: RecallRequest, question: Question | null, memories: readonly Memory[]): readonly Memory[] {
  const taught = new Set(request.plan.remember.map(({ id }) => id));
  const answering = question ? answers(question, memories) : [];
  const related = rankFacts(request.text, memories).filter(({ id }) => !taught.has(id));
  const size = question?.type === "about" ? limits.facts * 3 : limits.facts;
  return unique([...answering, ...related]).slice(0, size);
}

/** What memory gives to one turn: facts and the person's own earlier words, best first. */
export async function recall(request: RecallRequest, deps: RecallDeps): Promise<Recall> {
  const question = readQuestion(request.text, request.locale);
  const [memories, passages] = await Promise.all([candidates(request, question, deps), recallPassages(request, deps)]);
  const hidden = new Set(request.plan.hide);
  const erased = new Set(request.plan.eraseTurns);
  return {
    facts: chosen(request, question, memories),
    passages: passages.filter(({ message, turn }) => !hidden.has(message) && !erased.has(turn)),
  };
}

/** The person's earlier messages that share most of what a text is about. */
async function recallPassages(
  { text, person, audience }: Pick<RecallRequest, "text" | "person" | "audience">,
  { messages }: Pick<RecallDeps, "messages">,
): Promise<readonly Passage[]> {
  const terms = termsOf(text);
  if (terms.length === 0) return [];
  const found = await messages.search(audience, terms, limits.searched * 2);
  return rankPassages(
    text,
    found.filter((passage) => passage.person === person),
    limits.passages,
  );
}
