import { erase } from "../memory/forget.ts";
import { takeBackMoods } from "../mood/take-back.ts";
import type { TurnId } from "../session.ts";
import type { Repositories } from "../storage.ts";

/** What an earlier answer to the same turn has kept, where one of its questions was deleted and the rest is answered anew. */
export async function eraseAnswered(turn: TurnId, tx: Repositories): Promise<void> {
  await tx.messages.eraseTurns([turn]);
  await tx.memories.erase((await tx.memories.learnedIn([turn])).map(({ id }) => id));
  await takeBackMoods([turn], tx);
}

/** Takes out what was kept of a question that is not to be kept: its words, its answer's, and what was learned. */
export const eraseDerived = async (turn: TurnId, tx: Repositories): Promise<void> =>
  erase(await tx.memories.learnedIn([turn]), [turn], tx);
