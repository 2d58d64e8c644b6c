import { App, type Receiver } from "@slack/bolt";
import type { Logger } from "../../core/ports.ts";
import type { Envelope, Hear, Link } from "./link.ts";
import { quietLogger } from "./logger.ts";

/** What the app is to Slack, once it was asked. */
export interface Installed {
  readonly teamId: string;
  readonly botUserId: string;
  readonly botId: string;
  readonly botToken: string;
}

/** What is done with each thing that Slack says, by its kind in Bolt's own terms. Resolves when it is durable. */
export interface Ears {
  event(event: Readonly<Record<string, unknown>>, body: Readonly<Record<string, unknown>>): Promise<void>;
  command(body: Readonly<Record<string, unknown>>): Promise<void>;
  action(body: Readonly<Record<string, unknown>>): Promise<void>;
  /** A form that was sent. Resolves with what Slack is to be answered; undefined closes the form. */
  view(body: Readonly<Record<string, unknown>>): Promise<unknown>;
}

/**
 * Bolt, with a receiver that acknowledges nothing before it is durable: Bolt itself acknowledges an event before anybody
 * has heard it, and what is under way when the program ends would be lost.
 */
export function boltOn(link: Link, installed: () => Installed, ears: Ears, log: Logger) {
  const reached: Reached = new WeakMap();
  const receiver: Receiver = {
    init: () => {},
    start: () => link.open(hearing(app, reached, log)),
    stop: () => link.close(),
  };
  const app = new App({
    receiver,
    authorize: async () => installed(),
    logger: quietLogger(log),
    ignoreSelf: false,
    clientOptions: { retryConfig: { retries: 0 } },
  });
  app.use(async ({ body }) => {
    const said = body as unknown as Readonly<Record<string, unknown>>;
    reached.set(said, undefined);
    const { event } = said;
    if (typeof event === "object" && event !== null) await ears.event(event as Readonly<Record<string, unknown>>, said);
    else if (typeof said["command"] === "string") await ears.command(said);
    else if (Array.isArray(said["actions"])) await ears.action(said);
    else if (said["type"] === "view_submission") reached.set(said, await ears.view(said));
  });
  app.error(async (error) => {
    throw "original" in error && error.original instanceof Error ? error.original : error;
  });
  return app;
}

/** What we have heard, with what it is answered. */
type Reached = WeakMap<object, unknown>;

/** What Bolt itself cannot read it cannot read the next time either: it is acknowledged, and nothing comes of it. */
const hearing =
  (app: App, reached: Reached, log: Logger): Hear =>
  async ({ body, retry }: Envelope) => {
    let answer: unknown;
    const ack = async (given?: unknown): Promise<void> => {
      answer ??= given;
    };
    try {
      await app.processEvent({ body, ack, ...(retry && { retryNum: retry.number, retryReason: retry.reason }) });
    } catch (error) {
      if (reached.has(body)) throw error;
      log.debug({}, "an event of Slack's could not be read");
    }
    return reached.get(body) ?? answer;
  };
