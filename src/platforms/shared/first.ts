import type { Clock } from "../../core/ports.ts";

interface Waiting {
  readonly clock: Clock;
  /** Ends all waiting. */
  readonly closing: AbortSignal;
}

/** Resolves when the work is done, or after so much time; the work goes on. */
export async function first(work: Promise<unknown>, ms: number, { clock, closing }: Waiting): Promise<void> {
  const enough = new AbortController();
  await Promise.race([work, clock.sleep(ms, AbortSignal.any([closing, enough.signal]))]);
  enough.abort();
}
