import { dispatch } from "../commands/dispatch.ts";
import type { CommandRegistry } from "../commands/registry.ts";
import type { Clock } from "../ports.ts";
import type { Reply } from "../reply.ts";
import type { CommandAsk, Locale } from "../session.ts";
import type { Storage, Turn } from "../storage.ts";
import { localeOf } from "./locale.ts";

export interface CommandDeps {
  readonly registry: CommandRegistry;
  readonly storage: Storage;
  readonly clock: Clock;
  readonly locale: Locale;
}

/** One command answered, without a model and beside the lane. It leaves no message rows: commands are not conversation. */
export async function runCommand(turn: Turn, ask: CommandAsk, deps: CommandDeps): Promise<Reply> {
  const { place, room, author } = ask;
  const call = { person: turn.person, author, place, room, locale: localeOf(ask, deps.locale), now: deps.clock.now() };
  const { body, visibility } = await dispatch(deps.registry, ask.command, ask.input, call);
  const reply: Reply = { body, visibility, notices: [], offRecord: false, receipt: null };
  await deps.storage.inbox.answered(turn.id, reply, deps.clock.now());
  return reply;
}
