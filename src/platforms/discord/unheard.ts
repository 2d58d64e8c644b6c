import type { APIMessage, Snowflake } from "discord.js";
import { atMost } from "../../core/at-most.ts";
import { pauseAfter } from "../../core/conversation/deliver.ts";
import { PlatformError } from "../../core/errors.ts";
import type { Clock, Logger } from "../../core/ports.ts";
import type { Outbound } from "./outbound.ts";
import { idAt } from "./snowflakes.ts";

export interface UnheardOptions {
  readonly outbound: Outbound;
  readonly clock: Clock;
  readonly log: Logger;
  /** Aborts when nothing new is to be heard any more. */
  readonly closing: AbortSignal;
  /** Hands one message on as if it were heard now; `received` resolves when it is durable. */
  readonly hand: (channel: Snowflake, message: APIMessage) => Promise<{ readonly received: Promise<unknown> }>;
}

/** Hands on what was said in a channel after a message. False where that has failed and may be tried again later. */
export type ReadUnheard = (channel: Snowflake, after: Snowflake) => Promise<boolean>;

const requestsAtOnce = 4;
const attempts = 10;
const page = 100;
const pages = 20;
const aDay = 86_400_000;

export function unheard(options: UnheardOptions): ReadUnheard {
  const { clock, log, closing } = options;
  const ask = asking(options);
  const read = async (channel: Snowflake, after: Snowflake): Promise<void> => {
    let from = after;
    for (let count = 0; count < pages; count++) {
      const messages = await ask(channel, from, "after");
      await handAll(channel, messages, options);
      const last = messages.at(-1);
      if (!last || messages.length < page) return;
      from = last.id;
    }
    log.warn({ channel }, "more was said in a channel meanwhile than is fetched: of the rest only the end");
    await handAll(channel, await ask(channel, idAt(clock.now().getTime() + aDay), "before"), options);
  };
  return async (channel, after) => {
    try {
      await read(channel, after);
      return true;
    } catch (error) {
      if (closing.aborted) return false;
      const code = "E-PLATFORM-DELIVERY";
      log.warn({ channel, code }, `what was said in a channel meanwhile cannot be fetched: ${wordsOf(error)}`);
      return !mayRecover(error);
    }
  };
}

/** One page, however often that takes within reason. Rate limits are waited for by the library. */
function asking({ outbound, clock, closing }: UnheardOptions) {
  const gate = atMost(requestsAtOnce);
  return async (channel: Snowflake, message: Snowflake, side: "after" | "before"): Promise<readonly APIMessage[]> => {
    for (let failures = 0; ; failures++) {
      try {
        return await gate(() => outbound.history({ channel, message }, side));
      } catch (error) {
        if (!mayRecover(error) || failures + 1 === attempts || closing.aborted) throw error;
        await clock.sleep(pauseAfter(failures), closing);
      }
    }
  };
}

async function handAll(
  channel: Snowflake,
  messages: readonly APIMessage[],
  { hand, closing }: UnheardOptions,
): Promise<void> {
  const all: Promise<unknown>[] = [];
  for (const message of messages) {
    closing.throwIfAborted();
    const { received } = await hand(channel, message);
    received.catch(() => {}); // awaited below, with all others
    all.push(received);
  }
  await Promise.all(all);
}

/** What Discord refuses, such as a channel that is closed to us, it refuses again. */
const mayRecover = (error: unknown): boolean => !(error instanceof PlatformError) || error.retryable;

/** Only our own words: an error of anybody else's may hold more. */
const wordsOf = (error: unknown): string => (error instanceof PlatformError ? error.message : "an unexpected error");
