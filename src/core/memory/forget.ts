import { takeBackMoods } from "../mood/take-back.ts";
import type { TurnId } from "../session.ts";
import type { Repositories } from "../storage.ts";
import type { Memory } from "./fact.ts";
import { fold } from "./terms.ts";

/**
 * Takes memories out with everything that would bring them back: the messages that taught them, the replies that
 * spoke them, and the words of those turns in the inbox; and with them the turns that were named themselves.
 */
export async function erase(held: readonly Memory[], named: readonly TurnId[], tx: Repositories): Promise<void> {
  const memories = [...held, ...(await tx.memories.replacedBy(held.map((memory) => memory.id)))];
  const ids = memories.map((memory) => memory.id);
  const used = await tx.messages.ofTurns(await tx.receipts.turnsThatUsed(ids));
  const values = memories.map((memory) => fold(memory.value));
  const spoken = used.filter((message) => values.some((value) => fold(message.text).includes(value)));
  const sources = memories.map((memory) => memory.sourceTurn);
  const turns = [...new Set([...named, ...sources, ...spoken.map((message) => message.turn)])];
  if (turns.length === 0) return;
  await tx.messages.eraseTurns(turns);
  await tx.feedback.erase(turns);
  await tx.inbox.blank(turns);
  await tx.memories.erase(ids);
  await takeBackMoods(turns, tx);
}
