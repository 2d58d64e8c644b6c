import { Assistant } from "./assistant.ts";
import type { Block } from "./blocks.ts";
import { causeOf, isGone } from "./failures.ts";
import { History, type Spot } from "./history.ts";
import { Home } from "./home.ts";
import { type Line, type Mark, metadataOf } from "./mark.ts";
import { Requests, type RequestsOptions } from "./requests.ts";
import { sayBy } from "./response-url.ts";
import { Streams } from "./streams.ts";
import { Views } from "./views.ts";

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

/** Where the app is in. */
export interface Conversation {
  readonly id: string;
  /** As events call it. */
  readonly type: "im" | "mpim" | "group" | "channel";
  /** With another workspace. */
  readonly shared: boolean;
}

/** To a command, a form or a press. */
export interface Answer extends Face {
  /** Where it was pressed in one. */
  readonly thread: string | null;
  readonly forAll: boolean;
}

/** Text mentions nobody, whatever stands in it, and unfurls nothing. */
const quiet = { link_names: false, parse: "none", unfurl_links: false, unfurl_media: false } as const;

const everyType = "public_channel,private_channel,mpim,im";
const mostConversations = 1_000;

interface Told {
  readonly id?: string;
  readonly is_im?: boolean;
  readonly is_mpim?: boolean;
  readonly is_private?: boolean;
  readonly is_ext_shared?: boolean;
}

/** Everything that leaves for Slack. Each rejects with a PlatformError. */
export class Outbound {
  readonly history: History;
  readonly views: Views;
  readonly home: Home;
  readonly assistant: Assistant;
  readonly streams: Streams;
  readonly #requests: Requests;

  constructor(options: RequestsOptions) {
    this.#requests = new Requests(options);
    this.history = new History(this.#requests);
    this.views = new Views(this.#requests);
    this.home = new Home(this.#requests);
    this.assistant = new Assistant(this.#requests, options);
    this.streams = new Streams(this.#requests);
  }

  readonly whileAllowed: Requests["whileAllowed"] = (still, request) => this.#requests.whileAllowed(still, request);
  readonly inTime: Requests["inTime"] = (ms, request) => this.#requests.inTime(ms, request);

  /** Whether Slack has asked to wait before a message of this place is changed. */
  isPressed({ channel, thread }: Pick<Post, "channel" | "thread">): boolean {
    const { streams } = this;
    const kinds = ["chat.update", `chat.postMessage ${channel}`];
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
    return unlessGone(() => this.#requests.ask("chat.update", () => client.chat.update(wanted)));
  }

  /** Also where it is gone already. */
  async remove({ channel, ts }: Spot): Promise<void> {
    const { client } = this.#requests;
    await unlessGone(() => this.#requests.ask("chat.delete", () => client.chat.delete({ channel, ts })));
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

  /** Of all kinds, and as far as they are not archived. */
  async conversations(): Promise<readonly Conversation[]> {
    const { client } = this.#requests;
    const found: Conversation[] = [];
    let cursor: string | undefined;
    do {
      const wanted = { types: everyType, exclude_archived: true, limit: 200, ...(cursor && { cursor }) };
      const request = () => client.users.conversations(wanted);
      const { channels = [], response_metadata } = await this.#requests.ask("users.conversations", request);
      found.push(...channels.flatMap(toConversation));
      cursor = response_metadata?.next_cursor;
    } while (cursor && found.length < mostConversations);
    return found;
  }

  async user(user: string) {
    const { client } = this.#requests;
    return (await this.#requests.glance("users.info", () => client.users.info({ user, include_locale: true }))).user;
  }

  /** Answers a command, a form or a press. False where Slack takes nothing by this address any more. */
  respond(url: string, { text, blocks, thread, forAll }: Answer): Promise<boolean> {
    const type = forAll ? "in_channel" : "ephemeral";
    const where = thread !== null && { thread_ts: thread };
    return sayBy(
      url,
      { response_type: type, replace_original: false, text, blocks, ...where, ...quiet },
      this.#requests,
    );
  }

  /** Shows something else in the message that was pressed, to whoever has pressed. */
  replace(url: string, { text, blocks }: Face): Promise<boolean> {
    return sayBy(url, { response_type: "ephemeral", replace_original: true, text, blocks, ...quiet }, this.#requests);
  }
}

function toConversation({ id, is_im, is_mpim, is_private, is_ext_shared = false }: Told): readonly Conversation[] {
  if (id === undefined) return [];
  const type = is_im ? "im" : is_mpim ? "mpim" : is_private ? "group" : "channel";
  return [{ id, type, shared: is_ext_shared }];
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
