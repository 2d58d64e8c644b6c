import { Assistant } from "./assistant.ts";
import type { Block } from "./blocks.ts";
import { causeOf, isGone } from "./failures.ts";
import { History, type Spot } from "./history.ts";
import { Home } from "./home.ts";
import { type Mark, metadataOf } from "./mark.ts";
import { Requests, type RequestsOptions, requestMs } from "./requests.ts";

/** What a message shows: the text stands for the blocks where only text is shown. */
export interface Face {
  readonly text: string;
  readonly blocks: readonly Block[];
}

export interface Post extends Face {
  readonly channel: string;
  readonly thread: string | null;
  /** Null where it does not matter if it comes twice. */
  readonly mark: Mark | null;
}

/** Text mentions nobody, whatever stands in it, and unfurls nothing. */
const quiet = { link_names: false, parse: "none", unfurl_links: false, unfurl_media: false } as const;

/** Everything that leaves for Slack. Each rejects with a PlatformError. */
export class Outbound {
  readonly history: History;
  readonly home: Home;
  readonly assistant: Assistant;
  readonly #requests: Requests;

  constructor(options: RequestsOptions) {
    this.#requests = new Requests(options);
    this.history = new History(this.#requests);
    this.home = new Home(this.#requests);
    this.assistant = new Assistant(this.#requests, options);
  }

  readonly whileAllowed: Requests["whileAllowed"] = (still, request) => this.#requests.whileAllowed(still, request);
  readonly inTime: Requests["inTime"] = (ms, request) => this.#requests.inTime(ms, request);

  /** Whether Slack has asked to wait before a message of this channel is changed. */
  isPressed(channel: string): boolean {
    return this.#requests.isClosed(`chat.update ${channel}`) || this.#requests.isClosed(`chat.postMessage ${channel}`);
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
    };
    const { client } = this.#requests;
    const made = await this.#requests.ask(`chat.postMessage ${channel}`, () =>
      client.chat.postMessage({ ...wanted, ...(mark && { metadata: metadataOf(mark) }) }),
    );
    return { channel: made.channel ?? channel, ts: made.ts ?? "" };
  }

  /** False where the message is not there any more. */
  edit({ channel, ts }: Spot, { text, blocks }: Face): Promise<boolean> {
    const wanted = { channel, ts, text, blocks: [...blocks] as never, link_names: false, parse: "none" } as const;
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
    return (await this.#requests.look("users.info", () => client.users.info({ user, include_locale: true }))).user;
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
