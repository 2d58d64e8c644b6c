/** So many requests at once, and so many more in a minute of the double's clock. */
export interface Limit {
  readonly burst: number;
  readonly perMinute: number;
}

/** Slack names tiers ("50+ per minute") and keeps their exact figures to itself; these are the lowest that they allow. */
export interface Limits {
  /** chat.postMessage in one channel, and in all channels of a workspace. */
  readonly post: Limit;
  readonly workspace: Limit;
  readonly tier1: Limit;
  readonly tier2: Limit;
  readonly tier3: Limit;
  readonly tier4: Limit;
  /** What Slack calls special: auth.test, and the status of an assistant. */
  readonly special: Limit;
  /** History for commercially distributed apps. */
  readonly distributed: Limit;
}

export const usualLimits: Limits = {
  post: { burst: 3, perMinute: 60 },
  workspace: { burst: 300, perMinute: 300 },
  tier1: { burst: 10, perMinute: 10 },
  tier2: { burst: 20, perMinute: 20 },
  tier3: { burst: 50, perMinute: 50 },
  tier4: { burst: 100, perMinute: 100 },
  special: { burst: 200, perMinute: 200 },
  distributed: { burst: 1, perMinute: 1 },
};

/** What a request is counted by, and how much of that there may be. */
export interface Count {
  readonly key: string;
  readonly limit: Limit;
}

/** Buckets that fill up again evenly. */
export interface Buckets {
  /** How long to wait, where one of them is empty; 0: it may pass. */
  take(counts: readonly Count[]): number;
  /** How long nothing passes that is counted by this. */
  wait(count: Count): number;
  /** Refuses everything counted by this for a while, whatever is left. */
  close(key: string, ms: number): void;
}

interface Bucket {
  left: number;
  at: number;
  closedUntil: number;
}

const minute = 60_000;

export function buckets(now: () => number): Buckets {
  const all = new Map<string, Bucket>();
  const bucketOf = ({ key, limit }: Count): Bucket => {
    const bucket = all.get(key) ?? { left: limit.burst, at: now(), closedUntil: 0 };
    bucket.left = Math.min(limit.burst, bucket.left + ((now() - bucket.at) * limit.perMinute) / minute);
    bucket.at = now();
    all.set(key, bucket);
    return bucket;
  };
  const waitOf = (count: Count): number => {
    const { left, closedUntil } = bucketOf(count);
    const fillsIn = left >= 1 ? 0 : Math.ceil(((1 - left) * minute) / count.limit.perMinute);
    return Math.max(0, fillsIn, closedUntil - now());
  };
  return {
    wait: waitOf,
    take: (counts) => {
      const wait = Math.max(0, ...counts.map(waitOf));
      if (wait === 0) for (const count of counts) bucketOf(count).left -= 1;
      return wait;
    },
    close: (key, ms) => {
      const known = all.get(key) ?? { left: 1, at: now(), closedUntil: 0 };
      all.set(key, { ...known, closedUntil: now() + ms });
    },
  };
}
