import type { Snowflake } from "discord.js";
import type { Clock } from "../../core/ports.ts";
import { isLater } from "./snowflakes.ts";

export interface ReachOptions {
  /** From an earlier run; null where there was none. */
  readonly from: Snowflake | null;
  readonly keep: (until: Snowflake) => Promise<void>;
  readonly clock: Clock;
}

/** How far Discord was heard, by the ids of messages: what is older was received, and need never be fetched again. */
export interface Reach {
  until(): Snowflake | null;
  /** A message is there; call what comes back when it was received. One that never is stays to be fetched. */
  heard(message: Snowflake): () => void;
  /** Something was said meanwhile that is still to be fetched: what is heard from now on reaches no further. */
  hold(): void;
  /** All of it was fetched. The first run begins at `now`. */
  goOn(now: Snowflake): void;
  /** Keeps it for the next run. */
  save(): Promise<void>;
}

/** What is fetched twice is received once: it need not be kept at each message. */
const saveMs = 15_000;

export function reach({ from, keep, clock }: ReachOptions): Reach {
  const open = new Set<Snowflake>();
  let kept = from;
  let newest = from;
  let held = true;
  /** No message has that id: a server that counts its ids may give lower ones from now on. */
  let made = false;
  let saved: Snowflake | null = from;
  let savedAt = Number.NEGATIVE_INFINITY;

  const until = (): Snowflake | null => {
    if (held) return kept;
    const [oldest] = [...open].toSorted((a, b) => (isLater(a, b) ? 1 : -1));
    return oldest === undefined ? newest : String(BigInt(oldest) - 1n);
  };
  const save = async (): Promise<void> => {
    const now = until();
    if (now === null || now === saved) return;
    [saved, savedAt] = [now, clock.now().getTime()];
    await keep(now);
  };
  const received = (message: Snowflake): void => {
    open.delete(message);
    if (!held && clock.now().getTime() - savedAt >= saveMs) save().catch(() => {});
  };
  return {
    until,
    save,
    heard: (message) => {
      open.add(message);
      if (newest === null || made || isLater(message, newest)) newest = message;
      made = false;
      return () => received(message);
    },
    hold: () => {
      kept = until();
      held = true;
    },
    goOn: (now) => {
      made = newest === null;
      newest ??= now;
      held = false;
    },
  };
}
