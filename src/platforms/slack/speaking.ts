import { type Addresses, isAmong } from "../../core/addresses.ts";
import type { PlatformAdapter } from "../../core/platform.ts";
import type { Clock, Logger } from "../../core/ports.ts";
import type { Delivery, Markdown } from "../../core/reply.ts";
import type { Secret } from "../../core/secret.ts";
import type { TurnId } from "../../core/session.ts";
import { platformFiles } from "../shared/files.ts";
import { type LiveMessageOptions, liveMessage } from "../shared/live-message.ts";
import { type Calls, calling } from "../shared/markdown/calling.ts";
import { settledOf } from "../shared/markdown/settled.ts";
import { openPartOf, partsOf } from "../shared/markdown/split.ts";
import type { Pages } from "../shared/pages.ts";
import type { Showing, Surface, Wire } from "../shared/wire.ts";
import { partLength, sectionOf } from "./blocks.ts";
import { messageIn, namedIn, toReread } from "./inbound.ts";
import { slackDialect } from "./markdown.ts";
import { faceOf, messageWire, startOf } from "./message-wire.ts";
import type { Face, Outbound } from "./outbound.ts";
import type { People } from "./people.ts";
import { requestMs } from "./requests.ts";
import { responseWire } from "./response-wire.ts";
import type { Self } from "./self.ts";
import { standardMarkdown } from "./standard-markdown.ts";
import { streamWire } from "./stream-wire.ts";
import type { Titles } from "./titles.ts";

export interface SpeakingOptions {
  readonly token: Secret;
  readonly apiUrl: string | null;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly log: Logger;
  readonly around?: <P extends object>(name: string, port: P) => P;
  readonly outbound: Outbound;
  readonly people: People;
  readonly pages: Pages;
  readonly titles: Titles;
  readonly self: () => Promise<Self>;
  /** As people call commands here. */
  readonly calls: () => Calls;
  /** Somebody has heard enough of an answer. */
  readonly stopped: (turn: TurnId) => void;
}

/** Slack lets a message be changed about once in a second. */
const editMs = 1_200;
/**
 * Slack knows no nonces: whoever repeats a post has looked for it first, and not before the request that got no answer is
 * over: by then its own process has given it up.
 */
const nonceMs = 0;
const underWayMs = requestMs;
const fileServers: ReadonlySet<string> = new Set(["https://files.slack.com"]);

/** Replies on their way to Slack, and what is fetched from there for them. */
export function speaking(options: SpeakingOptions): Pick<PlatformAdapter, "open" | "fetch" | "tell" | "reread"> {
  const { token, outbound, people, titles, self } = options;
  const headers = { authorization: `Bearer ${token.reveal()}` };
  return {
    open: (delivery) => {
      const live = liveMessage({
        ...options,
        delivery,
        ...wayOf(delivery, options),
        split: splitFor(delivery, options),
        editMs,
        nonceMs,
        underWayMs: delivery.handle === null ? underWayMs : 0,
        whenRoom: async (work) => {
          if (outbound.isPressed(delivery.place)) return false;
          await work();
          return true;
        },
      });
      return titles.after(live, delivery);
    },
    fetch: platformFiles({ ...options, of: "Slack", servers: fileServers, headers }),
    tell: async ({ place: { channel, thread }, text, worthMs }) => {
      const post = { channel, thread, mark: "line" as const, text, blocks: [sectionOf(text)] };
      await outbound.inTime(worthMs, () => outbound.post(post)).catch(() => {});
    },
    reread: async ({ key, place }) => {
      const [asked, own] = [messageIn(key), await self()];
      const message = asked && (await outbound.history.message(asked, place.thread));
      return message && toReread(message, await people.names(namedIn(message, own)), own);
    },
  };
}

type Way = Pick<LiveMessageOptions, "wire" | "settled">;

/**
 * What a command is answered by is known to it alone; where Slack gave nothing such, it is a message. In a thread it
 * grows as long as Slack lets messages grow.
 */
function wayOf(delivery: Delivery, options: SpeakingOptions): Way {
  const { outbound, self, stopped, calls, around = (_name, port) => port } = options;
  if (delivery.handle !== null && messageIn(delivery.inReplyTo) === null)
    return { wire: around("wire", responseWire({ ...options, delivery, url: delivery.handle })) };
  const faced = (showing: Showing): Face => faceOf(delivery, showing);
  const plain = messageWire({ delivery, outbound, self, faceOf: faced, since: startOf(delivery) });
  if (delivery.place.thread === null) return { wire: around("wire", plain) };
  const team = async (): Promise<string> => (await self()).team;
  const wire: Wire = streamWire({ delivery, outbound, plain, team, stopped });
  return { wire: around("wire", wire), settled: settledFor(calls()) };
}

const splitting = (calls: Calls, addresses: Addresses) => ({
  dialect: calling(slackDialect, calls),
  limit: partLength,
  known: isAmong(addresses),
});

/** What is private to a command is one message, whose pages are turned. */
const splitFor =
  ({ turn, asker, handle }: Delivery, { pages, calls }: Pick<SpeakingOptions, "pages" | "calls">) =>
  (text: Markdown, surface: Surface, addresses: Addresses): readonly Markdown[] => {
    const parts = partsOf(text, splitting(calls(), addresses));
    return handle !== null && surface === "person" ? [pages.keep(turn, asker.id, parts)] : parts;
  };

/** In standard Markdown: Slack takes nothing else where a message grows. */
const settledFor =
  (calls: Calls) =>
  (text: Markdown, addresses: Addresses): Markdown => {
    const dialect = calling(standardMarkdown, calls);
    return settledOf(openPartOf(text, splitting(calls, addresses)), { dialect, known: isAmong(addresses) });
  };
