import { discordSetup } from "../app.ts";
import type { Config } from "../config.ts";
import { ConfigError, PlatformError } from "../core/errors.ts";
import type { Finding } from "../core/setup.ts";
import { words } from "../locales/words.ts";

const marks: Readonly<Record<Finding["state"], string>> = { right: "✓", left: "✗", hint: "·" };

type Left = Extract<Finding, { readonly state: "left" }>;

/** Tells line by line how Discord stands. Rejects with the code of the first thing that is left to do. */
export async function setupDiscord(config: Config, print: (line: string) => void): Promise<void> {
  const left: Left[] = [];
  for await (const finding of await discordSetup(config)) {
    if (finding.state === "left") left.push(finding);
    print(`${marks[finding.state]} ${finding.text}`);
  }
  const [first] = left;
  if (first) throw errorOf(first.code, words(config.locale).setup.left(left.length));
}

const errorOf = (code: Left["code"], text: string): Error =>
  code === "E-DISCORD-PERMISSION" ? new PlatformError(code, text) : new ConfigError(code, text);
