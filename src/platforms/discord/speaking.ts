import type { Snowflake } from "discord.js";
import { type Addresses, isAmong } from "../../core/addresses.ts";
import type { PlatformAdapter } from "../../core/platform.ts";
import type { Clock, Logger } from "../../core/ports.ts";
import type { Delivery, Markdown } from "../../core/reply.ts";
import { platformFiles } from "../shared/files.ts";
import { liveMessage } from "../shared/live-message.ts";
import { type Calls, calling } from "../shared/markdown/calling.ts";
import { partsOf } from "../shared/markdown/split.ts";
import type { Pages } from "../shared/pages.ts";
import type { Surface, Wire } from "../shared/wire.ts";
import type { Departure } from "./departure.ts";
import type { Identity, Introduction } from "./identity.ts";
import { handleOf, interactionIn, messageIn, toReread } from "./inbound.ts";
import { interactionWire } from "./interaction-wire.ts";
import { lateWire } from "./late-wire.ts";
import { discordDialect } from "./markdown.ts";
import { messageWire } from "./message-wire.ts";
import type { Outbound } from "./outbound.ts";
import { refusals } from "./refusals.ts";
import { whole } from "./whole.ts";

export interface SpeakingOptions {
  readonly apiUrl: string | null;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly log: Logger;
  readonly around?: <P extends object>(name: string, port: P) => P;
  readonly departure: Departure;
  readonly outbound: Outbound;
  readonly self: Introduction;
  readonly pages: Pages;
  /** As people call commands here. */
  readonly calls: () => Calls;
  /** Whether "thinking" stands where an interaction was sent; undefined where an earlier run has heard it. */
  readonly deferred: (interaction: Snowflake) => Promise<boolean> | undefined;
}

export const partLength = 2_000;
const editMs = 1_100;
/** Discord says "the past few minutes". */
const nonceMs = 120_000;
const fileServers: ReadonlySet<string> = new Set(["https://cdn.discordapp.com", "https://media.discordapp.net"]);

/** Replies on their way to Discord, and what is fetched from there for them. */
export function speaking(options: SpeakingOptions): Pick<PlatformAdapter, "open" | "fetch" | "tell" | "reread"> {
  const { departure, outbound, self, around = (_name, port) => port } = options;
  const named = refusals(options);
  return {
    open: (delivery) => {
      const me = self.known();
      const late = async (): Promise<Wire> => wireOf(delivery, await self.ask(), options);
      const plain = me ? wireOf(delivery, me, options) : lateWire(late);
      return liveMessage({
        ...options,
        delivery,
        wire: around("wire", named(departure.guarded(plain), delivery)),
        split: splitFor(delivery, options),
        editMs,
        nonceMs,
        whenRoom: (work) => departure.whenRoom("progress", work),
      });
    },
    fetch: platformFiles({ ...options, of: "Discord", servers: fileServers }),
    tell: async ({ place, inReplyTo, text, worthMs }) => {
      const post = { text, nonce: null, replyTo: inReplyTo && messageIn(inReplyTo) };
      await departure.inTime(worthMs, () => outbound.post(place.thread ?? place.channel, post)).catch(() => {});
    },
    reread: async ({ key }) => {
      const [asked, own] = [messageIn(key), await self.ask()];
      const message = asked && (await outbound.message(asked));
      return message && toReread(whole(message, options.clock.now()), own);
    },
  };
}

function wireOf(
  delivery: Delivery,
  { id, application }: Identity,
  { outbound, pages, deferred }: SpeakingOptions,
): Wire {
  const interaction = interactionIn(delivery.inReplyTo);
  if (interaction === null || delivery.handle === null) return messageWire(delivery, outbound, id);
  const { hidden, token } = handleOf(delivery.handle);
  return interactionWire({
    delivery,
    ticket: { application, interaction, token },
    hidden,
    outbound,
    pages,
    deferred: deferred(interaction) ?? Promise.resolve(true),
  });
}

/** What is private to a command is one message, whose pages are turned. */
const splitFor =
  ({ turn, asker, handle }: Delivery, { pages, calls }: Pick<SpeakingOptions, "pages" | "calls">) =>
  (text: Markdown, surface: Surface, addresses: Addresses): readonly Markdown[] => {
    const dialect = calling(discordDialect, calls());
    const parts = partsOf(text, { dialect, limit: partLength, known: isAmong(addresses) });
    return handle !== null && surface === "person" ? [pages.keep(turn, asker.id, parts)] : parts;
  };
