/** What becomes of the next requests of some kinds, whatever the faults. */
export interface Fates<Kind, Fate> {
  next(kind: Kind, fate: Fate): void;
  /** Null: it is left to the faults. */
  take(kind: Kind): Fate | null;
}

export function fates<Kind, Fate>(): Fates<Kind, Fate> {
  const waiting: { readonly kind: Kind; readonly fate: Fate }[] = [];
  return {
    next: (kind, fate) => void waiting.push({ kind, fate }),
    take: (kind) => {
      const at = waiting.findIndex((one) => one.kind === kind);
      const [first] = at < 0 ? [] : waiting.splice(at, 1);
      return first?.fate ?? null;
    },
  };
}
