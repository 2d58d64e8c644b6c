import { onTestFinished } from "vitest";
import { Secret } from "../../../src/core/secret.ts";
import { discordAdapter } from "../../../src/platforms/discord/adapter.ts";
import { systemClock } from "../../../src/system.ts";
import type { Recorder } from "../../contracts/platform-host.ts";
import { recorder } from "../../contracts/platform-host.ts";
import { discordDouble } from "../../doubles/discord/discord.ts";
import type { Doing } from "../../doubles/discord/doings.ts";
import type { DiscordOptions } from "../../doubles/discord/options.ts";
import type { BotMessage, PersonEvent } from "../../doubles/discord/records.ts";
import { silent } from "../../storage-fixture.ts";
import { until } from "../../until.ts";

const token = "double.of.discord";
const bot = "100000000000000001";
export const channel = "300000000000000001";
export const quiet = "300000000000000002";
export const anna = { id: "400000000000000001", name: "Anna" };
export const ben = { id: "400000000000000002", name: "Ben" };
export const mention = `<@${bot}>`;

/** Discord as the double plays it, and our adapter logged in to it. */
export async function discordWorld(options: DiscordOptions = {}, host: Recorder = recorder()) {
  const double = await discordDouble(options);
  onTestFinished(double.close);
  const adapter = discordAdapter({
    token: new Secret(token),
    apiUrl: `${double.address}/api`,
    clock: systemClock,
    log: silent,
  });
  const does = async (doing: Doing): Promise<PersonEvent> => {
    const event = await double.does(doing);
    if (!event) throw new Error(`nobody can do that: ${doing.type}`);
    return event;
  };
  /** What our account shows in the end. */
  const shown = async () => (await double.history()).messages.flatMap((message) => visible(message) ?? []);
  return { double, adapter, host, does, shown, until };
}

const visible = (message: BotMessage): (BotMessage & { readonly text: string }) | null => {
  const text = message.states.at(-1)?.content ?? null;
  return text === null ? null : { ...message, text };
};
