import type { Mutable } from "../mutable.ts";
import type { StatusRecord } from "./records.ts";

/** What assistants say of themselves. */
export interface Statuses {
  set(status: Omit<StatusRecord, "at" | "endedAt">): void;
  /** A message ends what was said there. */
  end(channel: string, thread: string | null): void;
  records(): readonly StatusRecord[];
}

/** A status goes away by itself. */
const statusMs = 120_000;

export function statuses(now: () => number): Statuses {
  const all: Mutable<StatusRecord>[] = [];
  const expire = (): void => {
    for (const one of all) if (one.kind === "status" && now() >= one.at + statusMs) one.endedAt ??= one.at + statusMs;
  };
  const endWhere = (so: (one: Mutable<StatusRecord>) => boolean): void => {
    expire();
    for (const one of all.filter(so)) one.endedAt ??= now();
  };
  return {
    set: (status) => {
      const { kind, channel, thread } = status;
      endWhere((one) => one.kind === kind && one.channel === channel && one.thread === thread);
      // An empty one takes the last away.
      const endedAt = status.value === "" ? now() : null;
      all.push({ ...status, at: now(), endedAt });
    },
    end: (channel, thread) =>
      endWhere((one) => one.kind === "status" && one.channel === channel && one.thread === thread),
    records: () => {
      expire();
      return all;
    },
  };
}
