import { setImmediate as nextTurn } from "node:timers/promises";

/** Lets one through at a time, in the order in which they came. */
export interface Turnstile {
  /** Resolves when it is our turn, with the function that ends it. */
  enter(): Promise<() => void>;
}

export function turnstile(): Turnstile {
  let last: Promise<void> = Promise.resolve();
  return {
    async enter() {
      const before = last;
      let leave = (): void => {};
      last = new Promise((resolve) => {
        leave = resolve;
      });
      await before;
      // SQLite answers at once: without this a crowd would pass before the program hears or says anything else.
      await nextTurn();
      return leave;
    },
  };
}
