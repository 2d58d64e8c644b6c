import { noAttachments } from "../../src/core/attachments/attachment.ts";
import type { Knowledge } from "../../src/core/conversation/knowledge.ts";
import { languageOf } from "../../src/core/conversation/language.ts";
import type { Fact, FactKind, Memory, MemoryPlan, Passage } from "../../src/core/memory/fact.ts";
import { appraise } from "../../src/core/mood/appraise.ts";
import { moodAt, nextMood } from "../../src/core/mood/next-mood.ts";
import type { ChatEvent, ChatMessage, ChatRequest } from "../../src/core/provider.ts";
import type { Locale, MemoryId, MessageId, PersonId, TurnId } from "../../src/core/session.ts";
import { offlineProvider } from "../../src/providers/offline/provider.ts";

export const noon = new Date("2026-01-01T12:00:00Z");

export const nothingPlanned: MemoryPlan = {
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

type Told = Pick<Fact, "about" | "attribute" | "value" | "span"> & { readonly kind: FactKind };

export const memory = (told: Told): Memory => ({
  ...told,
  single: true,
  importance: { score: 0.5, components: {} },
  confidence: 0.9,
  id: `memory of ${told.value}` as MemoryId,
  scope: { kind: "person", person: "p1" as PersonId },
  person: "p1" as PersonId,
  saidBy: "Priya",
  sourceMessage: "m1" as MessageId,
  sourceTurn: "t1" as TurnId,
  validFrom: noon,
  validTo: null,
  supersededBy: null,
  count: 1,
  pinned: false,
  terms: [],
});

export const passage = (text: string): Passage => ({
  message: "m1" as MessageId,
  turn: "t1" as TurnId,
  person: "p1" as PersonId,
  saidBy: "Priya",
  text,
  saidAt: noon,
  score: 1,
});

export const requestFor = (knowledge: Knowledge, earlier: readonly ChatMessage[] = []): ChatRequest => ({
  model: "offline",
  system: "",
  messages: [...earlier, { role: "user", text: knowledge.said }],
  images: [],
  maxOutputTokens: 1_000,
  contextWindow: 8_000,
  knowledge,
});

export async function eventsOf(
  request: ChatRequest,
  signal: AbortSignal = new AbortController().signal,
): Promise<ChatEvent[]> {
  const events: ChatEvent[] = [];
  for await (const event of offlineProvider().stream(request, signal)) events.push(event);
  return events;
}

export const textOf = (events: readonly ChatEvent[]): string =>
  events.map((event) => (event.type === "text" ? event.delta : "")).join("");

type Turn = Partial<Omit<Knowledge, "plan">> & {
  readonly teaches?: readonly Memory[];
  readonly plan?: Partial<MemoryPlan>;
};

/** A session with the offline companion. What memory makes of each line is given beside it. */
export function chat(fallback: Locale = "en") {
  const earlier: ChatMessage[] = [];
  return {
    says: async (said: string, { teaches = [], plan, ...known }: Turn = {}): Promise<string> => {
      const locale = languageOf(said, fallback);
      const appraisal = appraise(said, locale);
      const taught = teaches.length > 0 ? ({ intent: "teach", remember: teaches } as const) : {};
      const knowledge: Knowledge = {
        locale,
        said,
        attachments: noAttachments,
        personName: null,
        plan: { ...nothingPlanned, ...taught, ...plan },
        recall: { facts: [], passages: [] },
        mood: nextMood(moodAt(null, noon), appraisal, noon),
        appraisal,
        opening: earlier.length === 0,
        commands: ["help", "journal list", "journal write", "mood", "session new", "weather"],
        ...known,
      };
      const reply = textOf(await eventsOf(requestFor(knowledge, earlier)));
      earlier.push({ role: "user", text: said }, { role: "assistant", text: reply });
      return reply;
    },
  };
}
