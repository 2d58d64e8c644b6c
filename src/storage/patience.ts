import { StorageError } from "../core/errors.ts";
import type { Clock, Logger } from "../core/ports.ts";

/** Makes a call, again and again where waiting helps. */
export type Attempt = <T>(work: () => Promise<T>) => Promise<T>;

export interface PatienceParts {
  readonly clock: Clock;
  readonly log: Logger;
  /** Throws where this process may not use the database for now. */
  readonly check: () => void;
  /** Rejects where another process owns the database. */
  readonly ours: () => Promise<void>;
  /** Ends all waiting. */
  readonly closing: AbortSignal;
}

/** Waits between attempts on a busy database, about three seconds in all. */
const busyPauses = [10, 30, 100, 300, 800, 1_600];
const busyMs = 10_000;
/** A database that is away or full is waited for: who has asked would have to ask again. */
const outageMs = 5 * 60_000;
const longestPauseMs = 1_000;

export const once: Attempt = (work) => work();

/** An attempt that begins each time only when `inLine` lets it, and asks only then whether it still may. */
export type Insist = <T>(work: () => Promise<T>, inLine?: Attempt) => Promise<T>;

/** Tries again while the database is busy, away or full, for a bounded time: nothing of a failed attempt was kept. */
export function patient(parts: PatienceParts): Insist {
  const outage = new Outage(parts.log);
  const guarded = guard(parts);
  return async (work, inLine = once) => {
    const call = new Call(parts.clock.now().getTime());
    for (;;) {
      try {
        const result = await inLine(() => guarded(work));
        outage.over(call, true);
        return result;
      } catch (error) {
        await paused(error, call, outage, parts);
      }
    }
  };
}

/** Throws on what waiting does not help. */
async function paused(error: unknown, call: Call, outage: Outage, { clock, closing }: PatienceParts): Promise<void> {
  const pause = closing.aborted ? null : call.pauseAfter(error, clock.now().getTime());
  if (pause === null) {
    outage.over(call, false);
    throw error;
  }
  if (isOutage(error)) outage.met(call, error);
  await clock.sleep(pause, closing);
}

/** After a loss the question is asked once more when the lock is back: the database may have been another's meanwhile. */
function guard({ check, ours, closing }: PatienceParts): Attempt {
  let doubted = false;
  return async (work) => {
    if (closing.aborted) throw stopping();
    try {
      check();
    } catch (lost) {
      doubted = true;
      await ours();
      throw lost;
    }
    if (doubted) await ours();
    doubted = false;
    return work();
  };
}

/** How long one call has tried, and for how long it goes on. */
class Call {
  readonly #begun: number;
  #outages = 0;
  #busy = 0;
  #busySince = 0;

  constructor(now: number) {
    this.#begun = now;
  }

  /** Null where trying again would not help, or has not helped for too long. */
  pauseAfter(error: unknown, now: number): number | null {
    if (isBusy(error)) return this.#whileBusy(now);
    this.#busy = 0;
    if (!isOutage(error) || now - this.#begun >= outageMs) return null;
    this.#outages += 1;
    return Math.min(longestPauseMs, 25 * 2 ** this.#outages);
  }

  #whileBusy(now: number): number | null {
    if (this.#busy === 0) this.#busySince = now;
    const pause = busyPauses[this.#busy];
    this.#busy += 1;
    return pause === undefined || now - this.#busySince > busyMs ? null : pause;
  }
}

/** What is told of an outage: its begin once, however many calls meet it, and its end once. */
class Outage {
  readonly #log: Logger;
  readonly #waiting = new Set<Call>();
  #told: string | null = null;

  constructor(log: Logger) {
    this.#log = log;
  }

  met(call: Call, { code, message }: StorageError): void {
    this.#waiting.add(call);
    if (this.#told === code) return;
    this.#told = code;
    this.#log.error({ code }, message);
  }

  /** Only a call that has waited knows: on a full disk others go well that ask for no room. */
  over(call: Call, well: boolean): void {
    if (!this.#waiting.delete(call) || this.#told === null) return;
    if (well) this.#log.info({ code: this.#told }, "the database keeps what it is given again; what waited goes on");
    if (well || this.#waiting.size === 0) this.#told = null;
  }
}

const isBusy = (error: unknown): boolean => error instanceof StorageError && error.code === "E-DATABASE-BUSY";

const isOutage = (error: unknown): error is StorageError =>
  error instanceof StorageError && (error.code === "E-DATABASE-UNREACHABLE" || error.code === "E-DATABASE-FULL");

const stopping = (): StorageError =>
  new StorageError(
    "E-STOPPING",
    "The database is closed, because Familiar is stopping: nothing more is read or kept.",
    {
      retryable: true,
    },
  );
