import { offered } from "../commands/form.ts";
import type { CommandRegistry } from "../commands/registry.ts";
import type { Offer, Reply } from "../reply.ts";
import type { Ask, CommandAsk } from "../session.ts";

/**
 * What people may want of a reply. Of a command's nothing: it is in no history and no memory, and what is private can be
 * dismissed; where one was withheld, the command itself, in private. Of the safety floor's nothing: nobody takes help
 * away. What code has answered is not a model's to do better.
 */
export function offersOf(ask: Ask, finished: Reply | null, registry: CommandRegistry): readonly Offer[] {
  if (ask.type === "command") return finished === null ? [] : withheldIn(ask, registry);
  if (ask.type !== "message") return [];
  if (finished === null) return ["stop"];
  return finished.receipt === null ? ["remove"] : ["again", "remove", "report", "good", "bad"];
}

const withheldIn = ({ command, input }: CommandAsk, registry: CommandRegistry): readonly Offer[] =>
  input.type === "withheld" && command !== null && canBeOffered(command, registry) ? [`/${command}`] : [];

/** Whether a button can begin it for whoever presses. */
export const canBeOffered = (command: string, registry: CommandRegistry): boolean =>
  offered(registry.get(command), "en") !== null;
