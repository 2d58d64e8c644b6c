import { type EventTimes, eventTimes } from "../event-times.ts";
import type { Random } from "../random.ts";
import type { Scheduler } from "../scheduler.ts";
import type { Courier } from "./courier.ts";
import type { Faults } from "./faults.ts";
import type { Parcel } from "./parcel.ts";

/** Brings what happens to the app: at once, or as the faults will. */
export interface Feed {
  emit(parcel: Parcel, channel: string | null): void;
}

interface FeedOptions {
  readonly now: () => number;
  readonly random: Random;
  readonly faults: () => Faults;
  readonly planned: Scheduler;
  readonly courier: Courier;
}

export function feed({ planned, courier, ...options }: FeedOptions): Feed {
  const times: EventTimes = eventTimes(options);
  return {
    emit: (parcel, channel) => {
      const { first, again } = times(channel ?? "");
      planned.at(first, () => courier.deliver(parcel));
      const inOrder = [...again].sort((a, b) => a - b);
      for (const [at, time] of inOrder.entries()) planned.at(time, () => courier.repeat(parcel, at + 1));
    },
  };
}
