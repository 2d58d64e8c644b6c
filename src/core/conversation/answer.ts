import type { Words } from "../../locales/words.ts";
import { words } from "../../locales/words.ts";
import { type Addresses, addressesIn } from "../addresses.ts";
import { sayAttachments } from "../attachments/say.ts";
import type { ErrorCode } from "../errors.ts";
import { sayPlan } from "../memory/answer.ts";
import type { Persona } from "../persona/persona.ts";
import type { Clock } from "../ports.ts";
import type { ChatEvent, ChatRequest, ProviderErrorKind, TokenUsage } from "../provider.ts";
import type { LiveReply, Markdown, Notice } from "../reply.ts";
import { asksWhetherAi } from "../safety/human-question.ts";
import { aiReply } from "../safety/reply.ts";
import { addressesOf, shownIn } from "./addresses.ts";
import type { Scene } from "./scene.ts";

/** What a turn has to say, before it is settled. */
export interface Draft {
  readonly text: Markdown;
  /** Those in it that may be links. */
  readonly addresses: Addresses;
  readonly notices: readonly Notice[];
  /** Null where code answered and no model was called. */
  readonly call: ModelCall | null;
  /** Present where the model was not there at all, and may come back. */
  readonly outage: Outage | null;
}

/** The model is away: nothing was said, and the same question may be answered later. */
export interface Outage {
  readonly type: "away";
  readonly code: ErrorCode;
  readonly message: string;
  readonly retryAfterMs: number | null;
}

export interface ModelCall {
  readonly usage: TokenUsage;
  /** `stop`, `length`, `refusal`, or the kind of the failure. */
  readonly outcome: string;
  readonly firstTokenMs: number | null;
  /** For the operator's log. */
  readonly failure: { readonly code: ErrorCode; readonly message: string } | null;
}

export interface AnswerDeps {
  readonly clock: Clock;
  readonly persona: Persona;
}

type End = Exclude<ChatEvent, { type: "text" }>;

interface Stream {
  readonly text: string;
  readonly firstTokenMs: number | null;
  readonly end: End;
}

/** Instructions to memory are answered by code, under any model; everything else is the model's to answer. */
export async function answer(
  scene: Scene,
  request: ChatRequest,
  live: LiveReply,
  deps: AnswerDeps,
  signal: AbortSignal,
): Promise<Draft> {
  const draft = coded(scene, deps) ?? (await fromModel(scene, request, live, deps, signal));
  const { attachments, locale } = request.knowledge;
  return { ...draft, notices: [...draft.notices, ...sayAttachments(attachments, locale)] };
}

/** What needs no model; null where it does. */
function coded({ ask, knowledge: { plan, locale } }: Scene, { persona }: AnswerDeps): Draft | null {
  if (plan.alone) return byCode(sayPlan(plan, locale));
  return asksWhetherAi(ask.text) ? byCode(aiReply(locale, persona.name)) : null;
}

const byCode = (text: Markdown): Draft => ({
  text,
  addresses: addressesIn(text),
  notices: [],
  call: null,
  outage: null,
});

async function fromModel(
  scene: Scene,
  request: ChatRequest,
  live: LiveReply,
  deps: AnswerDeps,
  signal: AbortSignal,
): Promise<Draft> {
  const addresses = addressesOf(scene, deps.persona);
  const show = (textSoFar: Markdown): void => live.show(textSoFar, addresses);
  const stream = await pull(scene, request, { ...live, show }, deps, signal);
  const draft = draftOf(stream, words(scene.knowledge.locale));
  return { ...draft, addresses: shownIn(draft.text, addresses) };
}

