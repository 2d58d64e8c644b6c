import type { APIMessage, Snowflake } from "discord.js";
import { atMost } from "../../core/at-most.ts";
import { PlatformError } from "../../core/errors.ts";
import type { Clock, Logger } from "../../core/ports.ts";
import { handAll } from "../shared/hand-all.ts";
import type { Gap } from "./gap.ts";
import { insistently, mayRecover } from "./insistently.ts";
import type { Outbound } from "./outbound.ts";
import { isLater } from "./snowflakes.ts";

export interface UnheardOptions {
  readonly outbound: Outbound;
  readonly clock: Clock;
  readonly log: Logger;
  /** Aborts when nothing new is to be heard any more. */
  readonly closing: AbortSignal;
  /** Hands one message on as if it were heard now; `received` resolves when it is durable. */
  readonly hand: (channel: Snowflake, message: APIMessage) => Promise<{ readonly received: Promise<unknown> }>;
}

/** Hands on what was said in a channel meanwhile. False where that has failed and may be tried again later. */
export type ReadUnheard = (channel: Snowflake, gap: Gap) => Promise<boolean>;

const requestsAtOnce = 4;
const page = 100;
const pages = 20;

export function unheard(options: UnheardOptions): ReadUnheard {
  const { outbound, log, closing } = options;
  const gate = atMost(requestsAtOnce);
  const insist = insistently(options);
  const ask = <T>(request: () => Promise<T>): Promise<T> => insist(() => gate(request));
  const handOn = (channel: Snowflake, messages: readonly APIMessage[]): Promise<void> =>
    handAll(messages, (message) => options.hand(channel, message), closing);
  const readOn = async (channel: Snowflake, after: Snowflake): Promise<void> => {
    let from = after;
    for (let count = 0; count < pages; count++) {
      const messages = await ask(() => outbound.history({ channel, message: from }, "after"));
      await handOn(channel, messages);
      const last = messages.at(-1);
      if (!last || messages.length < page) return;
      from = last.id;
    }
    log.warn({ channel }, "more was said in a channel meanwhile than is fetched: of the rest only the end");
    await handOn(channel, await ask(() => outbound.newest(channel)));
  };
  /** From the end, for as much as anybody still waits for. */
  const readBack = async (channel: Snowflake, after: Snowflake, since: Date): Promise<void> => {
    const isWanted = ({ id, timestamp }: APIMessage): boolean =>
      isLater(id, after) && !(Date.parse(timestamp) < since.getTime());
    const wanted: APIMessage[] = [];
    for (let before: Snowflake | undefined, count = 0; count < pages; count++) {
      const message = before;
      const all = await ask(() =>
        message === undefined ? outbound.newest(channel) : outbound.history({ channel, message }, "before"),
      );
      const these = all.filter(isWanted);
      wanted.unshift(...these);
      if (these.length < page) break;
      before = these[0]?.id;
    }
    await handOn(channel, wanted);
  };
  return async (channel, { after, since }) => {
    try {
      await (since === null ? readOn(channel, after) : readBack(channel, after, since));
      return true;
    } catch (error) {
      if (closing.aborted) return false;
      const code = "E-PLATFORM-DELIVERY";
      log.warn({ channel, code }, `what was said in a channel meanwhile cannot be fetched: ${wordsOf(error)}`);
      return !mayRecover(error);
    }
  };
}

/** Only our own words: an error of anybody else's may hold more. */
const wordsOf = (error: unknown): string => (error instanceof PlatformError ? error.message : "an unexpected error");
