import { fates } from "../fates.ts";
import type { Answer, Call } from "../http-server.ts";
import { patience } from "../patience.ts";
import type { Random } from "../random.ts";
import { type ApiError, apiErrors } from "./errors.ts";
import type { Faults } from "./faults.ts";
import type { BucketState, Buckets, LimitName } from "./limits.ts";
import type { Outcome, RequestKind, RequestRecord } from "./records.ts";

/** What carrying it out has done. */
export interface Reply {
  readonly status: number;
  readonly body: unknown;
  /** What it made or was about. */
  readonly message?: string;
  readonly outcome: Extract<Outcome, "done" | "repeated" | "refused">;
}

/** How one route is served. */
export interface Duty {
  readonly kind: RequestKind;
  readonly limit: LimitName;
  /** The parameters that have buckets of their own. */
  readonly major: readonly string[];
  /** Whether it needs the bot's token; what needs none is exempt from the global limit. */
  readonly token: boolean;
  readonly work: (call: Call) => Reply;
}

/** `cut` is carried out, `drop` is not, and neither is answered. */
export type Fate = "carry-out" | "cut" | "drop" | "limited" | "failed" | "outage";

export interface Desk {
  /** Decides what becomes of a request, carries it out or not, and writes it down. */
  serve(duty: Duty, call: Call): Promise<Answer>;
  /** What becomes of the next request of this kind, whatever the faults. */
  next(kind: RequestKind, fate: Fate): void;
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
  readonly isToken: (token: string) => boolean;
}

export function requestDesk(options: DeskOptions): Desk {
  const { now, speed, wait, random, faults, buckets, isToken } = options;
  const records: RequestRecord[] = [];
  const waits = patience(now, speed);
  const fated = fates<RequestKind, Fate>();
  const state = { underway: 0 };

  const fateOf = (kind: RequestKind): Fate => {
    const given = fated.take(kind);
    const { outage, limit, fail, drop, cut } = faults();
    if (given !== null) return given;
    if (outage) return "outage";
    if (random.chance(limit)) return "limited";
    if (random.chance(fail)) return "failed";
    if (random.chance(drop)) return "drop";
    return random.chance(cut) ? "cut" : "carry-out";
  };

  /** Whoever takes the place of a dead process has not been told. */
  const comesEarly = (bot: string, bucket: string, at: number): boolean =>
    waits.isEarly([`${bot} ${bucket}`, `${bot} global`], at);

  const tooMany = (bot: string, bucket: string, found: BucketState): Verdict => {
    const scope = found.refused ?? "user";
    const until = now() + found.resetAfterMs;
    waits.told(scope === "global" ? `${bot} global` : `${bot} ${bucket}`, until);
    const limited = { scope, retryAfterMs: found.resetAfterMs };
    return { outcome: "limited", answer: limitAnswer(found, speed()), done: null, limited };
  };

  const decide = (duty: Duty, call: Call): Verdict => {
    const fate = fateOf(duty.kind);
    if (fate === "outage") return plain("outage", 503);
    if (duty.token && !isToken(call.authorization)) return told(refused(apiErrors.unauthorized), {});
    const major = duty.major.map((name) => call.params[name]).join(" ");
    const bucket = `${duty.limit} ${major}`;
    const exempt = !duty.token;
    const found =
      fate === "limited"
        ? buckets.close(duty.limit, major, faults().retryAfterMs)
        : buckets.take(duty.limit, major, exempt);
    if (found.refused !== null) return tooMany(call.bot, bucket, found);
    if (fate === "failed") return plain("failed", 500);
    if (fate === "drop") return { outcome: "cut", answer: null, done: null, limited: null };
    // Carried out at once and answered late: what a client gave up waiting for has happened all the same.
    const verdict = told(duty.work(call), limitHeaders(found, speed()));
    return fate === "cut" ? { ...verdict, outcome: "cut", answer: null } : verdict;
  };

  return {
    serve: async (duty, call) => {
      const at = now();
      const early = comesEarly(call.bot, `${duty.limit} ${duty.major.map((name) => call.params[name]).join(" ")}`, at);
      state.underway += 1;
      const verdict = decide(duty, call);
      if (random.chance(faults().slow)) await wait(random.between(0, faults().slowMs));
      state.underway -= 1;
      records.push({ ...askedIn(duty, call), ...outcomeIn(verdict, call), at, endedAt: now(), early });
      return verdict.answer;
    },
    next: fated.next,
    records: () => records,
    underway: () => state.underway,
  };
}

interface Verdict {
  readonly outcome: Outcome;
  readonly answer: Answer;
  readonly done: Reply | null;
  readonly limited: RequestRecord["limited"];
}

export const done = (body: unknown, message?: string): Reply => ({
  status: body === null ? 204 : 200,
  body,
  outcome: "done",
  ...(message !== undefined && { message }),
});

export const refused = ({ status, code, message, errors }: ApiError): Reply => ({
  status,
  body: { code, message, ...(errors !== undefined && { errors }) },
  outcome: "refused",
});

const plain = (outcome: Outcome, status: number): Verdict => ({
  outcome,
  answer: { status, body: { code: 0, message: `${status}: ${outcome}` } },
  done: null,
  limited: null,
});

const told = (reply: Reply, headers: Readonly<Record<string, string>>): Verdict => ({
  outcome: reply.outcome,
  answer: { status: reply.status, body: reply.body, headers },
  done: reply,
  limited: null,
});

/** A client waits by the machine's time. */
const seconds = (ms: number, speed: number): number => Math.ceil(ms / speed) / 1_000;

const limitHeaders = ({ hash, limit, remaining, resetAfterMs }: BucketState, speed: number) => ({
  "x-ratelimit-bucket": hash,
  "x-ratelimit-limit": String(limit),
  "x-ratelimit-remaining": String(remaining),
  "x-ratelimit-reset-after": String(seconds(resetAfterMs, speed)),
  "x-ratelimit-reset": String(Date.now() / 1_000 + seconds(resetAfterMs, speed)),
});

function limitAnswer(found: BucketState, speed: number): Answer {
  const global = found.refused === "global";
  const after = seconds(found.resetAfterMs, speed);
  const headers = {
    ...(!global && limitHeaders({ ...found, remaining: 0 }, speed)),
    ...(global && { "x-ratelimit-global": "true" }),
    "x-ratelimit-scope": global ? "global" : "user",
    // The header is in whole seconds where the clock is not scaled.
    "retry-after": String(speed === 1 ? Math.ceil(after) : after),
  };
  return { status: 429, body: { message: "You are being rate limited.", retry_after: after, global }, headers };
}

const textIn = (body: unknown, ...path: readonly string[]): string | null => {
  let at = body;
  for (const name of path) at = typeof at === "object" && at !== null ? (at as Record<string, unknown>)[name] : null;
  return typeof at === "string" || typeof at === "number" ? String(at) : null;
};

function askedIn({ kind }: Duty, { bot, userAgent, method, path, params, body }: Call) {
  const content = textIn(body, "content") ?? textIn(body, "data", "content");
  const { channel = null, interaction = null } = params;
  return { bot, userAgent, kind, method, path, channel, interaction, content, nonce: textIn(body, "nonce") };
}

function outcomeIn({ outcome, answer, done: reply, limited }: Verdict, { params }: Call) {
  const code = reply?.outcome === "refused" ? Number(textIn(reply.body, "code")) : null;
  const message = reply?.message ?? params["message"] ?? null;
  return { message, outcome, status: answer?.status ?? null, code, carriedOut: reply?.outcome === "done", limited };
}
