import type { Clock } from "../../core/ports.ts";

export interface PaceOptions {
  readonly clock: Pick<Clock, "now" | "sleep">;
  readonly perSecond: number;
  /** So many may leave together after a silence. */
  readonly atOnce: number;
  /** So many may be on their way at the same time. */
  readonly underWay: number;
}

export interface Pace {
  /** Does it when it is its turn. */
  through<T>(request: () => Promise<T>): Promise<T>;
  /** Whether whoever comes now has to wait for more than a moment. */
  isFull(): boolean;
}

const momentMs = 100;

/**
 * Lets requests leave evenly, one after the other, and keeps few of them on their way: where this process, the way or
 * the platform stood still for a while, no more than those can arrive together, whatever their times of leaving were.
 */
export function pace({ clock, perSecond, atOnce, underWay }: PaceOptions): Pace {
  const gap = 1_000 / perSecond;
  const waiting: (() => void)[] = [];
  let free = underWay;
  let leaving = false;
  let next = 0;
  const now = (): number => clock.now().getTime();

  const letLeave = async (): Promise<void> => {
    leaving = true;
    while (waiting.length > 0 && free > 0) {
      if (next > now()) await clock.sleep(next - now());
      next = Math.max(next, now() - (atOnce - 1) * gap) + gap;
      free -= 1;
      waiting.shift()?.();
    }
    leaving = false;
  };
  const comeForward = (): void => void (leaving || letLeave());
  return {
    through: async (request) => {
      await new Promise<void>((resolve) => {
        waiting.push(resolve);
        comeForward();
      });
      return request().finally(() => {
        free += 1;
        comeForward();
      });
    },
    isFull: () => free === 0 || next - now() + waiting.length * gap > momentMs,
  };
}
