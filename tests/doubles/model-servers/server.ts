import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { answering, type Behaviour, type Ending, type Step } from "./behaviour.ts";
import type { Shape } from "./shape.ts";

/** A request as it came in. */
export interface Recorded {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  /** Parsed JSON; null without a body. */
  readonly body: Readonly<Record<string, unknown>> | null;
  /** Resolves when the client has closed the connection before the answer was complete. */
  readonly abandoned: Promise<void>;
}

/** How one API frames an answer. */
export interface Frames {
  readonly contentType: string;
  readonly open: (model: string) => string;
  readonly delta: (text: string) => string;
  readonly close: (ending: Ending) => string;
}

/** A fake model server on 127.0.0.1. It answers with what was scheduled, one behaviour a call, the last over and over. */
export interface ModelServer {
  readonly address: string;
  readonly port: number;
  /** Calls of the model, oldest first. */
  readonly calls: readonly Recorded[];
  /** Every request, also those about models. */
  readonly requests: readonly Recorded[];
  /** How many connections were ever opened to it. */
  connections(): number;
  /** Resolves with the call of this number, counted from 0, when it has come in. */
  call(number: number): Promise<Recorded>;
  behave(...behaviours: readonly Behaviour[]): void;
  close(): Promise<void>;
}

export interface ServerOptions {
  /** 0 takes any free one. */
  readonly port?: number;
}

interface Api {
  readonly path: string;
  readonly frames: Frames;
  /** A call that it refuses has status 400, and is no call that a behaviour is spent on. */
  readonly shape: Shape;
  /** Other requests; null is 404. */
  readonly other: (request: Recorded) => object | null;
}

export async function modelServer(api: Api, { port = 0 }: ServerOptions = {}): Promise<ModelServer> {
  const requests: Recorded[] = [];
  const calls: Recorded[] = [];
  let behaviours: readonly Behaviour[] = [answering("Hello.")];
  let connections = 0;
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const recorded = await record(request, response);
    requests.push(recorded);
    if (recorded.method !== "POST" || recorded.path !== api.path) return sendJson(response, api.other(recorded));
    const wrong = api.shape(recorded.body);
    if (wrong !== null) return sendRefusal(response, wrong);
    calls.push(recorded);
    server.emit("call");
    const [now = answering(), ...later] = behaviours;
    if (later.length > 0) behaviours = later;
    await perform(now, api.frames, String(recorded.body?.["model"] ?? ""), response);
  };
  const server = createServer((request, response) => {
    handle(request, response).catch(() => response.destroy());
  });
  server.on("connection", () => {
    connections += 1;
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const listening = (server.address() as AddressInfo).port;
  return {
    address: `http://127.0.0.1:${listening}`,
    port: listening,
    calls,
    requests,
    connections: () => connections,
    call: async (number) => {
      for (;;) {
        const call = calls[number];
        if (call) return call;
        await once(server, "call");
      }
    },
    behave: (...next) => {
      behaviours = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function record(request: IncomingMessage, response: ServerResponse): Promise<Recorded> {
  const abandoned = new Promise<void>((resolve) => {
    response.on("close", () => {
      if (!response.writableFinished) resolve();
    });
  });
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const text = Buffer.concat(chunks).toString("utf8");
  const { method = "", url = "", headers } = request;
  return { method, path: url, headers, body: text ? JSON.parse(text) : null, abandoned };
}

function sendJson(response: ServerResponse, body: object | null): void {
  response.writeHead(body ? 200 : 404, { "content-type": "application/json" });
  response.end(JSON.stringify(body ?? { error: "not found" }));
}

function sendRefusal(response: ServerResponse, message: string): void {
  response.writeHead(400, { "content-type": "application/json" });
  response.end(JSON.stringify({ error: { type: "invalid_request_error", message } }));
}

async function perform(behaviour: Behaviour, frames: Frames, model: string, response: ServerResponse): Promise<void> {
  switch (behaviour.type) {
    case "hang":
      return;
    case "status":
      response.writeHead(behaviour.status, behaviour.headers).end(behaviour.body);
      return;
    case "raw":
      response.writeHead(200, { "content-type": behaviour.contentType }).end(behaviour.body);
      return;
    case "answer":
      response.writeHead(200, { "content-type": frames.contentType });
      return behaviour.split
        ? inPieces(behaviour, frames, model, response)
        : stepwise(behaviour, frames, model, response);
  }
}

type Answer = Extract<Behaviour, { type: "answer" }>;

const frameOf = (step: Step, frames: Frames): string => {
  if (typeof step === "string") return frames.delta(step);
  return "bytes" in step ? step.bytes : "";
};

async function stepwise({ steps, ending }: Answer, frames: Frames, model: string, response: ServerResponse) {
  await send(response, frames.open(model));
  for (const step of steps) {
    if (typeof step === "object" && "until" in step) await step.until;
    else await send(response, frameOf(step, frames));
  }
  if (ending.how === "complete") response.end(frames.close(ending));
  if (ending.how === "unmarked") response.end();
  if (ending.how === "cut") response.destroy();
}

async function inPieces({ steps, ending, split }: Answer, frames: Frames, model: string, response: ServerResponse) {
  const text = [frames.open(model), ...steps.map((step) => frameOf(step, frames)), frames.close(ending)].join("");
  for (const piece of split?.(Buffer.from(text)) ?? []) await send(response, piece);
  response.end();
}

/** Resolves when the bytes are with the network, so that each piece travels by itself as far as that can be had. */
const send = (response: ServerResponse, bytes: string | Buffer): Promise<void> =>
  new Promise((resolve) => {
    if (bytes.length === 0 || response.destroyed) resolve();
    else response.write(bytes, () => setImmediate(resolve));
  });
