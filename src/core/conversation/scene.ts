import { type GatherDeps, gather } from "../attachments/gather.ts";
import { type Audience, audienceOf, type Scope, scopeOf } from "../memory/audience.ts";
import type { Memory, MemoryPlan } from "../memory/fact.ts";
import { mentions, type PlanContext, planMemory } from "../memory/plan.ts";
import { recall } from "../memory/recall.ts";
import { appraise } from "../mood/appraise.ts";
import { nextMood } from "../mood/next-mood.ts";
import type { Clock, Ids, Memberships } from "../ports.ts";
import type { Model, ModelRoute } from "../provider.ts";
import type { Locale, MessageAsk, MessageId, PersonId } from "../session.ts";
import type { Session, StoredMessage, Turn } from "../storage.ts";
import type { Knowledge } from "./knowledge.ts";
import { localeOf } from "./locale.ts";
import { questionOf } from "./question.ts";

/** Everything one turn stands on, read once at its beginning. */
export interface Scene {
  readonly turn: Turn;
  readonly ask: MessageAsk;
  readonly message: MessageId;
  readonly startedAt: Date;
  readonly session: Session;
  readonly scope: Scope;
  readonly model: Model;
  /** The session so far, oldest first. */
  readonly recent: readonly StoredMessage[];
  readonly knowledge: Knowledge;
}

export interface SceneDeps extends GatherDeps {
  readonly memberships: Memberships;
  readonly route: ModelRoute;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly locale: Locale;
  readonly commandNames: readonly string[];
  /** Whether the one person on this platform runs the program: consent to keep private matters is given there. */
  readonly operatorOnly: (platform: string) => boolean;
}

/** Far more than any prompt holds; the window decides what fits. */
const recentMessages = 80;
const knownMemories = 300;

/** The signal ends what is fetched for it. */
export async function openScene(turn: Turn, deps: SceneDeps, signal: AbortSignal): Promise<Scene> {
  const ask = questionOf(turn);
  const startedAt = deps.clock.now();
  const audience = await audienceOf(ask.room, turn.person, deps.memberships);
  const session = await deps.storage.sessions.current(ask.place, ask.room, startedAt);
  const recent = await deps.storage.messages.recent(session.id, recentMessages);
  const message = deps.ids.next() as MessageId;
  const frame = { turn, ask, message, startedAt, session, scope: scopeOf(ask.room, turn.person), recent };
  const model = deps.route.current();
  const files = { ask, session: session.id, sees: model.supports.images, now: startedAt, signal };
  const attachments = await gather(files, deps);
  return { ...frame, model, knowledge: { ...(await knowledgeOf(frame, audience, deps)), attachments } };
}

type Frame = Omit<Scene, "model" | "knowledge">;
type FromWords = Omit<Knowledge, "attachments">;

/** Files have no part in what is learned, remembered or felt: only words that the person said. */
async function knowledgeOf(frame: Frame, audience: Audience, deps: SceneDeps): Promise<FromWords> {
  const { ask, turn, startedAt } = frame;
  const locale = localeOf(ask, deps.locale);
  const known = await deps.storage.memories.current(audience, knownMemories);
  const passages = await mentions(ask.text, { person: turn.person, audience }, deps.storage);
  const plan = planOf(frame, { locale, known, passages }, deps);
  const appraisal = appraise(ask.text, locale);
  return {
    locale,
    said: ask.text,
    personName: nameOf(turn.person, [...plan.remember, ...known]),
    plan,
    recall: await recall(
      { text: ask.text, locale, person: turn.person, audience, plan },
      { ...deps.storage, now: startedAt },
    ),
    mood: nextMood(await deps.storage.moods.get(ask.room.key), appraisal, startedAt),
    appraisal,
    opening: frame.recent.length === 0,
    commands: deps.commandNames,
  };
}

type Known = Pick<PlanContext, "locale" | "known" | "passages">;

const planOf = (frame: Frame, known: Known, deps: SceneDeps): MemoryPlan =>
  planMemory(frame.ask.text, {
    ...known,
    person: frame.turn.person,
    saidBy: frame.ask.author.name,
    scope: frame.scope,
    room: frame.ask.room.kind,
    consent: deps.operatorOnly(frame.ask.place.platform),
    message: frame.message,
    turn: frame.turn.id,
    ids: deps.ids,
    now: frame.startedAt,
    recent: frame.recent,
  });

/** As this person asked to be called; another person's name in the same room is not theirs. */
function nameOf(person: PersonId, memories: readonly Memory[]): string | null {
  const own = memories.filter((memory) => memory.person === person && memory.about === "self");
  const named = (attribute: string): Memory | undefined => own.find((memory) => memory.attribute === attribute);
  return (named("nickname") ?? named("name"))?.value ?? null;
}
