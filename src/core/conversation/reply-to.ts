import { words } from "../../locales/words.ts";
import { addressesIn } from "../addresses.ts";
import type { CommandRegistry } from "../commands/registry.ts";
import { ConfigError, FamiliarError } from "../errors.ts";
import type { PlatformAdapter } from "../platform.ts";
import type { Slot } from "../ports.ts";
import type { LiveReply, Markdown, Reply } from "../reply.ts";
import { floorReply } from "../safety/reply.ts";
import type { AskKey, ConcernAsk } from "../session.ts";
import type { Turn } from "../storage.ts";
import { type CommandDeps, runCommand } from "./command.ts";
import { pauseAfter } from "./deliver.ts";
import { localeOf } from "./locale.ts";
import type { Once } from "./once.ts";
import { tellAway, tellingWhenSlow } from "./patience.ts";
import type { Run } from "./runs.ts";
import { type Outcome, runTurn, type TurnDeps } from "./turn.ts";

export interface ReplyDeps extends TurnDeps {
  readonly registry: CommandRegistry;
  readonly once: Once;
  /** Messages that said "never mind" to a question that was waiting. */
  readonly dismissals: Set<AskKey>;
  /** ISO 3166 code of the country whose helplines are named; null where nobody has said. */
  readonly region: string | null;
  /** After this time a question is not answered any more. In milliseconds. */
  readonly lateMs: number;
}

/** The durable reply to a turn, as soon as there is one: a model that is away is waited for, within reason. */
export async function replyTo(
  run: Run,
  live: LiveReply,
  slot: Slot,
  platform: PlatformAdapter,
  deps: ReplyDeps,
): Promise<Reply> {
  const { turn } = run;
  const { buttons, commandsUnseen } = platform.capabilities;
  const here = { ...deps, buttons, commandsUnseen };
  for (let failures = 0; ; failures += 1) {
    const joined = turn.joined.map(({ id }) => id);
    await deps.storage.inbox.begin(turn.id, joined, deps.clock.now());
    // Only what people say is asked of a model: a command is never said to wait for it.
    const patient = turn.ask.type === "message" && platform.capabilities.mayBeLate && !isLate(turn, deps);
    const outcome = patient
      ? await tellingWhenSlow(run, live, deps, (watched) => attempt(run, watched, here, true))
      : await attempt(run, live, here, false);
    if (outcome.type === "answered") return outcome.reply;
    tellAway(outcome, turn, live, deps);
    const until = AbortSignal.any([run.gone.signal, run.stop.signal]);
    await run.away(slot.rest(outcome.retryAfterMs ?? pauseAfter(failures), until));
    run.gone.signal.throwIfAborted();
  }
}

export const isLate = ({ ask }: Turn, { clock, lateMs }: Pick<ReplyDeps, "clock" | "lateMs">): boolean =>
  clock.now().getTime() - ask.sentAt.getTime() > lateMs;

/** On one platform. */
type AttemptDeps = ReplyDeps & Pick<CommandDeps, "buttons" | "commandsUnseen">;

/** What goes wrong before the answer is durable becomes an answer itself, with a code that the log explains. */
async function attempt(run: Run, live: LiveReply, deps: AttemptDeps, patient: boolean): Promise<Outcome> {
  try {
    return await ways(run, live, deps, patient);
  } catch (error) {
    if (run.gone.signal.aborted || isNotOurs(error)) throw error;
    const code = error instanceof FamiliarError ? error.code : "E-INTERNAL";
    deps.log.error({ code }, "the turn failed", error);
    const body = `${words(localeOf(run.turn.ask, deps.locale)).failure.internal()} [${code}]`;
    return { type: "answered", reply: await settled(run.turn, plain(body), deps) };
  }
}

/** Not a fault of this turn: somebody has ended it, or the database has to come back first. */
const isNotOurs = (error: unknown): boolean =>
  error instanceof ConfigError || (error instanceof FamiliarError && (error.retryable || error.code === "E-TURN-GONE"));

async function ways(run: Run, live: LiveReply, deps: AttemptDeps, patient: boolean): Promise<Outcome> {
  const { turn, stop, gone } = run;
  if (turn.ask.type === "command") return { type: "answered", reply: await runCommand(turn, turn.ask, deps) };
  if (turn.ask.type === "concern")
    return { type: "answered", reply: await settled(turn, concerned(turn.ask, deps), deps) };
  if (deps.dismissals.delete(turn.ask.key)) {
    const text = words(localeOf(turn.ask, deps.locale)).failure.neverMind();
    return { type: "answered", reply: await settled(turn, plain(text), deps) };
  }
  const hold = { stop: stop.signal, gone: gone.signal, patient: patient && !stop.signal.aborted };
  return runTurn(turn, live, deps, hold);
}

const settled = (turn: Turn, reply: Reply, { storage, clock }: ReplyDeps): Promise<Reply> =>
  storage.inbox.answered(turn.id, reply, clock.now());

const plain = (body: Markdown): Reply => ({
  body,
  visibility: "place",
  aside: null,
  notices: [],
  addresses: [],
  offRecord: false,
  receipt: null,
});

/** The same words whatever persona, mood, model, budget or load says: code alone makes them. */
export function concerned(ask: ConcernAsk, { region, locale }: Pick<ReplyDeps, "region" | "locale">): Reply {
  const direct = ask.room.kind === "direct";
  const { body, aside } = floorReply(ask.concern, { locale: localeOf(ask, locale), region, direct });
  return { ...plain(body), aside, addresses: addressesIn(body, aside ?? ""), offRecord: true };
}
