import type { Clock, Lanes, Logger, Slot } from "../core/ports.ts";
import type { PlaceKey } from "../core/session.ts";

type Work = (slot: Slot) => Promise<void>;

export interface LaneOptions {
  /** How many places are served at once; the others wait their turn. */
  readonly concurrency: number;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Lanes of one process: a queue for each place, served in order of arrival, at most `concurrency` of them at once. */
export function inProcessLanes({ concurrency, clock, log }: LaneOptions): Lanes {
  const waiting = new Map<PlaceKey, Work[]>();
  /** What goes on as soon as a slot is free: a place's next turn, or a turn that has rested. */
  const ready: (() => void)[] = [];
  let opened = false;
  let busy = 0;
  let whenEmpty: (() => void)[] = [];

  const next = (): void => {
    while (opened && busy < concurrency && ready.length > 0) {
      busy += 1;
      ready.shift()?.();
    }
  };
  const release = (): void => {
    busy -= 1;
    next();
  };
  const slot: Slot = {
    rest: async (ms, signal) => {
      release();
      await clock.sleep(ms, signal);
      await new Promise<void>((resolve) => {
        ready.push(resolve);
        next();
      });
    },
  };

  const run = async (place: PlaceKey): Promise<void> => {
    try {
      await waiting.get(place)?.[0]?.(slot);
    } catch (error) {
      log.error({ place }, "a turn ended in an error nobody caught", error);
    }
    leave(place);
    release();
  };
  const leave = (place: PlaceKey): void => {
    const lane = waiting.get(place);
    lane?.shift();
    if (lane?.length) ready.push(() => void run(place));
    else waiting.delete(place);
    if (waiting.size > 0) return;
    for (const resolve of whenEmpty) resolve();
    whenEmpty = [];
  };

  return {
    enter: (place, work) => {
      const lane = waiting.get(place);
      if (lane) {
        lane.push(work);
        return;
      }
      waiting.set(place, [work]);
      ready.push(() => void run(place));
      next();
    },
    open: () => {
      opened = true;
      next();
    },
    drain: async (ms) => {
      if (waiting.size === 0) return;
      const enough = new AbortController();
      const empty = new Promise<void>((resolve) => whenEmpty.push(resolve));
      await Promise.race([empty, clock.sleep(ms, enough.signal)]);
      enough.abort();
    },
  };
}
