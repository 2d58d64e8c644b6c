import { slackManifest } from "../app.ts";
import type { Config } from "../config.ts";
import { ConfigError } from "../core/errors.ts";

/** Prints what api.slack.com/apps makes the app from. `url` is where Slack is to send requests, if no socket is opened. */
export async function printSlackManifest(
  config: Config,
  print: (line: string) => void,
  url: string | null,
): Promise<void> {
  if (url !== null && !isHttps(url)) throw new ConfigError("E-CONFIG-INVALID", urlWords);
  print(JSON.stringify(await slackManifest(config, url), null, 2));
}

const urlWords =
  "command line: --url must be the https address at which Slack reaches this program, such as https://familiar.example.org.";

function isHttps(url: string): boolean {
  const read = URL.canParse(url) ? new URL(url) : null;
  return read?.protocol === "https:" && read.username === "" && read.search === "" && read.hash === "";
}
