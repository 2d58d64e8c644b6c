import { atMost, type Urgency } from "../../core/at-most.ts";
import type { Clock } from "../../core/ports.ts";
import { first } from "../shared/first.ts";
import { NotSent } from "../shared/wire.ts";
import { retryAfterOf } from "./failures.ts";

/**
 * Of one kind no more than a few requests are under way, and all wait together where Slack has asked to wait: while one
 * is under way nobody knows whether there is room for the next. Slack counts by method; posts by channel as well.
 */
export interface Limits {
  /** Does it when Slack has room for it, however often it says no first. */
  through<T>(kind: string, request: () => Promise<T>): Promise<T>;
  /** Does it before all others or not at all: somebody waits for more than this. */
  atOnce<T>(kind: string, request: () => Promise<T>): Promise<T>;
  /** Whether one that comes now would have to wait. */
  isClosed(kind: string): boolean;
}

const noRoom = (cause: unknown): NotSent => new NotSent("Slack has no room for it now.", cause);

/** Slack says how long in whole seconds, and a clock may be a little behind its own. */
const graceMs = 250;
/** Of one kind. */
const underWayMost = 4;
/** A request that hangs keeps the others back no longer. */
const slowMs = 1_000;
const never = new AbortController().signal;

/** A request that was sent. */
interface Sent<T> {
  readonly answer: Promise<T>;
}

export function limits(clock: Clock): Limits {
  const inLine = lines();
  const closedUntil = new Map<string, number>();
  const now = (): number => clock.now().getTime();
  const waitMs = (kind: string): number => (closedUntil.get(kind) ?? 0) - now();
  const close = (kind: string, seconds: number): void =>
    void closedUntil.set(kind, Math.max(closedUntil.get(kind) ?? 0, now() + seconds * 1_000 + graceMs));
  const opened = async (kind: string): Promise<void> => {
    for (let ms = waitMs(kind); ms > 0; ms = waitMs(kind)) await clock.sleep(ms);
    closedUntil.delete(kind);
  };
  /** Null: whoever went before was told to wait. */
  const sent = <T>(kind: string, request: () => Promise<T>, urgency: Urgency): Promise<Sent<T> | null> =>
    inLine.of(kind, urgency, async () => {
      if (waitMs(kind) > 0) return null;
      const answer = request().catch((error: unknown) => {
        const seconds = retryAfterOf(error);
        if (seconds !== null) close(kind, seconds);
        throw error;
      });
      await first(
        answer.catch(() => {}),
        slowMs,
        { clock, closing: never },
      );
      return { answer };
    });
  const through = async <T>(kind: string, request: () => Promise<T>): Promise<T> => {
    await opened(kind);
    const one = await sent(kind, request, "in turn");
    if (one === null) return through(kind, request);
    try {
      return await one.answer;
    } catch (error) {
      if (retryAfterOf(error) === null) throw error;
      return through(kind, request);
    }
  };
  const atOnce = async <T>(kind: string, request: () => Promise<T>): Promise<T> => {
    const one = waitMs(kind) > 0 ? null : await sent(kind, request, "urgent");
    if (one === null) throw noRoom(null);
    try {
      return await one.answer;
    } catch (error) {
      throw retryAfterOf(error) === null ? error : noRoom(error);
    }
  };
  return { through, atOnce, isClosed: (kind) => waitMs(kind) > 0 || inLine.isFull(kind) };
}

/** A line for each kind, as long as anybody stands in it. */
function lines() {
  const all = new Map<string, { readonly enter: ReturnType<typeof atMost>; count: number }>();
  return {
    isFull: (kind: string): boolean => (all.get(kind)?.count ?? 0) >= underWayMost,
    of: async <T>(kind: string, urgency: Urgency, step: () => Promise<T>): Promise<T> => {
      const line = all.get(kind) ?? { enter: atMost(underWayMost), count: 0 };
      all.set(kind, line);
      line.count += 1;
      try {
        return await line.enter(step, urgency);
      } finally {
        line.count -= 1;
        if (line.count === 0) all.delete(kind);
      }
    },
  };
}
