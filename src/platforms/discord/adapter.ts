import type { AnyCommand } from "../../core/commands/definition.ts";
import { ConfigError } from "../../core/errors.ts";
import type { AdapterHost, PlatformAdapter } from "../../core/platform.ts";
import type { Clock, Logger } from "../../core/ports.ts";
import type { Secret } from "../../core/secret.ts";
import type { Locale } from "../../core/session.ts";
import { callsOf } from "../shared/markdown/calling.ts";
import { pages } from "../shared/pages.ts";
import { patiently } from "../shared/patiently.ts";
import { typed } from "./commands.ts";
import { connection } from "./connection.ts";
import { isIntentRefused, toConfigError } from "./failures.ts";
import { firstMark } from "./gap.ts";
import { type Identity, introduction } from "./identity.ts";
import { discord } from "./inbound.ts";
import { type Listening, listening } from "./listening.ts";
import { Outbound } from "./outbound.ts";
import { register } from "./registration.ts";
import { partLength, speaking } from "./speaking.ts";

export interface DiscordOptions {
  readonly token: Secret;
  /** With or without the version at its end; null means Discord's own. */
  readonly apiUrl: string | null;
  /** Where commands are used; empty: everywhere, and in direct messages. */
  readonly commandGuilds: readonly string[];
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

/** Guild channels, threads, direct messages and slash commands of Discord. */
export function discordAdapter(options: DiscordOptions): PlatformAdapter {
  const { clock, log, connected = () => {} } = options;
  const link = connection(options);
  const outbound = new Outbound(link.departure.rest);
  const self = introduction(outbound);
  const book = pages(clock);
  const closing = new AbortController();
  const patience = { platform: "Discord", clock, log, closing: closing.signal };
  let ears: Listening | null = null;
  let published: readonly AnyCommand[] = [];
  let calls = callsOf(published, typed);
  const publish = async (): Promise<void> => {
    const { application } = await inWords(self.ask());
    await register(published, { outbound, application, guilds: options.commandGuilds });
  };
  /** Nobody who mentions it is to wait for commands that Discord does not take. */
  const unpublished = (error: unknown): void => {
    if (error instanceof ConfigError) throw error;
    log.error({ code: "E-PLATFORM-DELIVERY" }, "Discord has not taken the commands; all else works", error);
  };
  return {
    platform: discord,
    capabilities: {
      partLength,
      streams: true,
      operatorOnly: false,
      coalesces: true,
      mayBeLate: true,
      buttons: true,
      commandsUnseen: false,
    },
    ...speaking({
      ...options,
      ...link,
      outbound,
      self,
      pages: book,
      calls: () => calls,
      deferred: (interaction) => ears?.deferred(interaction),
    }),
    publishCommands: async (commands) => {
      published = commands;
      calls = callsOf(commands, typed);
      await patiently(publish, patience).catch(unpublished);
    },
    start: async (host: AdapterHost) => {
      const past = await host.past(discord);
      ears = null;
      const connect = async (): Promise<void> => {
        const own = await inWords(self.ask());
        if (ears === null && past.heardUntil === null) await begin(own, host, clock);
        const hears =
          ears ?? listening({ ...options, host, outbound, self: own, commands: published, pages: book, past });
        ears = hears;
        if (own.reads === false) log.warn({}, contentHint);
        await inWords(opened(own.reads, (reads) => link.open(reads, hears)));
        log.info({}, `connected to Discord as ${own.name}`);
        connected(own.name);
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
  };
}

/** Where it cannot be kept, what is heard will be. */
async function begin({ id }: Identity, host: AdapterHost, clock: Clock): Promise<void> {
  const mark = firstMark(id, clock);
  if (mark !== null) await host.heard(discord, mark).catch(() => {});
}

const contentHint =
  'Discord\'s Message Content Intent is off: mentions, commands and direct messages are answered. To follow threads without a mention, switch on "Message Content Intent" under Bot in the Developer Portal.';

/** Where nobody tells whether messages may be read, it is asked for, and done without if it is refused. */
async function opened(reads: boolean | null, open: (reads: boolean) => Promise<void>): Promise<void> {
  try {
    await open(reads ?? true);
  } catch (error) {
    if (reads !== null || !isIntentRefused(error)) throw error;
    await open(false);
  }
}

async function inWords<T>(step: Promise<T>): Promise<T> {
  try {
    return await step;
  } catch (error) {
    throw toConfigError(error) ?? error;
  }
}
