import type Anthropic from "@anthropic-ai/sdk";
import type { ChatRequest, Provider, StopReason } from "../core/provider.ts";
import type { Secret } from "../core/secret.ts";
import { CallFailure } from "./call-failure.ts";
import type { TimeLimits } from "./call-guard.ts";
import { chatStream, type Part } from "./chat-stream.ts";
import { isLoopback } from "./loopback.ts";
import { hostedLimits, localLimits, type WireDeps } from "./wire.ts";

export interface AnthropicOptions extends WireDeps {
  /** Without `/v1`. Null is Anthropic's own. */
  readonly baseUrl: string | null;
  readonly apiKey: Secret | null;
  readonly limits?: TimeLimits;
}

/** Anthropic's own address. */
export const anthropicUrl = "https://api.anthropic.com";

/** Anthropic's Messages API, and servers that speak it. */
export function anthropicProvider(options: AnthropicOptions): Provider {
  const url = new URL((options.baseUrl ?? anthropicUrl).replace(/(\/v1)?\/*$/, ""));
  const local = isLoopback(url);
  const server = `anthropic at ${url.host}`;
  const limits = options.limits ?? (local ? localLimits : hostedLimits);
  const parts = (request: ChatRequest, fetch: WireDeps["fetch"]) => ask(request, url, options.apiKey, fetch);
  return {
    name: "anthropic",
    locality: local ? "local" : "hosted",
    stream: chatStream({ server, lines: "sse", limits, parts }, options),
  };
}

type Events = AsyncIterable<Anthropic.RawMessageStreamEvent>;

async function* ask(request: ChatRequest, url: URL, apiKey: Secret | null, fetch: WireDeps["fetch"]) {
  if (url.host === new URL(anthropicUrl).host && !apiKey)
    throw new CallFailure("auth", "ANTHROPIC_API_KEY is not set: nothing was sent to Anthropic.");
  const { default: Client } = await import("@anthropic-ai/sdk");
  // Without a key the SDK would look for credentials in the home folder.
  const key = apiKey?.reveal() ?? "none";
  const client = new Client({ ...silent, baseURL: url.href, apiKey: key, defaultHeaders: olderKey(url, key), fetch });
  // `messages.create` is this call, and prints on the console what it thinks of some models.
  yield* partsOf(await client.post<Events>("/v1/messages", { body: bodyOf(request), stream: true }));
}

/** Servers built for the API of 2023 read the key where it stood then. */
const olderKey = (url: URL, key: string) => (url.host === new URL(anthropicUrl).host ? {} : { "x-api-key": key });

/** All that the SDK would otherwise take from the environment, print, trace, or do by itself. */
const silent = {
  authToken: null,
  webhookKey: null,
  openTelemetry: false,
  logLevel: "off",
  maxRetries: 0,
  // The longest a timer can hold: limits are kept on the wire.
  timeout: 2 ** 31 - 1,
} as const;

function messagesOf({ messages, images }: ChatRequest): Anthropic.MessageParam[] {
  const spoken = messages.map(({ role, text }) => ({ role, content: text }));
  const last = messages.at(-1);
  if (images.length === 0 || !last) return spoken;
  const shown = images.map(({ type, bytes }) => {
    const data = Buffer.from(bytes).toString("base64");
    return { type: "image", source: { type: "base64", media_type: type, data } } as const;
  });
  return [...spoken.slice(0, -1), { role: "user", content: [...shown, { type: "text", text: last.text }] }];
}

const bodyOf = (request: ChatRequest): Anthropic.MessageCreateParamsStreaming => ({
  model: request.model,
  ...(request.system ? { system: [{ type: "text", text: request.system }] } : {}),
  messages: messagesOf(request),
  max_tokens: request.maxOutputTokens,
  stream: true,
});

/** The reason to stop comes in an event of its own; only `message_stop` says that nothing was cut off behind it. */
async function* partsOf(events: Events): AsyncGenerator<Part> {
  let reason: StopReason = "end";
  for await (const event of events) {
    if (event.type === "message_start") yield { usage: { inputTokens: promptTokens(event.message.usage) } };
    if (event.type === "content_block_delta" && event.delta.type === "text_delta") yield { text: event.delta.text };
    if (event.type === "message_delta") {
      reason = reasonOf(event.delta.stop_reason);
      yield { usage: { outputTokens: event.usage?.output_tokens ?? 0 } };
    }
    if (event.type === "message_stop") yield { stop: reason };
  }
}

/** What was read from or written to the cache is part of the prompt, and is counted apart. */
const promptTokens = (usage: Partial<Anthropic.Usage> = {}): number =>
  (usage.input_tokens ?? 0) + (usage.cache_creation_input_tokens ?? 0) + (usage.cache_read_input_tokens ?? 0);

function reasonOf(stop: string | null): StopReason {
  if (stop === "max_tokens" || stop === "model_context_window_exceeded") return "length";
  return stop === "refusal" ? "refusal" : "end";
}
