#!/usr/bin/env node
import { flagAnswer } from "../app.ts";
import { type Config, processSources, readConfig } from "../config.ts";
import { ConfigError, lastWords } from "../core/errors.ts";
import { setupDiscord } from "./setup-discord.ts";

/** What a subcommand does, line by line. */
type Subcommand = (config: Config, print: (line: string) => void) => Promise<void>;

const subcommands: ReadonlyMap<string, Subcommand> = new Map([["setup discord", setupDiscord]]);

/** `familiar SUBCOMMAND [--flags]`: what is done beside the conversation, with the same configuration. */
async function main(): Promise<void> {
  const sources = processSources();
  const flagsBegin = sources.argv.findIndex((word) => word.startsWith("-"));
  const words = flagsBegin < 0 ? sources.argv : sources.argv.slice(0, flagsBegin);
  const config = readConfig({ ...sources, argv: sources.argv.slice(words.length) });
  const told = flagAnswer(config);
  if (told !== null) return print(told);
  const run = subcommands.get(words.join(" "));
  if (!run) throw unknownSubcommand();
  await run(config, print);
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
