/** Lets somebody else go on for as long as `pause` takes. */
export type Aside = (pause: () => Promise<void>) => Promise<void>;

/** Lets so much work go on at once; the rest waits in line. */
export function atMost(count: number): <T>(work: (aside: Aside) => Promise<T>) => Promise<T> {
  const line: (() => void)[] = [];
  let free = count;
  const enter = async (): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => line.push(resolve));
  };
  const leave = (): void => {
    const next = line.shift();
    if (next) next();
    else free += 1;
  };
  const aside: Aside = async (pause) => {
    leave();
    await pause().finally(enter);
  };
  return async (work) => {
    await enter();
    try {
      return await work(aside);
    } finally {
      leave();
    }
  };
}
