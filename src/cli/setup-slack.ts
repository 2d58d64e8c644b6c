import { slackSetup } from "../app.ts";
import type { Config } from "../config.ts";
import { words } from "../locales/words.ts";
import { tell } from "./findings.ts";

/** Tells line by line how Slack stands. Rejects with the code of the first thing that is left to do. */
export async function setupSlack(config: Config, print: (line: string) => void): Promise<void> {
  await tell(await slackSetup(config), print, words(config.locale).slackSetup.left);
}
