import type { Clock } from "../../core/ports.ts";
import { NotSent } from "../shared/wire.ts";
import { waitOf } from "./failures.ts";
import { type Line, line } from "./line.ts";

/**
 * Of one kind no more than a few requests are under way, and all wait together where Slack has asked to wait: while one
 * is under way nobody knows whether there is room for the next. Slack counts by method; posts by channel as well.
 */
export interface Limits {
  /** Does it when Slack has room for it, however often it says no first. */
  through<T>(kind: string, request: () => Promise<T>): Promise<T>;
  /** Does it before all others, and soon or not at all: somebody waits for more than this. */
  soon<T>(kind: string, request: () => Promise<T>): Promise<T>;
  /** How long Slack has asked to wait from now on. */
  waitMs(kind: string): number;
  /** Whether one that comes now would have to wait. */
  isClosed(kind: string): boolean;
  /** The same where Slack has asked to wait of late: then that may be long. */
  isShort(kind: string): boolean;
}

/** Of a request that was on its way when Slack asked to wait, and of which no byte was sent. */
export class MustWait extends Error {
  constructor() {
    super("Slack asks to wait");
  }
}

const hasToWait = (error: unknown): boolean => error instanceof MustWait || waitOf(error) !== null;

export const noRoom = (cause: unknown): NotSent => new NotSent("Slack has no room for it now.", cause);

/** Of the three seconds in which an event is to be acknowledged. */
const soonMs = 1_500;

export function limits(clock: Clock): Limits {
  const lines = new Map<string, Line>();
  const lineOf = (kind: string): Line => {
    const found = lines.get(kind) ?? line(clock, () => lines.delete(kind));
    lines.set(kind, found);
    return found;
  };
  const through = async <T>(kind: string, request: () => Promise<T>): Promise<T> => {
    try {
      return await lineOf(kind).enter(request, "in turn");
    } catch (error) {
      if (!hasToWait(error)) throw error;
      return through(kind, request);
    }
  };
  const soon = async <T>(kind: string, request: () => Promise<T>): Promise<T> => {
    const one = lineOf(kind);
    if (one.waitMs() > soonMs) throw noRoom(null);
    try {
      return await begunWithin(soonMs, clock, request, (begin) => one.enter(begin, "urgent"));
    } catch (error) {
      throw hasToWait(error) ? noRoom(error) : error;
    }
  };
  const waitMs = (kind: string): number => lines.get(kind)?.waitMs() ?? 0;
  const isClosed = (kind: string): boolean => lines.get(kind)?.isClosed() ?? false;
  const isShort = (kind: string): boolean => lines.get(kind)?.isShort() ?? false;
  return { through, soon, waitMs, isClosed, isShort };
}

/** Rejects where its turn has not come within this time, and then does not begin any more. */
async function begunWithin<T>(
  ms: number,
  clock: Clock,
  request: () => Promise<T>,
  enter: (begin: () => Promise<T>) => Promise<T>,
): Promise<T> {
  const begun = new AbortController();
  let isOver = false;
  const answer = enter(async () => {
    if (isOver) throw noRoom(null);
    begun.abort();
    return request();
  });
  answer.catch(() => {}); // whoever has gone on does not hear of it
  await clock.sleep(ms, begun.signal);
  if (begun.signal.aborted) return answer;
  isOver = true;
  throw noRoom(null);
}
