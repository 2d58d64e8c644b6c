import type { AdapterHost } from "../../core/platform.ts";
import type { Clock } from "../../core/ports.ts";
import { slack } from "./inbound.ts";

export interface PulseOptions {
  /** All that was said up to this was heard by an earlier run, in milliseconds since 1970. */
  readonly from: number;
  /** Whether Slack can reach us. */
  readonly isOpen: () => boolean;
  /** Fetches what was said meanwhile. Resolves when all of it was received; false where it is to be tried again. */
  readonly fetch: (absence: Absence) => Promise<boolean>;
  readonly keep: (until: number) => Promise<void>;
  readonly clock: Clock;
  readonly closing: AbortSignal;
}

/** Times in milliseconds since 1970. What is said after its end is heard. */
export interface Absence {
  readonly from: number;
  readonly to: number;
}

/** Keeps account of when we could be reached, and fetches what was said while we could not. */
export interface Pulse {
  /** Something that was said could not be taken. */
  broke(): void;
  /** Keeps for the next run until when all was heard. */
  save(): Promise<void>;
}

const beatMs = 5_000;
/** Who has not come to a beat for so long stood still, and was not there. */
const stillMs = 20_000;
const saveMs = 30_000;
const longestPauseMs = 300_000;
/** What was said during a shorter absence Slack says again: at once, and after a minute. */
const shortMs = 60_000;
/** Whoever is there for so long after a short absence has heard that: before, it is not certain. */
const repeatedMs = 90_000;
/** Who asked longer ago has given up. */
const longestMs = 86_400_000;

/** Where there was no run before, this one keeps when it begins, before anybody can speak to it. */
export async function heardBefore({ past, heard }: Pick<AdapterHost, "past" | "heard">, clock: Clock): Promise<number> {
  const { heardUntil } = await past(slack);
  if (heardUntil !== null) return Number(heardUntil);
  const now = clock.now().getTime();
  await heard(slack, String(now)).catch(() => {}); // what is heard will be kept
  return now;
}

export function pulse({ from, isOpen, fetch, keep, clock, closing }: PulseOptions): Pulse {
  const now = (): number => clock.now().getTime();
  let [until, kept, beatAt] = [from, from, now()];
  /** Since when all is heard without a break; null: it is not. */
  let since: number | null = null;
  const save = async (): Promise<void> => {
    if (until === kept) return;
    const keeping = until;
    await keep(keeping);
    kept = keeping;
  };
  const beat = async (): Promise<void> => {
    const at = now();
    if (!isOpen() || at - beatAt > stillMs) since = null;
    beatAt = at;
    if (!isOpen()) return;
    since ??= at;
    const isCertain = since <= until || (since - until <= shortMs && at - since > repeatedMs);
    if (isCertain) until = Math.max(until, at);
    if (until - kept > saveMs) await save();
  };
  /** False where it is to be tried again. */
  const catchUp = async (): Promise<boolean> => {
    const to = since;
    if (to === null || to - until <= shortMs) return true;
    // An event may have been under way for a while.
    if (!(await fetch({ from: Math.max(until, to - longestMs) - shortMs, to }))) return false;
    until = Math.max(until, to);
    return true;
  };
  const beating = async (): Promise<void> => {
    for (; !closing.aborted; await clock.sleep(beatMs, closing)) await beat().catch(() => {});
  };
  const catchingUp = async (): Promise<void> => {
    for (let failures = 0; !closing.aborted; ) {
      failures = (await catchUp().catch(() => false)) ? 0 : failures + 1;
      // Where a history fails for long, Slack and the log are spared.
      await clock.sleep(Math.min(beatMs * 2 ** Math.max(0, failures - 1), longestPauseMs), closing);
    }
  };
  void beating();
  void catchingUp();
  return {
    save,
    broke: () => {
      since = null;
    },
  };
}
