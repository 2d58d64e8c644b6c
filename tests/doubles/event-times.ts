import type { Random } from "./random.ts";

/** Which of the events come late, twice or out of order. Shares are from 0 to 1; times are milliseconds of the clock. */
export interface EventFaults {
  /** Events that come again, up to `repeatTimes` times more within `repeatMs`, taken or not. */
  readonly repeat: number;
  readonly repeatTimes: number;
  readonly repeatMs: number;
  /** Events that first come late, after at most `delayMs`; those behind them in their channel wait. */
  readonly delay: number;
  readonly delayMs: number;
  /** What is late is overtaken, also within its channel. */
  readonly shuffle: boolean;
}

interface Options {
  readonly now: () => number;
  readonly random: Random;
  readonly faults: () => EventFaults;
}

/** When an event of this channel is to come: for the first time, and again. */
export type EventTimes = (channel: string) => { readonly first: number; readonly again: readonly number[] };

export function eventTimes({ now, random, faults }: Options): EventTimes {
  const heldUp = new Map<string, number>();
  const firstTime = (channel: string): number => {
    const { delay, delayMs, shuffle } = faults();
    const own = random.chance(delay) ? now() + random.between(0, delayMs) : now();
    const due = shuffle ? own : Math.max(own, heldUp.get(channel) ?? 0);
    if (!shuffle) heldUp.set(channel, due);
    return due;
  };
  const again = (from: number): readonly number[] => {
    const { repeat, repeatTimes, repeatMs } = faults();
    const times = random.chance(repeat) ? random.between(1, repeatTimes) : 0;
    return Array.from({ length: times }, () => from + random.between(0, repeatMs));
  };
  return (channel) => {
    const first = firstTime(channel);
    return { first, again: again(first) };
  };
}
