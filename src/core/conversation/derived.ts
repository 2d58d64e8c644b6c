import { erase } from "../memory/forget.ts";
import type { TurnId } from "../session.ts";
import type { Repositories, Storage } from "../storage.ts";

/** What an earlier answer to the same turn has kept, where one of its questions was deleted and the rest is answered anew. */
export async function eraseAnswered(turn: TurnId, tx: Repositories): Promise<void> {
  await tx.messages.eraseTurns([turn]);
  await tx.memories.erase((await tx.memories.learnedIn([turn])).map(({ id }) => id));
}

/** Takes out what was kept of a question that its author has deleted: its words, its answer's, and what was learned. */
export const eraseDerived = (turn: TurnId, storage: Storage): Promise<void> =>
  storage.transaction(async (tx) => erase(await tx.memories.learnedIn([turn]), [turn], tx));
