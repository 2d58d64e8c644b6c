import { PlatformError } from "../../src/core/errors.ts";
import type { Clock } from "../../src/core/ports.ts";
import type { Still } from "../../src/platforms/shared/wire.ts";
import { type HttpAnswer, type HttpRequest, httpClient } from "./request.ts";

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
  const client = httpClient();
  return async ({ method, path, body, channel, signal, still = async () => {} }) => {
    const now = clock.now().getTime();
    if (channel !== null && (pausedUntil.get(channel) ?? 0) > now) throw failed("asks to wait", true);
    const response = await reach(client, `${address}/bot/${path}`, {
      method,
      headers: { "x-bot": bot },
      body: body === undefined ? "" : JSON.stringify(body),
      signal: signal ?? AbortSignal.timeout(patienceMs),
      still,
    });
    if (response.status === 429 && channel !== null)
      pausedUntil.set(channel, clock.now().getTime() + 1000 * Number(response.headers["retry-after"]));
    if (response.status === 404) return { found: false, body: {} };
    if (response.status >= 400) throw failed(`answered ${response.status}`, response.status !== 403);
    return { found: true, body: JSON.parse(response.text) };
  };
}

async function reach(client: ReturnType<typeof httpClient>, url: string, wanted: HttpRequest): Promise<HttpAnswer> {
  try {
    return await client(url, wanted);
  } catch (cause) {
    throw failed("did not answer", true, cause);
  }
}

export const failed = (what: string, retryable: boolean, cause?: unknown): PlatformError =>
  new PlatformError("E-PLATFORM-DELIVERY", `The platform ${what}.`, { retryable, cause });
