import { discordSetup } from "../app.ts";
import type { Config } from "../config.ts";
import { ConfigError } from "../core/errors.ts";
import type { Finding } from "../core/setup.ts";
import { words } from "../locales/words.ts";

const marks: Readonly<Record<Finding["state"], string>> = { right: "✓", left: "✗", hint: "·" };

/** Tells line by line how Discord stands. Rejects with a ConfigError where something is left to do. */
export async function setupDiscord(config: Config, print: (line: string) => void): Promise<void> {
  let left = 0;
  for await (const { state, text } of await discordSetup(config)) {
    if (state === "left") left += 1;
    print(`${marks[state]} ${text}`);
  }
  if (left > 0) throw new ConfigError("E-DISCORD-SETUP", words(config.locale).setup.left(left));
}
