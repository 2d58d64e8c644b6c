import type { ChatResponse } from "ollama/browser";
import type { ChatRequest, Provider } from "../core/provider.ts";
import type { TimeLimits } from "./call-guard.ts";
import { chatStream, type Part } from "./chat-stream.ts";
import type { OllamaServer } from "./ollama-server.ts";
import { localLimits, type WireDeps } from "./wire.ts";

export interface OllamaOptions extends WireDeps {
  readonly server: OllamaServer;
  readonly limits?: TimeLimits;
}

/** Ollama by its native API: its imitation of OpenAI's cannot set the context window, and breaks tools. */
export function ollamaProvider(options: OllamaOptions): Provider {
  const { host, loopback } = options.server;
  const parts = (request: ChatRequest, fetch: WireDeps["fetch"], signal: AbortSignal) =>
    ask(request, options.server, fetch, signal);
  const limits = options.limits ?? localLimits;
  return {
    name: "ollama",
    locality: loopback ? "local" : "hosted",
    stream: chatStream({ server: `ollama at ${host}`, lines: "ndjson", limits, parts }, options),
  };
}

async function* ask(
  request: ChatRequest,
  server: OllamaServer,
  fetch: WireDeps["fetch"],
  signal: AbortSignal,
): AsyncGenerator<Part> {
  const model = await server.about(request.model, signal);
  // The other entry of the package is the same with file access added.
  const { Ollama } = await import("ollama/browser");
  const client = new Ollama({ host: server.address, fetch });
  const system = request.system ? [{ role: "system", content: request.system }] : [];
  const answer = await client.chat({
    model: request.model,
    messages: [...system, ...messagesOf(request)],
    stream: true,
    // Company wants an answer now; thinking aloud first can take a laptop minutes, and nobody sees it.
    ...(model?.thinks ? { think: false } : {}),
    // Without num_ctx Ollama cuts the beginning of the conversation off and says nothing.
    options: { num_ctx: request.contextWindow, num_predict: request.maxOutputTokens },
  });
  for await (const chunk of answer) yield partOf(chunk);
}

function messagesOf({ messages, images }: ChatRequest) {
  const spoken = messages.map(({ role, text }) => ({ role, content: text }));
  const last = spoken.at(-1);
  if (images.length === 0 || !last) return spoken;
  return [
    ...spoken.slice(0, -1),
    { ...last, images: images.map(({ bytes }) => Buffer.from(bytes).toString("base64")) },
  ];
}

function partOf(chunk: ChatResponse): Part {
  const text = chunk.message?.content ?? "";
  if (!chunk.done) return { text };
  return {
    text,
    stop: chunk.done_reason === "length" ? "length" : "end",
    usage: { inputTokens: chunk.prompt_eval_count ?? 0, outputTokens: chunk.eval_count ?? 0 },
  };
}
