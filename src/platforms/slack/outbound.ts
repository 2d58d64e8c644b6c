import { AsyncLocalStorage } from "node:async_hooks";
import { type ConversationsRepliesArguments, type ConversationsRepliesResponse, WebClient } from "@slack/web-api";
import type { Clock, Logger } from "../../core/ports.ts";
import type { Secret } from "../../core/secret.ts";
import { type Fetch, GrownOld, lapsing, lookingBack, Withheld, withhold } from "../shared/last-look.ts";
import { NotSent, type Still } from "../shared/wire.ts";
import type { Block } from "./blocks.ts";
import { hasNoThread, isGone, toPlatformError } from "./failures.ts";
import { messageSchema, type SlackMessage } from "./inbound.ts";
import { limits } from "./limits.ts";
import { quietLogger } from "./logger.ts";

export interface OutboundOptions {
  readonly token: Secret;
  /** With or without a slash at its end; null means Slack's own. */
  readonly apiUrl: string | null;
  readonly clock: Clock;
  readonly log: Logger;
}

/** One message of a channel. */
export interface Spot {
  readonly channel: string;
  readonly ts: string;
}

/** What a message shows: the text stands for the blocks where only text is shown. */
export interface Face {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** By which our own messages are found again. */
export interface Mark {
  readonly answers: string;
  readonly part: number;
}

export interface Post extends Face {
  readonly channel: string;
  readonly thread: string | null;
  /** Null where it does not matter if it comes twice. */
  readonly mark: Mark | null;
}

/** A message of a history, with what we have written into ours. */
export interface Past extends SlackMessage {
  readonly mark: Mark | null;
}

/** Text mentions nobody, whatever stands in it, and unfurls nothing. */
const quiet = { link_names: false, parse: "none", unfurl_links: false, unfurl_media: false } as const;
const markType = "familiar_reply";
/** So long a request may take. */
export const requestMs = 15_000;
const page = 100;
const pages = 5;

/** Everything that leaves for Slack. Each rejects with a PlatformError. */
export class Outbound {
  readonly #client: WebClient;
  readonly #clock: Clock;
  readonly #fetch: Fetch;
  readonly #room: ReturnType<typeof limits>;
  readonly #permission = new AsyncLocalStorage<Still>();

