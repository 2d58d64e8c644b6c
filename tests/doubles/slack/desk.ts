import { type Fates, fates } from "../fates.ts";
import type { Answer, Call } from "../http-server.ts";
import type { Mutable } from "../mutable.ts";
import { patience } from "../patience.ts";
import type { Random } from "../random.ts";
import type { Scheduler } from "../scheduler.ts";
import { type Args, argumentsOf } from "./arguments.ts";
import type { Refusal } from "./errors.ts";
import type { Faults } from "./faults.ts";
import type { Buckets, Count } from "./limits.ts";
import type { RequestRecord } from "./records.ts";
import { askedIn, outcomeIn } from "./request-records.ts";
import type { Reply, Verdict } from "./verdict.ts";
import type { Team } from "./world.ts";

/** One request with what it brought. */
export interface Asked {
  readonly args: Args;
  readonly team: Team | null;
  readonly bot: string;
  readonly call: Call;
}

/** How one method is served. */
export interface Duty {
  readonly method: string;
  /** Who is asking; a refusal where that is nobody. */
  readonly authorise: (call: Call, args: Args) => Team | null | Refusal;
  readonly counts: (args: Args, team: Team | null) => readonly Count[];
  readonly headers: (team: Team | null) => Readonly<Record<string, string>>;
  readonly work: (asked: Asked) => Reply;
}

/**
 * `cut` is carried out, `drop` is not, `late` is carried out when whoever asked has long gone, and none of them is
 * answered; `failed` is a 500, `internal` and `fatal` are Slack's own errors, and `fatal` is carried out all the same.
 */
export type Fate = "carry-out" | "cut" | "drop" | "late" | "limited" | "failed" | "internal" | "fatal" | "outage";

export interface Desk {
  /** Decides what becomes of a request, carries it out or not, and writes it down. */
  serve(duty: Duty, call: Call): Promise<Answer>;
  /** What becomes of the next request of this method, whatever the faults. */
  next: Fates<string, Fate>["next"];
  records(): readonly RequestRecord[];
  underway(): number;
}

interface DeskOptions {
  readonly now: () => number;
  readonly speed: () => number;
  readonly wait: (ms: number) => Promise<void>;
  readonly random: Random;
  readonly faults: () => Faults;
  readonly buckets: Buckets;
  readonly scheduler: Scheduler;
}

export function requestDesk(options: DeskOptions): Desk {
  const { now, speed, wait, random, faults, scheduler } = options;
  const records: Mutable<RequestRecord>[] = [];
  const waits = patience(now, speed);
  const fated = fates<string, Fate>();
  const state = { underway: 0 };

  const carryOutLate = (record: Mutable<RequestRecord>, work: () => Reply): void => {
    const { lateMs } = faults();
    scheduler.at(now() + random.between(Math.ceil(lateMs / 2), lateMs), () => {
      const reply = work();
      Object.assign(record, reply.outcome === "done" ? { carriedOutAt: now(), ts: reply.ts ?? record.ts } : {});
    });
  };

  return {
    serve: async (duty, call) => {
      const at = now();
      const args = argumentsOf(call);
      const team = duty.authorise(call, args);
      const counts = isTeam(team) ? duty.counts(args, team) : [];
      const early = waits.isEarly(
        counts.map(({ key }) => `${call.bot} ${key}`),
        at,
      );
      state.underway += 1;
      const verdict = decide({ duty, call, args, team, counts, fate: fateOf(duty.method, options, fated) }, options);
      // Only what lacks room was told to wait: one channel's limit is not that of all.
      const { retryAfterMs = 0 } = verdict;
      const full = retryAfterMs > 0 ? counts.filter((count) => options.buckets.wait(count) > 0) : [];
      if (random.chance(faults().slow)) await wait(random.between(0, faults().slowMs));
      for (const { key } of full) waits.told(`${call.bot} ${key}`, at + retryAfterMs);
      state.underway -= 1;
      const asked = askedIn(duty.method, call, args, isTeam(team) ? team : null);
      const record = { ...asked, ...outcomeIn(verdict, asked, at), at, endedAt: now(), early };
      records.push(record);
      if (verdict.later) carryOutLate(record, verdict.later);
      return verdict.answer;
    },
    next: fated.next,
    records: () => records,
    underway: () => state.underway,
  };
}

