import type { Logger } from "../ports.ts";
import type { LiveReply, Reply } from "../reply.ts";
import type { Turn } from "../storage.ts";
import { type AnswerDeps, answer, type Outage } from "./answer.ts";
import { buildPrompt, type PromptDeps } from "./prompt.ts";
import { openScene, type SceneDeps } from "./scene.ts";
import { type SettleDeps, settle } from "./settle.ts";

export type TurnDeps = SceneDeps & PromptDeps & AnswerDeps & SettleDeps & { readonly log: Logger };

export interface Hold {
  /** The person has heard enough: what was said so far becomes the reply. */
  readonly stop: AbortSignal;
  /** Nothing may come of it any more. */
  readonly gone: AbortSignal;
  /** Whether a model that is away is waited for; else its failure is the answer. */
  readonly patient: boolean;
}

export type Outcome = { readonly type: "answered"; readonly reply: Reply } | Outage;

/** One message answered: the table of contents of the program. Resolves when the answer is durable, not yet delivered. */
export async function runTurn(turn: Turn, live: LiveReply, deps: TurnDeps, hold: Hold): Promise<Outcome> {
  const signal = AbortSignal.any([hold.stop, hold.gone]);
  const scene = await openScene(turn, deps, signal);
  const request = buildPrompt(scene, deps);
  const draft = await answer(scene, request, live, deps, signal);
  hold.gone.throwIfAborted();
  if (draft.outage && hold.patient) return draft.outage;
  return { type: "answered", reply: await settle(scene, draft, deps) };
}
