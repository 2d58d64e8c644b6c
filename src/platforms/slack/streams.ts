import type { buttonsOf } from "./blocks.ts";
import { refusalOf } from "./failures.ts";
import type { Spot } from "./history.ts";
import { type Mark, metadataOf } from "./mark.ts";
import type { Requests } from "./requests.ts";

/** A message that is to grow, in somebody's thread. */
export interface Beginning {
  readonly channel: string;
  readonly thread: string;
  /** To whom it is said: Slack lets it grow before their eyes. */
  readonly recipient: string;
  readonly team: string;
  readonly text: string;
  readonly buttons: ReturnType<typeof buttonsOf>;
}

/** Slack takes so many characters at once. */
const textMost = 12_000;

/** As much of a text as one request takes; no character is torn. */
export function firstOf(text: string): string {
  const head = text.slice(0, textMost);
  return /[\ud800-\udbff]$/.test(head) ? head.slice(0, -1) : head;
}

/** Messages that grow while they are read. Each request rejects with a PlatformError. */
export class Streams {
  readonly #requests: Requests;
  #known = true;

  constructor(requests: Requests) {
    this.#requests = requests;
  }

  /** False once Slack has said that it knows no such thing. */
  get known(): boolean {
    return this.#known;
  }

  /** Whether Slack has asked to wait before anything is appended. */
  get pressed(): boolean {
    return this.#requests.isClosed("chat.appendStream");
  }

  /** Now or not at all: a message can be posted in another way. */
  async start({ channel, thread, recipient, team, text, buttons }: Beginning): Promise<Spot> {
    const wanted = {
      channel,
      thread_ts: thread,
      recipient_user_id: recipient,
      recipient_team_id: team,
      chunks: [
        ...(buttons.length > 0 ? [{ type: "blocks" as const, blocks: [...buttons] as never }] : []),
        ...textIn(text),
      ],
    };
    const { client } = this.#requests;
    try {
      const made = await this.#requests.look("chat.startStream", () => client.chat.startStream(wanted));
      return { channel: made.channel ?? channel, ts: made.ts ?? "" };
    } catch (error) {
      if (refusalOf(error) === "unknown_method") this.#known = false;
      throw error;
    }
  }

  /** Now or not at all: it is only progress. */
  async append({ channel, ts }: Spot, text: string): Promise<void> {
    const { client } = this.#requests;
    const wanted = { channel, ts, chunks: textIn(text) };
    await this.#requests.look("chat.appendStream", () => client.chat.appendStream(wanted));
  }

  /** Also where it has ended before. */
  async stop({ channel, ts }: Spot, mark: Mark | null): Promise<void> {
    const { client } = this.#requests;
    const wanted = { channel, ts, ...(mark && { metadata: metadataOf(mark) }) };
    try {
      await this.#requests.ask("chat.stopStream", () => client.chat.stopStream(wanted));
    } catch (error) {
      if (refusalOf(error) === null) throw error;
    }
  }
}

const textIn = (text: string) => (text === "" ? [] : [{ type: "markdown_text" as const, text }]);
