import { words } from "../../locales/words.ts";
import type { Press, Pressed } from "../platform.ts";
import type { Action } from "../reply.ts";
import { placeKey } from "../session.ts";
import type { Turn } from "../storage.ts";
import { type AgainDeps, answerAgain } from "./again.ts";
import { removeReply } from "./remove.ts";
import { type Outcome, report, vote } from "./votes.ts";

/** Whether a person may do it at all; what everyone who sees a reply may do is not named. */
const reserved: Partial<Readonly<Record<Action, "asker" | "asker or moderator">>> = {
  stop: "asker or moderator",
  again: "asker",
  remove: "asker or moderator",
};

/** What somebody wants of a reply: once, however often it is heard, and only by those who may. */
export async function press(wanted: Press, deps: AgainDeps): Promise<Pressed> {
  const say = words(wanted.locale ?? deps.locale).press;
  const { action } = wanted;
  const turn = await deps.storage.inbox.find(wanted.turn);
  if (!turn || !isThere(turn, action) || placeKey(turn.ask.place) !== placeKey(wanted.place))
    return { type: "gone", text: say.gone() };
  if (!may(wanted, turn)) {
    const text = reserved[action] === "asker" ? say.onlyAsker() : say.onlyAskerOrModerator();
    return { type: "not-yours", text };
  }
  const outcome = await ways[action](turn, wanted, deps);
  if (outcome === "question-gone") return { type: "gone", text: say.questionGone() };
  if (outcome === "taken-back") return { type: "done", text: say.tookBack() };
  return { type: outcome, text: say[outcome][action]() };
}

const isThere = ({ ask, state }: Turn, action: Action): boolean =>
  ask.type === "message" && state !== "withdrawn" && (state !== "withdrawing" || action === "remove");

function may({ action, author, moderator }: Press, { ask }: Turn): boolean {
  const isAsker = author.id === ask.author.id;
  if (reserved[action] === "asker") return isAsker;
  return isAsker || moderator || reserved[action] === undefined;
}

type Way = (turn: Turn, press: Press, deps: AgainDeps) => Promise<Outcome>;

const ways: Readonly<Record<Action, Way>> = {
  stop: async ({ id }, _, { runs }) => (runs.stop(id) ? "done" : "known"),
  again: (turn, _, deps) => answerAgain(turn, deps),
  remove: (turn, _, deps) => removeReply(turn, deps),
  report,
  good: vote,
  bad: vote,
};
