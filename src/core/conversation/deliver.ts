import type { CommandRegistry } from "../commands/registry.ts";
import { PlatformError } from "../errors.ts";
import type { Capabilities } from "../platform.ts";
import type { Clock, Logger, Slot } from "../ports.ts";
import type { Delivery, LiveReply, Reply } from "../reply.ts";
import { type Locale, placeKey } from "../session.ts";
import type { Inbox, Storage, Turn } from "../storage.ts";
import { eraseDerived } from "./derived.ts";
import { fewWords } from "./few-words.ts";
import { localeOf } from "./locale.ts";
import { offersOf } from "./offers.ts";
import type { Once } from "./once.ts";
import { coveredBy } from "./question.ts";
import type { Run } from "./runs.ts";

export interface DeliverDeps {
  readonly storage: Storage;
  readonly clock: Clock;
  readonly log: Logger;
  readonly locale: Locale;
  readonly registry: CommandRegistry;
  readonly once: Once;
  /** Aborts when the program ends: what is not delivered then is taken up at the next start. */
  readonly closing: AbortSignal;
}

const pauses = [1_000, 2_000, 5_000, 10_000, 30_000];
export const pauseAfter = (failures: number): number => pauses[Math.min(failures, pauses.length - 1)] ?? 0;

/** How long a platform may refuse a reply before it is given up. */
const deliverForMs = 3_600_000;
const anHour = 3_600_000;

export const deliveryOf = (
  run: Run,
  { buttons }: Capabilities,
  { storage, clock, locale, registry }: DeliverDeps,
): Delivery => ({
  turn: run.turn.id,
  place: run.turn.ask.place,
  room: run.turn.ask.room,
  asker: run.turn.ask.author,
  inReplyTo: run.turn.ask.key,
  covers: coveredBy(run.turn),
  locale: localeOf(run.turn.ask, locale),
  subject: run.turn.ask.type === "message" ? fewWords(run.turn.ask.text) || null : null,
  handle: run.turn.ask.type === "command" ? run.turn.ask.handle : null,
  offers: (finished) => (buttons ? offersOf(run.turn.ask, finished, registry) : []),
  parts: run.turn.parts,
  ledger: ledgerOf(run.turn, storage.inbox, clock),
  gone: run.gone.signal,
});

/** A safety reply may have been posted before its turn was durable, from the moment of its message on. */
const ledgerOf = ({ id, ask }: Turn, inbox: Inbox, clock: Clock): Delivery["ledger"] => ({
  sending: (part) => inbox.sending(id, part, ask.type === "concern" ? ask.sentAt : clock.now()),
  posted: (part, platformId) => inbox.posted(id, part, platformId, clock.now()),
  removing: () => inbox.removing(),
  removed: (part) => inbox.removed(id, part),
  check: () => inbox.check(id),
});

/** Brings a durable reply to its place, however often that takes. False where the platform does not take it. */
export async function deliver(
  run: Run,
  reply: Reply,
  live: LiveReply,
  slot: Slot,
  deps: DeliverDeps,
): Promise<boolean> {
  const { inbox } = deps.storage;
  const failure = await insist(() => live.finish(reply), run, run.gone.signal, slot, deps);
  const at = deps.clock.now();
  if (failure === null) await inbox.delivered(run.turn.id, at);
  else await inbox.end(run.turn.id, "failed", failure.code, at);
  return failure === null;
}

/** Takes back what was posted and kept of a question that is not there any more. */
export async function takeBack(run: Run, live: LiveReply, slot: Slot, deps: DeliverDeps): Promise<void> {
  await insist(() => live.withdraw(), run, deps.closing, slot, deps);
  await deps.storage.transaction((tx) => eraseDerived(run.turn.id, tx));
  await deps.storage.inbox.withdrawn(run.turn.id, deps.clock.now());
}

/** Null once the platform has taken it; the failure where trying again means nothing. Other errors are not its own. */
async function insist(
  request: () => Promise<void>,
  run: Run,
  until: AbortSignal,
  slot: Slot,
  deps: DeliverDeps,
): Promise<PlatformError | null> {
  const began = deps.clock.now().getTime();
  for (let failures = 0; ; failures += 1) {
    const failure = await failureOf(request);
    if (failure === null) return null;
    const hopeless = !failure.retryable || deps.clock.now().getTime() - began > deliverForMs;
    if (hopeless) {
      tellGivenUp(failure, run, deps);
      return failure;
    }
    if (failures === 0) deps.log.warn({ code: failure.code }, `${failure.message} It is tried again.`);
    await slot.rest(pauseAfter(failures), until);
    until.throwIfAborted();
  }
}

async function failureOf(request: () => Promise<void>): Promise<PlatformError | null> {
  try {
    await request();
    return null;
  } catch (error) {
    if (error instanceof PlatformError) return error;
    throw error;
  }
}

/** The same trouble of one place is the operator's to mend once, however many replies it costs. */
function tellGivenUp(failure: PlatformError, { turn }: Run, { log, once }: DeliverDeps): void {
  const { code, message } = failure;
  const fresh = once(`given up ${placeKey(turn.ask.place)} ${message}`, anHour);
  if (fresh) log.error({ code }, "the platform does not take a reply, and it is given up", failure);
  else log.info({ code }, "the platform does not take a reply, as before, and it is given up");
}
