import { setTimeout as pause } from "node:timers/promises";

/** Time that runs faster than the machine's, the same in every process that is given the same numbers. */
export interface ScaledTime {
  /** Milliseconds of the machine's time at which both agree. */
  readonly base: number;
  readonly speed: number;
  /** How far this time was put forward since then. */
  readonly ahead: number;
}

export interface ScaledClock {
  now(): Date;
  /** Resolves after `ms` of this time, or at once (without an error) when the signal aborts. */
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
}

export const scaledNow = ({ base, speed, ahead }: ScaledTime, real = Date.now()): number =>
  Math.round(base + (real - base) * speed + ahead);

/** `time` is asked anew each time, because it may be put forward. */
export const scaledClock = (time: () => ScaledTime): ScaledClock => ({
  now: () => new Date(scaledNow(time())),
  sleep: async (ms, signal) => {
    await pause(ms / time().speed, undefined, signal ? { signal } : undefined).catch(() => undefined);
  },
});
