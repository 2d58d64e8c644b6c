import type OpenAI from "openai";
import type { ChatRequest, Provider, StopReason } from "../core/provider.ts";
import type { Secret } from "../core/secret.ts";
import { CallFailure } from "./call-failure.ts";
import type { TimeLimits } from "./call-guard.ts";
import { chatStream, type Part } from "./chat-stream.ts";
import { isLoopback } from "./loopback.ts";
import { hostedLimits, localLimits, type WireDeps } from "./wire.ts";

export interface OpenaiOptions extends WireDeps {
  /** With `/v1`. Null is OpenAI's own; any other is a server that speaks chat completions and may need no key. */
  readonly baseUrl: string | null;
  readonly apiKey: Secret | null;
  readonly limits?: TimeLimits;
}

/** OpenAI's own address. */
export const openaiUrl = "https://api.openai.com/v1";

/** OpenAI, and every server that speaks its chat completions: LM Studio, vLLM, llama.cpp and others. */
export function openaiProvider(options: OpenaiOptions): Provider {
  const url = new URL(options.baseUrl ?? openaiUrl);
  const local = isLoopback(url);
  const server = `openai at ${url.host}`;
  const limits = options.limits ?? (local ? localLimits : hostedLimits);
  const parts = (request: ChatRequest, fetch: WireDeps["fetch"]) => ask(request, url, options.apiKey, fetch);
  return {
    name: "openai",
    locality: local ? "local" : "hosted",
    stream: chatStream({ server, lines: "sse", limits, parts }, options),
  };
}

async function* ask(request: ChatRequest, url: URL, apiKey: Secret | null, fetch: WireDeps["fetch"]) {
  const official = url.host === new URL(openaiUrl).host;
  if (official && !apiKey) throw new CallFailure("auth", "OPENAI_API_KEY is not set: nothing was sent to OpenAI.");
  const { default: Client } = await import("openai");
  const client = new Client({
    ...silent,
    baseURL: url.href,
    // Its constructor refuses to be without a key; a server of one's own ignores this one.
    apiKey: apiKey?.reveal() ?? "none",
    fetch,
  });
  for await (const chunk of await client.chat.completions.create(bodyOf(request, official))) yield partOf(chunk);
}

/** All that the SDK would otherwise take from the environment, print, or do by itself. */
const silent = {
  adminAPIKey: null,
  organization: null,
  project: null,
  webhookSecret: null,
  logLevel: "off",
  maxRetries: 0,
  // The longest a timer can hold: limits are kept on the wire.
  timeout: 2 ** 31 - 1,
} as const;

function bodyOf(request: ChatRequest, official: boolean): OpenAI.ChatCompletionCreateParamsStreaming {
  const system = request.system ? [{ role: "system", content: request.system } as const] : [];
  return {
    model: request.model,
    messages: [...system, ...messagesOf(request)],
    stream: true,
    stream_options: { include_usage: true },
    // OpenAI's newer models refuse the older name, most other servers ignore the newer.
    ...(official ? { max_completion_tokens: request.maxOutputTokens } : { max_tokens: request.maxOutputTokens }),
  };
}

function messagesOf({ messages, images }: ChatRequest): readonly OpenAI.ChatCompletionMessageParam[] {
  const spoken = messages.map(({ role, text }) => ({ role, content: text }));
  const last = messages.at(-1);
  if (images.length === 0 || !last) return spoken;
  const shown = images.map(({ type, bytes }) => {
    const url = `data:${type};base64,${Buffer.from(bytes).toString("base64")}`;
    return { type: "image_url", image_url: { url } } as const;
  });
  return [...spoken.slice(0, -1), { role: "user", content: [...shown, { type: "text", text: last.text }] }];
}

/** Some servers send less than the types promise: no choices, no delta, `usage: null` until the end. */
type LooseChunk = {
  readonly choices?: readonly {
    readonly delta?: { readonly content?: string | null; readonly refusal?: string | null } | null;
    readonly finish_reason?: string | null;
  }[];
  readonly usage?: { readonly prompt_tokens?: number; readonly completion_tokens?: number } | null;
};

function partOf({ choices, usage }: LooseChunk): Part {
  const choice = choices?.[0];
  return {
    text: (choice?.delta?.content ?? "") + (choice?.delta?.refusal ?? ""),
    ...(choice?.finish_reason ? { stop: reasonOf(choice.finish_reason) } : {}),
    ...(usage ? { usage: { inputTokens: usage.prompt_tokens ?? 0, outputTokens: usage.completion_tokens ?? 0 } } : {}),
  };
}

function reasonOf(finish: string): StopReason {
  if (finish === "length") return "length";
  return finish === "content_filter" ? "refusal" : "end";
}
