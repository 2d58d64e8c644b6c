/** How unkind Discord is. Shares are from 0 to 1; times are milliseconds of its own clock. */
export interface Faults {
  /** Requests that are answered slowly, after at most `slowMs`; they are carried out at once. */
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
  /** Connections are dropped by a reset: discord.js then tries again by itself, and does not otherwise. */
  readonly reset: boolean;
  /** Everything is answered by 503 while this holds, and no socket stays open. */
  readonly outage: boolean;
  /** Channels in which it is forbidden to post (50013). */
  readonly forbidden: readonly string[];
  /** Channels whose history the bot may not read: it is empty, and nothing there can be replied to (160002). */
  readonly unreadable: readonly string[];
  /** Channels that the bot cannot see (50001): nothing can be read there, and nothing is heard from there. */
  readonly hidden: readonly string[];
  /** Users who take no direct message (50007). */
  readonly closedToDms: readonly string[];
  /** After a reconnect so many of the last events are dispatched again, processed or not. */
  readonly redeliver: number;
  /** Events that are dispatched again, up to `repeatTimes` times more within `repeatMs`. */
  readonly repeat: number;
  readonly repeatTimes: number;
  readonly repeatMs: number;
  /** Events that are first dispatched late, after at most `delayMs`; those behind them in their channel wait. */
  readonly delay: number;
  readonly delayMs: number;
  /** What is late is overtaken, also within its channel. */
  readonly shuffle: boolean;
}

export const kind: Faults = {
  slow: 0,
  slowMs: 3_000,
  limit: 0,
  retryAfterMs: 2_000,
  fail: 0,
  drop: 0,
  cut: 0,
  reset: false,
  outage: false,
  forbidden: [],
  unreadable: [],
  hidden: [],
  closedToDms: [],
  redeliver: 0,
  repeat: 0,
  repeatTimes: 5,
  repeatMs: 300_000,
  delay: 0,
  delayMs: 20_000,
  shuffle: false,
};
