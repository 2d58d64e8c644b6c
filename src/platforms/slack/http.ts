import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { verifySlackRequest } from "@slack/bolt";
import { ConfigError } from "../../core/errors.ts";
import type { Clock, Logger } from "../../core/ports.ts";
import type { Secret } from "../../core/secret.ts";
import type { Envelope, Hear, Link } from "./link.ts";
import { eventsPath } from "./manifest.ts";

export interface HttpOptions {
  readonly signingSecret: Secret;
  readonly port: number;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Slack's own bodies are far smaller. */
const largestBody = 1_000_000;
const wholeMs = 5_000;
/** Signed for longer ago or later than this it may be somebody's who has listened. */
const staleMs = 5 * 60_000;

/** Signed requests: events, commands and what people press come to the one address `/slack/events`. */
export function signedHttp(options: HttpOptions): Link {
  let server: Server | null = null;
  return {
    open: (hear) =>
      new Promise((resolve, reject) => {
        const made = createServer({ requestTimeout: wholeMs, headersTimeout: wholeMs }, (request, response) => {
          void serve(request, response, hear, options);
        });
        server = made;
        made.once("error", (error) => reject(isTaken(error) ? portTaken(options.port, error) : error));
        made.listen(options.port, () => resolve());
      }),
    isOpen: () => server?.listening ?? false,
    close: async () => {
      const open = server;
      server = null;
      if (!open) return;
      open.closeAllConnections();
      await new Promise((resolve) => open.close(resolve));
    },
  };
}

const isTaken = (error: NodeJS.ErrnoException): boolean => error.code === "EADDRINUSE" || error.code === "EACCES";

const portTaken = (port: number, cause: Error): ConfigError =>
  new ConfigError("E-CONFIG-INVALID", `SLACK_PORT: ${port} is taken or not allowed. Choose another port.`, { cause });

async function serve(request: IncomingMessage, response: ServerResponse, hear: Hear, options: HttpOptions) {
  const end = (status: number, body = ""): void => void response.writeHead(status).end(body);
  try {
    if (request.method !== "POST" || pathOf(request) !== eventsPath) return end(404);
    const text = await bodyOf(request);
    if (text === null) {
      response.shouldKeepAlive = false;
      return end(413);
    }
    if (!isSlacks(request, text, options)) return end(401);
    const body = parsed(text, String(request.headers["content-type"] ?? ""));
    if (body === null) return end(400);
    if (body["type"] === "url_verification") return end(200, String(body["challenge"] ?? ""));
    const answer = await hear({ body, retry: retryOf(request) });
    if (answer === undefined) return end(200);
    response.setHeader("content-type", "application/json");
    end(200, JSON.stringify(answer));
  } catch (error) {
    options.log.error({ code: "E-PLATFORM-DELIVERY" }, "an event of Slack's could not be taken", error);
    end(503);
  }
}

const pathOf = ({ url = "" }: IncomingMessage): string => url.split("?")[0] ?? "";

async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Whoever sends too much is told so, on the connection that a broken-off reading would destroy.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > largestBody) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function isSlacks({ headers }: IncomingMessage, body: string, { signingSecret, clock }: HttpOptions): boolean {
  const now = clock.now().getTime();
  const time = Number(headers["x-slack-request-timestamp"]);
  const signature = headers["x-slack-signature"];
  if (!Number.isSafeInteger(time) || Math.abs(now - time * 1_000) > staleMs || typeof signature !== "string")
    return false;
  const signed = { "x-slack-request-timestamp": time, "x-slack-signature": signature };
  try {
    verifySlackRequest({ signingSecret: signingSecret.reveal(), body, headers: signed, nowMilliseconds: now });
    return true;
  } catch {
    return false;
  }
}

/** Events are JSON; commands are a form, and what people press is JSON within one. Null where it is neither. */
function parsed(text: string, type: string): Record<string, unknown> | null {
  try {
    if (!type.includes("form")) return object(JSON.parse(text));
    const form = new URLSearchParams(text);
    const payload = form.get("payload");
    return payload === null ? Object.fromEntries(form) : object(JSON.parse(payload));
  } catch {
    return null;
  }
}

const object = (value: unknown): Record<string, unknown> | null =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : null;

function retryOf({ headers }: IncomingMessage): Envelope["retry"] {
  const number = Number(headers["x-slack-retry-num"] ?? 0);
  return number > 0 ? { number, reason: String(headers["x-slack-retry-reason"] ?? "") } : null;
}
