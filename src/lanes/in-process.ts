import type { Clock, Lanes, Logger } from "../core/ports.ts";
import type { PlaceKey } from "../core/session.ts";

type Work = () => Promise<void>;

export interface LaneOptions {
  /** How many places are served at once; the others wait their turn. */
  readonly concurrency: number;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Lanes of one process: a queue for each place, served in order of arrival, at most `concurrency` of them at once. */
export function inProcessLanes({ concurrency, clock, log }: LaneOptions): Lanes {
  const waiting = new Map<PlaceKey, Work[]>();
  const ready: PlaceKey[] = [];
  let busy = 0;
  let whenEmpty: (() => void)[] = [];

  const run = async (place: PlaceKey, work: Work): Promise<void> => {
    try {
      await work();
    } catch (error) {
      log.error({ place }, "a turn ended in an error nobody caught", error);
    }
    busy -= 1;
    leave(place);
    serve();
  };

  const leave = (place: PlaceKey): void => {
    if (waiting.get(place)?.length) ready.push(place);
    else waiting.delete(place);
    if (waiting.size > 0) return;
    for (const resolve of whenEmpty) resolve();
    whenEmpty = [];
  };

  const serve = (): void => {
    while (busy < concurrency) {
      const place = ready.shift();
      if (place === undefined) return;
      const work = waiting.get(place)?.shift();
      if (!work) continue;
      busy += 1;
      void run(place, work);
    }
  };

  return {
    enter: (place, work) => {
      const lane = waiting.get(place);
      if (lane) {
        lane.push(work);
        return;
      }
      waiting.set(place, [work]);
      ready.push(place);
      serve();
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
