import type { Random } from "../random.ts";
import type { Faults } from "./faults.ts";
import type { Scheduler } from "./scheduler.ts";
import type { Dispatch, Session, Sessions } from "./sessions.ts";

/** Brings what happens to the sessions: at once, or as the faults will. */
export interface Feed {
  emit(dispatch: Dispatch, channel: string | null): void;
  /** The last events once more, to a session that is new. */
  redeliver(session: Session): void;
}

interface FeedOptions {
  readonly now: () => number;
  readonly random: Random;
  readonly faults: () => Faults;
  readonly scheduler: Scheduler;
  readonly sessions: Sessions;
}

export function feed({ now, random, faults, scheduler, sessions }: FeedOptions): Feed {
  const recent: Dispatch[] = [];
  const heldUp = new Map<string, number>();
  const firstTime = (channel: string): number => {
    const { delay, delayMs, shuffle } = faults();
    const own = random.chance(delay) ? now() + random.between(0, delayMs) : now();
    const due = shuffle ? own : Math.max(own, heldUp.get(channel) ?? 0);
    if (!shuffle) heldUp.set(channel, due);
    return due;
  };
  const again = (from: number): readonly number[] => {
    const { repeat, repeatTimes, repeatMs } = faults();
    const times = random.chance(repeat) ? random.between(1, repeatTimes) : 0;
    return Array.from({ length: times }, () => from + random.between(0, repeatMs));
  };
  return {
    emit: (dispatch, channel) => {
      if (channel !== null && faults().hidden.includes(channel)) return;
      if (dispatch.event === null) return sessions.dispatch(dispatch);
      const first = firstTime(channel ?? "");
      recent.push(dispatch);
      for (const time of [first, ...again(first)]) scheduler.at(time, () => sessions.dispatch(dispatch));
    },
    redeliver: (session) => {
      const { redeliver } = faults();
      for (const dispatch of redeliver > 0 ? recent.slice(-redeliver) : []) sessions.dispatch(dispatch, session);
    },
  };
}
