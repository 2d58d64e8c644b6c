import type { Block } from "./blocks.ts";
import { causeOf, isGone } from "./failures.ts";
import { History, type Spot } from "./history.ts";
import { type Line, type Mark, metadataOf } from "./mark.ts";
import { Requests, type RequestsOptions, requestMs } from "./requests.ts";
import { Streams } from "./streams.ts";

/** What a message shows: the text stands for the blocks where only text is shown. */
export interface Face {
  readonly text: string;
  readonly blocks: readonly Block[];
}

export interface Post extends Face {
  readonly channel: string;
  readonly thread: string | null;
  readonly mark: Mark | Line;
}

/** Text mentions nobody, whatever stands in it, and unfurls nothing. */
const quiet = { link_names: false, parse: "none", unfurl_links: false, unfurl_media: false } as const;

/** Everything that leaves for Slack. Each rejects with a PlatformError. */
export class Outbound {
  readonly history: History;
  readonly streams: Streams;
  readonly #requests: Requests;

  constructor(options: RequestsOptions) {
    this.#requests = new Requests(options);
    this.history = new History(this.#requests);
    this.streams = new Streams(this.#requests);
  }

  readonly whileAllowed: Requests["whileAllowed"] = (still, request) => this.#requests.whileAllowed(still, request);
  readonly inTime: Requests["inTime"] = (ms, request) => this.#requests.inTime(ms, request);

  /** Whether Slack has asked to wait before a message of this place is changed. */
  isPressed({ channel, thread }: Pick<Post, "channel" | "thread">): boolean {
    const { streams } = this;
    const kinds = [`chat.update ${channel}`, `chat.postMessage ${channel}`];
    return (thread !== null && streams.pressed) || kinds.some((kind) => this.#requests.isClosed(kind));
  }

  async whoAmI() {
    return this.#requests.ask("auth.test", () => this.#requests.client.auth.test());
  }

  /** Asks for the address of a socket, with the token of the app; whoever does not open it leaves nothing behind. */
  async socketAddress(): Promise<string> {
    const { client } = this.#requests;
    return (await this.#requests.ask("apps.connections.open", () => client.apps.connections.open({}))).url ?? "";
  }

  async post({ channel, thread, mark, text, blocks }: Post): Promise<Spot> {
    const wanted = {
      channel,
      text,
      blocks: [...blocks] as never,
      ...quiet,
      ...(thread !== null && { thread_ts: thread }),
      metadata: metadataOf(mark),
    };
    const { client } = this.#requests;
    const made = await this.#requests.ask(`chat.postMessage ${channel}`, () => client.chat.postMessage(wanted));
    return { channel: made.channel ?? channel, ts: made.ts ?? "" };
  }

  /** False where the message is not there any more. The mark is written anew: what began as a stream has none. */
  edit({ channel, ts }: Spot, { text, blocks }: Face, mark: Mark): Promise<boolean> {
    const shown = { text, blocks: [...blocks] as never, metadata: metadataOf(mark) };
    const wanted = { channel, ts, ...shown, link_names: false, parse: "none" } as const;
    const { client } = this.#requests;
    return unlessGone(() => this.#requests.ask(`chat.update ${channel}`, () => client.chat.update(wanted)));
  }

  /** Also where it is gone already. */
  async remove({ channel, ts }: Spot): Promise<void> {
    const { client } = this.#requests;
    await unlessGone(() => this.#requests.ask(`chat.delete ${channel}`, () => client.chat.delete({ channel, ts })));
  }

  async directWith(user: string): Promise<string> {
    const { client } = this.#requests;
    const opened = await this.#requests.ask("conversations.open", () => client.conversations.open({ users: user }));
    return opened.channel?.id ?? "";
  }

  async channel(channel: string) {
    const { client } = this.#requests;
    return (await this.#requests.look("conversations.info", () => client.conversations.info({ channel }))).channel;
  }

  async user(user: string) {
    const { client } = this.#requests;
    return (await this.#requests.look("users.info", () => client.users.info({ user }))).user;
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
    const init = { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
    await this.#requests.ask(`response ${url}`, async () => {
      const signal = AbortSignal.timeout(requestMs);
      const response = await this.#requests.fetch(url, { ...init, redirect: "error", signal });
      if (!response.ok) throw new Error(`answered ${response.status}`);
    });
  }
}

async function unlessGone(request: () => Promise<unknown>): Promise<boolean> {
  try {
    await request();
    return true;
  } catch (error) {
    if (isGone(causeOf(error))) return false;
    throw error;
  }
}
