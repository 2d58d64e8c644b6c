import { createHash } from "node:crypto";

/** So many requests in so many milliseconds of the double's clock. */
export interface Limit {
  readonly limit: number;
  readonly perMs: number;
}

/** Discord publishes none of these but the global one; they are what bots have seen. */
export interface Limits {
  readonly create: Limit;
  readonly edit: Limit;
  readonly remove: Limit;
  readonly history: Limit;
  readonly typing: Limit;
  readonly webhook: Limit;
  readonly commands: Limit;
  readonly other: Limit;
  readonly global: Limit;
}

export type LimitName = Exclude<keyof Limits, "global">;

export const usualLimits: Limits = {
  create: { limit: 5, perMs: 5_000 },
  edit: { limit: 5, perMs: 5_000 },
  remove: { limit: 5, perMs: 1_000 },
  history: { limit: 5, perMs: 5_000 },
  typing: { limit: 5, perMs: 5_000 },
  webhook: { limit: 5, perMs: 2_000 },
  commands: { limit: 5, perMs: 20_000 },
  other: { limit: 10, perMs: 1_000 },
  global: { limit: 50, perMs: 1_000 },
};

/** What a request finds of its bucket. */
export interface BucketState {
  readonly hash: string;
  readonly limit: number;
  readonly remaining: number;
  readonly resetAfterMs: number;
  /** Null: it may pass. */
  readonly refused: "user" | "global" | null;
}

/** Counts requests, in windows that begin with the first of them. */
export interface Buckets {
  take(name: LimitName, major: string, exempt: boolean): BucketState;
  /** Refuses everything in a bucket for a while, whatever it has left. */
  close(name: LimitName, major: string, ms: number): BucketState;
}

interface Window {
  used: number;
  resetAt: number;
  closedUntil: number;
}

/** When there is room again: a closed one may still have some left. */
const opensAt = ({ used, resetAt, closedUntil }: Window, limit: number, now: number): number =>
  closedUntil > now && used < limit ? closedUntil : Math.max(resetAt, closedUntil);

export function buckets(limits: Limits, now: () => number): Buckets {
  const windows = new Map<string, Window>();
  const windowOf = (key: string, perMs: number): Window => {
    const known = windows.get(key);
    if (known && Math.max(known.resetAt, known.closedUntil) > now()) return known;
    const fresh = { used: 0, resetAt: now() + perMs, closedUntil: 0 };
    windows.set(key, fresh);
    return fresh;
  };
  const stateOf = (name: LimitName, window: Window, refused: BucketState["refused"]): BucketState => ({
    hash: createHash("sha1").update(name).digest("hex").slice(0, 32),
    limit: limits[name].limit,
    remaining: window.closedUntil > now() ? 0 : Math.max(0, limits[name].limit - window.used),
    resetAfterMs: Math.max(0, opensAt(window, limits[name].limit, now()) - now()),
    refused,
  });
  return {
    take: (name, major, exempt) => {
      const all = windowOf("global", limits.global.perMs);
      const own = windowOf(`${name} ${major}`, limits[name].perMs);
      if (!exempt && all.used >= limits.global.limit)
        return { ...stateOf(name, own, "global"), resetAfterMs: all.resetAt - now() };
      if (own.closedUntil > now() || own.used >= limits[name].limit) return stateOf(name, own, "user");
      if (!exempt) all.used += 1;
      own.used += 1;
      return stateOf(name, own, null);
    },
    close: (name, major, ms) => {
      const own = windowOf(`${name} ${major}`, limits[name].perMs);
      own.closedUntil = now() + ms;
      return stateOf(name, own, "user");
    },
  };
}
