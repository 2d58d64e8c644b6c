import { words } from "../../locales/words.ts";
import { ConfigError, FamiliarError } from "../errors.ts";
import type { PlatformAdapter } from "../platform.ts";
import type { Slot } from "../ports.ts";
import type { LiveReply, Reply } from "../reply.ts";
import { placeKey } from "../session.ts";
import type { Turn, Withdrawal } from "../storage.ts";
import { deliver, deliveryOf, takeBack } from "./deliver.ts";
import { localeOf } from "./locale.ts";
import { isLate, type ReplyDeps, replyTo } from "./reply-to.ts";
import type { Run, Runs } from "./runs.ts";
import { joined } from "./waiting.ts";

export interface ServeDeps extends ReplyDeps {
  readonly runs: Runs;
  /** Null where it is not connected in this run. */
  readonly platform: (name: string) => PlatformAdapter | null;
  /** Aborts when the program ends: what is not delivered then is taken up at the next start. */
  readonly closing: AbortSignal;
  /** The database belongs to another process now: this one can do nothing more. */
  readonly lost: (error: Error) => void;
}

const anHour = 3_600_000;
const againMs = 5_000;

/** One turn from its durable acceptance to its end. Nothing is thrown from here. */
export async function serve(turn: Turn, slot: Slot, everything: ServeDeps): Promise<void> {
  const { platform: name } = turn.ask.place;
  const log = everything.log.child({ turn: turn.id, place: placeKey(turn.ask.place) });
  const deps = { ...everything, log };
  const platform = deps.platform(name);
  if (!platform) return log.warn({ platform: name }, "a turn waits until its platform is connected again");
  if (deps.closing.aborted) return;
  const run = deps.runs.begin(turn);
  const live = platform.open(deliveryOf(run, platform.capabilities, deps));
  try {
    await steps(run, live, slot, platform, deps);
    const withdrawal = run.withdrawal();
    // Between its delivery and here somebody may have wanted it away.
    if (withdrawal) await afterDeletion(await withdrawal, run, live, slot, deps);
  } catch (error) {
    await live.abandon();
    await recoverFrom(error, run, live, slot, deps);
  } finally {
    deps.runs.end(run);
  }
}

async function steps(run: Run, live: LiveReply, slot: Slot, platform: PlatformAdapter, deps: ServeDeps): Promise<void> {
  const { turn } = run;
  run.gone.signal.throwIfAborted();
  if (turn.state === "withdrawing") return takeBack(run, live, slot, deps);
  if (isTooLate(turn, deps)) return expire(turn, live, platform, deps);
  const reply: Reply = turn.reply ?? (await replyTo(run, live, slot, platform, deps));
  const delivered = await deliver(run, reply, live, slot, deps);
  if (delivered) deps.log.info({ ms: deps.clock.now().getTime() - turn.acceptedAt.getTime() }, "answered");
}

/** What is half visible already is brought to its end, however late. */
const isTooLate = (turn: Turn, deps: ServeDeps): boolean =>
  turn.reply === null && turn.parts.length === 0 && turn.ask.type !== "concern" && isLate(turn, deps);

/** After a long downtime nobody is flooded with answers: one line of apology in each place. */
async function expire(turn: Turn, live: LiveReply, platform: PlatformAdapter, deps: ServeDeps): Promise<void> {
  const { place, room, author: asker, key: inReplyTo } = turn.ask;
  for (const { id } of [...turn.joined, turn])
    await deps.storage.inbox.end(id, "expired", "E-EXPIRED", deps.clock.now());
  const text = words(localeOf(turn.ask, deps.locale)).trouble.expired();
  if (deps.once(`late ${placeKey(place)}`, anHour))
    await platform.tell({ place, room, asker, inReplyTo, text, worthMs: null });
  await live.abandon();
}

/** Deleted meanwhile, taken over by another process, or the database is away: each has its own way on. */
async function recoverFrom(error: unknown, run: Run, live: LiveReply, slot: Slot, deps: ServeDeps): Promise<void> {
  const withdrawal = await withdrawalOf(run);
  if (withdrawal) return afterDeletion(withdrawal, run, live, slot, deps);
  if (error instanceof ConfigError) return deps.lost(error);
  if (run.gone.signal.aborted) return;
  const code = error instanceof FamiliarError ? error.code : "E-INTERNAL";
  deps.log.error({ code }, "a turn could not be brought to its end; it stays open", error);
  if (!(error instanceof FamiliarError) || !(error.retryable || error.code === "E-TURN-GONE")) return;
  await slot.rest(againMs, run.gone.signal);
  if (!run.gone.signal.aborted && !deps.closing.aborted) await again(run.turn, slot, deps);
}

const withdrawalOf = async (run: Run): Promise<Withdrawal | null> =>
  (await run.withdrawal()?.catch(() => null)) ?? null;

async function afterDeletion(what: Withdrawal, run: Run, live: LiveReply, slot: Slot, deps: ServeDeps): Promise<void> {
  if (what.type === "over" || what.type === "unknown") return;
  if (what.type === "reopened") return again(what.turn, slot, deps);
  if (what.turn.id === run.turn.id) await takeBack(run, live, slot, deps);
  else await deps.storage.inbox.withdrawn(what.turn.id, deps.clock.now());
  await again(run.turn, slot, deps);
}

/**
 * What is still to be done of a turn and of those it was joined with, as the database knows them now: requests that were
 * under way have told it more, and where some were deleted before they were begun together each stands for itself.
 */
async function again({ id, joined: others }: Turn, slot: Slot, deps: ServeDeps): Promise<void> {
  const ids = new Set([id, ...others.map((other) => other.id)]);
  const left = (await deps.storage.inbox.open()).filter((turn) => ids.has(turn.id));
  const begun = left.filter(({ state }) => state !== "accepted");
  for (const turn of begun) await serve(turn, slot, deps);
  const fresh = joined(left.filter(({ state }) => state === "accepted"));
  if (fresh) await serve(fresh, slot, deps);
}
