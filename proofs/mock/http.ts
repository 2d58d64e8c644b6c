import { PlatformError } from "../../src/core/errors.ts";
import type { Clock } from "../../src/core/ports.ts";
import type { Still } from "../../src/platforms/shared/wire.ts";

export interface MockRequest {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly path: string;
  readonly body?: unknown;
  /** What a request to wait holds for; null where there is no such thing. */
  readonly channel: string | null;
  readonly signal?: AbortSignal;
  /** Looked at when the connection stands, just before the first byte is sent. */
  readonly still?: Still;
}

/** `found` is false where the platform knows no such message. Everything else that fails is a PlatformError. */
export interface MockAnswer {
  readonly found: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

export type MockHttp = (request: MockRequest) => Promise<MockAnswer>;

interface HttpOptions {
  readonly address: string;
  readonly bot: string;
  readonly clock: Clock;
}

const patienceMs = 20_000;

/** Requests to the double. While it has asked to wait in a channel none is made there: that fails at once, retryably. */
export function mockHttp({ address, bot, clock }: HttpOptions): MockHttp {
  const pausedUntil = new Map<string, number>();
  return async ({ method, path, body, channel, signal, still }) => {
    const now = clock.now().getTime();
    if (channel !== null && (pausedUntil.get(channel) ?? 0) > now) throw failed("asks to wait", true);
    const response = await reach(`${address}/bot/${path}`, {
      method,
      headers: { "x-bot": bot },
      ...(body !== undefined && sentWith(JSON.stringify(body), still)),
      signal: signal ?? AbortSignal.timeout(patienceMs),
    });
    if (response.status === 429 && channel !== null)
      pausedUntil.set(channel, clock.now().getTime() + 1000 * Number(response.headers.get("retry-after")));
    if (response.status === 404) return { found: false, body: {} };
    if (!response.ok) throw failed(`answered ${response.status}`, response.status !== 403);
    return { found: true, body: await bodyOf(response) };
  };
}

/** A stream is asked for its first bytes only when they can be written. */
function sentWith(text: string, still: Still = async () => {}): RequestInit {
  const pull = async (controller: ReadableStreamDefaultController<Uint8Array>): Promise<void> => {
    await still();
    controller.enqueue(new TextEncoder().encode(text));
    controller.close();
  };
  return { body: new ReadableStream({ pull }, { highWaterMark: 0 }), duplex: "half" };
}

async function reach(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (cause) {
    throw failed("did not answer", true, cause);
  }
}

async function bodyOf(response: Response): Promise<MockAnswer["body"]> {
  try {
    return (await response.json()) as MockAnswer["body"];
  } catch (cause) {
    throw failed("broke off its answer", true, cause);
  }
}

export const failed = (what: string, retryable: boolean, cause?: unknown): PlatformError =>
  new PlatformError("E-PLATFORM-DELIVERY", `The platform ${what}.`, { retryable, cause });