  constructor({ token, apiUrl, clock, log }: OutboundOptions) {
    this.#fetch = lookingBack(() => this.#permission.getStore());
    this.#clock = clock;
    this.#room = limits(clock);
    // What may be repeated, and when, is known by whoever sends a reply: the library repeats nothing by itself.
    this.#client = new WebClient(token.reveal(), {
      ...(apiUrl !== null && { slackApiUrl: apiUrl }),
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
      timeout: requestMs,
      fetch: this.#fetch as never,
      logger: quietLogger(log),
    });
  }

  /** The same request, whose last look is taken when its socket takes the first byte. */
  whileAllowed<T>(still: Still, request: () => Promise<T>): Promise<T> {
    return this.#permission.run(still, request);
  }

  /** Nothing of it is sent any more once so much time has passed; null: whenever it can be. */
  inTime<T>(ms: number | null, request: () => Promise<T>): Promise<T> {
    return ms === null ? request() : this.#permission.run(lapsing(ms, this.#clock), request);
  }

  /** Whether Slack has asked to wait before a message of this channel is changed. */
  isPressed(channel: string): boolean {
    return this.#room.isClosed(`chat.update ${channel}`) || this.#room.isClosed(`chat.postMessage ${channel}`);
  }

  async whoAmI() {
    return this.#ask("auth.test", () => this.#client.auth.test());
  }

  /** Asks for the address of a socket, with the token of the app; whoever does not open it leaves nothing behind. */
  async socketAddress(): Promise<string> {
    return (await this.#ask("apps.connections.open", () => this.#client.apps.connections.open({}))).url ?? "";
  }

  async post({ channel, thread, mark, text, blocks }: Post): Promise<Spot> {
    const wanted = {
      channel,
      text,
      blocks: [...blocks] as never,
      ...quiet,
      ...(thread !== null && { thread_ts: thread }),
    };
    const metadata = mark && { event_type: markType, event_payload: { ...mark } };
    const made = await this.#ask(`chat.postMessage ${channel}`, () =>
      this.#client.chat.postMessage({ ...wanted, ...(metadata && { metadata }) }),
    );
    return { channel: made.channel ?? channel, ts: made.ts ?? "" };
  }

  /** False where the message is not there any more. */
  edit({ channel, ts }: Spot, { text, blocks }: Face): Promise<boolean> {
    const wanted = { channel, ts, text, blocks: [...blocks] as never, link_names: false, parse: "none" } as const;
    return this.#unlessGone(() => this.#ask(`chat.update ${channel}`, () => this.#client.chat.update(wanted)));
  }

  /** Also where it is gone already. */
  async remove({ channel, ts }: Spot): Promise<void> {
    await this.#unlessGone(() => this.#ask(`chat.delete ${channel}`, () => this.#client.chat.delete({ channel, ts })));
  }

  /** What was said after this message, the oldest first: in its thread, or in the channel. */
  async after({ channel, ts }: Spot, thread: string | null): Promise<readonly Past[]> {
    const found: Past[] = [];
    let cursor: string | undefined;
    for (let count = 0; count < pages; count += 1) {
      const wanted = {
        channel,
        oldest: ts,
        limit: page,
        include_all_metadata: true,
        ...(cursor !== undefined && { cursor }),
      };
      const answer =
        thread === null
          ? await this.#ask("conversations.history", () => this.#client.conversations.history(wanted))
          : await this.#replies({ ...wanted, ts: thread });
      found.push(...(answer.messages ?? []).flatMap((message) => toPast(message, channel)));
      cursor = answer.response_metadata?.next_cursor || undefined;
      if (cursor === undefined) break;
    }
    return found.toSorted((a, b) => Number(a.ts) - Number(b.ts));
  }

  /** As it reads now; null where it is not there any more. */
  async message({ channel, ts }: Spot, thread: string | null): Promise<Past | null> {
    const only = { channel, oldest: ts, latest: ts, inclusive: true, limit: 1 };
    const { messages = [] } =
      thread === null
        ? await this.#ask("conversations.history", () => this.#client.conversations.history(only))
        : await this.#replies({ ...only, ts: thread });
    return messages.flatMap((message) => toPast(message, channel)).find((message) => message.ts === ts) ?? null;
  }

  /** Whether it is there, as far as Slack has room to tell: somebody waits for more than this. */
  async isThere({ channel, ts }: Spot, thread: string | null): Promise<boolean> {
    const only = { channel, oldest: ts, latest: ts, inclusive: true, limit: 1 };
    const { history, replies } = this.#client.conversations;
    const { messages = [] } =
      thread === null
        ? await this.#look("conversations.history", () => history(only))
        : await this.#look("conversations.replies", () => replies({ ...only, ts: thread })).catch(unlessGone);
    return messages.some((message) => message.ts === ts);
  }

  /** None where there is no such thread any more. */
  async #replies(wanted: ConversationsRepliesArguments): Promise<Partial<ConversationsRepliesResponse>> {
    try {
      return await this.#ask("conversations.replies", () => this.#client.conversations.replies(wanted));
    } catch (error) {
      return unlessGone(error);
    }
  }

  async directWith(user: string): Promise<string> {
    const { channel } = await this.#ask("conversations.open", () => this.#client.conversations.open({ users: user }));
    return channel?.id ?? "";
  }

  async channel(channel: string) {
    return (await this.#look("conversations.info", () => this.#client.conversations.info({ channel }))).channel;
  }

  async user(user: string) {
    return (await this.#look("users.info", () => this.#client.users.info({ user }))).user;
  }

  /** Answers a command or a press, for half an hour. */
  async respond(url: string, answer: Face & { readonly forAll: boolean }): Promise<void> {
    const { text, blocks, forAll } = answer;
    const body = {
      response_type: forAll ? "in_channel" : "ephemeral",
      replace_original: false,
      text,
      blocks,
      ...quiet,
    };
    await this.#ask(`response ${url}`, async () => {
      const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
      const response = await this.#fetch(url, { ...init, redirect: "error", signal: AbortSignal.timeout(requestMs) });
      if (!response.ok) throw new Error(`answered ${response.status}`);
    });
  }

  async #unlessGone(request: () => Promise<unknown>): Promise<boolean> {
    try {
      await request();
      return true;
    } catch (error) {
      if (isGone(error instanceof Error ? error.cause : null)) return false;
      throw error;
    }
  }

  /** Something is to be acknowledged within three seconds, and this has to be known before. */
  async #look<T>(kind: string, request: () => Promise<T>): Promise<T> {
    try {
      return await this.#room.atOnce(kind, () => this.#allowed(request));
    } catch (error) {
      throw inWords(error);
    }
  }

  async #ask<T>(kind: string, request: () => Promise<T>): Promise<T> {
    try {
      return await this.#room.through(kind, () => this.#allowed(request));
    } catch (error) {
      throw inWords(error);
    }
  }

  async #allowed<T>(request: () => Promise<T>): Promise<T> {
    const still = this.#permission.getStore();
    await still?.().catch(withhold);
    try {
      return await request();
    } catch (error) {
      if (hasGrownOld(error)) return this.#allowed(request);
      throw error;
    }
  }
}

/** A thread that is not there any more holds nothing. */
function unlessGone(error: unknown): Partial<ConversationsRepliesResponse> {
  if (hasNoThread(error)) return {};
  throw error;
}

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

function toPast(message: object, channel: string): readonly Past[] {
  const read = messageSchema.safeParse({ ...message, channel });
  return read.success ? [{ ...read.data, mark: markIn(message) }] : [];
}

function markIn(message: object): Mark | null {
  const { metadata } = message as { metadata?: { event_type?: string; event_payload?: Partial<Mark> } };
  if (metadata?.event_type !== markType) return null;
  const { answers = "", part = 0 } = metadata.event_payload ?? {};
  return { answers, part };
}
