import { atMost } from "../../core/at-most.ts";
import { PlatformError } from "../../core/errors.ts";
import type { Logger } from "../../core/ports.ts";
import type { Place } from "../../core/session.ts";
import type { Past } from "./history.ts";
import type { Conversation, Outbound } from "./outbound.ts";
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
export function missed(options: MissedOptions): (since: number) => Promise<boolean> {
  const { outbound, self, mayHear, before, places } = options;
  const gate = atMost(channelsAtOnce);
  const inOne = (one: Conversation, since: number, threads: readonly string[]): Promise<boolean> => {
    const { history } = outbound;
    return tried(() => before(one, () => saidSince({ channel: one.id, since, threads, history, self })), options);
  };
  return async (since) => {
    const over: boolean[] = [];
    const all = async (): Promise<void> => {
      // Threads that began in this run as well: what they are is asked for each time.
      const known = await places();
      const open = (await outbound.conversations()).filter(({ id, shared }) => mayHear(id, shared));
      const fetched = open.map((one) => gate(() => inOne(one, since, threadsOf(one.id, known))));
      over.push(...(await Promise.all(fetched)));
    };
    return (await tried(all, options)) && over.every((one) => one);
  };
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
