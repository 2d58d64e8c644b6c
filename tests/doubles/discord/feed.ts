import { eventTimes } from "../event-times.ts";
import type { Random } from "../random.ts";
import type { Scheduler } from "../scheduler.ts";
import type { Faults } from "./faults.ts";
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
  const times = eventTimes({ now, random, faults });
  return {
    emit: (dispatch, channel) => {
      if (channel !== null && faults().hidden.includes(channel)) return;
      if (dispatch.event === null) return sessions.dispatch(dispatch);
      const { first, again } = times(channel ?? "");
      recent.push(dispatch);
      for (const time of [first, ...again]) scheduler.at(time, () => sessions.dispatch(dispatch));
    },
    redeliver: (session) => {
      const { redeliver } = faults();
      for (const dispatch of redeliver > 0 ? recent.slice(-redeliver) : []) sessions.dispatch(dispatch, session);
    },
  };
}
