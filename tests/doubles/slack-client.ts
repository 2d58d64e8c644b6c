import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { until } from "../until.ts";
import type { Doing } from "./slack/doings.ts";
import type { SlackOptions } from "./slack/options.ts";
import type { PersonEvent } from "./slack/records.ts";
import { slackDouble } from "./slack/slack.ts";

export const token = "xoxb-double-of-slack";
export const appToken = "xapp-double-of-slack";
export const team = "T0HARBOUR01";
export const bot = "U0FAMILIAR1";
export const channel = "C0GENERAL01";
export const quiet = "C0QUIET0001";
export const anna = { id: "U0ANNA00001", name: "anna", realName: "Anna Berg" };
export const ben = { id: "U0BEN000001", name: "ben", realName: "Ben Roth" };
export const mention = `<@${bot}>`;

export const saying = (text: string, more: object = {}): Doing => ({ type: "say", by: anna, channel, text, ...more });

export async function aDouble(options: SlackOptions = {}) {
  const double = await slackDouble(options);
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

export type Double = Awaited<ReturnType<typeof aDouble>>;

export interface ApiAnswer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: what Slack answers is looked at, not typed
  readonly body: any;
}

interface Asking {
  readonly as?: string;
  readonly token?: string | null;
  readonly form?: boolean;
}

/** Calls a method of the Web API, with JSON or as a form, and tells the whole answer. */
export async function api(
  { address }: { readonly address: string },
  method: string,
  args: Readonly<Record<string, unknown>> = {},
  { as, token: given = token, form = false }: Asking = {},
): Promise<ApiAnswer> {
  const way = as === undefined ? "" : `/as/${as}`;
  const fields = Object.entries(args).map(([name, value]): [string, string] => [
    name,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
  const response = await fetch(`${address}${way}/api/${method}`, {
    method: "POST",
    headers: {
      ...(given !== null && { authorization: `Bearer ${given}` }),
      "content-type": form ? "application/x-www-form-urlencoded" : "application/json",
    },
    body: form ? new URLSearchParams(fields).toString() : JSON.stringify(args),
  });
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** What Slack answers instead of carrying it out; null where it does. */
export const errorOf = async (answer: Promise<ApiAnswer>): Promise<string | null> => (await answer).body.error ?? null;

export interface Frame {
  readonly type: string;
  readonly envelope_id?: string;
  readonly reason?: string;
  readonly retry_attempt?: number;
  readonly retry_reason?: string;
  readonly accepts_response_payload?: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: what Slack sends is looked at, not typed
  readonly payload: any;
  readonly [name: string]: unknown;
}

interface Listening {
  readonly as?: string;
  /** Whether everything is acknowledged as it comes. */
  readonly acknowledges?: boolean;
}

/** Opens a socket, and hands out what comes through it. */
export async function aSocket(double: { readonly address: string }, { as, acknowledges = true }: Listening = {}) {
  const { body } = await api(double, "apps.connections.open", {}, { token: appToken, ...(as !== undefined && { as }) });
  const socket = new WebSocket(body.url);
  onTestFinished(() => socket.terminate());
  const frames: Frame[] = [];
  const acknowledge = ({ envelope_id }: Frame, payload?: unknown): void =>
    socket.send(JSON.stringify({ envelope_id, ...(payload !== undefined && { payload }) }));
  socket.on("message", (data) => {
    const frame = JSON.parse(String(data)) as Frame;
    if (acknowledges && frame.envelope_id !== undefined) acknowledge(frame);
    frames.push(frame);
  });
  socket.on("error", () => {});
  const next = async (so: (frame: Frame) => boolean, what: string): Promise<Frame> => {
    await until(() => frames.some(so), what);
    const [found] = frames.splice(frames.findIndex(so), 1);
    if (!found) throw new Error(`there is no ${what}`);
    return found;
  };
  const hello = await next(({ type }) => type === "hello", "a hello");
  const event = (name: string): Promise<Frame> => next(({ payload }) => payload?.event?.type === name, name);
  return { socket, frames, hello, next, event, acknowledge };
}
