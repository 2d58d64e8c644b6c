import { writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { onTestFinished } from "vitest";
import { type App, createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { scaledClock } from "../doubles/scaled-clock.ts";
import type { Doing } from "../doubles/slack/doings.ts";
import type { SlackOptions } from "../doubles/slack/options.ts";
import type { BotMessage, PersonEvent } from "../doubles/slack/records.ts";
import { slackDouble } from "../doubles/slack/slack.ts";
import { until } from "../until.ts";
import { aHome } from "./familiar.ts";

export const lea = { id: "U0LEA000001", name: "lea", realName: "Lea" };
export const tom = { id: "U0TOM000001", name: "tom", realName: "Tom" };
export const channel = "C0GENERAL01";
export const mention = "<@U0FAMILIAR1>";

const secret = "double of slack";

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** A workspace full of people, and the whole program that comes and goes there, by a socket or by HTTP. */
export async function slackWorkspace(
  by: "socket" | "http" = "socket",
  options: SlackOptions = {},
  settings: object = {},
  speed = 1,
) {
  const time = { base: Date.now(), speed, ahead: 0 };
  const double = await slackDouble({ time, signingSecret: secret.replaceAll(" ", "-"), ...options });
  onTestFinished(double.close);
  const home = await aHome();
  await writeFile(join(home, "familiar.config.json"), JSON.stringify(settings));
  const port = await freePort();
  const way =
    by === "socket"
      ? { SLACK_APP_TOKEN: "xapp-double-of-slack" }
      : { SLACK_SIGNING_SECRET: secret.replaceAll(" ", "-"), SLACK_PORT: String(port) };
  const slack = { SLACK_BOT_TOKEN: "xoxb-double-of-slack", SLACK_API_URL: `${double.address}/api`, ...way };
  const env = { FAMILIAR_HOME: home, FAMILIAR_MODEL: "offline", LOG_LEVEL: "silent", ...slack };
  const run = async (more: Readonly<Record<string, string>> = {}): Promise<App> => {
    const config = readConfig({ env: { ...env, ...more }, cwd: home, argv: [] });
    const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
    const terminal = { input, output, errors, interactive: false };
    const app = await createApp(config, { terminal, clock: scaledClock(() => time) });
    onTestFinished(() => app.stop());
    await app.start();
    const address = `http://127.0.0.1:${port}/slack/events`;
    if (by === "http")
      await double.http({ events: address, commands: address, interactivity: address, bot: "" } as never);
    return app;
  };
  const does = async (doing: Doing): Promise<PersonEvent> => {
    const event = await double.does(doing);
    if (!event) throw new Error(`nobody can do that: ${doing.type}`);
    return event;
  };
  /** What stands in the thread of a message, or after it where there are no threads. */
  const replies = async ({ channel: where, ts }: Pick<PersonEvent, "channel" | "ts">): Promise<readonly BotMessage[]> =>
    (await double.history()).messages.filter(
      (message) =>
        message.channel === where &&
        (message.thread === ts || (message.thread === null && Number(message.ts) > Number(ts))),
    );
  const texts = async (to: Pick<PersonEvent, "channel" | "ts">): Promise<string> =>
    (await replies(to)).flatMap(({ states }) => states.at(-1)?.text ?? []).join("\n");
  const hears = (to: Pick<PersonEvent, "channel" | "ts">, what: RegExp) =>
    until(async () => what.test(await texts(to)), `an answer like ${what}`);
  /** Everybody's time goes on. */
  const passes = async (ms: number): Promise<void> => {
    time.ahead += ms;
    await double.advance(ms);
  };
  return { double, home, run, does, replies, texts, hears, passes };
}
