import type { AskKey } from "../session.ts";
import type { Withdrawal } from "../storage.ts";

type Deletions = Map<AskKey, Promise<Withdrawal>>;

/** Knows which deletions were heard while a question was being read anew: a turn that is over remembers none. */
export interface Rereading {
  during<T>(work: (deletions: ReadonlyMap<AskKey, Promise<Withdrawal>>) => Promise<T>): Promise<T>;
  deleted(key: AskKey, outcome: Promise<Withdrawal>): void;
}

export function rereading(): Rereading {
  const open = new Set<Deletions>();
  return {
    during: async (work) => {
      const heard: Deletions = new Map();
      open.add(heard);
      try {
        return await work(heard);
      } finally {
        open.delete(heard);
      }
    },
    deleted: (key, outcome) => {
      for (const heard of open) heard.set(key, outcome);
    },
  };
}
