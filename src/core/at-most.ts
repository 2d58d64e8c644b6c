/** Lets somebody else go on for as long as `pause` takes. */
export type Aside = (pause: () => Promise<void>) => Promise<void>;

/** Whatever is urgent is let in before all that is not. */
export type Urgency = "urgent" | "in turn";

/** Lets so much work go on at once; the rest waits in line. */
export function atMost(count: number): <T>(work: (aside: Aside) => Promise<T>, urgency?: Urgency) => Promise<T> {
  const lines: Record<Urgency, (() => void)[]> = { urgent: [], "in turn": [] };
  let free = count;
  const enter = async (urgency: Urgency): Promise<void> => {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => lines[urgency].push(resolve));
  };
  const leave = (): void => {
    const next = lines.urgent.shift() ?? lines["in turn"].shift();
    if (next) next();
    else free += 1;
  };
  return async (work, urgency = "in turn") => {
    const aside: Aside = async (pause) => {
      leave();
      await pause().finally(() => enter(urgency));
    };
    await enter(urgency);
    try {
      return await work(aside);
    } finally {
      leave();
    }
  };
}
