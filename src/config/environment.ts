import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { nearest } from "../core/nearest.ts";
import { Secret } from "../core/secret.ts";
import type { Locale } from "../core/session.ts";
import { databaseUrl, ollamaAddress, webAddress } from "./addresses.ts";
import { modelChoice } from "./model.ts";
import { invalid, type Problem, unknownKey } from "./problem.ts";

/** Variables as a process has them. An empty one counts as not set. */
export type Environment = Readonly<Record<string, string | undefined>>;

const logLevels = ["trace", "debug", "info", "warn", "error", "fatal", "silent"] as const;
export type LogLevel = (typeof logLevels)[number];

/** Each may come as NAME, or as NAME_FILE with the path of a file that holds it. */
export const secretNames = [
  "DATABASE_URL",
  "FAMILIAR_DATABASE_KEY",
  "FAMILIAR_MASTER_KEY",
  "OPENAI_API_KEY",
  "ANTHROPIC_API_KEY",
  "DISCORD_TOKEN",
  "SLACK_BOT_TOKEN",
  "SLACK_APP_TOKEN",
  "SLACK_SIGNING_SECRET",
] as const;

const apiKey = z
  .string()
  .regex(/^[\x21-\x7e]+$/, "This key holds a blank, a line break or a sign that no key has. Copy it again.")
  .transform((text) => new Secret(text));

/** 32 bytes in hexadecimal digits or in base64, with or without its padding, in either alphabet. */
const masterKey = z
  .string()
  .regex(
    /^(?:[\da-fA-F]{64}|[\w+/-]{43}=?)$/,
    "This must be 32 random bytes in base64 or hexadecimal. Make one with: openssl rand -base64 32",
  )
  .transform((text) => new Secret(text));

const variables = (cwd: string) =>
  z.object({
    FAMILIAR_HOME: z
      .string()
      .default("data")
      .transform((path) => resolve(cwd, path)),
    FAMILIAR_CONFIG: z.string().nullable().default(null),
    FAMILIAR_MODEL: modelChoice.optional(),
    FAMILIAR_DATABASE_KEY: z
      .string()
      .transform((text) => new Secret(text))
      .nullable()
      .default(null),
    FAMILIAR_MASTER_KEY: masterKey.nullable().default(null),
    DATABASE_URL: databaseUrl(cwd).optional(),
    OPENAI_API_KEY: apiKey.nullable().default(null),
    OPENAI_BASE_URL: webAddress("home").nullable().default(null),
    ANTHROPIC_API_KEY: apiKey.nullable().default(null),
    ANTHROPIC_BASE_URL: webAddress("home").nullable().default(null),
    OLLAMA_HOST: ollamaAddress.optional(),
    DISCORD_TOKEN: apiKey.nullable().default(null),
    DISCORD_API_URL: webAddress("loopback").nullable().default(null),
    SLACK_BOT_TOKEN: apiKey.nullable().default(null),
    SLACK_APP_TOKEN: apiKey.nullable().default(null),
    SLACK_SIGNING_SECRET: apiKey.nullable().default(null),
    SLACK_PORT: z
      .string()
      .regex(/^\d{1,5}$/, "This must be the number of a port, such as 3000.")
      .transform(Number)
      .refine((port) => port < 65_536, "This must be the number of a port, such as 3000.")
      .nullable()
      .default(null),
    SLACK_API_URL: webAddress("loopback").nullable().default(null),
    WEATHER_API_URL: webAddress("loopback").optional(),
    GEOCODING_API_URL: webAddress("loopback").optional(),
    LOG_LEVEL: z
      .string()
      .toLowerCase()
      .pipe(z.enum(logLevels, `This must be one of: ${logLevels.join(", ")}.`))
      .nullable()
      .default(null),
  });

/** All that is read from the environment, beside the _FILE forms and the terminal's own LANG and NO_COLOR. */
export const variableNames: readonly string[] = Object.keys(variables("/").shape);

export type EnvironmentSettings = z.output<ReturnType<typeof variables>>;

export interface EnvironmentReading {
  readonly settings: EnvironmentSettings;
  readonly problems: readonly Problem[];
}

/** Reads every variable, and goes on after a problem so that all are known: a faulty variable counts as not set. */
export function readEnvironment(env: Environment, cwd: string): EnvironmentReading {
  const schema = variables(cwd);
  const plain = Object.fromEntries(variableNames.map((name) => [name, env[name]?.trim() || undefined]));
  const secrets = secretNames.map((name) => readSecret(env, cwd, name));
  const given = { ...plain, ...Object.fromEntries(secrets.map(({ name, value }) => [name, value])) };
  const result = schema.safeParse(given);
  const faults = result.success ? [] : result.error.issues;
  const faulty = Object.fromEntries(faults.map(({ path }) => [String(path[0]), undefined]));
  return {
    settings: result.success ? result.data : schema.parse({ ...given, ...faulty }),
    problems: [
      ...secrets.flatMap(({ problem }) => problem ?? []),
      ...faults.map(({ path, message }) => invalid(String(path[0]), message)),
      ...unknownVariables(env),
    ],
  };
}

interface SecretReading {
  readonly name: string;
  readonly value: string | undefined;
  readonly problem?: Problem;
}

function readSecret(env: Environment, cwd: string, name: (typeof secretNames)[number]): SecretReading {
  const value = env[name] || undefined;
  const file = env[`${name}_FILE`];
  if (!file) return { name, value };
  const failed = (words: string): SecretReading => ({
    name,
    value: undefined,
    problem: invalid(`${name}_FILE`, words),
  });
  if (value) return failed(`${name} is set too, so it is not clear which one holds. Take one of them out.`);
  try {
    const content = readFileSync(resolve(cwd, file), "utf8").replace(/[\r\n]+$/, "");
    return content ? { name, value: content } : failed("That file is empty. Put the secret into it.");
  } catch {
    return failed("That file cannot be read. Check its path and its permissions.");
  }
}

const prefix = "FAMILIAR_";

/** Only our own prefix: the rest of the environment belongs to others. */
function unknownVariables(env: Environment): readonly Problem[] {
  const known = [...variableNames, ...secretNames.map((name) => `${name}_FILE`)];
  const strangers = Object.keys(env).filter((name) => name.startsWith(prefix) && env[name] && !known.includes(name));
  const tails = known.filter((name) => name.startsWith(prefix)).map((name) => name.slice(prefix.length));
  return strangers.map((name) => {
    const meant = nearest(name.slice(prefix.length), tails);
    return unknownKey(name, `There is no such variable. ${meant ? `Did you mean ${prefix}${meant}?` : "Take it out."}`);
  });
}

/** The language that the terminal was set to. */
export const localeOf = (env: Environment): Locale =>
  (env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "").toLowerCase().startsWith("de") ? "de" : "en";

/** `de_AT.UTF-8` says AT. */
export const regionOf = (env: Environment): string | null =>
  /^[a-z]{2}_([A-Z]{2})\b/.exec(env["LC_ALL"] || env["LC_MESSAGES"] || env["LANG"] || "")?.[1] ?? null;
