import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { type Random, seeded } from "./random.ts";

/** One call of the model: which tokens stood in the message to be answered. */
export interface TokenCall {
  /** Counts from 1. It stands in every word of the answer. */
  readonly serial: number;
  readonly tokens: readonly string[];
  readonly at: number;
}

/** How the model fares. Shares are from 0 to 1. */
export interface ModelWeather {
  readonly hang: number;
  readonly refuse: number;
  readonly slow: number;
  /** Nobody answers at all. */
  readonly away: boolean;
}

/**
 * A model that speaks OpenAI's chat completions and answers tokens: for `#T12#` in the message it says `re:T12`, words
 * that name the call and their place in it (`c7.0 c7.1 ...`), and `end:T12`.
 */
export interface TokenModel {
  /** Its base URL, with `/v1`. */
  readonly baseUrl: string;
  calls(): readonly TokenCall[];
  /** What was sent to it, as it came. */
  bodies(): readonly string[];
  weather(changes: Partial<ModelWeather>): void;
  close(): Promise<void>;
}

interface ModelOptions {
  readonly seed: number;
  readonly now: () => number;
}

const marker = "[The message]";
/** Who asks so gets a long answer; others sometimes do. */
const wish = "at length";
const longShare = 0.2;

export async function tokenModel({ seed, now }: ModelOptions): Promise<TokenModel> {
  const random = seeded(seed);
  const calls: TokenCall[] = [];
  const bodies: string[] = [];
  let weather: ModelWeather = { hang: 0, refuse: 0, slow: 0, away: false };
  const answer = async (body: string, response: ServerResponse): Promise<void> => {
    bodies.push(body);
    const message = messageIn(body);
    const call = { serial: calls.length + 1, tokens: tokensIn(message), at: now() };
    calls.push(call);
    if (random.chance(weather.hang)) return;
    if (random.chance(weather.refuse)) return void response.writeHead(503).end('{"error":{"message":"overloaded"}}');
    const ms = random.chance(weather.slow) ? 3_000 : random.between(20, 300);
    await stream(chunksOf(answerTo(call, message.includes(wish), random), random), ms, response);
  };
  const server = createServer(async (request, response) => {
    if (weather.away) return void response.destroy();
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    await answer(Buffer.concat(chunks).toString("utf8"), response).catch(() => response.destroy());
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls: () => calls,
    bodies: () => bodies,
    weather: (changes) => {
      weather = { ...weather, ...changes };
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

interface ChatBody {
  readonly messages: readonly { readonly role: string; readonly content: string | readonly { text?: string }[] }[];
}

/** What is to be answered: everything after the last line that says so. */
function messageIn(body: string): string {
  const { messages } = JSON.parse(body) as ChatBody;
  const last = messages.filter(({ role }) => role === "user").at(-1)?.content ?? "";
  const text = typeof last === "string" ? last : last.map((part) => part.text ?? "").join("");
  const lines = text.split("\n");
  return lines.slice(lines.lastIndexOf(marker) + 1).join("\n");
}

const tokensIn = (text: string): readonly string[] => [...text.matchAll(/#(T\d+)#/g)].map(([, token = ""]) => token);

function answerTo({ serial, tokens }: TokenCall, wished: boolean, random: Random): string {
  let at = 0;
  const words = (count: number): string => Array.from({ length: count }, () => `c${serial}.${at++}`).join(" ");
  const one = (token: string): string => {
    const count = wished || random.chance(longShare) ? random.between(100, 220) : random.between(1, 20);
    return `re:${token} ${words(count)} end:${token}`;
  };
  return tokens.length === 0 ? `nothing to answer ${words(1)}` : tokens.map(one).join(" ");
}

function chunksOf(text: string, random: Random): readonly string[] {
  const size = Math.ceil(text.length / random.between(2, 16));
  return text.match(new RegExp(`.{1,${size}}`, "gs")) ?? [];
}

async function stream(chunks: readonly string[], ms: number, response: ServerResponse): Promise<void> {
  response.writeHead(200, { "content-type": "text/event-stream" });
  const send = (choices: readonly object[], usage: object | null): boolean =>
    response.write(`data: ${JSON.stringify({ ...frame, choices, ...(usage && { usage }) })}\n\n`);
  for (const content of chunks) {
    if (response.destroyed) return;
    send([{ index: 0, delta: { content }, finish_reason: null }], null);
    await pause(ms / chunks.length);
  }
  send([{ index: 0, delta: {}, finish_reason: "stop" }], null);
  send([], { prompt_tokens: 11, completion_tokens: 7, total_tokens: 18 });
  response.end("data: [DONE]\n\n");
}

const frame = { id: "chatcmpl-1", object: "chat.completion.chunk", created: 1, model: "fake" } as const;