const isTeam = (team: Team | null | Refusal): team is Team | null => team === null || !("error" in team);

function fateOf(method: string, { random, faults }: DeskOptions, fated: Fates<string, Fate>): Fate {
  const given = fated.take(method);
  const { outage, limit, fail, drop, cut, late } = faults();
  if (given !== null) return given;
  if (outage) return "outage";
  if (random.chance(limit)) return "limited";
  if (random.chance(fail)) return random.pick(["failed", "internal", "fatal"] as const);
  if (random.chance(drop)) return "drop";
  if (random.chance(late)) return "late";
  return random.chance(cut) ? "cut" : "carry-out";
}

interface Case {
  readonly duty: Duty;
  readonly call: Call;
  readonly args: Args;
  readonly team: Team | null | Refusal;
  readonly counts: readonly Count[];
  readonly fate: Fate;
}

function decide(asked: Case, { faults, buckets, speed }: DeskOptions): Verdict {
  const { duty, call, args, team, counts, fate } = asked;
  if (fate === "outage") return { ...plain(503, "service_unavailable"), outcome: "outage" };
  if (!isTeam(team)) return told(refused(team), {});
  const headers = duty.headers(team);
  const [narrowest] = counts;
  if (fate === "limited" && narrowest) buckets.close(narrowest.key, faults().retryAfterMs);
  const wait = buckets.take(counts);
  if (wait > 0) return tooMany(wait, speed());
  if (fate === "failed") return { ...plain(500, "internal_error"), outcome: "failed" };
  if (fate === "internal")
    return { ...told(refused({ error: "internal_error" }), headers), outcome: "failed", done: null };
  if (fate === "drop") return { outcome: "cut", answer: null, done: null };
  const error = faults().refused[duty.method];
  const work = (): Reply => (error ? refused({ error }) : duty.work({ args, team, bot: call.bot, call }));
  if (fate === "late") return { outcome: "late", answer: null, done: null, later: work };
  // Carried out at once and answered late: what a client gave up waiting for has happened all the same.
  const verdict = told(work(), headers);
  if (fate === "fatal")
    return { ...told(refused({ error: "fatal_error" }), headers), outcome: "failed", done: verdict.done };
  return fate === "cut" ? { ...verdict, outcome: "cut", answer: null } : verdict;
}

/** Whole seconds, as Slack has them and clients read them; a client waits by the machine's time. */
function tooMany(retryAfterMs: number, speed: number): Verdict {
  const seconds = String(Math.max(1, Math.ceil(retryAfterMs / speed / 1_000)));
  const answer = { status: 429, body: { ok: false, error: "ratelimited" }, headers: { "retry-after": seconds } };
  return { outcome: "limited", answer, done: null, retryAfterMs };
}

const plain = (status: number, error: string) => ({ answer: { status, body: { ok: false, error } }, done: null });

const told = (reply: Reply, headers: Readonly<Record<string, string>>): Verdict => ({
  outcome: reply.outcome,
  answer: reply.answer === undefined ? { status: 200, body: reply.body, headers } : reply.answer,
  done: reply,
});

export const done = (
  body: Readonly<Record<string, unknown>> = {},
  about: Partial<Pick<Reply, "channel" | "ts">> = {},
): Reply => ({
  outcome: "done",
  body: { ok: true, ...body },
  ...about,
});

export const refused = ({ error, more = {} }: Refusal): Reply => ({
  outcome: "refused",
  body: { ok: false, error, ...more },
});
