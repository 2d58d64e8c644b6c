import { join } from "node:path";
import { passwordsIn } from "./config/addresses.ts";
import {
  type Environment,
  type EnvironmentSettings,
  type LogLevel,
  localeOf,
  readEnvironment,
  regionOf,
} from "./config/environment.ts";
import { type FileSettings, readFileSettings } from "./config/file.ts";
import { type Flags, readFlags } from "./config/flags.ts";
import { invalid, type Problem, throwProblems } from "./config/problem.ts";
import { defaultCommandName } from "./config/slack-settings.ts";
import type { ModelChoice } from "./core/provider.ts";
import { Secret } from "./core/secret.ts";
import type { Locale } from "./core/session.ts";

/** All that can be set, checked and complete: paths absolute, addresses normalised, secrets wrapped. */
export interface Config {
  /** Where data lives: an absolute path. */
  readonly home: string;
  /** `file:` with an absolute path, or postgresql://... with its password. */
  readonly databaseUrl: Secret;
  /** Encrypts the whole SQLite file; null leaves it plain. */
  readonly databaseKey: Secret | null;
  /** 32 bytes in base64 or hexadecimal; null means the key file in `home`. */
  readonly masterKey: Secret | null;
  /** Null when nobody named a model. */
  readonly model: ModelChoice | null;
  /** Addresses have a scheme and no final slash; null means the provider's own. */
  readonly ollama: { readonly host: string | null };
  readonly openai: { readonly apiKey: Secret | null; readonly baseUrl: string | null };
  readonly anthropic: { readonly apiKey: Secret | null; readonly baseUrl: string | null };
  /** Off without a token. The address is without the version, as discord.js names it. */
  readonly discord: {
    readonly token: Secret | null;
    readonly apiUrl: string | null;
    /** Ids of the servers in which commands are used; empty: everywhere, and in direct messages. */
    readonly commandGuilds: readonly string[];
  };
  /** Off without a bot token. Reached by a socket where there is an app token, else by signed requests to the port. */
  readonly slack: {
    readonly botToken: Secret | null;
    readonly appToken: Secret | null;
    readonly signingSecret: Secret | null;
    readonly port: number | null;
    /** Without a slash at its end. */
    readonly apiUrl: string | null;
    /** Of the slash command that has all others behind it, without its slash. */
    readonly commandName: string;
    /** Commands that have a slash command of their own as well. */
    readonly aliases: readonly string[];
    /** Ids of channels shared with other workspaces in which people are answered. */
    readonly sharedChannels: readonly string[];
  };
  /** What was set for each plugin, by its name; the plugin's own schema fills in the rest. */
  readonly plugins: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly limits: {
    /** Longest message that is read, in characters. */
    readonly messageCharacters: number;
    readonly concurrentTurns: number;
    readonly waitingInPlace: number;
    readonly lateMs: number;
  };
  /** ISO 3166 code of the country whose helplines are named; null where neither file nor LANG says. */
  readonly region: string | null;
  /** Null keeps the default persona's name. */
  readonly persona: { readonly name: string | null };
  /** Of the console's own words. */
  readonly locale: Locale;
  readonly color: boolean;
  /** Null when nobody chose one: the terminal then decides. */
  readonly logLevel: LogLevel | null;
  readonly flags: Flags;
  /** Every secret that was given: the log takes them out wherever they appear. */
  readonly secrets: readonly Secret[];
}

export interface ConfigSources {
  readonly env: Environment;
  /** Relative paths start here. */
  readonly cwd: string;
  /** Without the names of node and the program. */
  readonly argv: readonly string[];
  /** A platform may be set up by half: whoever looks at it says what is missing. */
  readonly unfinished?: boolean;
}

/** What the process was started with; no other file reads it. */
export const processSources = (): ConfigSources => ({
  env: process.env,
  cwd: process.cwd(),
  argv: process.argv.slice(2),
});

/**
 * Reads flags, environment and file. Throws one ConfigError that names every problem with its remedy, except where
 * only help or the version is asked for: those must be had beside any problem.
 */
export function readConfig(sources: ConfigSources): Config {
  const { flags, problems } = readFlags(sources.argv);
  const environment = readEnvironment(sources.env, sources.cwd);
  const file = readFileSettings(sources.cwd, environment.settings.FAMILIAR_CONFIG);
  const config = combine(sources.env, environment.settings, file.settings, flags);
  const found = [...problems, ...environment.problems, ...file.problems];
  if (!flags.help && !flags.version)
    throwProblems([...found, ...contradictions(config, found), ...halves(sources, config, found)]);
  return config;
}

