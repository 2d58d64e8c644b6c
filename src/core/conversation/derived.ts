import { erase } from "../memory/forget.ts";
import type { TurnId } from "../session.ts";
import type { Storage } from "../storage.ts";

/** Takes out what was kept of a question that its author has deleted: its words, its answer's, and what was learned. */
export const eraseDerived = (turn: TurnId, storage: Storage): Promise<void> =>
  storage.transaction(async (tx) => erase(await tx.memories.learnedIn([turn]), [turn], tx));
