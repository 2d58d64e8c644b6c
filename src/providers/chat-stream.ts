import type { ChatEvent, ChatRequest, Provider, StopReason, TokenUsage } from "../core/provider.ts";
import type { TimeLimits } from "./call-guard.ts";
import { openWire, type WireDeps } from "./wire.ts";

/** What one chunk of an answer says, in any API. */
export interface Part {
  readonly text?: string;
  /** The answer is complete. */
  readonly stop?: StopReason;
  /** As far as it is known by now. */
  readonly usage?: Partial<TokenUsage>;
}

/** One API spoken through its SDK: everything in which providers differ. */
export interface Dialect {
  /** For messages: `openai at api.openai.com`. */
  readonly server: string;
  /** How the API frames its chunks. */
  readonly lines: "sse" | "ndjson";
  readonly limits: TimeLimits;
  /** One call of the SDK over this `fetch`; may throw whatever it likes. */
  parts(request: ChatRequest, fetch: WireDeps["fetch"], signal: AbortSignal): AsyncIterable<Part>;
}

/** A provider's stream over a dialect: never throws, and ends in exactly one `stop` or `error`. */
export const chatStream =
  (dialect: Dialect, deps: WireDeps): Provider["stream"] =>
  (request, signal) =>
    converse(dialect, deps, request, signal);

interface Tally {
  usage: TokenUsage;
  stop: StopReason | null;
  /** No text but white space so far. */
  blank: boolean;
}

async function* converse(
  dialect: Dialect,
  deps: WireDeps,
  request: ChatRequest,
  signal: AbortSignal,
): AsyncGenerator<ChatEvent> {
  const wire = openWire({ fetch: deps.fetch, clock: deps.clock, ...dialect, signal });
  const tally: Tally = { usage: { inputTokens: 0, outputTokens: 0 }, stop: null, blank: true };
  const failed = (error?: unknown): ChatEvent => {
    const { kind, message, retryAfterMs } = wire.failure(error);
    return { type: "error", kind, message, retryAfterMs, usage: tally.usage };
  };
  try {
    for await (const part of dialect.parts(request, wire.fetch, signal)) {
      count(part, tally);
      if (!part.text) continue;
      wire.heard();
      yield { type: "text", delta: part.text };
    }
    const complete = tally.stop !== null || (wire.done() && !wire.failed());
    yield signal.aborted || !complete ? failed() : ending(dialect.server, tally);
  } catch (error) {
    yield tally.stop === null || signal.aborted ? failed(error) : ending(dialect.server, tally);
  } finally {
    wire.close();
  }
}

function count({ text, stop, usage }: Part, tally: Tally): void {
  tally.usage = { ...tally.usage, ...usage };
  tally.stop ??= stop ?? null;
  tally.blank &&= !text?.trim();
}

/** An answer without words is a failure: there is nothing that could be sent. */
function ending(server: string, { usage, stop, blank }: Tally): ChatEvent {
  const reason = stop ?? "end";
  if (!blank) return { type: "stop", reason, usage };
  const message = `${server} ended its answer without any text (${reason}).`;
  return { type: "error", kind: "empty", message, retryAfterMs: null, usage };
}
