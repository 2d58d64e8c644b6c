import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Answer } from "./requests.ts";

/** One request, parsed. */
export interface Call {
  /** `POST /bot/messages`, with each variable part as `:id`. */
  readonly route: string;
  readonly parts: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Readonly<Record<string, unknown>>;
  readonly bot: string;
  /** Aborts when whoever asked has gone. */
  readonly gone: AbortSignal;
}

export type Route = (call: Call) => Promise<Answer> | Answer;

export interface HttpServer {
  readonly address: string;
  close(): Promise<void>;
}

/** Routes are `METHOD /path/:id/more`. */
export async function httpServer(routes: Readonly<Record<string, Route>>): Promise<HttpServer> {
  const table = Object.entries(routes).map(([route, answer]) => ({ route, pattern: patternOf(route), answer }));
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const line = `${request.method} ${url.pathname}`;
    const found = table.find(({ pattern }) => pattern.test(line));
    if (!found) return respond(response, { status: 404, body: { error: "no such route" } });
    const parts = (found.pattern.exec(line) ?? []).slice(1).map(decodeURIComponent);
    const call = { ...found, parts, query: url.searchParams, bot: botOf(request), gone: goneSignal(response) };
    respond(response, await found.answer({ ...call, body: await bodyOf(request) }));
  };
  const server = createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      response.writeHead(400).end(String(error));
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

const patternOf = (route: string): RegExp => new RegExp(`^${route.replaceAll(/:\w+/g, "([^/]+)")}$`);

const botOf = (request: IncomingMessage): string => String(request.headers["x-bot"] ?? "");

function goneSignal(response: ServerResponse): AbortSignal {
  const gone = new AbortController();
  response.on("close", () => gone.abort());
  return gone.signal;
}

async function bodyOf(request: IncomingMessage): Promise<Call["body"]> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString("utf8") || "{}");
}

function respond(response: ServerResponse, answer: Answer): void {
  if (answer === null) {
    response.destroy();
    return;
  }
  const { status, body, retryAfterMs } = answer;
  const headers = {
    "content-type": "application/json",
    ...(retryAfterMs && { "retry-after": String(retryAfterMs / 1000) }),
  };
  response.writeHead(status, headers).end(JSON.stringify(body));
}
