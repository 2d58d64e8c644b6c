import { helpCommands } from "../commands/help.ts";
import { journalCommands } from "../commands/journal.ts";
import { moodCommands } from "../commands/mood.ts";
import { sessionCommands } from "../commands/session.ts";
import { weather } from "../plugins/weather/index.ts";
import type { Config } from "./config.ts";
import { completion } from "./core/commands/complete.ts";
import type { AnyCommand } from "./core/commands/definition.ts";
import { type CommandRegistry, commandRegistry } from "./core/commands/registry.ts";
import { type Conversation, conversation } from "./core/conversation/conversation.ts";
import { warmUp } from "./core/conversation/warm-up.ts";
import { homePage } from "./core/home/home.ts";
import { defaultPersona } from "./core/persona/persona.ts";
import type { AdapterHost, PlatformAdapter } from "./core/platform.ts";
import type { Clock, Ids, Logger, Memberships } from "./core/ports.ts";
import type { ModelRoute } from "./core/provider.ts";
import type { Finding } from "./core/setup.ts";
import type { Storage } from "./core/storage.ts";
import { modelFetch } from "./egress.ts";
import { inProcessLanes } from "./lanes/in-process.ts";
import { words } from "./locales/words.ts";
import { pinoLogger } from "./log.ts";
import { type ConsoleAdapter, consoleAdapter, type Terminal } from "./platforms/console/adapter.ts";
import type { Transport } from "./platforms/slack/adapter.ts";
import { hostPlugins } from "./plugin-host/host.ts";
import { offlineProvider } from "./providers/offline/provider.ts";
import { modelRoute } from "./providers/route.ts";
import { openStorage } from "./storage/prisma.ts";
import { systemClock, uuidV7 } from "./system.ts";

/** The same as in package.json. */
export const version = "0.1.0";

/** What the flags ask for instead of a conversation; null when they ask for none. */
export function flagAnswer({ flags, locale }: Config): string | null {
  if (flags.help) return words(locale).program.usage();
  return flags.version ? `familiar ${version}` : null;
}

/** Looks at Discord as its token sees it: what is right, and what is left to do. */
export async function discordSetup({ discord, locale, logLevel, secrets }: Config): Promise<AsyncIterable<Finding>> {
  const { checkup } = await import("./platforms/discord/checkup.ts");
  return checkup({ ...discord, locale, clock: systemClock, log: pinoLogger({ level: logLevel ?? "error", secrets }) });
}

/** Looks at Slack as its tokens see it: what is right, and what is left to do. */
export async function slackSetup({ slack, locale, logLevel, secrets }: Config): Promise<AsyncIterable<Finding>> {
  const { checkup } = await import("./platforms/slack/checkup.ts");
  const log = pinoLogger({ level: logLevel ?? "error", secrets });
  return checkup({ ...slack, token: slack.botToken, transport: transportOf(slack), locale, clock: systemClock, log });
}

/** What Slack makes the app from; by requests to `url` where one is given, or where no socket is configured. */
export async function slackManifest({ slack, persona, locale }: Config, url: string | null): Promise<object> {
  const { manifest, requestAddress } = await import("./platforms/slack/manifest.ts");
  const byRequests = slack.appToken === null && (slack.signingSecret !== null || slack.port !== null);
  const address = byRequests || url !== null ? requestAddress(url) : null;
  return manifest({ ...slack, name: persona.name ?? defaultPersona.name, locale, address });
}

/** The running program. */
export interface App {
  start(): Promise<void>;
  /** Takes nothing new, lets running turns end for at most ten seconds, and closes everything. Safe to call again. */
  stop(): Promise<void>;
  /** Resolves when nothing is left to do: the console has ended and no other platform is connected. */
  readonly ended: Promise<void>;
}

/** What every platform is built with. */
export interface PlatformPorts {
  readonly clock: Clock;
  readonly log: Logger;
}

/** What the program is given from outside: what to speak through, and the clock where it is not the machine's. */
export interface Surroundings {
  readonly terminal: Terminal;
  readonly clock?: Clock;
  /** Platforms beside the console. */
  readonly platforms?: (ports: PlatformPorts) => readonly PlatformAdapter[];
  /** Stands around each port, by its name: proofs watch and interrupt there. */
  readonly around?: <P extends object>(name: string, port: P) => P;
}

interface Parts {
  readonly config: Config;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Logger;
  readonly storage: Storage;
  readonly route: ModelRoute;
  readonly registry: CommandRegistry;
  readonly around: NonNullable<Surroundings["around"]>;
}

const drainMs = 10_000;
/** After a downtime, the most recent ones: each costs a request. */
const placesRead = 500;
/** After the start, and only where nothing else has asked for the machine at once. */
const idleMs = 300;

/** The composition root: the only place that knows every room. Opens the database; nothing speaks before `start`. */
export async function createApp(config: Config, surroundings: Surroundings): Promise<App> {
  const { terminal, around = (_name, port) => port, platforms = () => [] } = surroundings;
  const clock = around("clock", surroundings.clock ?? systemClock);
  const ids = uuidV7(clock);
  const log = pinoLogger({ level: config.logLevel ?? usualLevel(terminal), secrets: config.secrets });
  const storage = around("storage", await openStorage({ ...config, ids, clock, log }));
  const wire = { fetch: modelFetch(), clock, log };
  const offline = offlineProvider(config.persona.name ?? undefined);
  const route = around("route", modelRoute({ ...config, ...wire, choice: config.model, offline }));
  const registry = registryOf(config, storage, clock, log);
  const parts = { config, clock, ids, log, storage, route, registry, around };
  const console = consoleOf(parts, terminal);
  const chats = [
    ...platforms({ clock, log }),
    ...(await chatPlatforms(config, { clock, log, around }, console.announce)),
  ];
  const others = chats.map((adapter) => around(`platform ${adapter.platform}`, adapter));
  return appOf(parts, console, others);
}

