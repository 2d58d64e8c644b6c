import { createHmac } from "node:crypto";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { onTestFinished } from "vitest";
import type { Logger } from "../../../src/core/ports.ts";
import { Secret } from "../../../src/core/secret.ts";
import type { SlackOptions } from "../../doubles/slack/options.ts";
import { inbox } from "./inbox.ts";
import { anna, channel, slackWorld } from "./world.ts";

const secret = "signing secret of the double";

/** One request as it is sent; by default as Slack would: signed, and now. */
export interface Sending {
  readonly body: string;
  readonly type?: string;
  readonly method?: string;
  readonly path?: string;
  readonly time?: number | string;
  readonly secret?: string;
  /** Over all others; undefined leaves one out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export const signatureOf = (body: string, time: number | string, by = secret): string =>
  `v0=${createHmac("sha256", by).update(`v0:${time}:${body}`).digest("hex")}`;

export const seconds = (): number => Math.floor(Date.now() / 1_000);

/** Our adapter as Slack reaches it by HTTP, and anybody else. */
export async function signedWorld(options: SlackOptions = {}, log?: Logger) {
  const [host, port] = [inbox(), await freePort()];
  const transport = { type: "http" as const, signingSecret: new Secret(secret), port };
  const circumstances = { transport, ...(log && { log }) };
  const world = await slackWorld({ signingSecret: secret, ...options }, host, circumstances);
  onTestFinished(() => world.adapter.stop());
  await world.adapter.start(host);
  const origin = `http://127.0.0.1:${port}`;
  const send = async (sending: Sending): Promise<{ readonly status: number; readonly body: string }> => {
    const { body, type = "application/json", method = "POST", path = "/slack/events" } = sending;
    const { time = seconds(), headers = {} } = sending;
    const usual = {
      "content-type": type,
      "x-slack-request-timestamp": String(time),
      "x-slack-signature": signatureOf(body, time, sending.secret),
    };
    const given = Object.entries({ ...usual, ...headers }).filter(
      (one): one is [string, string] => one[1] !== undefined,
    );
    const response = await fetch(`${origin}${path}`, { method, headers: given, ...(method !== "GET" && { body }) });
    return { status: response.status, body: await response.text() };
  };
  return { ...world, host, address: `${origin}/slack/events`, send };
}

let count = 0;
const nextTime = (): string => {
  count += 1;
  return `${seconds()}.${String(count).padStart(6, "0")}`;
};

/** A direct message, as Slack tells of it. */
export const messageOf = (event: object = {}) => {
  const ts = nextTime();
  return { type: "message", channel: "D0DIRECT001", channel_type: "im", user: anna.id, text: "hello", ts, ...event };
};

export const inChannel = (event: object = {}) => messageOf({ channel, channel_type: "channel", ...event });

/** The envelope around it. */
export const eventOf = (event: object, more: object = {}): string =>
  JSON.stringify({
    ...{ type: "event_callback", team_id: "T0HARBOUR01", api_app_id: "A0FAMILIAR1", event_id: `Ev${count}` },
    ...{ event_time: seconds(), is_ext_shared_channel: false, event, ...more },
  });
