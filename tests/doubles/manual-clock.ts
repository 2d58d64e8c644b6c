/** Time that passes only when a trial says so. */
export interface ManualClock {
  now(): Date;
  sleep(ms: number, signal?: AbortSignal): Promise<void>;
  /** Wakes everyone whose time has come. */
  advance(ms: number): void;
  /** Resolves when somebody sleeps for just so long. */
  sleeping(ms: number): Promise<void>;
}

interface Sleeper {
  readonly ms: number;
  readonly due: number;
  readonly wake: () => void;
}

export function manualClock(start = new Date("2026-03-01T12:00:00Z")): ManualClock {
  let now = start.getTime();
  const sleepers = new Set<Sleeper>();
  const watchers = new Set<() => void>();
  const asleep = (ms: number): boolean => [...sleepers].some((sleeper) => sleeper.ms === ms);
  const fallAsleep = (ms: number, signal: AbortSignal | undefined, resolve: () => void): void => {
    const wake = (): void => {
      sleepers.delete(sleeper);
      signal?.removeEventListener("abort", wake);
      resolve();
    };
    const sleeper: Sleeper = { ms, due: now + ms, wake };
    sleepers.add(sleeper);
    signal?.addEventListener("abort", wake);
    for (const look of watchers) look();
  };
  return {
    now: () => new Date(now),
    sleep: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) resolve();
        else fallAsleep(ms, signal, resolve);
      }),
    advance: (ms) => {
      now += ms;
      for (const sleeper of [...sleepers]) if (sleeper.due <= now) sleeper.wake();
    },
    sleeping: (ms) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!asleep(ms)) return;
          watchers.delete(look);
          resolve();
        };
        watchers.add(look);
        look();
      }),
  };
}
