import type { Logger } from "../ports.ts";
import type { LiveReply, Reply } from "../reply.ts";
import type { Turn } from "../storage.ts";
import { type AnswerDeps, answer } from "./answer.ts";
import { buildPrompt, type PromptDeps } from "./prompt.ts";
import { openScene, type SceneDeps } from "./scene.ts";
import { type SettleDeps, settle } from "./settle.ts";

export type TurnDeps = SceneDeps & PromptDeps & AnswerDeps & SettleDeps & { readonly log: Logger };

/** One message answered: the table of contents of the program. Resolves when the answer is durable, not yet delivered. */
export async function runTurn(turn: Turn, live: LiveReply, deps: TurnDeps, signal: AbortSignal): Promise<Reply> {
  const scene = await openScene(turn, deps);
  const request = buildPrompt(scene, deps);
  const draft = await answer(scene, request, live, deps, signal);
  return settle(scene, draft, deps);
}