/** A platform without a token is off, and then its library is not even loaded. */
async function chatPlatforms(
  { discord, slack, locale }: Config,
  ports: PlatformPorts & Pick<Parts, "around">,
  announce: ConsoleAdapter["announce"],
): Promise<readonly PlatformAdapter[]> {
  const adapters: PlatformAdapter[] = [];
  if (discord.token) {
    const connected = (name: string): void => announce(words(locale).discord.connected(name));
    const { discordAdapter } = await import("./platforms/discord/adapter.ts");
    adapters.push(discordAdapter({ ...ports, ...discord, token: discord.token, fetch, locale, connected }));
  }
  const transport = transportOf(slack);
  if (slack.botToken && transport) {
    const connected = (name: string): void => announce(words(locale).slack.connected(name));
    const { slackAdapter } = await import("./platforms/slack/adapter.ts");
    adapters.push(slackAdapter({ ...ports, ...slack, token: slack.botToken, transport, fetch, locale, connected }));
  }
  return adapters;
}

function transportOf({ appToken, signingSecret, port }: Config["slack"]): Transport | null {
  if (appToken) return { type: "socket", appToken };
  return signingSecret && port !== null ? { type: "http", signingSecret, port } : null;
}

/** Where a person types, a warning for the operator would stand in the middle of the conversation. */
const usualLevel = ({ interactive }: Terminal) => (interactive ? "error" : "warn");

function consoleOf({ config, clock, ids, log, route }: Parts, terminal: Terminal): ConsoleAdapter {
  const say = words(config.locale);
  const banner = (): readonly string[] => {
    const { choice, destination } = route.describe(config.locale);
    const offline = route.current().provider.name === "offline";
    const hints = offline && config.model === null ? [say.banner.getModel()] : [];
    return [`Familiar ${version} · ${choice} · ${destination}`, ...hints, say.banner.help({ home: config.home })];
  };
  const user = { id: "operator", name: say.console.you() };
  return consoleAdapter({ ...config, terminal, json: config.flags.json, banner, user, ids, clock, log });
}

function registryOf(config: Config, storage: Storage, clock: Clock, logger: Logger): CommandRegistry {
  const all = (): readonly AnyCommand[] => registry.commands;
  const builtIn = [...helpCommands({ commands: all }), ...journalCommands, ...sessionCommands, ...moodCommands];
  const configOf = (plugin: string) => config.plugins[plugin];
  const host = { builtIn, configOf, fetch, storage: storage.pluginValues, clock, logger };
  const registry = commandRegistry([...builtIn, ...hostPlugins([weather], host)]);
  return registry;
}

function talkOf(parts: Parts, adapters: readonly PlatformAdapter[], lost: (error: Error) => void): Conversation {
  const { config, clock, log, registry, around } = parts;
  const byName = new Map(adapters.map((adapter) => [adapter.platform, adapter]));
  return conversation({
    ...parts,
    ...config.limits,
    region: config.region,
    lanes: around("lanes", inProcessLanes({ concurrency: config.limits.concurrentTurns, clock, log })),
    memberships: around("memberships", knowsNobody),
    persona: { ...defaultPersona, ...(config.persona.name ? { name: config.persona.name } : {}) },
    locale: config.locale,
    commandNames: registry.commands.map((command) => command.name),
    platform: (name) => byName.get(name) ?? null,
    operatorOnly: (name) => byName.get(name)?.capabilities.operatorOnly ?? false,
    lost,
  });
}

/** The console has no rooms beside the direct one. */
const knowsNobody: Memberships = { readableBy: async () => [] };

function appOf(parts: Parts, console: ConsoleAdapter, others: readonly PlatformAdapter[]): App {
  const { storage, route, registry } = parts;
  const adapters = [console, ...others];
  let lost: (error: Error) => void = () => {};
  // The end of the console's input is the end of the program only where nobody else can be heard.
  const ended = new Promise<void>((resolve, reject) => {
    lost = reject;
    if (others.length === 0) console.ended.then(resolve, reject);
  });
  ended.catch(() => {}); // whoever awaits it still gets the error
  const talk = talkOf(parts, adapters, (error) => lost(error));
  const complete = completion({ registry, storage, log: parts.log });
  const past = (platform: string) => storage.places.past(platform, placesRead);
  const { heard } = storage.places;
  const home = homePage({ ...parts, memberships: knowsNobody, commands: registry.commands.map(({ name }) => name) });
  const { receive, stop, press } = talk;
  const host: AdapterHost = { receive, stop, press, suggest: registry.suggest, complete, home, past, heard };
  const all = (step: (adapter: PlatformAdapter) => Promise<void>) => Promise.all(adapters.map(step));
  const stopped = new AbortController();
  const close = async (): Promise<void> => {
    stopped.abort();
    await all((adapter) => adapter.rest());
    await talk.close(drainMs);
    await all((adapter) => adapter.stop());
    await route.stop();
    await storage.close();
  };
  let closing: Promise<void> | null = null;
  return {
    start: async () => {
      await route.start();
      await talk.recover();
      await all((adapter) => adapter.publishCommands(registry.commands));
      await all((adapter) => adapter.start(host));
      talk.open();
      void parts.clock.sleep(idleMs, stopped.signal).then(() => stopped.signal.aborted || warmUp());
    },
    stop: () => {
      closing ??= close();
      return closing;
    },
    ended,
  };
}
