import { SocketModeClient } from "@slack/socket-mode";
import type { ErrorCode } from "../../core/errors.ts";
import type { Clock, Logger } from "../../core/ports.ts";
import type { Secret } from "../../core/secret.ts";
import { toConfigError, waitOf } from "./failures.ts";
import type { Hear, Link } from "./link.ts";
import { quietLogger } from "./logger.ts";

export interface SocketOptions {
  readonly appToken: Secret;
  /** Null means Slack's own. */
  readonly apiUrl: string | null;
  readonly clock: Clock;
  readonly log: Logger;
}

/** A socket that answers no ping is dead, however open it looks; one that says nothing is not. */
const pongMs = 3_000;
/** Whoever was given an address, and has heard no hello there for so long, will not hear one. */
const helloMs = 5_000;
/** How an address is asked for. */
const toAsk = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true, timeout: 10_000 } as const;
/** Between two attempts: whoever is back is to be heard within ten seconds. */
const pauses = [0, 500, 1_000, 2_000, 4_000];
/** Where Slack does not take the token it is the operator's turn, and Slack is spared. */
const refusedMs = 30_000;

interface SlackEvent {
  readonly body: Readonly<Record<string, unknown>>;
  readonly retry_num?: number;
  readonly retry_reason?: string;
  ack(answer?: unknown): Promise<void>;
}

/**
 * Socket Mode. The library would make a new connection only seconds after the old one is gone; here it is made at once,
 * and never while the old one is there: Slack would say half of everything to a socket that nobody listens to.
 */
export function socketMode({ appToken, apiUrl, clock, log }: SocketOptions): Link {
  const closing = new AbortController();
  let client: SocketModeClient | null = null;
  let open = false;
  /** Slack gives few addresses in a minute. Whoever starts waits for none: the next attempt does. */
  let addressAt = 0;

  const connect = async (hear: Hear): Promise<void> => {
    await clock.sleep(Math.max(0, addressAt - clock.now().getTime()), closing.signal);
    if (closing.signal.aborted) return;
    const next = new SocketModeClient({
      appToken: appToken.reveal(),
      autoReconnectEnabled: false,
      clientPingTimeout: pongMs,
      logger: quietLogger(log),
      clientOptions: { ...(apiUrl !== null && { slackApiUrl: apiUrl }), ...toAsk },
    });
    guard(next);
    next.on("slack_event", (event: SlackEvent) => void take(event, hear, log));
    client = next;
    await greeted(next, clock).catch((error: unknown) => {
      addressAt = clock.now().getTime() + (waitOf(error) ?? 0);
      throw toConfigError(error, "SLACK_APP_TOKEN") ?? error;
    });
    open = true;
    next.once("disconnected", () => {
      open = false;
      if (closing.signal.aborted) return;
      log.warn({}, "the connection to Slack broke; it is taken up again");
      void again(hear);
    });
  };
  const again = async (hear: Hear): Promise<void> => {
    const isRefusal = refusals(log);
    let pauseMs = pauseAfter(0);
    for (let failures = 1; !closing.signal.aborted; failures += 1) {
      await clock.sleep(pauseMs, closing.signal);
      if (closing.signal.aborted) return;
      try {
        await connect(hear);
        return log.info({}, "connected to Slack again");
      } catch (error) {
        pauseMs = isRefusal(error) ? refusedMs : pauseAfter(failures);
      }
    }
  };
  return {
    open: connect,
    isOpen: () => open,
    close: async () => {
      closing.abort();
      await client?.disconnect().catch(() => {});
      client = null;
    },
  };
}

/** The library waits for the hello as long as it may take. */
async function greeted(client: SocketModeClient, clock: Clock): Promise<void> {
  const enough = new AbortController();
  const addressed = new Promise<void>((resolve) => void client.once("authenticated", () => resolve()));
  const silence = addressed.then(() => clock.sleep(helloMs, enough.signal));
  try {
    if (await Promise.race([client.start().then(() => true), silence.then(() => false)])) return;
  } finally {
    enough.abort();
  }
  void client.disconnect().catch(() => {});
  throw new Error("Slack does not say hello");
}

const pauseAfter = (failures: number): number => pauses[Math.min(failures, pauses.length - 1)] ?? 0;

/** Whether it is one of the operator's: each kind is told once, however often it comes. */
function refusals(log: Logger): (error: unknown) => boolean {
  const told = new Set<ErrorCode>();
  return (error) => {
    const refusal = toConfigError(error, "SLACK_APP_TOKEN");
    if (refusal === null) return false;
    if (!told.has(refusal.code)) log.error({ code: refusal.code }, refusal.message);
    told.add(refusal.code);
    return true;
  };
}

/** The library fails on an event without an inner one, such as word of a rate limit, and with it the whole program. */
function guard(client: SocketModeClient): void {
  const [handle] = client.listeners("ws_message");
  client.removeAllListeners("ws_message");
  client.on("ws_message", (data: string, isBinary: boolean) => {
    if (!isBinary && hasNoEvent(data)) return;
    void Promise.resolve(handle?.call(client, data, isBinary)).catch(() => {});
  });
}

function hasNoEvent(data: string): boolean {
  try {
    const message: unknown = JSON.parse(data);
    if (typeof message !== "object" || message === null) return true;
    const { type, payload } = message as { type?: unknown; payload?: { event?: { type?: unknown } } };
    return type === "events_api" && typeof payload?.event?.type !== "string";
  } catch {
    return true;
  }
}

/** What cannot be taken is not acknowledged: Slack says it again. */
async function take({ body, retry_num, retry_reason, ack }: SlackEvent, hear: Hear, log: Logger): Promise<void> {
  const retry = retry_num ? { number: retry_num, reason: retry_reason ?? "" } : null;
  try {
    const answer = await hear({ body, retry });
    await ack(answer).catch(() => {}); // the socket is gone: Slack says it again, and it is known
  } catch (error) {
    log.error({ code: "E-PLATFORM-DELIVERY" }, "an event of Slack's could not be taken", error);
  }
}
