import { onTestFinished } from "vitest";
import type { Logger } from "../../../src/core/ports.ts";
import { Secret } from "../../../src/core/secret.ts";
import { discordAdapter } from "../../../src/platforms/discord/adapter.ts";
import type { Recorder } from "../../contracts/platform-host.ts";
import { recorder } from "../../contracts/platform-host.ts";
import { type DiscordDouble, discordDouble } from "../../doubles/discord/discord.ts";
import type { Doing } from "../../doubles/discord/doings.ts";
import type { DiscordOptions } from "../../doubles/discord/options.ts";
import type { BotMessage, PersonEvent } from "../../doubles/discord/records.ts";
import { type ScaledTime, scaledClock } from "../../doubles/scaled-clock.ts";
import { silent } from "../../storage-fixture.ts";
import { until } from "../../until.ts";

const token = "double.of.discord";
const bot = "100000000000000001";
export const channel = "300000000000000001";
export const quiet = "300000000000000002";
export const anna = { id: "400000000000000001", name: "Anna" };
export const ben = { id: "400000000000000002", name: "Ben" };
export const mention = `<@${bot}>`;

async function aDouble(options: DiscordOptions): Promise<DiscordDouble> {
  const double = await discordDouble(options);
  onTestFinished(double.close);
  return double;
}

interface Circumstances {
  readonly there?: DiscordDouble;
  readonly log?: Logger;
  readonly commandGuilds?: readonly string[];
}

/** Discord as the double plays it, and our adapter logged in to it; also a later one, to the same Discord. */
export async function discordWorld(
  options: DiscordOptions = {},
  host: Recorder = recorder(),
  { there, log = silent, commandGuilds = [] }: Circumstances = {},
) {
  let time: ScaledTime = { base: Date.now(), speed: 1, ahead: 0 };
  const double = there ?? (await aDouble({ time, ...options }));
  const clock = scaledClock(() => time);
  /** So much time passes for Discord and for us. */
  const advance = async (ms: number): Promise<void> => {
    time = { ...time, ahead: time.ahead + ms };
    await double.advance(ms);
  };
  const adapter = discordAdapter({
    token: new Secret(token),
    apiUrl: `${double.address}/api`,
    commandGuilds,
    locale: "en",
    fetch,
    clock,
    log,
  });
  const does = async (doing: Doing): Promise<PersonEvent> => {
    const event = await double.does(doing);
    if (!event) throw new Error(`nobody can do that: ${doing.type}`);
    return event;
  };
  /** What our account shows in the end. */
  const shown = async () => (await double.history()).messages.flatMap((message) => visible(message) ?? []);
  return { double, adapter, clock, advance, host, does, shown, until };
}

const visible = (message: BotMessage): (BotMessage & { readonly text: string }) | null => {
  const text = message.states.at(-1)?.content ?? null;
  return text === null ? null : { ...message, text };
};
