import { WebClient } from "@slack/web-api";
import type { Clock, Logger } from "../../core/ports.ts";
import type { Secret } from "../../core/secret.ts";
import {
  type Fetch,
  GrownOld,
  lapsing,
  lookingBack,
  permissionHere,
  permitted,
  Withheld,
  withhold,
} from "../shared/last-look.ts";
import { NotSent, type Still } from "../shared/wire.ts";
import { arrived } from "./arrived.ts";
import { toPlatformError } from "./failures.ts";
import { limits, MustWait, noRoom } from "./limits.ts";
import { quietLogger } from "./logger.ts";

export interface RequestsOptions {
  readonly token: Secret;
  /** With or without a slash at its end; null means Slack's own. */
  readonly apiUrl: string | null;
  readonly clock: Clock;
  readonly log: Logger;
}

/** So long a request may take. */
export const requestMs = 15_000;
/** Whoever stands still for longer before the first byte may have been asked to wait meanwhile, and not have read it. */
const momentMs = 50;

/** Requests to Slack, each when there is room for its kind. Each rejects with a PlatformError. */
export class Requests {
  readonly client: WebClient;
  readonly fetch: Fetch = lookingBack();
  readonly #clock: Clock;
  readonly #room: ReturnType<typeof limits>;

  constructor({ token, apiUrl, clock, log }: RequestsOptions) {
    this.#clock = clock;
    this.#room = limits(clock);
    // What may be repeated, and when, is known by whoever sends a reply: the library repeats nothing by itself.
    this.client = new WebClient(token.reveal(), {
      ...(apiUrl !== null && { slackApiUrl: apiUrl }),
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: requestMs,
      fetch: this.fetch as never,
      logger: quietLogger(log),
    });
  }

  /** The same request, whose last look is taken when its socket takes the first byte. */
  whileAllowed<T>(still: Still, request: () => Promise<T>): Promise<T> {
    return permitted(still, request);
  }

  /** Nothing of it is sent any more once so much time has passed; null: whenever it can be. */
  inTime<T>(ms: number | null, request: () => Promise<T>): Promise<T> {
    return ms === null ? request() : permitted(lapsing(ms, this.#clock), request);
  }

  /** Whether Slack has asked to wait before another one of this kind. */
  isClosed(kind: string): boolean {
    return this.#room.isClosed(kind);
  }

  /** The same as `look`, of what nobody waits for: not at all where Slack has asked to wait of late. */
  async glance<T>(kind: string, request: () => Promise<T>): Promise<T> {
    if (this.#room.isShort(kind)) throw noRoom(null);
    return this.look(kind, request);
  }

  /** Waits until Slack has room for it. */
  async ask<T>(kind: string, request: () => Promise<T>): Promise<T> {
    try {
      return await this.#room.through(kind, () => this.#allowed(kind, request));
    } catch (error) {
      throw inWords(error);
    }
  }

  /** Soon or not at all: something is to be acknowledged within three seconds, and this has to be known before. */
  async look<T>(kind: string, request: () => Promise<T>): Promise<T> {
    try {
      return await this.#room.soon(kind, () => this.#allowed(kind, request));
    } catch (error) {
      throw inWords(error);
    }
  }

  /** Asked for when its turn has come: nothing but a moment's answers is waited for between that look and the first byte. */
  async #allowed<T>(kind: string, request: () => Promise<T>, still = permissionHere()): Promise<T> {
    await still?.().catch(withhold);
    await arrived();
    if (this.#room.waitMs(kind) > 0) throw new MustWait();
    const readAt = performance.now();
    const mayHaveToWait = (): boolean => this.#room.waitMs(kind) > 0 || performance.now() - readAt > momentMs;
    try {
      return await permitted(unless(mayHaveToWait, still), request);
    } catch (error) {
      if (!hasGrownOld(error)) throw error;
      return this.#allowed(kind, request, still);
    }
  }
}

/** The same permission, as long as Slack cannot have asked to wait meanwhile. */
const unless = (mayHaveToWait: () => boolean, still: Still | undefined): Still =>
  Object.assign(async () => still?.(), { isOld: () => mayHaveToWait() || (still?.isOld() ?? false) });

/** In our words, but for what kept a request from being sent at all. */
function inWords(error: unknown): unknown {
  if (error instanceof Withheld) return error.cause;
  return error instanceof NotSent ? error : toPlatformError(error);
}

/** The library wraps it once. */
const hasGrownOld = (error: unknown): boolean =>
  error instanceof GrownOld ||
  (error instanceof Error &&
    "original" in error &&
    (error as { readonly original: unknown }).original instanceof GrownOld);
