import { type Addresses, isAmong } from "../../core/addresses.ts";
import type { PlatformAdapter } from "../../core/platform.ts";
import type { Clock, Logger } from "../../core/ports.ts";
import type { Delivery, Markdown } from "../../core/reply.ts";
import type { Secret } from "../../core/secret.ts";
import { platformFiles } from "../shared/files.ts";
import { liveMessage } from "../shared/live-message.ts";
import { partsOf } from "../shared/markdown/split.ts";
import type { Pages } from "../shared/pages.ts";
import type { Surface, Wire } from "../shared/wire.ts";
import { partLength, sectionOf } from "./blocks.ts";
import { messageIn, namedIn, toReread } from "./inbound.ts";
import { slackDialect } from "./markdown.ts";
import { faceOf, messageWire, startOf } from "./message-wire.ts";
import type { Outbound } from "./outbound.ts";
import type { People } from "./people.ts";
import { requestMs } from "./requests.ts";
import { responseWire } from "./response-wire.ts";
import type { Self } from "./self.ts";
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
  const { token, outbound, people, titles, self, around = (_name, port) => port } = options;
  const headers = { authorization: `Bearer ${token.reveal()}` };
  return {
    open: (delivery) => {
      const live = liveMessage({
        ...options,
        delivery,
        wire: around("wire", wireOf(delivery, options)),
        split: splitFor(delivery, options.pages),
        editMs,
        nonceMs,
        underWayMs: delivery.handle === null ? underWayMs : 0,
        whenRoom: async (work) => {
          if (outbound.isPressed(delivery.place.channel)) return false;
          await work();
          return true;
        },
      });
      return titles.after(live, delivery);
    },
    fetch: platformFiles({ ...options, of: "Slack", servers: fileServers, headers }),
    tell: async ({ place: { channel, thread }, text, worthMs }) => {
      const post = { channel, thread, mark: null, text, blocks: [sectionOf(text)] };
      await outbound.inTime(worthMs, () => outbound.post(post)).catch(() => {});
    },
    reread: async ({ key, place }) => {
      const [asked, own] = [messageIn(key), await self()];
      const message = asked && (await outbound.history.message(asked, place.thread));
      return message && toReread(message, await people.names(namedIn(message, own)), own);
    },
  };
}

/** What a command is answered by is known to it alone; where Slack gave nothing such, it is a message. */
const wireOf = (delivery: Delivery, { outbound, pages, clock }: SpeakingOptions): Wire =>
  delivery.handle !== null && messageIn(delivery.inReplyTo) === null
    ? responseWire({ delivery, url: delivery.handle, outbound, pages, clock })
    : messageWire({
        delivery,
        outbound,
        faceOf: (showing) => faceOf(delivery, showing),
        since: startOf(delivery),
      });

/** What is private to a command is one message, whose pages are turned. */
const splitFor =
  ({ turn, asker, handle }: Delivery, book: Pages) =>
  (text: Markdown, surface: Surface, addresses: Addresses): readonly Markdown[] => {
    const parts = partsOf(text, { dialect: slackDialect, limit: partLength, known: isAmong(addresses) });
    return handle !== null && surface === "person" ? [book.keep(turn, asker.id, parts)] : parts;
  };
