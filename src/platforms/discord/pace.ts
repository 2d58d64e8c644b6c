import type { Clock } from "../../core/ports.ts";

export interface PaceOptions {
  readonly clock: Pick<Clock, "now" | "sleep">;
  readonly perSecond: number;
  /** So many may leave together after a silence. */
  readonly atOnce: number;
}

export interface Pace {
  /** Resolves when it is one's turn. */
  turn(): Promise<void>;
  /** Whether whoever comes now has to wait. */
  isFull(): boolean;
}

/**
 * Lets requests leave evenly. Two seconds' requests in one go would each keep the limit by our clock, and break it by
 * Discord's when the first of them were long on their way.
 */
export function pace({ clock, perSecond, atOnce }: PaceOptions): Pace {
  const gap = 1_000 / perSecond;
  let next = 0;
  return {
    turn: async () => {
      const now = clock.now().getTime();
      const mine = Math.max(next, now - (atOnce - 1) * gap);
      next = mine + gap;
      if (mine > now) await clock.sleep(mine - now);
    },
    isFull: () => next > clock.now().getTime(),
  };
}
