/** One at a time is seen; others wait for their end in order of arrival. */
export interface Stage {
  /** True when it is theirs now, or was before. */
  tryEnter(who: symbol): boolean;
  enter(who: symbol): Promise<void>;
  holds(who: symbol): boolean;
  leave(who: symbol): void;
}

export function stage(): Stage {
  let holder: symbol | null = null;
  const waiting: { readonly who: symbol; readonly go: () => void }[] = [];

  const tryEnter = (who: symbol): boolean => {
    holder ??= who;
    return holder === who;
  };
  return {
    tryEnter,
    enter: (who) => (tryEnter(who) ? Promise.resolve() : new Promise((go) => waiting.push({ who, go }))),
    holds: (who) => holder === who,
    leave: (who) => {
      if (holder !== who) return;
      const next = waiting.shift();
      holder = next?.who ?? null;
      next?.go();
    },
  };
}