async function pull(
  scene: Scene,
  request: ChatRequest,
  live: LiveReply,
  deps: AnswerDeps,
  signal: AbortSignal,
): Promise<Stream> {
  const began = deps.clock.now().getTime();
  const firstToken = new AbortController();
  void tellWaiting(live, scene, deps.clock, AbortSignal.any([firstToken.signal, signal]));
  let text = "";
  let firstTokenMs: number | null = null;
  try {
    for await (const event of scene.model.provider.stream(request, signal)) {
      if (event.type !== "text") return { text, firstTokenMs, end: event };
      firstToken.abort();
      firstTokenMs ??= deps.clock.now().getTime() - began;
      text += event.delta;
      live.show(text);
    }
  } finally {
    firstToken.abort();
  }
  return { text, firstTokenMs, end: unended };
}

const unended: End = {
  type: "error",
  kind: "cut",
  message: "the provider's stream ended without an end",
  retryAfterMs: null,
  usage: { inputTokens: 0, outputTokens: 0 },
};

/** A cold local model may need minutes to its first token: the person sees that something happens. */
async function tellWaiting(live: LiveReply, scene: Scene, clock: Clock, until: AbortSignal): Promise<void> {
  const status = words(scene.knowledge.locale).status;
  live.status(status.thinking());
  for (let seconds = 0; ; seconds += 5) {
    await clock.sleep(5000, until);
    if (until.aborted) return;
    const loading = scene.model.provider.locality === "local" && seconds >= 5;
    live.status(loading ? status.loading({ seconds: seconds + 5 }) : status.thinkingFor({ seconds: seconds + 5 }));
  }
}

/** What it says; which of its addresses may be links is not its own to say. */
type Said = Omit<Draft, "addresses">;

function draftOf({ text, firstTokenMs, end }: Stream, say: Words): Said {
  const call = { usage: end.usage, firstTokenMs };
  if (end.type === "stop") {
    const notices = end.reason === "length" ? [{ code: null, text: say.failure.length() }] : [];
    return { text, notices, call: { ...call, outcome: end.reason, failure: null }, outage: null };
  }
  if (end.kind === "aborted") return stopped(text, call, say);
  const code = codes[end.kind];
  const failure = { code, message: end.message };
  const sorry = `${say.failure.model[end.kind](waitOf(end.retryAfterMs))} [${code}]`;
  const body = text === "" ? sorry : `${text}\n\n${sorry}`;
  const away = text === "" && passing.has(end.kind);
  const outage: Outage | null = away ? { type: "away", ...failure, retryAfterMs: end.retryAfterMs } : null;
  return { text: body, notices: [], call: { ...call, outcome: end.kind, failure }, outage };
}

/** Failures that pass by themselves, without anybody changing the question or the configuration. */
const passing: ReadonlySet<ProviderErrorKind> = new Set(["unreachable", "overloaded", "rate-limit", "timeout"]);

const stopped = (text: string, call: Pick<ModelCall, "usage" | "firstTokenMs">, say: Words): Said => ({
  text: text === "" ? say.failure.stopped() : `${text} …`,
  notices: [],
  call: { ...call, outcome: "aborted", failure: null },
  outage: null,
});

const waitOf = (retryAfterMs: number | null): { readonly seconds: number | null } => ({
  seconds: retryAfterMs === null ? null : Math.max(1, Math.ceil(retryAfterMs / 1000)),
});

const codes: Readonly<Record<Exclude<ProviderErrorKind, "aborted">, ErrorCode>> = {
  unreachable: "E-MODEL-UNREACHABLE",
  auth: "E-MODEL-AUTH",
  "rate-limit": "E-MODEL-RATE-LIMIT",
  overloaded: "E-MODEL-OVERLOADED",
  "not-found": "E-MODEL-NOT-FOUND",
  "context-length": "E-MODEL-CONTEXT",
  "bad-request": "E-MODEL-REQUEST",
  empty: "E-MODEL-EMPTY",
  malformed: "E-MODEL-MALFORMED",
  cut: "E-MODEL-CUT",
  timeout: "E-MODEL-TIMEOUT",
  unknown: "E-MODEL-UNKNOWN",
};
