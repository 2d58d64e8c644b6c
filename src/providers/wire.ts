import type { Clock } from "../core/ports.ts";
import { CallFailure, failureOfBody, failureOfConnection, failureOfEvent, failureOfStatus } from "./call-failure.ts";
import { type Guard, openGuard, type TimeLimits } from "./call-guard.ts";
import { judgeEventLine, judgeJsonLine, linesOf } from "./lines.ts";

export const hostedLimits: TimeLimits = { firstMs: 60_000, idleMs: 60_000 };

/** A cold model on a laptop may load for five minutes before its first word. */
export const localLimits: TimeLimits = { firstMs: 360_000, idleMs: 60_000 };

/** What every provider is given by the composition root. */
export interface WireDeps {
  /**
   * Node's own `fetch` gives up after 300 s without headers, and Ollama sends none while it loads a model: hand in one
   * over a dispatcher with `headersTimeout: 0` and `bodyTimeout: 0`; the limits above are kept here.
   */
  readonly fetch: typeof fetch;
  readonly clock: Clock;
}

export interface WireOptions extends WireDeps {
  /** For messages: `openai at api.openai.com`. */
  readonly server: string;
  readonly lines: "sse" | "ndjson";
  readonly limits: TimeLimits;
  readonly signal: AbortSignal;
}

/**
 * One request of a model SDK, watched from below. The SDKs keep what matters here to themselves, each in its own way:
 * openai ends quietly on a body that is no stream, ollama prints broken lines on the console and cannot be stopped
 * before the first one, and none has a limit between chunks. So they get this `fetch`, and the truth is asked here.
 */
export interface Wire {
  readonly fetch: typeof fetch;
  /** Words have come: from now on the shorter limit counts. */
  heard(): void;
  /** Whether the body held the `[DONE]` of chat completions, which the SDK swallows. */
  done(): boolean;
  /** What went wrong below, or else what the SDK's own error means; without either, that the answer had no end. */
  failure(sdkError?: unknown): CallFailure;
  failed(): boolean;
  /** Closes the connection if it is still open. */
  close(): void;
}

export function openWire(options: WireOptions): Wire {
  const guard = openGuard(options);
  const seen: Seen = { done: false, ended: false };
  return {
    fetch: watchedFetch(options, guard, seen),
    heard: () => guard.limit(options.limits.idleMs),
    done: () => seen.done,
    failed: () => guard.failure() !== null,
    failure: (sdkError) => guard.failure() ?? meaningOf(options.server, sdkError, seen.ended),
    close: guard.close,
  };
}

/** How far the body has come. */
interface Seen {
  done: boolean;
  ended: boolean;
}

const watchedFetch =
  (options: WireOptions, guard: Guard, seen: Seen): typeof fetch =>
  async (input, init) => {
    const { server } = options;
    const request = { ...init, headers: ownHeaders(init?.headers), signal: guard.signal, redirect: "manual" } as const;
    const response = await guard.within(options.fetch(input, request), (error) => failureOfConnection(server, error));
    if (!response.ok) {
      const body = await beginningOf(response, options.clock);
      throw guard.fail(failureOfStatus(server, response, body, options.clock.now()));
    }
    return new Response(ReadableStream.from(inspected(response, options, guard, seen)), {
      headers: [...response.headers],
    });
  };

/** The body line by line, as long as it is what the API promises. */
async function* inspected(
  response: Response,
  { server, lines }: WireOptions,
  guard: Guard,
  seen: Seen,
): AsyncGenerator<Uint8Array> {
  const judge = lines === "sse" ? judgeEventLine : judgeJsonLine;
  for await (const line of linesOf(chunksOf(response, server, guard))) {
    const verdict = judge(line);
    if (verdict.type === "error") throw guard.fail(failureOfEvent(server, verdict.event));
    if (verdict.type === "cut") throw guard.fail(failureOfBody(server, null));
    if (verdict.type === "malformed") throw guard.fail(malformed(server));
    seen.done ||= verdict.type === "done";
    yield line.bytes;
  }
  seen.ended = true;
}

async function* chunksOf(response: Response, server: string, guard: Guard): AsyncGenerator<Uint8Array> {
  const reader = response.body?.getReader();
  if (!reader) return;
  try {
    for (;;) {
      const chunk = await guard.within(reader.read(), (error) => failureOfBody(server, error));
      if (chunk.done) return;
      yield chunk.value;
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
}

const malformed = (server: string): CallFailure =>
  new CallFailure("malformed", `${server} sent something that is no answer of this API.`);

function meaningOf(server: string, error: unknown, ended: boolean): CallFailure {
  if (error instanceof CallFailure) return error;
  if (error instanceof Error && "error" in error && error.error) return failureOfEvent(server, error.error);
  // A chunk that is no JSON, has not the shape that the API gives it, or does not end.
  if ([SyntaxError, TypeError, RangeError].some((kind) => error instanceof kind)) return malformed(server);
  if (ended) return new CallFailure("cut", `${server} ended its answer without saying that it was complete.`);
  return new CallFailure(
    "unknown",
    `The call to ${server} failed (${error instanceof Error ? error.name : "unknown"}).`,
  );
}

/**
 * The headers that the API needs. The SDKs add a description of this machine, and whatever `OPENAI_CUSTOM_HEADERS` and
 * `ANTHROPIC_CUSTOM_HEADERS` hold in the environment; neither leaves here.
 */
function ownHeaders(given: RequestInit["headers"]): Record<string, string> {
  const wanted = /^(accept|authorization|content-type|x-api-key|anthropic-version)$/;
  const kept = [...new Headers(given)].filter(([name]) => wanted.test(name));
  return { ...Object.fromEntries(kept), "user-agent": "familiar" };
}

const errorBody = { bytes: 65_536, ms: 2_000 };

/** An error's body is read for its code, and no longer or further than that is worth. */
async function beginningOf(response: Response, clock: Clock): Promise<string> {
  const enough = new AbortController();
  const parts: Uint8Array[] = [];
  const read = async () => {
    for await (const part of response.body ?? []) {
      parts.push(part);
      if (enough.signal.aborted || parts.reduce((sum, { length }) => sum + length, 0) > errorBody.bytes) return;
    }
  };
  await Promise.race([read().catch(() => undefined), clock.sleep(errorBody.ms, enough.signal)]);
  enough.abort();
  return Buffer.concat(parts).toString("utf8");
}
