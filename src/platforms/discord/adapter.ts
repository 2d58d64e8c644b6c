import { type Addresses, isAmong } from "../../core/addresses.ts";
import type { AnyCommand } from "../../core/commands/definition.ts";
import type { AdapterHost, PlatformAdapter, Reread } from "../../core/platform.ts";
import type { Clock, Logger } from "../../core/ports.ts";
import type { Delivery, Line, LiveReply, Markdown } from "../../core/reply.ts";
import type { Secret } from "../../core/secret.ts";
import type { Locale } from "../../core/session.ts";
import { liveMessage } from "../shared/live-message.ts";
import { partsOf } from "../shared/markdown/split.ts";
import type { Surface, Wire } from "../shared/wire.ts";
import { difference, toDiscordCommands } from "./commands.ts";
import { connection } from "./connection.ts";
import { toConfigError } from "./failures.ts";
import { discordFiles } from "./files.ts";
import { type Identity, whoAmI } from "./identity.ts";
import { discord, handleOf, interactionIn, messageIn, type Self, toReread } from "./inbound.ts";
import { interactionWire } from "./interaction-wire.ts";
import { listening } from "./listening.ts";
import { discordDialect } from "./markdown.ts";
import { messageWire } from "./message-wire.ts";
import { Outbound, type Spot } from "./outbound.ts";
import { type Pages, pages } from "./pages.ts";
import { refusals } from "./refusals.ts";

export interface DiscordOptions {
  readonly token: Secret;
  /** As discord.js names it, without the version; null means Discord's own. */
  readonly apiUrl: string | null;
  /** For people whose own language has no words here. */
  readonly locale: Locale;
  /** For the files of messages. */
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly log: Logger;
  /** Told once the gateway has taken us, with the name that people see. */
  readonly connected?: (name: string) => void;
  /** Stands around each reply's requests: proofs interrupt there. */
  readonly around?: <P extends object>(name: string, port: P) => P;
}

const partLength = 2_000;
const editMs = 1_100;
/** Discord says "the past few minutes". */
const nonceMs = 120_000;

/** Guild channels, threads, direct messages and slash commands of Discord. */
export function discordAdapter(options: DiscordOptions): PlatformAdapter {
  const { clock, log, connected = () => {}, around = (_name, port) => port } = options;
  const link = connection(options);
  const outbound = new Outbound(link.departure.rest);
  const named = refusals({ outbound, clock });
  let asked: Promise<Identity> | null = null;
  const self = () => {
    asked ??= whoAmI(outbound);
    return asked;
  };
  const book = pages(clock);
  let ears: ReturnType<typeof listening> | null = null;
  let me: Identity | null = null;
  let published: readonly AnyCommand[] = [];
  const wireOf = (delivery: Delivery): Wire => {
    const interaction = interactionIn(delivery.inReplyTo);
    if (interaction === null || delivery.handle === null) return messageWire(delivery, outbound, me?.id ?? "");
    const { hidden, token } = handleOf(delivery.handle);
    const ticket = { application: me?.application ?? "", interaction, token };
    return interactionWire({
      delivery,
      ticket,
      hidden,
      outbound,
      pages: book,
      deferred: ears?.deferred(interaction) ?? Promise.resolve(true),
    });
  };
  return {
    platform: discord,
    capabilities: { partLength, streams: true, operatorOnly: false, coalesces: true, mayBeLate: true, buttons: true },
    publishCommands: async (commands) => {
      published = commands;
      const { application } = await inWords(self());
      const changes = difference(await outbound.commands(application), toDiscordCommands(commands));
      if (changes) await outbound.setCommands(application, changes);
    },
    start: async (host: AdapterHost) => {
      const own = await inWords(self());
      me = own;
      ears = listening({ ...options, host, outbound, self: own, commands: published, pages: book });
      if (!own.reads) log.warn({}, contentHint);
      await inWords(link.open(own.reads, ears));
      log.info({}, `connected to Discord as ${own.name}`);
      connected(own.name);
    },
    rest: async () => ears?.rest(),
    stop: () => link.close(),
    open: (delivery: Delivery): LiveReply => {
      const wire = around("wire", named(link.departure.guarded(wireOf(delivery)), delivery));
      return liveMessage({
        delivery,
        wire,
        split: splitFor(delivery, book),
        clock,
        log,
        editMs,
        nonceMs,
        whenRoom: (work) => link.departure.whenRoom("progress", work),
      });
    },
    fetch: discordFiles(options),
    tell: async ({ place, inReplyTo, text }: Line) => {
      const channel = place.thread ?? place.channel;
      await outbound.post(channel, { text, nonce: null, replyTo: inReplyTo && messageIn(inReplyTo) }).catch(() => {});
    },
    reread: async ({ key }) => rereadBy(outbound, messageIn(key), await self()),
  };
}

/** What is private to a command is one message, whose pages are turned. */
const splitFor =
  ({ turn, asker, handle }: Delivery, book: Pages) =>
  (text: Markdown, surface: Surface, addresses: Addresses): readonly Markdown[] => {
    const parts = partsOf(text, { dialect: discordDialect, limit: partLength, known: isAmong(addresses) });
    return handle !== null && surface === "person" ? [book.keep(turn, asker.id, parts)] : parts;
  };

const contentHint =
  'Discord\'s Message Content Intent is off: mentions, commands and direct messages are answered. To follow threads without a mention, switch on "Message Content Intent" under Bot in the Developer Portal.';

async function rereadBy(outbound: Outbound, asked: Spot | null, own: Self): Promise<Reread | null> {
  const message = asked && (await outbound.message(asked));
  return message && toReread(message, own);
}

async function inWords<T>(step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    throw toConfigError(error) ?? error;
  }
}
