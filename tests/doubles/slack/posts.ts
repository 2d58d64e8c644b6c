import { createHmac } from "node:crypto";
import type { Settings } from "./options.ts";
import type { Parcel } from "./parcel.ts";

/** Where the app takes HTTP requests: one address, or one for each kind. */
export interface Target {
  readonly events: string;
  readonly commands: string;
  readonly interactivity: string;
  /** The process behind it. */
  readonly bot: string;
}

/** What came back; `reason`: why that was no acknowledgement. */
export interface Posted {
  readonly status: number | null;
  readonly body: unknown;
  readonly reason: string | null;
  readonly noRetry: boolean;
}

export interface Trying {
  readonly attempt: number;
  readonly reason: string;
}

export type Post = (target: Target, parcel: Pick<Parcel, "kind" | "payload">, trying: Trying) => Promise<Posted>;

interface PostOptions {
  readonly settings: Settings;
  readonly now: () => number;
  readonly speed: () => number;
  /** The payload as this process is to see it. */
  readonly addressed: (payload: unknown, bot: string) => unknown;
}

/** Sends signed requests, and gives up on an answer as Slack does. */
export function poster({ settings, now, speed, addressed }: PostOptions): Post {
  const timeOf = (): number => Math.floor((settings.signedBy === "machine" ? Date.now() : now()) / 1_000);
  return async (target, { kind, payload }, { attempt, reason }) => {
    const [url, type, body] = requestOf(kind, addressed(payload, target.bot), target);
    const headers = {
      "content-type": type,
      "user-agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
      ...signature(body, timeOf(), settings.signingSecret),
      ...(attempt > 0 && { "x-slack-retry-num": String(attempt), "x-slack-retry-reason": reason }),
    };
    const signal = AbortSignal.timeout(Math.ceil(settings.acknowledgeMs / speed()));
    try {
      const response = await fetch(url, { method: "POST", headers, body, signal, redirect: "manual" });
      return await read(response);
    } catch (error) {
      const late = error instanceof Error && error.name === "TimeoutError";
      return { status: null, body: null, reason: late ? "http_timeout" : "connection_failed", noRetry: false };
    }
  };
}

const signature = (body: string, seconds: number, secret: string): Readonly<Record<string, string>> => ({
  "x-slack-request-timestamp": String(seconds),
  "x-slack-signature": `v0=${createHmac("sha256", secret).update(`v0:${seconds}:${body}`).digest("hex")}`,
});

const json = "application/json";
const form = "application/x-www-form-urlencoded";

function requestOf(kind: Parcel["kind"], payload: unknown, target: Target): readonly [string, string, string] {
  if (kind === "events_api") return [target.events, json, JSON.stringify(payload)];
  if (kind === "interactive")
    return [target.interactivity, form, new URLSearchParams({ payload: JSON.stringify(payload) }).toString()];
  const fields = Object.entries(payload as Record<string, unknown>).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  return [target.commands, form, new URLSearchParams(fields).toString()];
}

async function read(response: Response): Promise<Posted> {
  const text = await response.text();
  const noRetry = response.headers.get("x-slack-no-retry") === "1";
  return { status: response.status, body: bodyOf(text), reason: response.ok ? null : "http_error", noRetry };
}

function bodyOf(text: string): unknown {
  try {
    return text === "" ? null : JSON.parse(text);
  } catch {
    return text;
  }
}
