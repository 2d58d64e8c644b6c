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
  let waking = false;
  const next = (): Due | null => {
    let first: Due | null = null;
    for (const one of waiting)
      if (!first || one.time < first.time || (one.time === first.time && one.serial < first.serial)) first = one;
    return first;
  };
  const doDue = (): void => {
    for (let one = next(); one && one.time <= now(); one = next()) {
      waiting.delete(one);
      one.work();
    }
  };
  const wake = (): void => {
    // What is done may plan more: each is done once, and in order.
    if (waking) return;
    clearTimeout(timer);
    waking = true;
    try {
      doDue();
    } finally {
      waking = false;
    }
    const first = next();
    if (first) timer = setTimeout(wake, Math.max(1, (first.time - now()) / speed()));
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
