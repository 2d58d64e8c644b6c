import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { z } from "zod";
import { nearest } from "../core/nearest.ts";
import { locales } from "../core/session.ts";
import { ollamaAddress, webAddress } from "./addresses.ts";
import { secretNames } from "./environment.ts";
import { jsonErrorPosition } from "./json-position.ts";
import { modelChoice } from "./model.ts";
import { invalid, type Problem, unknownKey } from "./problem.ts";
import { slackSettings } from "./slack-settings.ts";

const count = (from: number, to: number) =>
  z
    .number(`This must be a number from ${from} to ${to}.`)
    .int(`This must be a whole number from ${from} to ${to}.`)
    .min(from, `This must be at least ${from}.`)
    .max(to, `This must be at most ${to}.`);

/** The settings that are no secrets. Everything may be left out; `familiar.config.schema.json` is made from this. */
export const fileSchema = z
  .strictObject({
    $schema: z.string().optional().describe("Where editors find the schema of this file."),
    model: modelChoice.optional().describe("provider:model (ollama, openai or anthropic), or offline."),
    locale: z
      .enum(locales, `This must be one of: ${locales.join(", ")}.`)
      .optional()
      .describe("Language of the console's own words."),
    limits: z
      .strictObject({
        messageCharacters: count(1, 100_000)
          .optional()
          .describe("Longest message that is read in the terminal; 10000 unless set."),
        concurrentTurns: count(1, 256)
          .optional()
          .describe("Turns answered at once, each in its own place; 8 unless set."),
        waitingInPlace: count(1, 1_000)
          .optional()
          .describe("Messages that may wait in one place; the next ones are refused in words. 20 unless set."),
        lateMinutes: count(1, 10_080)
          .optional()
          .describe("Messages older than this get an apology instead of an answer; 15 unless set."),
      })
      .optional(),
    persona: z
      .strictObject({
        name: z
          .string("This must be text.")
          .trim()
          .min(1, "A name needs a letter.")
          .max(40, "A name has at most 40 characters.")
          .optional(),
      })
      .optional()
      .describe("Who the companion is."),
    safety: z
      .strictObject({
        region: z
          .string("This must be text.")
          .regex(/^[A-Za-z]{2}$/, "This must be a country's two letters, such as DE.")
          .transform((letters) => letters.toUpperCase())
          .optional()
          .describe("The country whose helplines are named, by its two letters (ISO 3166), such as DE."),
      })
      .optional()
      .describe("The safety floor: docs/safety.md."),
    discord: z
      .strictObject({
        commandGuilds: z
          .array(z.string("This must be text.").regex(/^\d{1,20}$/, "This must be a server's id: digits, as text."))
          .optional()
          .describe("Ids of the servers in which commands are used; everywhere and in direct messages unless set."),
      })
      .optional()
      .describe("Discord, beside DISCORD_TOKEN."),
    slack: slackSettings
      .optional()
      .describe("Slack, beside its tokens. After a change of names: familiar slack-manifest."),
    ollama: z.strictObject({ host: ollamaAddress.optional().describe("As OLLAMA_HOST.") }).optional(),
    plugins: z
      .strictObject({
        weather: z
          .strictObject({
            weatherUrl: webAddress("loopback").optional().describe("As WEATHER_API_URL."),
            geocodingUrl: webAddress("loopback").optional().describe("As GEOCODING_API_URL."),
          })
          .optional(),
      })
      .optional()
      .describe("Settings of plugins, by their names."),
  })
  .meta({
    title: "familiar.config.json",
    description: "Settings of Familiar that are no secrets. Made by npm run config-schema.",
  });

export type FileSettings = z.output<typeof fileSchema>;

export interface FileReading {
  readonly settings: FileSettings;
  readonly problems: readonly Problem[];
}

const none: FileReading = { settings: {}, problems: [] };
const defaultName = "familiar.config.json";

/** Reads the file that FAMILIAR_CONFIG names; without a name familiar.config.json, which may be missing. */
export function readFileSettings(cwd: string, named: string | null): FileReading {
  const name = named ?? defaultName;
  const failed = (words: string): FileReading => ({
    settings: {},
    problems: [{ code: "E-CONFIG-FILE", path: name, words }],
  });
  let text: string;
  try {
    text = readFileSync(resolve(cwd, name), "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    if (missing && named === null) return none;
    return failed(
      missing
        ? "There is no such file. Mend FAMILIAR_CONFIG or take it out."
        : "This file cannot be read. Check that it is a file and that its permissions let Familiar read it.",
    );
  }
  const content = parseJson(text);
  if (content.ok) return checkSettings(name, content.value);
  const { line, column } = jsonErrorPosition(text);
  return failed(`This is not JSON: look at line ${line}, column ${column}.`);
}

type Parsed = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

function parseJson(text: string): Parsed {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch {
    return { ok: false };
  }
}

function checkSettings(name: string, content: unknown): FileReading {
  const result = fileSchema.safeParse(content);
  if (result.success) return { settings: result.data, problems: [] };
  return { settings: {}, problems: result.error.issues.flatMap((issue) => toProblems(name, issue, content)) };
}

function toProblems(name: string, issue: z.core.$ZodIssue, content: unknown): readonly Problem[] {
  const path = issue.path.map(String);
  if (issue.code === "unrecognized_keys")
    return issue.keys.flatMap((key) => unknownKeys(name, [...path, key], content));
  if (path.length === 0) return [invalid(name, "The file must hold one JSON object: { ... }.")];
  return [
    invalid(
      `${name} ${path.join(".")}`,
      issue.code === "invalid_type" && issue.expected === "object" ? "This must be an object: { ... }." : issue.message,
    ),
  ];
}

/** An unknown object is named by its leaves, because a secret may be among them. */
function unknownKeys(name: string, path: readonly string[], content: unknown): readonly Problem[] {
  return leaves(path, valueAt(path, content)).map((leaf) => {
    const key = leaf.join(".");
    return unknownKey(`${name} ${key}`, isSecretName(key) ? secretWords(key) : strangerWords(key));
  });
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const valueAt = (path: readonly string[], content: unknown): unknown =>
  path.reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), content);

function leaves(path: readonly string[], value: unknown): readonly (readonly string[])[] {
  if (!isObject(value) || Object.keys(value).length === 0) return [path];
  return Object.keys(value).flatMap((key) => leaves([...path, key], value[key]));
}

const isSecretName = (key: string): boolean => /key|token|secret|passw|database.?url/i.test(key);

function secretWords(key: string): string {
  const asVariable = key
    .replace(/([a-z])([A-Z])/g, "$1_$2")
    .replaceAll(/[.-]/g, "_")
    .toUpperCase();
  const meant = nearest(asVariable, secretNames);
  const where = meant
    ? `set ${meant}, or ${meant}_FILE with the path of a file that holds it`
    : `secrets have variables of their own: ${secretNames.join(", ")}`;
  return `A secret does not belong in this file. Take it out and use the environment: ${where}.`;
}

function strangerWords(key: string): string {
  const meant = nearest(key, knownKeys);
  return meant
    ? `There is no such setting. Did you mean ${meant}?`
    : `There is no such setting. Take it out; known are ${knownKeys.join(", ")}.`;
}

function keysOf(schema: unknown, path: string): readonly string[] {
  const inner = schema instanceof z.ZodOptional ? schema.unwrap() : schema;
  if (!(inner instanceof z.ZodObject)) return [path];
  return Object.keys(inner.shape).flatMap((key) => keysOf(inner.shape[key], path ? `${path}.${key}` : key));
}

const knownKeys = keysOf(fileSchema, "").filter((key) => key !== "$schema");
