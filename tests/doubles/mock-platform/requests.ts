import type { Random } from "../random.ts";
import type { Faults } from "./faults.ts";
import type { Outcome, RequestKind, RequestRecord } from "./records.ts";

/** A bot's request that reads or changes something visible. */
export interface Asked {
  readonly bot: string;
  readonly kind: RequestKind;
  readonly channel: string;
  readonly message: string | null;
  readonly text: string | null;
}

/** What carrying it out has done. */
export interface Done {
  readonly outcome: Extract<Outcome, "done" | "repeated" | "missing">;
  readonly message: string | null;
  readonly body: unknown;
}

/** Null: the connection is dropped instead of an answer. */
export type Answer = { readonly status: number; readonly body: unknown; readonly retryAfterMs?: number } | null;

export interface RequestDesk {
  /** Decides what becomes of a request, carries it out or not, and writes it down. */
  serve(asked: Asked, work: () => Done): Promise<Answer>;
  /** What becomes of the next request of this kind, whatever the faults. */
  next(kind: RequestKind, fate: Fate): void;
  records(): readonly RequestRecord[];
}

interface DeskOptions {
  readonly now: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly random: Random;
  readonly faults: () => Faults;
}

/** `cut` is carried out, `drop` is not, and neither is answered; what is `late` is long under way, whoever still waits for it. */
export type Fate = "carry-out" | "late" | "cut" | "drop" | "limited" | "failed" | "outage" | "forbidden";

const lateMs = 45_000;
/** What was under way already when the answer was given did not come too early. */
const crossingMs = 2_000;
const carriesOut: readonly Fate[] = ["carry-out", "late", "cut"];
const refusals = { limited: 429, failed: 500, outage: 503, forbidden: 403 } as const;

export function requestDesk({ now, wait, random, faults }: DeskOptions): RequestDesk {
  const records: RequestRecord[] = [];
  const limits = new Map<string, { readonly bot: string; readonly from: number; readonly until: number }>();

  const fated: { readonly kind: RequestKind; readonly fate: Fate }[] = [];

  const givenFate = (kind: RequestKind): Fate | null => {
    const at = fated.findIndex((one) => one.kind === kind);
    return at < 0 ? null : (fated.splice(at, 1)[0]?.fate ?? null);
  };
  const fateOf = ({ kind, channel }: Asked): Fate => {
    const { outage, forbidden, limit, fail, drop, cut } = faults();
    if (outage) return "outage";
    if (kind !== "history" && forbidden.includes(channel)) return "forbidden";
    if (random.chance(limit)) return "limited";
    if (random.chance(fail)) return "failed";
    if (random.chance(drop)) return "drop";
    return random.chance(cut) ? "cut" : "carry-out";
  };

  const answerTo = (fate: Fate, done: Done | null): Answer => {
    if (fate === "cut" || fate === "drop") return null;
    if (done) return { status: done.outcome === "missing" ? 404 : 200, body: done.body };
    const status = refusals[fate as keyof typeof refusals];
    return { status, body: { error: fate }, ...(fate === "limited" && { retryAfterMs: faults().retryAfterMs }) };
  };
  const limit = (asked: Asked, fate: Fate): void => {
    const from = now() + crossingMs;
    const { bot } = asked;
    if (fate === "limited") limits.set(bucketOf(asked), { bot, from, until: now() + faults().retryAfterMs });
  };
  const comesEarly = (asked: Asked, at: number): boolean => {
    // Whoever takes the place of a dead bot has not been told.
    const told = limits.get(bucketOf(asked));
    return told?.bot === asked.bot && told.from < at && at < told.until;
  };

  return {
    serve: async (asked, work) => {
      const at = now();
      const early = comesEarly(asked, at);
      const fate = givenFate(asked.kind) ?? fateOf(asked);
      if (fate === "late") await wait(lateMs);
      // Carried out at once and answered late: what a client gave up waiting for has happened all the same.
      const done = carriesOut.includes(fate) ? work() : null;
      if (random.chance(faults().slow)) await wait(random.between(0, faults().slowMs));
      limit(asked, fate);
      const outcome = done && fate !== "cut" ? done.outcome : outcomeOf(fate);
      const message = done?.message ?? asked.message;
      const carriedOut = done?.outcome === "done";
      records.push({ ...asked, message, at, endedAt: now(), outcome, carriedOut, early });
      return answerTo(fate, done);
    },
    next: (kind, fate) => void fated.push({ kind, fate }),
    records: () => records,
  };
}

const bucketOf = ({ bot, channel }: Asked): string => `${bot} ${channel}`;

const outcomeOf = (fate: Fate): Outcome => {
  if (fate === "carry-out" || fate === "late") return "done";
  return fate === "drop" ? "cut" : fate;
};
