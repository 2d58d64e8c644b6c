/** What is to happen later, by the double's clock. */
export interface Scheduler {
  /** At once, where that time has come. */
  at(time: number, work: () => void): void;
  /** Does what has become due; called when the clock was put forward. */
  wake(): void;
  pending(): number;
  stop(): void;
}

interface Due {
  readonly time: number;
  readonly serial: number;
  readonly work: () => void;
}

export function scheduler(now: () => number, speed: () => number): Scheduler {
  const waiting = new Set<Due>();
  let timer: NodeJS.Timeout | undefined;
  let serial = 0;
  const wake = (): void => {
    clearTimeout(timer);
    const due = [...waiting].filter(({ time }) => time <= now());
    for (const one of due.sort((a, b) => a.time - b.time || a.serial - b.serial)) {
      waiting.delete(one);
      one.work();
    }
    if (waiting.size === 0) return;
    const next = Math.min(...[...waiting].map(({ time }) => time));
    timer = setTimeout(wake, Math.max(1, (next - now()) / speed()));
  };
  return {
    at: (time, work) => {
      serial += 1;
      waiting.add({ time, serial, work });
      wake();
    },
    wake,
    pending: () => waiting.size,
    stop: () => {
      waiting.clear();
      clearTimeout(timer);
    },
  };
}
