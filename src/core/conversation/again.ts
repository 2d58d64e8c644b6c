import type { Ask, AskKey, MessageAsk, MessageDeleted } from "../session.ts";
import type { Turn, Withdrawal } from "../storage.ts";
import { eraseDerived } from "./derived.ts";
import { gate } from "./gate.ts";
import type { RemoveDeps } from "./remove.ts";
import type { Rereading } from "./rereading.ts";
import type { Outcome } from "./votes.ts";

export interface AgainDeps extends RemoveDeps {
  readonly rereading: Rereading;
  readonly withdraw: (deleted: MessageDeleted) => Promise<unknown>;
}

/**
 * The same question once more, in the words that it has now. Nothing of the first answer is kept; the new one takes its
 * place, in the message that stands there.
 */
export async function answerAgain(turn: Turn, deps: AgainDeps): Promise<Outcome> {
  if (turn.state !== "delivered") return "known";
  return deps.rereading.during(async (deletions) => {
    const questions = await readAnew(turn, deps);
    if (questions === null) return "question-gone";
    const reopened = await reopen(turn, gated(questions, deps), deps);
    return reopened ? serveUnlessDeleted(reopened, deletions, deps) : "known";
  });
}

/** Of what is not there any more nothing is answered; null where that is all of it. */
async function readAnew(turn: Turn, deps: AgainDeps): Promise<readonly MessageAsk[] | null> {
  const platform = deps.platform(turn.ask.place.platform);
  const asks = [...turn.joined, turn].map(({ ask }) => ask).filter((ask) => ask.type === "message");
  const said = await Promise.all(asks.map((ask) => platform?.reread(ask) ?? null));
  if (said.every((words) => words === null)) return null;
  const sentAt = deps.clock.now();
  return asks.map((ask, at) => ({ ...ask, sentAt, text: "", quoted: null, attachments: [], ...said[at] }));
}

/** Danger in any of them goes before all of them: the last, which carries the others, is answered for it. */
function gated(questions: readonly MessageAsk[], deps: AgainDeps): readonly Ask[] {
  const asks = questions.map((question): Ask => gate(question, deps) ?? question);
  const dark = asks.find((ask) => ask.type === "concern");
  const last = questions.at(-1);
  if (!dark || !last) return asks;
  const others = questions.slice(0, -1).map((question) => ({ ...question, text: "", quoted: null, attachments: [] }));
  return [...others, { ...dark, key: last.key }];
}

const reopen = (turn: Turn, asks: readonly Ask[], { storage, clock }: AgainDeps): Promise<Turn | null> =>
  storage.transaction(async (tx) => {
    const at = clock.now();
    if (!(await tx.inbox.reopen(turn.id, at))) return null;
    await eraseDerived(turn.id, tx);
    for (const ask of asks) await tx.inbox.reword(ask, at);
    return tx.inbox.find(turn.id);
  });

/** A deletion that found the turn over came before it was opened again: it is heard once more. */
async function serveUnlessDeleted(
  turn: Turn,
  deletions: ReadonlyMap<AskKey, Promise<Withdrawal>>,
  deps: AgainDeps,
): Promise<Outcome> {
  const deleted = [...turn.joined, turn].map(({ ask }) => ask).filter(({ key }) => deletions.has(key));
  for (const { key, place } of deleted)
    if ((await deletions.get(key))?.type === "over") await deps.withdraw({ type: "deleted", key, place });
  if (deleted.length > 0) return "question-gone";
  deps.served.start(turn);
  return "done";
}
