import { randomUUID } from "node:crypto";
import type { Random } from "../random.ts";
import type { Faults } from "./faults.ts";
import type { Offer, PlatformEvent } from "./records.ts";

/** Events on their way to bots: each until it is acknowledged, and some more often than that. */
export interface EventQueue {
  add(event: PlatformEvent): void;
  /** What this bot is to hear now. Everything in it counts as offered. */
  take(bot: string): readonly Delivered[];
  acknowledge(envelopes: readonly string[]): void;
  /** From when on there may be something that `take` did not give; null: nothing that is known now. */
  nextDue(): number | null;
  offers(): readonly Offer[];
  unacknowledged(): number;
  repeats(): number;
}

export interface Delivered {
  readonly envelope: string;
  readonly event: PlatformEvent;
}

interface Waiting {
  readonly event: PlatformEvent;
  /** When it may be heard for the first time. */
  readonly due: number;
  /** When it is to be heard once more, whatever was acknowledged. */
  readonly repeats: number[];
  acknowledged: boolean;
  /** Who was offered it last, and when. */
  bot: string | null;
  offeredAt: number;
}

export interface QueueOptions {
  readonly now: () => number;
  readonly random: Random;
  readonly faults: () => Faults;
  /** What is not acknowledged is delivered again after this time. */
  readonly redeliverMs: number;
}

/** Few, as by a gateway: one poll must not hand over a whole backlog, to be committed as one. */
const batch = 5;

export function eventQueue(options: QueueOptions): EventQueue {
  const { now, random, faults, redeliverMs } = options;
  const waiting = new Set<Waiting>();
  const all = new Map<string, Waiting>();
  const offers = new Map<string, { -readonly [K in keyof Offer]: Offer[K] }>();

  const offer = (one: Waiting, bot: string): Delivered => {
    const envelope = randomUUID();
    offers.set(envelope, { event: one.event.id, envelope, bot, at: now(), acknowledgedAt: null });
    one.bot = bot;
    one.offeredAt = now();
    return { envelope, event: one.event };
  };

  /** First deliveries keep the order within a channel, unless faults say otherwise: one that is held up holds up those behind it. */
  const ready = (bot: string): readonly Waiting[] => {
    const heldUp = new Set<string>();
    return [...waiting].filter((one) => {
      if (repeatDue(one, now())) return true;
      if (one.acknowledged) return false;
      const known = one.bot === bot;
      const open = one.due <= now() && (faults().shuffle || !heldUp.has(one.event.channel));
      if (!open) heldUp.add(one.event.channel);
      return open && (!known || one.offeredAt + redeliverMs <= now());
    });
  };

  const settle = (one: Waiting): void => {
    if (one.acknowledged && one.repeats.length === 0) waiting.delete(one);
  };

  return {
    add: (event) => {
      const one = { event, ...plan(event.at, random, faults()), acknowledged: false, bot: null, offeredAt: 0 };
      all.set(event.id, one);
      waiting.add(one);
    },
    take: (bot) => {
      const now_ = ready(bot).slice(0, batch);
      return (faults().shuffle ? random.shuffle(now_) : now_).map((one) => {
        takeRepeat(one, now());
        const delivered = offer(one, bot);
        settle(one);
        return delivered;
      });
    },
    acknowledge: (envelopes) => {
      for (const envelope of envelopes) {
        const made = offers.get(envelope);
        const one = made && all.get(made.event);
        if (!one) continue;
        made.acknowledgedAt ??= now();
        one.acknowledged = true;
        settle(one);
      }
    },
    nextDue: () => {
      const times = [...waiting].flatMap((one) => [
        ...one.repeats,
        ...(one.acknowledged ? [] : [one.bot === null ? one.due : one.offeredAt + redeliverMs]),
      ]);
      return times.length === 0 ? null : Math.min(...times);
    },
    offers: () => [...offers.values()],
    unacknowledged: () => [...waiting].filter((one) => !one.acknowledged).length,
    repeats: () => [...waiting].reduce((sum, one) => sum + one.repeats.length, 0),
  };
}

function plan(at: number, random: Random, faults: Faults): Pick<Waiting, "due" | "repeats"> {
  const due = random.chance(faults.delay) ? at + random.between(0, faults.delayMs) : at;
  const times = random.chance(faults.repeat) ? random.between(1, faults.repeatTimes) : 0;
  return { due, repeats: Array.from({ length: times }, () => due + random.between(0, faults.repeatMs)) };
}

const repeatDue = (one: Waiting, now: number): boolean => one.bot !== null && one.repeats.some((time) => time <= now);

function takeRepeat(one: Waiting, now: number): void {
  const at = one.bot === null ? -1 : one.repeats.findIndex((time) => time <= now);
  if (at >= 0) one.repeats.splice(at, 1);
}
