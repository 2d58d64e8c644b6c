import type { Clock } from "../../core/ports.ts";

export interface PulseOptions {
  /** Until when an earlier run has heard, in milliseconds since 1970; null where there was none. */
  readonly heardUntil: number | null;
  /** Whether Slack can reach us. */
  readonly isOpen: () => boolean;
  /** Fetches what was said since then. Resolves when all of it was received; false where it is to be tried again. */
  readonly fetch: (since: number) => Promise<boolean>;
  readonly keep: (until: number) => Promise<void>;
  readonly clock: Clock;
  readonly closing: AbortSignal;
}

const beatMs = 5_000;
const saveMs = 30_000;
const longestPauseMs = 300_000;
/** What was sent meanwhile Slack itself sends again: at once, after a minute, and after five. */
const enoughMs = 60_000;
/** Who asked longer ago has given up. */
const longestMs = 86_400_000;

export interface Pulse {
  /** Keeps for the next run until when this one has heard. */
  save(): Promise<void>;
}

/** Keeps account of when we could be reached, and fetches what was said while we could not. */
export function pulse({ heardUntil, isOpen, fetch, keep, clock, closing }: PulseOptions): Pulse {
  let until = heardUntil;
  let kept = heardUntil ?? 0;
  const save = async (): Promise<void> => {
    if (until === null || until === kept) return;
    kept = until;
    await keep(until);
  };
  /** False where the next one has to fetch again. */
  const beat = async (): Promise<boolean> => {
    if (!isOpen()) return true;
    const now = clock.now().getTime();
    const away = until !== null && now - until > enoughMs;
    if (away && !(await fetch(Math.max(until ?? 0, now - longestMs) - enoughMs))) return false;
    until = now;
    if (until - kept > saveMs) await save();
    return true;
  };
  const go = async (): Promise<void> => {
    for (let failures = 0; !closing.aborted; ) {
      const well = await beat().catch(() => false);
      failures = well ? 0 : failures + 1;
      // Where a history fails for long, Slack and the log are spared.
      await clock.sleep(Math.min(beatMs * 2 ** Math.max(0, failures - 1), longestPauseMs), closing);
    }
  };
  void go();
  return { save };
}
