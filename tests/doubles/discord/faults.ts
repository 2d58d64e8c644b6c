import { kindness, type PlatformFaults } from "../platform-faults.ts";

/** How unkind Discord is. What is slow is carried out at once; an outage is 503, and what is forbidden is 50013. */
export interface Faults extends PlatformFaults {
  /** Connections are dropped by a reset: discord.js then tries again by itself, and does not otherwise. */
  readonly reset: boolean;
  /** Channels whose history the bot may not read: it is empty, and nothing there can be replied to (160002). */
  readonly unreadable: readonly string[];
  /** Channels that the bot cannot see (50001): nothing can be read there, and nothing is heard from there. */
  readonly hidden: readonly string[];
  /** Users who take no direct message (50007). */
  readonly closedToDms: readonly string[];
  /** After a reconnect so many of the last events are dispatched again, processed or not. */
  readonly redeliver: number;
}

export const kind: Faults = {
  ...kindness,
  repeatTimes: 5,
  reset: false,
  unreadable: [],
  hidden: [],
  closedToDms: [],
  redeliver: 0,
};
