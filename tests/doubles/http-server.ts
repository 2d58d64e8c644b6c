import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";

/** What goes back. Null: the connection is dropped instead. */
export type Answer = {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
} | null;

export interface FileSent {
  readonly filename: string;
  readonly content_type: string;
  readonly size: number;
}

/** One request, parsed. */
export interface Call {
  readonly method: string;
  /** Below what all of them have in common, such as `/api/v10`. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly files: readonly FileSent[];
  readonly bot: string;
  readonly userAgent: string;
  readonly authorization: string;
  readonly contentType: string;
}

/** `METHOD /path/:param/more`. */
export type Routes = Readonly<Record<string, (call: Call) => Promise<Answer> | Answer>>;

export interface HttpServer {
  readonly address: string;
  close(): Promise<void>;
}

interface ServerOptions {
  /** What the paths of the interface begin with. */
  readonly below: string;
  readonly routes: Routes;
  readonly otherwise: Answer;
  /** Whether dropped connections end by a reset. */
  readonly resets: () => boolean;
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer, bot: string) => void;
}

/** Connections break when a trial wants them to, and not because nobody has asked anything for five seconds. */
const idleMs = 120_000;

/** Each process may have a way of its own, `/as/NAME` before everything, so that a history can name it. */
export async function httpServer({ below, routes, otherwise, resets, upgrade }: ServerOptions): Promise<HttpServer> {
  const table = Object.entries(routes).map(([route, answer]) => ({ pattern: patternOf(route), answer }));
  const answerTo = async (request: IncomingMessage): Promise<Answer> => {
    const { bot, pathname, searchParams: query } = placeOf(request);
    const line = `${request.method} ${pathname}`;
    const found = table.find(({ pattern }) => pattern.test(line));
    const params = decoded(found?.pattern.exec(line)?.groups ?? {});
    const sent = await bodyOf(request);
    const common = { method: request.method ?? "", path: pathname.replace(below, ""), params, query, bot };
    return found ? found.answer({ ...common, ...sent, ...headersOf(request) }) : otherwise;
  };
  const server = createServer({ keepAliveTimeout: idleMs }, (request, response) => {
    answerTo(request)
      .then((answer) => respond(response, answer, resets()))
      .catch((error: unknown) => response.writeHead(400).end(String(error)));
  });
  server.on("upgrade", (request, socket, head) => upgrade(request, socket, head, placeOf(request).bot));
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

const patternOf = (route: string): RegExp => new RegExp(`^${route.replaceAll(/:(\w+)/g, "(?<$1>[^/]+)")}/?$`);

const decoded = (groups: Readonly<Record<string, string>>): Call["params"] =>
  Object.fromEntries(Object.entries(groups).map(([name, value]) => [name, decodeURIComponent(value)]));

function placeOf(request: IncomingMessage): { bot: string; pathname: string; searchParams: URLSearchParams } {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
  const [, bot = "", rest] = /^\/as\/([^/]+)(\/.*)?$/.exec(pathname) ?? [];
  return { bot, pathname: bot === "" ? pathname : (rest ?? "/"), searchParams };
}

const headersOf = ({ headers }: IncomingMessage): Pick<Call, "userAgent" | "authorization" | "contentType"> => ({
  userAgent: headers["user-agent"] ?? "",
  authorization: headers.authorization ?? "",
  contentType: headers["content-type"] ?? "",
});

async function bodyOf(request: IncomingMessage): Promise<Pick<Call, "body" | "files">> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  if (type.startsWith("multipart/form-data")) return formOf(bytes, type);
  if (type.startsWith("application/x-www-form-urlencoded"))
    return { body: Object.fromEntries(new URLSearchParams(bytes.toString("utf8"))), files: [] };
  return { body: bytes.length === 0 ? null : JSON.parse(bytes.toString("utf8")), files: [] };
}

async function formOf(bytes: Buffer, type: string): Promise<Pick<Call, "body" | "files">> {
  const form = await new Response(new Uint8Array(bytes), { headers: { "content-type": type } }).formData();
  const json = form.get("payload_json");
  const files = [...form.values()].flatMap((value) =>
    typeof value === "string" ? [] : [{ filename: value.name, content_type: value.type, size: value.size }],
  );
  return { body: typeof json === "string" ? JSON.parse(json) : null, files };
}

function respond(response: ServerResponse, answer: Answer, reset: boolean): void {
  if (answer === null) {
    if (reset) response.socket?.resetAndDestroy();
    else response.destroy();
    return;
  }
  const { status, body, headers = {} } = answer;
  if (status === 204) response.writeHead(204, headers).end();
  else if (body instanceof Uint8Array) response.writeHead(status, headers).end(body);
  else if (typeof body === "string" && "content-type" in headers) response.writeHead(status, headers).end(body);
  else response.writeHead(status, { "content-type": "application/json", ...headers }).end(JSON.stringify(body));
}
