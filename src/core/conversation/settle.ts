import { estimateTokenCount } from "tokenx";
import { words } from "../../locales/words.ts";
import { keeping } from "../attachments/attachment.ts";
import { ownOf } from "../attachments/gather.ts";
import { sayPlan } from "../memory/answer.ts";
import type { MemoryPlan } from "../memory/fact.ts";
import { erase } from "../memory/forget.ts";
import { termsOf } from "../memory/terms.ts";
import { moodEvent, nextMood } from "../mood/next-mood.ts";
import type { Clock, Ids, Logger } from "../ports.ts";
import type { Notice, Receipt, Reply } from "../reply.ts";
import type { MessageId } from "../session.ts";
import type { Repositories, Storage, StoredMessage } from "../storage.ts";
import type { Draft, ModelCall } from "./answer.ts";
import { eraseAnswered } from "./derived.ts";
import type { Scene } from "./scene.ts";

export interface SettleDeps {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
}

/** ONE transaction: the answer, what was said, what memory and mood make of it, receipt, usage and delivery row. */
export async function settle(scene: Scene, draft: Draft, deps: SettleDeps): Promise<Reply> {
  const at = deps.clock.now();
  const reply = await deps.storage.transaction(async (tx) => {
    const notices = [...draft.notices, ...(await memoryNotices(scene, tx))];
    const receipt = receiptOf(scene, draft);
    const offRecord = leavesNoWords(scene.knowledge.plan);
    const { text: body, addresses } = draft;
    const settled: Reply = { body, visibility: "place", aside: null, notices, addresses, offRecord, receipt };
    const kept = await tx.inbox.answered(scene.turn.id, settled, at);
    if (kept !== settled) return kept; // the commit was made, and only its answer was lost
    if (scene.turn.attempts > 0) await eraseAnswered(scene.turn.id, tx);
    if (!offRecord) await keepWords(scene, draft, tx, at, deps.ids.next() as MessageId);
    await tx.attachments.expire(new Date(at.getTime() - keeping.ms));
    await keepMemory(scene.knowledge.plan, tx, at);
    await keepMood(scene, tx);
    await keepBooks(scene, draft, settled, tx, at);
    return settled;
  });
  tellOperator(scene, draft.call, deps.log);
  return reply;
}

async function memoryNotices({ knowledge, scope }: Scene, tx: Repositories): Promise<readonly Notice[]> {
  const { plan, locale } = knowledge;
  const notice = (text: string): readonly Notice[] => [{ code: null, text }];
  if (plan.alone) return [];
  if (plan.offRecord || plan.intent === "correct" || plan.intent === "forget") return notice(sayPlan(plan, locale));
  const first = plan.remember.length > 0 && (await tx.memories.count(scope)) === 0;
  return first ? notice(words(locale).notice.remembered()) : [];
}

/** A request to forget names what is to be forgotten. */
const leavesNoWords = (plan: MemoryPlan): boolean => plan.offRecord || plan.intent === "forget";

async function keepWords(scene: Scene, draft: Draft, tx: Repositories, at: Date, reply: MessageId): Promise<void> {
  const { said } = scene.knowledge;
  await tx.messages.append(messageRow(scene, { id: scene.message, role: "user", text: said, at: scene.startedAt }));
  const { session, message, knowledge } = scene;
  for (const { name, content } of ownOf(knowledge.attachments))
    await tx.attachments.keep({ session: session.id, message, name, content, at });
  if (draft.call?.failure) return;
  await tx.messages.append(messageRow(scene, { id: reply, role: "assistant", text: draft.text, at }));
}

type Said = Pick<StoredMessage, "id" | "role" | "text" | "at">;

const messageRow = (scene: Scene, said: Said): StoredMessage => ({
  ...said,
  session: scene.session.id,
  turn: scene.turn.id,
  person: scene.turn.person,
  authorName: scene.ask.author.name,
  scope: scene.scope,
  tokens: estimateTokenCount(said.text),
  terms: said.role === "user" ? termsOf(said.text) : [],
  recallable: said.role === "user" && scene.knowledge.plan.recallable,
});

async function keepMemory(plan: MemoryPlan, tx: Repositories, at: Date): Promise<void> {
  for (const memory of plan.remember) await tx.memories.add(memory);
  for (const { memory, by } of plan.supersede) await tx.memories.supersede(memory.id, by, at);
  for (const id of plan.repeat) await tx.memories.repeat(id);
  await tx.messages.hide(plan.hide);
  await erase(plan.erase, plan.eraseTurns, tx);
}

/** From the mood as it is by now: another place of the room may have moved it, or an earlier answer is taken back. */
async function keepMood({ ask, turn, knowledge, startedAt }: Scene, tx: Repositories): Promise<void> {
  const event = moodEvent(knowledge.appraisal, ask.author.name, startedAt);
  if (!event || knowledge.plan.offRecord) return;
  const mood = nextMood(await tx.moods.get(ask.room.key), knowledge.appraisal, startedAt);
  await tx.moods.set(ask.room.key, mood, { event, turn: turn.id });
}

async function keepBooks(scene: Scene, draft: Draft, reply: Reply, tx: Repositories, at: Date): Promise<void> {
  if (!draft.call || !reply.receipt) return;
  const { provider, model, inputTokens, outputTokens, usd } = reply.receipt;
  await tx.receipts.add(scene.turn.id, reply.receipt, at);
  const { outcome } = draft.call;
  await tx.usage.add({ turn: scene.turn.id, provider, model, inputTokens, outputTokens, usd, outcome, at });
}

function receiptOf({ model, knowledge }: Scene, { call }: Draft): Receipt | null {
  if (!call) return null;
  const { inputTokens, outputTokens } = call.usage;
  return {
    provider: model.provider.name,
    model: model.name,
    inputTokens,
    outputTokens,
    usd: model.price(call.usage),
    firstTokenMs: call.firstTokenMs,
    memories: knowledge.recall.facts.map((memory) => memory.id),
  };
}

function tellOperator(scene: Scene, call: ModelCall | null, log: Logger): void {
  if (!call?.failure) return;
  const { code, message } = call.failure;
  log.warn({ code, provider: scene.model.provider.name, model: scene.model.name, cause: message }, "the model failed");
}
