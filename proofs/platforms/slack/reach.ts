import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import type { SlackControl } from "../../../tests/doubles/slack/control.ts";
import type { Child } from "../../run/children.ts";
import type { SlackTransport } from "../platform.ts";

/** The way by which Slack reaches one process. */
export interface Reach {
  readonly env: Readonly<Record<string, string>>;
  /** Whether Slack reaches it, or would if it were not away. */
  ready(): Promise<boolean>;
  /** Tells Slack of it, as soon as it answers; gives up when it is gone. */
  introduce(child: Child): Promise<void>;
}

export const signingSecret = "signing-secret-of-the-double";
const lookMs = 20;

export const reachOf = (slack: SlackControl, name: string, transport: SlackTransport): Promise<Reach> =>
  transport === "http" ? byHttp(slack, name) : bySocket(slack, name);

async function bySocket(slack: SlackControl, name: string): Promise<Reach> {
  return {
    env: { SLACK_APP_TOKEN: "xapp-double-of-slack" },
    ready: async () => {
      await pause(lookMs);
      const { sockets } = await slack.activity();
      return sockets.some(({ bot }) => bot === name) || isWaiting(slack, name);
    },
    introduce: async () => {},
  };
}

async function byHttp(slack: SlackControl, name: string): Promise<Reach> {
  const port = await freePort();
  const address = `http://127.0.0.1:${port}/slack/events`;
  const target = { events: address, commands: address, interactivity: address, bot: name };
  const isTold = (): Promise<boolean> => slack.http(target);
  return {
    env: { SLACK_SIGNING_SECRET: signingSecret, SLACK_PORT: String(port) },
    ready: async () => {
      await pause(lookMs);
      return (await isTold()) || isWaiting(slack, name);
    },
    introduce: async (child) => {
      while (!child.gone() && !(await isTold())) await pause(lookMs * 5);
    },
  };
}

/** Where Slack is away the program waits for it, and has its database by the time it asks. */
async function isWaiting(slack: SlackControl, name: string): Promise<boolean> {
  const { away, callers } = await slack.activity();
  return away && callers.includes(name);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
