import type { Action, Reply } from "../reply.ts";
import type { Ask } from "../session.ts";

/**
 * What people may want of a reply. Of a command's nothing: it is in no history and no memory, and what is private can be
 * dismissed. Of the safety floor's nothing: nobody takes help away. What code has answered is not a model's to do better.
 */
export function offersOf(ask: Ask, finished: Reply | null): readonly Action[] {
  if (ask.type !== "message") return [];
  if (finished === null) return ["stop"];
  return finished.receipt === null ? ["remove"] : ["again", "remove", "report", "good", "bad"];
}
