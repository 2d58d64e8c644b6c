import type { Urgency } from "../../core/at-most.ts";
import type { Clock } from "../../core/ports.ts";
import { first } from "../shared/first.ts";
import { arrived } from "./arrived.ts";
import { waitOf } from "./failures.ts";

/** Requests of one kind. */
export interface Line {
  /** Does it when its turn has come; what is urgent goes first. */
  enter<T>(request: () => Promise<T>, urgency: Urgency): Promise<T>;
  /** How long Slack has asked to wait from now on. */
  waitMs(): number;
  /** Whether one that comes now would have to wait. */
  isClosed(): boolean;
  /** The same where Slack has asked to wait of late: then that may be long. */
  isShort(): boolean;
}

const underWayMost = 4;
/** Where Slack has asked to wait, one goes after the other for so long: it counts by the minute. */
const narrowMs = 60_000;
/** A request that hangs keeps the others back no longer. */
const slowMs = 1_000;
const never = new AbortController().signal;

/** `over` is called whenever nobody stands in it, and none of those to come would have to wait. */
export function line(clock: Clock, over: () => void): Line {
  const waiting = byUrgency();
  let [underWay, unanswered, closedUntil, narrowUntil] = [0, 0, 0, 0];
  let isGoing = false;
  const now = (): number => clock.now().getTime();
  const waitMs = (): number => Math.max(0, closedUntil - now());
  const hasRoom = (): boolean => underWay < (now() < narrowUntil ? 1 : underWayMost);
  const admitNext = (): boolean => {
    const admit = hasRoom() ? waiting.next() : undefined;
    if (admit) underWay += 1;
    admit?.();
    return admit !== undefined;
  };
  const go = async (): Promise<void> => {
    if (isGoing) return;
    isGoing = true;
    for (let isAdmitting = true; isAdmitting; ) {
      await arrived();
      if (waitMs() > 0) await clock.sleep(waitMs());
      else isAdmitting = admitNext();
    }
    isGoing = false;
    if (underWay + unanswered + waiting.count() === 0) over();
  };
  const leave = (): void => {
    underWay -= 1;
    void go();
  };
  const close = (ms: number): void => {
    closedUntil = Math.max(closedUntil, now() + ms);
    narrowUntil = closedUntil + narrowMs;
  };
  return {
    enter: async (request, urgency) => {
      await new Promise<void>((resolve) => {
        waiting.add(resolve, urgency);
        void go();
      });
      const answer = request().catch((error: unknown) => {
        const ms = waitOf(error);
        if (ms !== null) close(ms);
        throw error;
      });
      unanswered += 1;
      const answered = answer.catch(() => {});
      void answered.then(() => {
        unanswered -= 1;
        void go();
      });
      void first(answered, slowMs, { clock, closing: never }).then(leave);
      return answer;
    },
    waitMs,
    isClosed: () => waitMs() > 0 || underWay + waiting.count() >= underWayMost,
    isShort: () => waitMs() > 0 || (now() < narrowUntil && underWay + waiting.count() > 0),
  };
}

function byUrgency() {
  const all: Record<Urgency, (() => void)[]> = { urgent: [], "in turn": [] };
  return {
    add: (admit: () => void, urgency: Urgency): void => void all[urgency].push(admit),
    next: (): (() => void) | undefined => all.urgent.shift() ?? all["in turn"].shift(),
    count: (): number => all.urgent.length + all["in turn"].length,
  };
}
