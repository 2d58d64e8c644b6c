import type { Turn, Withdrawal } from "../storage.ts";
import { eraseDerived } from "./derived.ts";
import { coveredBy } from "./question.ts";
import type { ServeDeps } from "./serve.ts";
import type { Serving } from "./serving.ts";
import type { Outcome } from "./votes.ts";

export interface RemoveDeps extends ServeDeps {
  readonly served: Serving;
}

/**
 * A reply is to be away, with all that was kept of it and of the questions that it answers. That is durable in one
 * commit; what was posted is taken back by a turn that is `withdrawing`, also after a crash.
 */
export async function removeReply(turn: Turn, deps: RemoveDeps): Promise<Outcome> {
  const outcome = withdrawWhole(turn, deps);
  deps.runs.withdraw(turn.ask.key, outcome);
  const found = await outcome;
  if (found.type !== "withdrawing") return "known";
  // A run sees to it itself, once what it has under way is over.
  if (!deps.runs.covers(turn.ask.key)) takeUp(turn, found.turn, deps.served);
  return "done";
}

const withdrawWhole = ({ id }: Turn, { storage, clock }: RemoveDeps): Promise<Withdrawal> =>
  storage.transaction(async (tx): Promise<Withdrawal> => {
    const removed = await tx.inbox.remove(id, clock.now());
    if (!removed) return { type: "unknown" };
    await eraseDerived(id, tx);
    return { type: "withdrawing", turn: removed };
  });

function takeUp(before: Turn, turn: Turn, served: Serving): void {
  for (const key of coveredBy(before)) served.forget(key);
  served.start(turn);
}
