/** Who was told to wait, and for how long. */
export interface Patience {
  told(key: string, until: number): void;
  /** Whether one of them was told to wait beyond this time. */
  isEarly(keys: readonly string[], at: number): boolean;
}

/** What was under way already when the answer was given did not come too early. By the machine's time. */
const crossingMs = 100;

export function patience(now: () => number, speed: () => number): Patience {
  const waits = new Map<string, { readonly from: number; readonly until: number }>();
  return {
    told: (key, until) => void waits.set(key, { from: now() + crossingMs * speed(), until }),
    isEarly: (keys, at) =>
      keys.some((key) => {
        const wait = waits.get(key);
        return wait !== undefined && wait.from < at && at < wait.until;
      }),
  };
}
