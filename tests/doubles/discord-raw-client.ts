import { onTestFinished } from "vitest";
import { WebSocket } from "ws";
import type { Answer } from "../fixtures/discord/answers.ts";
import { until } from "../until.ts";
import { token } from "./discord-client.ts";

export interface Frame {
  readonly op: number;
  readonly t: string;
  readonly s: number;
  readonly d: Readonly<Record<string, unknown>>;
}

const intents = { guilds: 1 << 0, guildMessages: 1 << 9, directMessages: 1 << 12, messageContent: 1 << 15 };

/** Identifies, and hands out what is dispatched as it came, by name and in order. */
export function rawGateway(address: string) {
  const socket = new WebSocket(`${address.replace("http", "ws")}/gateway?v=10&encoding=json`);
  onTestFinished(() => socket.terminate());
  const frames: Frame[] = [];
  const asked = Object.values(intents).reduce((sum, bit) => sum | bit, 0);
  socket.on("message", (data) => {
    const frame = JSON.parse(String(data)) as Frame;
    if (frame.op === 10)
      socket.send(JSON.stringify({ op: 2, d: { token, intents: asked, properties: {}, shard: [0, 1] } }));
    if (frame.op === 0) frames.push(frame);
  });
  return async (name: string): Promise<Frame> => {
    await until(() => frames.some(({ t }) => t === name), name);
    const at = frames.findIndex(({ t }) => t === name);
    const [found] = frames.splice(at, 1);
    if (!found) throw new Error(`there is no ${name}`);
    return found;
  };
}

/** Asks `GET /users/@me`, and tells the whole answer. */
export async function rawAnswer(address: string, request: string, body?: unknown): Promise<Answer> {
  const [method = "GET", path = ""] = request.split(" ");
  const response = await fetch(`${address}/api/v10${path}`, {
    method,
    headers: { authorization: `Bot ${token}`, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  const headers = Object.fromEntries(response.headers);
  return { request, status: response.status, headers, body: text === "" ? null : JSON.parse(text) };
}
