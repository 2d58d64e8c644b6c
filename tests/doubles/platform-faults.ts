import type { EventFaults } from "./event-times.ts";

/** How unkind any platform can be. Shares are from 0 to 1; times are milliseconds of its own clock. */
export interface PlatformFaults extends EventFaults {
  /** Requests that are answered slowly, after at most `slowMs`. */
  readonly slow: number;
  readonly slowMs: number;
  /** Requests that are answered by 429, to be tried again after `retryAfterMs`. */
  readonly limit: number;
  readonly retryAfterMs: number;
  /** Requests that are answered by 500. */
  readonly fail: number;
  /** Requests whose connection is dropped before they are carried out. */
  readonly drop: number;
  /** Requests that are carried out, and then the connection is dropped. */
  readonly cut: number;
  /** Everything is refused while this holds, and no socket stays open. */
  readonly outage: boolean;
  /** Channels in which it is forbidden to post. */
  readonly forbidden: readonly string[];
}

/** None of them. */
export const kindness: PlatformFaults = {
  slow: 0,
  slowMs: 3_000,
  limit: 0,
  retryAfterMs: 2_000,
  fail: 0,
  drop: 0,
  cut: 0,
  outage: false,
  forbidden: [],
  repeat: 0,
  repeatTimes: 4,
  repeatMs: 300_000,
  delay: 0,
  delayMs: 20_000,
  shuffle: false,
};
