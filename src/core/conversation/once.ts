import type { Clock } from "../ports.ts";

/** Says whether something may be told now: once for each name within a time. */
export type Once = (name: string, withinMs: number) => boolean;

const remembered = 10_000;

/** Kept in memory alone: after a restart a line may be told once more. */
export function onceIn(clock: Clock): Once {
  const told = new Map<string, number>();
  return (name, withinMs) => {
    const now = clock.now().getTime();
    const last = told.get(name);
    if (last !== undefined && now - last < withinMs) return false;
    told.delete(name);
    told.set(name, now);
    const oldest = told.keys().next();
    if (told.size > remembered && !oldest.done) told.delete(oldest.value);
    return true;
  };
}
