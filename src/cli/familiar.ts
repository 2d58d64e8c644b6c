#!/usr/bin/env node
import { flagAnswer } from "../app.ts";
import { type Config, processSources, readConfig } from "../config.ts";
import { ConfigError, lastWords } from "../core/errors.ts";
import { ownFlag } from "./own-flag.ts";
import { setupDiscord } from "./setup-discord.ts";
import { setupSlack } from "./setup-slack.ts";
import { printSlackManifest } from "./slack-manifest.ts";

/** What a subcommand does, line by line. */
interface Subcommand {
  /** `value` is that of its own flag; null where that is not given. */
  readonly run: (config: Config, print: (line: string) => void, value: string | null) => Promise<void>;
  readonly flag?: string;
}

const subcommands: ReadonlyMap<string, Subcommand> = new Map([
  ["setup discord", { run: setupDiscord }],
  ["setup slack", { run: setupSlack }],
  ["slack-manifest", { run: printSlackManifest, flag: "--url" }],
]);

/** `familiar SUBCOMMAND [--flags]`: what is done beside the conversation, with the same configuration. */
async function main(): Promise<void> {
  const sources = processSources();
  const flagsBegin = sources.argv.findIndex((word) => word.startsWith("-"));
  const words = flagsBegin < 0 ? sources.argv : sources.argv.slice(0, flagsBegin);
  const subcommand = subcommands.get(words.join(" "));
  const rest = sources.argv.slice(words.length);
  const { value, others } = subcommand?.flag ? ownFlag(rest, subcommand.flag) : { value: null, others: rest };
  const config = readConfig({ ...sources, argv: others, unfinished: true });
  const told = flagAnswer(config);
  if (told !== null) return print(told);
  if (!subcommand) throw unknownSubcommand();
  await subcommand.run(config, print, value);
}

/** What was written is not repeated: a key may have slipped onto the line. */
const unknownSubcommand = (): ConfigError =>
  new ConfigError("E-CONFIG-INVALID", `There is no such subcommand. Known: ${[...subcommands.keys()].join(", ")}.`);

const print = (line: string): void => void process.stdout.write(`${line}\n`);

function fail(error: unknown): void {
  const { text, exitCode } = lastWords(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = exitCode;
}

await main().catch(fail);
