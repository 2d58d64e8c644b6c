import { randomUUID } from "node:crypto";
import type { Mutable } from "../mutable.ts";
import type { Scheduler } from "../scheduler.ts";
import type { Settings } from "./options.ts";
import type { Parcel } from "./parcel.ts";
import type { Post, Posted, Target } from "./posts.ts";
import type { EnvelopeRecord } from "./records.ts";

/** A socket that something can be sent through. */
export interface Way {
  readonly id: string;
  readonly bot: string;
  send(envelope: unknown): boolean;
}

/** Takes what happens to the app, by sockets or by HTTP, and again where it is not acknowledged. */
export interface Courier {
  deliver(parcel: Parcel): void;
  /** Once more, acknowledged or not. */
  repeat(parcel: Parcel, attempt: number): void;
  acknowledge(envelope: string, socket: string, response: unknown): void;
  /** Where the app is to be had by HTTP; null: by sockets. */
  target(target: Target | null): void;
  records(): readonly EnvelopeRecord[];
  unacknowledged(): number;
  lost(): number;
}

interface CourierOptions {
  readonly settings: Settings;
  readonly now: () => number;
  readonly planned: Scheduler;
  readonly timers: Scheduler;
  /** One of the open sockets, by chance. */
  readonly way: () => Way | null;
  readonly post: Post;
}

interface Attempt {
  readonly record: Mutable<EnvelopeRecord>;
  readonly parcel: Parcel;
  /** Whether it is followed by another one. */
  readonly chained: boolean;
  over: boolean;
}

export function courier({ settings, now, planned, timers, way, post }: CourierOptions): Courier {
  const records: Mutable<EnvelopeRecord>[] = [];
  const open = new Map<string, Attempt>();
  const acknowledged = new Set<Parcel>();
  const state = { target: null as Target | null, lost: 0 };

  const fail = (attempt: Attempt, reason: string, again = true): void => {
    if (attempt.over) return;
    attempt.over = true;
    open.delete(attempt.record.envelope);
    const { parcel, record, chained } = attempt;
    const wait = again && parcel.kind === "events_api" ? settings.retryMs[record.attempt] : undefined;
    if (!chained || acknowledged.has(parcel)) return;
    if (wait === undefined) giveUp(attempt);
    else planned.at(now() + wait, () => retry(parcel, record.attempt + 1, reason));
  };

  const giveUp = ({ parcel, record }: Attempt): void => {
    if (parcel.kind === "events_api") state.lost += 1;
    const outcome = record.sent ? "timeout" : "failed";
    parcel.settled({ outcome, response: null, bot: record.bot ?? "" });
  };

  const retry = (parcel: Parcel, attempt: number, reason: string): void => {
    if (!acknowledged.has(parcel)) send(parcel, attempt, reason, true);
  };

  const succeed = (attempt: Attempt, response: unknown): void => {
    const { record, parcel } = attempt;
    record.acknowledgedAt ??= now();
    record.response ??= response ?? null;
    if (attempt.over) return;
    attempt.over = true;
    record.inTime = true;
    open.delete(record.envelope);
    if (acknowledged.has(parcel)) return;
    acknowledged.add(parcel);
    parcel.settled({ outcome: "acknowledged", response: response ?? null, bot: record.bot ?? "" });
  };

  const answered = (attempt: Attempt, posted: Posted): void => {
    attempt.record.status = posted.status;
    if (posted.reason === null) succeed(attempt, posted.body);
    else fail(attempt, posted.reason, !posted.noRetry);
  };

  function send(parcel: Parcel, attempt: number, reason: string, chained: boolean): void {
    const { target } = state;
    const socket = target ? null : way();
    const record = newRecord(parcel, { attempt, reason, at: now(), target, socket });
    const one: Attempt = { record, parcel, chained, over: false };
    records.push(record);
    open.set(record.envelope, one);
    if (target) {
      void post(target, parcel, { attempt, reason }).then((posted) => answered(one, posted));
      return;
    }
    socket?.send(envelopeOf(record, parcel));
    // Where nobody is there, nobody is waited for.
    if (socket) timers.at(now() + settings.acknowledgeMs, () => fail(one, "timeout"));
    else fail(one, "timeout");
  }

  return {
    deliver: (parcel) => send(parcel, 0, "", true),
    repeat: (parcel, attempt) => send(parcel, attempt, "timeout", false),
    acknowledge: (envelope, socket, response) => {
      const one = open.get(envelope);
      const record = one?.record ?? records.find((late) => late.envelope === envelope);
      if (record?.socket !== socket) return;
      if (one) succeed(one, response);
      else record.acknowledgedAt ??= now();
    },
    target: (target) => {
      state.target = target;
    },
    records: () => records,
    unacknowledged: () => open.size,
    lost: () => state.lost,
  };
}

interface Going {
  readonly attempt: number;
  readonly reason: string;
  readonly at: number;
  readonly target: Target | null;
  readonly socket: Way | null;
}

const newRecord = (
  { kind, name, event, eventId }: Parcel,
  { target, socket, ...going }: Going,
): Mutable<EnvelopeRecord> => ({
  envelope: randomUUID(),
  ...{ kind, name, event, eventId, ...going },
  via: target ? "http" : socket ? "socket" : "nowhere",
  bot: target?.bot ?? socket?.bot ?? null,
  socket: socket?.id ?? null,
  sent: target !== null || socket !== null,
  ...{ acknowledgedAt: null, inTime: false, status: null, response: null },
});

const envelopeOf = ({ envelope, attempt, reason }: EnvelopeRecord, { kind, payload, acceptsResponse }: Parcel) => ({
  ...{ envelope_id: envelope, payload, type: kind, accepts_response_payload: acceptsResponse },
  ...(kind === "events_api" && { retry_attempt: attempt, retry_reason: reason }),
});
