import type { Clock } from "../../core/ports.ts";
import { NotSent } from "../shared/wire.ts";
import { retryAfterOf } from "./failures.ts";

/** Requests of one kind wait together where Slack has asked to wait. It counts by method; posts by channel as well. */
export interface Limits {
  /** Does it when Slack has room for it, however often it says no first. */
  through<T>(kind: string, request: () => Promise<T>): Promise<T>;
  /** Does it now or not at all: somebody waits for more than this. */
  atOnce<T>(kind: string, request: () => Promise<T>): Promise<T>;
  /** Whether Slack has asked to wait. */
  isClosed(kind: string): boolean;
}

const noRoom = (cause: unknown): NotSent => new NotSent("Slack has no room for it now.", cause);

/** Slack says how long in whole seconds, and a clock may be a little behind its own. */
const graceMs = 250;

export function limits(clock: Clock): Limits {
  const closedUntil = new Map<string, number>();
  const now = (): number => clock.now().getTime();
  const waitMs = (kind: string): number => (closedUntil.get(kind) ?? 0) - now();
  const close = (kind: string, seconds: number): void =>
    void closedUntil.set(kind, Math.max(closedUntil.get(kind) ?? 0, now() + seconds * 1_000 + graceMs));
  const through = async <T>(kind: string, request: () => Promise<T>): Promise<T> => {
    for (let ms = waitMs(kind); ms > 0; ms = waitMs(kind)) await clock.sleep(ms);
    closedUntil.delete(kind);
    try {
      return await request();
    } catch (error) {
      const seconds = retryAfterOf(error);
      if (seconds === null) throw error;
      close(kind, seconds);
      return through(kind, request);
    }
  };
  const isClosed = (kind: string): boolean => waitMs(kind) > 0;
  const atOnce = async <T>(kind: string, request: () => Promise<T>): Promise<T> => {
    if (isClosed(kind)) throw noRoom(null);
    try {
      return await request();
    } catch (error) {
      const seconds = retryAfterOf(error);
      if (seconds === null) throw error;
      close(kind, seconds);
      throw noRoom(error);
    }
  };
  return { through, atOnce, isClosed };
}
