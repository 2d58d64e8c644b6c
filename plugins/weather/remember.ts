import type { Clock } from "familiar/kit";

interface Kept<T> {
  readonly value: T;
  readonly until: number;
}

/**
 * Asks for the same key only once in a while, and spares the service the rest. It lives in memory and holds few
 * entries: what people ask about is nothing to write down.
 */
export function remembering<T>(clock: Clock, { ms, entries }: { readonly ms: number; readonly entries: number }) {
  const kept = new Map<string, Kept<T>>();
  return async (key: string, ask: () => Promise<T>, worthKeeping: (value: T) => boolean): Promise<T> => {
    const known = kept.get(key);
    if (known && known.until > clock.now().getTime()) return known.value;
    kept.delete(key);
    const value = await ask();
    if (worthKeeping(value)) kept.set(key, { value, until: clock.now().getTime() + ms });
    const [oldest] = kept.keys();
    if (kept.size > entries && oldest !== undefined) kept.delete(oldest);
    return value;
  };
}
