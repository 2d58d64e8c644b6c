import { onTestFinished } from "vitest";
import type { Logger } from "../../../src/core/ports.ts";
import { Secret } from "../../../src/core/secret.ts";
import { slackAdapter, type Transport } from "../../../src/platforms/slack/adapter.ts";
import { type Recorder, recorder } from "../../contracts/platform-host.ts";
import { type ScaledTime, scaledClock } from "../../doubles/scaled-clock.ts";
import type { Doing } from "../../doubles/slack/doings.ts";
import type { SlackOptions } from "../../doubles/slack/options.ts";
import type { BotMessage, PersonEvent } from "../../doubles/slack/records.ts";
import { type SlackDouble, slackDouble } from "../../doubles/slack/slack.ts";
import { silent } from "../../storage-fixture.ts";
import { until } from "../../until.ts";

export const channel = "C0GENERAL01";
export const quiet = "C0QUIET0001";
export const mention = "<@U0FAMILIAR1>";
export const anna = { id: "U0ANNA00001", name: "anna", realName: "Anna" };
export const ben = { id: "U0BEN000001", name: "ben", realName: "Ben" };

const socket: Transport = { type: "socket", appToken: new Secret("xapp-double-of-slack") };

interface Circumstances {
  readonly transport?: Transport;
  readonly log?: Logger;
  readonly sharedChannels?: readonly string[];
  readonly there?: SlackDouble;
  /** How fast time goes, for Slack and for us. */
  readonly speed?: number;
  /** By how much our clock and Slack's are ahead of the machine's. */
  readonly ahead?: number;
}

async function aDouble(options: SlackOptions): Promise<SlackDouble> {
  const double = await slackDouble(options);
  onTestFinished(double.close);
  return double;
}

/** Slack as the double plays it, and our adapter; also a later one, of the same Slack. */
export async function slackWorld(
  options: SlackOptions = {},
  host: Recorder = recorder(),
  { transport = socket, log = silent, sharedChannels = [], there, speed = 1, ahead = 0 }: Circumstances = {},
) {
  let time: ScaledTime = { base: Date.now(), speed, ahead };
  const double = there ?? (await aDouble({ time, ...options }));
  const clock = scaledClock(() => time);
  /** So much time passes for Slack and for us. */
  const advance = async (ms: number): Promise<void> => {
    time = { ...time, ahead: time.ahead + ms };
    await double.advance(ms);
  };
  const token = new Secret("xoxb-double-of-slack");
  const api = { apiUrl: `${double.address}/api`, token };
  const adapter = slackAdapter({ ...api, transport, sharedChannels, locale: "en", fetch, clock, log });
  const does = async (doing: Doing): Promise<PersonEvent> => {
    const event = await double.does(doing);
    if (!event) throw new Error(`nobody can do that: ${doing.type}`);
    return event;
  };
  /** What the app shows in the end. */
  const shown = async () => (await double.history()).messages.flatMap((message) => visible(message) ?? []);
  return { double, adapter, clock, advance, host, does, shown, until };
}

const visible = (message: BotMessage): (BotMessage & { readonly text: string }) | null => {
  const text = message.states.at(-1)?.text ?? null;
  return text === null ? null : { ...message, text };
};
