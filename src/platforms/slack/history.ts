import type { ConversationsRepliesArguments, ConversationsRepliesResponse } from "@slack/web-api";
import { hasNoThread } from "./failures.ts";
import { messageSchema, type SlackMessage } from "./inbound.ts";
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
}

const page = 100;
const pages = 5;

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

  async #read({ channel, ts }: Spot, thread: string | null, how: "ask" | "look"): Promise<readonly Past[]> {
    const { client } = this.#requests;
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
          ? await this.#requests[how]("conversations.history", () => client.conversations.history(wanted))
          : await this.#replies({ ...wanted, ts: thread }, how);
      found.push(...(answer.messages ?? []).flatMap((message) => toPast(message, channel)));
      cursor = answer.response_metadata?.next_cursor || undefined;
      if (cursor === undefined) break;
    }
    return found.toSorted((a, b) => Number(a.ts) - Number(b.ts));
  }

  /** As it reads now; null where it is not there any more. */
  async message({ channel, ts }: Spot, thread: string | null): Promise<Past | null> {
    const only = onlyOne(channel, ts);
    const { client } = this.#requests;
    const { messages = [] } =
      thread === null
        ? await this.#requests.ask("conversations.history", () => client.conversations.history(only))
        : await this.#replies({ ...only, ts: thread }, "ask");
    return messages.flatMap((message) => toPast(message, channel)).find((message) => message.ts === ts) ?? null;
  }

  /** None where there is no such thread any more. */
  async #replies(
    wanted: ConversationsRepliesArguments,
    how: "ask" | "look",
  ): Promise<Partial<ConversationsRepliesResponse>> {
    try {
      const { client } = this.#requests;
      return await this.#requests[how]("conversations.replies", () => client.conversations.replies(wanted));
    } catch (error) {
      return unlessGone(error);
    }
  }
}

const onlyOne = (channel: string, ts: string) => ({ channel, oldest: ts, latest: ts, inclusive: true, limit: 1 });

/** A thread that is not there any more holds nothing. */
function unlessGone(error: unknown): Partial<ConversationsRepliesResponse> {
  if (hasNoThread(error)) return {};
  throw error;
}

function toPast(message: object, channel: string): readonly Past[] {
  const read = messageSchema.safeParse({ ...message, channel });
  return read.success ? [{ ...read.data, mark: markIn(message) }] : [];
}
