import { defaultPersona } from "../../core/persona/persona.ts";
import type { ChatEvent, ChatRequest, Provider, TokenUsage } from "../../core/provider.ts";
import { replyTo } from "./reply.ts";

const nothing: TokenUsage = { inputTokens: 0, outputTokens: 0 };

/** An honest companion without a language model: it answers from what the turn knows, as data, and from nothing else. */
export const offlineProvider = (name: string = defaultPersona.name): Provider => ({
  name: "offline",
  locality: "local",
  async *stream(request, signal) {
    try {
      for (const delta of deltasOf(name, request)) {
        if (signal.aborted) return yield failure("aborted", "stopped by the person or the program");
        yield { type: "text", delta };
      }
      yield { type: "stop", reason: "end", usage: nothing };
    } catch (error) {
      yield failure("unknown", `the offline companion failed: ${error instanceof Error ? error.name : typeof error}`);
    }
  },
});

/** Word by word, like the models. */
function deltasOf(name: string, { knowledge, messages }: ChatRequest): readonly string[] {
  const reply = replyTo({ name, knowledge, earlier: messages.slice(0, -1) });
  return reply.match(/\s*\S+/gu) ?? [];
}

const failure = (kind: "aborted" | "unknown", message: string): ChatEvent => ({
  type: "error",
  kind,
  message,
  retryAfterMs: null,
  usage: nothing,
});
