import { PassThrough } from "node:stream";
import { onTestFinished } from "vitest";
import { type App, createApp } from "../../src/app.ts";
import { readConfig } from "../../src/config.ts";
import { discordDouble } from "../doubles/discord/discord.ts";
import type { Doing } from "../doubles/discord/doings.ts";
import type { DiscordOptions } from "../doubles/discord/options.ts";
import type { PersonEvent } from "../doubles/discord/records.ts";
import { scaledClock } from "../doubles/scaled-clock.ts";
import { until } from "../until.ts";
import { aHome } from "./familiar.ts";

export const lea = { id: "400000000000000011", name: "Lea" };
export const tom = { id: "400000000000000012", name: "Tom" };
export const channel = "300000000000000001";
export const quiet = "300000000000000002";
export const mention = "<@100000000000000001>";

/** A Discord full of people, and the whole program that comes and goes there; it keeps what it knows. */
export async function discordServer(options: DiscordOptions = {}) {
  const time = { base: Date.now(), speed: 1, ahead: 0 };
  const double = await discordDouble({ time, ...options });
  onTestFinished(double.close);
  const home = await aHome();
  const env = { FAMILIAR_HOME: home, FAMILIAR_MODEL: "offline", LOG_LEVEL: "silent" };
  const discord = { DISCORD_TOKEN: "double.of.discord", DISCORD_API_URL: `${double.address}/api` };
  const run = async (more: Readonly<Record<string, string>> = {}): Promise<App> => {
    const config = readConfig({ env: { ...env, ...discord, ...more }, cwd: home, argv: [] });
    const [input, output, errors] = [new PassThrough(), new PassThrough(), new PassThrough()];
    const terminal = { input, output, errors, interactive: false };
    const app = await createApp(config, { terminal, clock: scaledClock(() => time) });
    onTestFinished(() => app.stop());
    await app.start();
    return app;
  };
  const does = async (doing: Doing): Promise<PersonEvent> => {
    const event = await double.does(doing);
    if (!event) throw new Error(`nobody can do that: ${doing.type}`);
    return event;
  };
  const replies = async (to: string): Promise<readonly string[]> =>
    (await double.history()).messages
      .filter(({ reference, interaction }) => reference === to || interaction === to)
      .flatMap(({ states }) => states.at(-1)?.content ?? []);
  const hears = (to: string, what: RegExp) =>
    until(async () => what.test((await replies(to)).join("\n")), `an answer like ${what}`);
  /** Everybody's time goes on. */
  const passes = async (ms: number): Promise<void> => {
    time.ahead += ms;
    await double.advance(ms);
  };
  return { double, run, does, replies, hears, passes };
}
