import type { AnyCommand } from "../../core/commands/definition.ts";
import type { AdapterHost, PlatformAdapter } from "../../core/platform.ts";
import type { Clock, Logger } from "../../core/ports.ts";
import type { Delivery, Line, LiveReply } from "../../core/reply.ts";
import type { Secret } from "../../core/secret.ts";
import { liveMessage } from "../shared/live-message.ts";
import { partsOf } from "../shared/markdown/split.ts";
import type { Wire } from "../shared/wire.ts";
import { difference, toDiscordCommands } from "./commands.ts";
import { connection } from "./connection.ts";
import { toConfigError } from "./failures.ts";
import { discord, handleOf, interactionIn, messageIn, type Self } from "./inbound.ts";
import { interactionWire } from "./interaction-wire.ts";
import { lateWire } from "./late-wire.ts";
import { listening } from "./listening.ts";
import { discordDialect } from "./markdown.ts";
import { messageWire } from "./message-wire.ts";
import { Outbound } from "./outbound.ts";
import { patiently } from "./patiently.ts";

export interface DiscordOptions {
  readonly token: Secret;
  /** As discord.js names it, without the version; null means Discord's own. */
  readonly apiUrl: string | null;
  readonly clock: Clock;
  readonly log: Logger;
  /** Stands around each reply's requests: proofs interrupt there. */
  readonly around?: <P extends object>(name: string, port: P) => P;
}

const partLength = 2_000;
const editMs = 1_100;
/** Discord says "the past few minutes". */
const nonceMs = 120_000;

/** Guild channels, threads, direct messages and slash commands of Discord. */
export function discordAdapter(options: DiscordOptions): PlatformAdapter {
  const { clock, log, around = (_name, port) => port } = options;
  const link = connection(options);
  const outbound = new Outbound(link.rest);
  const self = onceKnown(() => whoAmI(outbound));
  const closing = new AbortController();
  const patience = { clock, log, closing: closing.signal };
  let ears: ReturnType<typeof listening> | null = null;
  let me: Identity | null = null;
  let published: readonly AnyCommand[] = [];
  const wireOf = (delivery: Delivery, { id, application }: Identity): Wire => {
    const interaction = interactionIn(delivery.inReplyTo);
    if (interaction === null || delivery.handle === null) return messageWire(delivery, outbound, id);
    const { hidden, token } = handleOf(delivery.handle);
    const ticket = { application, interaction, token };
    return interactionWire({
      delivery,
      ticket,
      hidden,
      outbound,
      deferred: ears?.deferred(interaction) ?? Promise.resolve(true),
    });
  };
  return {
    platform: discord,
    capabilities: { partLength, streams: true, operatorOnly: false, coalesces: true, mayBeLate: true },
    publishCommands: async (commands) => {
      published = commands;
      const publish = async (): Promise<void> => {
        const { application } = await inWords(self());
        const changes = difference(await outbound.commands(application), toDiscordCommands(commands));
        if (changes) await outbound.setCommands(application, changes);
      };
      await patiently(publish, patience);
    },
    start: async (host: AdapterHost) => {
      const past = await host.past(discord);
      const connect = async (): Promise<void> => {
        const own = await inWords(self());
        me = own;
        ears ??= listening({ host, outbound, self: own, commands: published, past, clock, log });
        if (!own.reads) log.warn({}, contentHint);
        await inWords(link.open(own.reads, ears));
        log.info({}, `connected to Discord as ${own.name}`);
      };
      await patiently(connect, patience);
    },
    rest: async () => {
      closing.abort();
      await ears?.rest();
    },
    stop: () => {
      closing.abort();
      return link.close();
    },
    open: (delivery: Delivery): LiveReply => {
      const late = async (): Promise<Wire> => wireOf(delivery, await self());
      const wire = around("wire", me ? wireOf(delivery, me) : lateWire(late));
      return liveMessage({
        delivery,
        wire,
        split: (text) => partsOf(text, { dialect: discordDialect, limit: partLength, known: nobodySent }),
        clock,
        log,
        editMs,
        nonceMs,
      });
    },
    tell: async ({ place, inReplyTo, text }: Line) => {
      const channel = place.thread ?? place.channel;
      await outbound.post(channel, { text, nonce: null, replyTo: messageIn(inReplyTo) }).catch(() => {});
    },
  };
}

/** Asked until there is an answer, and then no more. */
function onceKnown<T>(ask: () => Promise<T>): () => Promise<T> {
  let asked: Promise<T> | null = null;
  const fail = (error: unknown): never => {
    asked = null;
    throw error;
  };
  return () => {
    asked ??= ask().catch(fail);
    return asked;
  };
}

/** Which addresses occurred in the conversation is not known here yet: none is live. */
const nobodySent = (): boolean => false;

const contentHint =
  'Discord\'s Message Content Intent is off: mentions, commands and direct messages are answered. To follow threads without a mention, switch on "Message Content Intent" under Bot in the Developer Portal.';

const readsMessages = (1 << 18) | (1 << 19);

interface Identity extends Self {
  /** Older applications have another id than their bot. */
  readonly application: string;
  readonly reads: boolean;
}

/** The application's bot account, and whether the portal lets it read messages that do not mention it. */
async function whoAmI(outbound: Outbound): Promise<Identity> {
  const { id: application, bot, name, flags } = await outbound.application();
  return {
    application,
    id: bot?.id ?? application,
    name: bot?.username ?? name,
    reads: ((flags ?? 0) & readsMessages) !== 0,
  };
}

async function inWords<T>(step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    throw toConfigError(error) ?? error;
  }
}
