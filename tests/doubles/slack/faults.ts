import { kindness, type PlatformFaults } from "../platform-faults.ts";

/**
 * How unkind Slack is. What is slow is carried out at once; what fails is answered by 500, by `internal_error`, or by
 * `fatal_error`, which may be carried out all the same.
 */
export interface Faults extends PlatformFaults {
  /** Requests whose connection is dropped, and which are carried out after at most `lateMs`. */
  readonly late: number;
  readonly lateMs: number;
  /** Connections are dropped by a reset. */
  readonly reset: boolean;
  /** No socket can be opened while this holds; those that are open stay so. */
  readonly refuse: boolean;
  /** Sockets are opened, and not a word is said there. */
  readonly silent: boolean;
  /** Channels that can be written to, and whose history is not found (`channel_not_found`). */
  readonly unreadable: readonly string[];
  /** Methods that are refused, whatever is asked, and by which of Slack's errors. */
  readonly refused: Readonly<Record<string, string>>;
}

export const kind: Faults = {
  ...kindness,
  ...{ late: 0, lateMs: 60_000, reset: false, refuse: false, silent: false, unreadable: [], refused: {} },
};
