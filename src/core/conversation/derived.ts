import { erase } from "../memory/forget.ts";
import type { TurnId } from "../session.ts";
import type { Repositories } from "../storage.ts";

/** Takes out what was kept of a question that is not to be kept: its words, its answer's, and what was learned. */
export const eraseDerived = async (turn: TurnId, tx: Repositories): Promise<void> =>
  erase(await tx.memories.learnedIn([turn]), [turn], tx);