/** The environment wins over the file; only the language is the file's to decide, because LANG speaks to all programs. */
function combine(env: Environment, own: EnvironmentSettings, file: FileSettings, flags: Flags): Config {
  const url = own.DATABASE_URL ?? `file:${join(own.FAMILIAR_HOME, "familiar.db")}`;
  const parts = {
    databaseUrl: new Secret(url),
    databaseKey: own.FAMILIAR_DATABASE_KEY,
    masterKey: own.FAMILIAR_MASTER_KEY,
    openai: { apiKey: own.OPENAI_API_KEY, baseUrl: own.OPENAI_BASE_URL },
    anthropic: { apiKey: own.ANTHROPIC_API_KEY, baseUrl: own.ANTHROPIC_BASE_URL },
    discord: {
      token: own.DISCORD_TOKEN,
      apiUrl: own.DISCORD_API_URL,
      commandGuilds: file.discord?.commandGuilds ?? [],
    },
    slack: {
      botToken: own.SLACK_BOT_TOKEN,
      appToken: own.SLACK_APP_TOKEN,
      signingSecret: own.SLACK_SIGNING_SECRET,
      port: own.SLACK_PORT,
      apiUrl: own.SLACK_API_URL,
      commandName: file.slack?.commandName ?? defaultCommandName,
      aliases: file.slack?.aliases ?? [],
      sharedChannels: file.slack?.sharedChannels ?? [],
    },
  };
  return {
    ...parts,
    home: own.FAMILIAR_HOME,
    model: own.FAMILIAR_MODEL ?? file.model ?? null,
    ollama: { host: own.OLLAMA_HOST ?? file.ollama?.host ?? null },
    plugins: { weather: weatherSettings(own, file) },
    limits: {
      messageCharacters: file.limits?.messageCharacters ?? 10_000,
      concurrentTurns: file.limits?.concurrentTurns ?? 8,
      waitingInPlace: file.limits?.waitingInPlace ?? 20,
      lateMs: (file.limits?.lateMinutes ?? 15) * 60_000,
    },
    region: file.safety?.region ?? regionOf(env),
    persona: { name: file.persona?.name ?? null },
    locale: file.locale ?? localeOf(env),
    color: !env["NO_COLOR"],
    logLevel: own.LOG_LEVEL,
    flags,
    secrets: secretsOf(parts, url),
  };
}

type Keys = Pick<Config, "databaseKey" | "masterKey" | "openai" | "anthropic" | "discord" | "slack">;

function secretsOf({ openai, anthropic, discord, slack, ...keys }: Keys, url: string): readonly Secret[] {
  const models = [openai.apiKey, anthropic.apiKey];
  const chats = [discord.token, slack.botToken, slack.appToken, slack.signingSecret];
  const given = [keys.databaseKey, keys.masterKey, ...models, ...chats].filter((secret) => secret !== null);
  return [...given, ...passwordsIn(url).map((password) => new Secret(password))];
}

/** Only what was set. */
function weatherSettings(own: EnvironmentSettings, file: FileSettings): Readonly<Record<string, string>> {
  const weatherUrl = own.WEATHER_API_URL ?? file.plugins?.weather?.weatherUrl;
  const geocodingUrl = own.GEOCODING_API_URL ?? file.plugins?.weather?.geocodingUrl;
  return { ...(weatherUrl && { weatherUrl }), ...(geocodingUrl && { geocodingUrl }) };
}

const hosted = [
  { provider: "openai", key: "OPENAI_API_KEY", address: "OPENAI_BASE_URL" },
  { provider: "anthropic", key: "ANTHROPIC_API_KEY", address: "ANTHROPIC_BASE_URL" },
] as const;

/** A bot token alone speaks to Slack and hears nothing. */
const isHalfSlack = ({ botToken, appToken, signingSecret, port }: Config["slack"]): boolean =>
  botToken !== null && appToken === null && (signingSecret === null || port === null);

const halfSlack =
  "Slack needs one more thing to reach this program: SLACK_APP_TOKEN (Socket Mode), or SLACK_SIGNING_SECRET and SLACK_PORT (HTTP). familiar setup slack says where to get it.";

function halves({ unfinished }: ConfigSources, { slack }: Config, found: readonly Problem[]): readonly Problem[] {
  const faulty = ["SLACK_APP_TOKEN", "SLACK_SIGNING_SECRET", "SLACK_PORT"].some(faultyIn(found));
  return isHalfSlack(slack) && !unfinished && !faulty ? [invalid("SLACK_BOT_TOKEN", halfSlack)] : [];
}

const faultyIn =
  (found: readonly Problem[]) =>
  (name: string): boolean =>
    found.some(({ path }) => path === name || path === `${name}_FILE`);

/** Settings that are right each by itself and not together; a key that is `found` faulty is not called missing. */
function contradictions(config: Config, found: readonly Problem[]): readonly Problem[] {
  const { model, databaseKey, databaseUrl } = config;
  const faulty = faultyIn(found);
  const keyless = hosted.filter(
    ({ provider, key, address }) =>
      typeof model === "object" &&
      model?.provider === provider &&
      !config[provider].apiKey &&
      !config[provider].baseUrl &&
      ![key, address].some(faulty),
  );
  const idle = databaseKey && !databaseUrl.reveal().startsWith("file:");
  return [
    ...keyless.map(({ provider, key, address }) =>
      invalid(
        "FAMILIAR_MODEL",
        `A model of ${provider} is named, and there is no key for it. Set ${key}, or ${address} for a compatible server of your own.`,
      ),
    ),
    ...(idle
      ? [
          invalid(
            "FAMILIAR_DATABASE_KEY",
            "This key encrypts the SQLite file, and DATABASE_URL names PostgreSQL: nothing would be encrypted by it. Take one of them out.",
          ),
        ]
      : []),
  ];
}
