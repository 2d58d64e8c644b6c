import type { ConversationsRepliesArguments, ConversationsRepliesResponse } from "@slack/web-api";
import { z } from "zod";
import { hasNoThread } from "./failures.ts";
import { messageSchema, type SlackMessage, ts } from "./inbound.ts";
import { type Line, type Mark, markIn } from "./mark.ts";
import type { Requests } from "./requests.ts";

/** One message of a channel. */
export interface Spot {
  readonly channel: string;
  readonly ts: string;
}

/** A message of a history, with what we have written into ours. */
export interface Past extends SlackMessage {
  readonly mark: Mark | Line | null;
  readonly replies: Replies;
}

/** What stands below a message, as far as Slack tells it. */
export interface Replies {
  /** The `ts` of the last one. */
  readonly latest: string | null;
  /** All who have written there, by their ids. */
  readonly writers: readonly string[] | null;
}

const page = 100;
const pages = 5;
/** Slack advises against more. */
const largePage = 200;

/** What was said before, as Slack tells it. Each rejects with a PlatformError. */
export class History {
  readonly #requests: Requests;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** What was said after this message, the oldest first: in its thread, or in the channel. */
  after(spot: Spot, thread: string | null): Promise<readonly Past[]> {
    return this.#read(spot, thread, "ask");
  }

  /** All that was said in a thread, as far as Slack has room to tell: somebody waits for more than this. */
  in(channel: string, thread: string): Promise<readonly Past[]> {
    return this.#read({ channel, ts: "0" }, thread, "look");
  }

  /** A channel's messages, a page after the other: each earlier than the one before. */
  back(channel: string): AsyncIterable<readonly Past[]> {
    return this.#pages({ channel, limit: largePage }, null, "ask");
  }

  async #read({ channel, ts: oldest }: Spot, thread: string | null, how: How): Promise<readonly Past[]> {
    const found: Past[] = [];
    let count = 0;
    for await (const some of this.#pages({ channel, oldest, limit: page }, thread, how)) {
      found.push(...some);
      count += 1;
      if (count === pages) break;
    }
    return found.toSorted((a, b) => Number(a.ts) - Number(b.ts));
  }

  async *#pages(range: Range, thread: string | null, how: How): AsyncGenerator<readonly Past[]> {
    let cursor: string | undefined;
    do {
      const wanted = { ...range, include_all_metadata: true, ...(cursor !== undefined && { cursor }) };
      const answer = await this.#page(wanted, thread, how);
      yield (answer.messages ?? []).flatMap((message) => toPast(message, range.channel));
      cursor = answer.response_metadata?.next_cursor || undefined;
    } while (cursor !== undefined);
  }

  #page(wanted: Range, thread: string | null, how: How): Promise<Partial<ConversationsRepliesResponse>> {
    if (thread !== null) return this.#replies({ ...wanted, ts: thread }, how);
    const { client } = this.#requests;
    return this.#requests[how]("conversations.history", () => client.conversations.history(wanted));
  }

  /** As it reads now; null where it is not there any more. */
  async message({ channel, ts }: Spot, thread: string | null): Promise<Past | null> {
    const { messages = [] } = await this.#page(onlyOne(channel, ts), thread, "ask");
    return messages.flatMap((message) => toPast(message, channel)).find((message) => message.ts === ts) ?? null;
  }

  /** None where there is no such thread any more. */
  async #replies(wanted: ConversationsRepliesArguments, how: How): Promise<Partial<ConversationsRepliesResponse>> {
    try {
      const { client } = this.#requests;
      return await this.#requests[how]("conversations.replies", () => client.conversations.replies(wanted));
    } catch (error) {
      return unlessGone(error);
    }
  }
}

/** Whether it waits for room, or is for now or not at all. */
type How = "ask" | "look";

interface Range {
  readonly channel: string;
  readonly oldest?: string;
  readonly latest?: string;
  readonly inclusive?: boolean;
  readonly limit: number;
  readonly cursor?: string;
}

const onlyOne = (channel: string, ts: string) => ({ channel, oldest: ts, latest: ts, inclusive: true, limit: 1 });

/** A thread that is not there any more holds nothing. */
function unlessGone(error: unknown): Partial<ConversationsRepliesResponse> {
  if (hasNoThread(error)) return {};
  throw error;
}

const headSchema = z.object({
  latest_reply: ts.nullish().catch(null),
  reply_users: z.array(z.string()).nullish().catch(null),
  reply_users_count: z.number().nullish().catch(null),
});

function toPast(message: object, channel: string): readonly Past[] {
  const read = messageSchema.safeParse({ ...message, channel });
  return read.success ? [{ ...read.data, mark: markIn(message), replies: repliesTo(message) }] : [];
}

/** Slack names some of those who have written there, and counts all of them. */
function repliesTo(message: object): Replies {
  const { latest_reply, reply_users, reply_users_count } = headSchema.parse(message);
  const writers = reply_users && reply_users.length === reply_users_count ? reply_users : null;
  return { latest: latest_reply ?? null, writers };
}
