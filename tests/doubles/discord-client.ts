import { once } from "node:events";
import {
  Client,
  type ClientOptions,
  DiscordAPIError,
  GatewayIntentBits,
  type Interaction,
  type Message,
  Partials,
} from "discord.js";
import { onTestFinished } from "vitest";
import { until } from "../until.ts";
import { discordDouble } from "./discord/discord.ts";
import type { Doing } from "./discord/doings.ts";
import type { DiscordOptions } from "./discord/options.ts";
import type { PersonEvent } from "./discord/records.ts";

export const token = "double.of.discord";
export const bot = "100000000000000001";
export const channel = "300000000000000001";
export const anna = { id: "400000000000000001", name: "Anna" };
export const ben = { id: "400000000000000002", name: "Ben" };
export const mention = `<@${bot}>`;

export const plainIntents = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.DirectMessages,
];

export const saying = (content: string, more: object = {}): Doing => ({
  type: "say",
  by: anna,
  channel,
  content,
  ...more,
});

export async function aDouble(options: DiscordOptions = {}) {
  const double = await discordDouble(options);
  onTestFinished(double.close);
  return {
    ...double,
    does: async (doing: Doing): Promise<PersonEvent> => {
      const event = await double.does(doing);
      if (!event) throw new Error(`nobody can do that: ${doing.type}`);
      return event;
    },
  };
}

/** The stock client, with nothing but the address changed. */
export function aClient({ address }: { readonly address: string }, options: Partial<ClientOptions> = {}) {
  const client = new Client({
    intents: [...plainIntents, GatewayIntentBits.MessageContent],
    partials: [Partials.Channel, Partials.Message, Partials.Reaction],
    ...options,
    rest: { api: `${address}/api`, ...options.rest },
  });
  const heard: Message[] = [];
  const asked: Interaction[] = [];
  client.on("messageCreate", (message) => void (message.author.id !== bot && heard.push(message)));
  client.on("interactionCreate", (interaction) => void asked.push(interaction));
  onTestFinished(() => client.destroy());
  return Object.assign(client, { heard, asked });
}

export async function loggedIn(double: { readonly address: string }, options: Partial<ClientOptions> = {}) {
  const client = aClient(double, options);
  const ready = once(client, "clientReady");
  await client.login(token);
  await ready;
  return client;
}

/** The next thing of its kind that the client has heard. */
export async function next<T>(list: T[], what: string): Promise<T> {
  await until(() => list.length > 0, what);
  const one = list.shift();
  if (one === undefined) throw new Error(`there is no ${what}`);
  return one;
}

export const codeOf = async (work: Promise<unknown>): Promise<unknown> => {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof DiscordAPIError ? error.code : error;
};
