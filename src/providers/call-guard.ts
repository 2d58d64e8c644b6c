import type { Clock } from "../core/ports.ts";
import { CallFailure } from "./call-failure.ts";

export interface TimeLimits {
  /** To the first word. */
  readonly firstMs: number;
  /** Between two chunks, once words have come. */
  readonly idleMs: number;
}

export interface GuardOptions {
  /** For messages. */
  readonly server: string;
  readonly limits: TimeLimits;
  readonly clock: Clock;
  readonly signal: AbortSignal;
}

/** Holds the limits and the stop signal of one call. The first failure is the one that counts. */
export interface Guard {
  readonly signal: AbortSignal;
  fail(failure: CallFailure): CallFailure;
  failure(): CallFailure | null;
  limit(ms: number): void;
  /** Work on the network, given up at the limit or when the call is stopped, whether or not `fetch` obeys. */
  within<T>(work: Promise<T>, explain: (error: unknown) => CallFailure): Promise<T>;
  close(): void;
}

export function openGuard({ server, limits, clock, signal }: GuardOptions): Guard {
  const connection = new AbortController();
  let limitMs = limits.firstMs;
  let first: CallFailure | null = null;
  const fail = (failure: CallFailure): CallFailure => {
    first ??= failure;
    connection.abort(first);
    return first;
  };
  const abandon = (): void => void fail(new CallFailure("aborted", `The call to ${server} was stopped.`));
  if (signal.aborted) abandon();
  else signal.addEventListener("abort", abandon, { once: true });
  return {
    signal: connection.signal,
    fail,
    failure: () => first,
    limit: (ms) => {
      limitMs = ms;
    },
    within: async (work, explain) => {
      const settled = new AbortController();
      const late = () => fail(new CallFailure("timeout", `${server} was silent for ${limitMs / 1000} s.`));
      void clock.sleep(limitMs, settled.signal).then(() => settled.signal.aborted || late());
      try {
        return await Promise.race([work, stopped(connection.signal, settled.signal)]);
      } catch (error) {
        throw fail(error instanceof CallFailure ? error : explain(error));
      } finally {
        settled.abort();
      }
    },
    close: () => {
      signal.removeEventListener("abort", abandon);
      connection.abort();
    },
  };
}

/** Rejects when the call is stopped; stops listening when `settled` says that nobody waits any more. */
const stopped = (call: AbortSignal, settled: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    const stop = () => reject(call.reason);
    if (call.aborted) stop();
    else call.addEventListener("abort", stop, { signal: settled });
  });
