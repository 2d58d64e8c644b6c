import { atMost } from "../../core/at-most.ts";
import { PlatformError } from "../../core/errors.ts";
import type { Logger } from "../../core/ports.ts";
import type { Place } from "../../core/session.ts";
import type { Past } from "./history.ts";
import type { Conversation, Outbound } from "./outbound.ts";
import type { Absence } from "./pulse.ts";
import { saidSince } from "./said-since.ts";
import type { Self } from "./self.ts";

export interface MissedOptions {
  readonly outbound: Outbound;
  readonly self: Self;
  /** Where somebody has turned to the companion by now, the most recent first. */
  readonly places: () => Promise<readonly Place[]>;
  readonly mayHear: (channel: string, shared: boolean) => boolean;
  /** Takes its place before anything that is heard there from now on, and hands on what it is given as if said now. */
  readonly before: (conversation: Conversation, fetch: () => Promise<readonly Past[]>) => Promise<void>;
  readonly log: Logger;
  readonly closing: AbortSignal;
}

const channelsAtOnce = 4;
const code = "E-PLATFORM-DELIVERY";

/** Fetches what was said where the companion is while nobody could reach it. False where another try may bring more. */
export function missed(options: MissedOptions): (absence: Absence) => Promise<boolean> {
  const { outbound, self, mayHear, before, places } = options;
  const { history } = outbound;
  const gate = atMost(channelsAtOnce);
  let last: Absence = { from: 0, to: 0 };
  let over = new Set<string>();
  const inOne = async (one: Conversation, { from }: Absence, threads: readonly string[]): Promise<boolean> => {
    const fetch = () => saidSince({ channel: one.id, since: from, threads, history, self });
    const isOver = await tried(() => before(one, fetch), options);
    if (isOver) over.add(one.id);
    return isOver;
  };
  return async (absence) => {
    // One that is tried again is tried where it has failed.
    if (absence.from !== last.from || absence.to !== last.to) over = new Set();
    last = absence;
    const each: boolean[] = [];
    const all = async (): Promise<void> => {
      // Threads that began in this run as well: what they are is asked for each time.
      const known = await places();
      const open = (await outbound.conversations()).filter(({ id, shared }) => mayHear(id, shared) && !over.has(id));
      const fetched = byActivity(open, known).map((one) => gate(() => inOne(one, absence, threadsOf(one.id, known))));
      each.push(...(await Promise.all(fetched)));
    };
    return (await tried(all, options)) && each.every((isOver) => isOver);
  };
}

/** Where somebody has turned to the companion last, somebody is waiting first. */
function byActivity(open: readonly Conversation[], known: readonly Place[]): readonly Conversation[] {
  const order = new Map(known.map(({ channel }, at) => [channel, at] as const).toReversed());
  const rank = ({ id }: Conversation): number => order.get(id) ?? known.length;
  return open.toSorted((a, b) => rank(a) - rank(b));
}

/** False where it has failed and may go well the next time. */
async function tried(work: () => Promise<void>, { log, closing }: MissedOptions): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    const why = error instanceof PlatformError ? error.message : "an unexpected error";
    if (!closing.aborted) log.warn({ code }, `what was said meanwhile cannot be fetched: ${why}`);
    return error instanceof PlatformError && !error.retryable;
  }
}

const threadsOf = (channel: string, places: readonly Place[]): readonly string[] =>
  places.flatMap((place) => (place.channel === channel && place.thread ? [place.thread] : []));
