import type { Image } from "./attachments/attachment.ts";
import type { Knowledge } from "./conversation/knowledge.ts";
import type { Locale } from "./session.ts";

/** Token counts of one model call, as the provider reports them; 0 where it reports none. */
export interface TokenUsage {
  readonly inputTokens: number;
  readonly outputTokens: number;
}

export type ProviderErrorKind =
  | "unreachable"
  | "auth"
  | "rate-limit"
  | "overloaded"
  | "not-found"
  | "context-length"
  | "bad-request"
  | "empty"
  | "malformed"
  | "cut"
  | "timeout"
  | "aborted"
  | "unknown";

export type StopReason = "end" | "length" | "refusal";

/** What a provider says while it answers. A stream ends in exactly one `stop` or `error`, and never throws. */
export type ChatEvent =
  | { readonly type: "text"; readonly delta: string }
  | { readonly type: "stop"; readonly reason: StopReason; readonly usage: TokenUsage }
  | {
      readonly type: "error";
      readonly kind: ProviderErrorKind;
      /** For the operator's log; holds no word of the conversation and no secret. */
      readonly message: string;
      readonly retryAfterMs: number | null;
      readonly usage: TokenUsage;
    };

export interface ChatMessage {
  readonly role: "user" | "assistant";
  readonly text: string;
}

export interface ChatRequest {
  /** The model's name as the provider knows it. */
  readonly model: string;
  readonly system: string;
  /** Begins with a user message, ends with the one to be answered. */
  readonly messages: readonly ChatMessage[];
  /** They belong to the last message. None for a model that does not see. */
  readonly images: readonly Image[];
  readonly maxOutputTokens: number;
  /** In tokens. Ollama truncates silently unless it is told. */
  readonly contextWindow: number;
  /** What this turn knows, as data. A language model reads it in the prompt; the offline companion reads it here. */
  readonly knowledge: Knowledge;
}

export interface Provider {
  readonly name: string;
  readonly locality: "local" | "hosted";
  stream(request: ChatRequest, signal: AbortSignal): AsyncIterable<ChatEvent>;
}

export interface Model {
  /** As a person names it: `provider:model`, or `offline`. */
  readonly id: string;
  readonly name: string;
  readonly provider: Provider;
  /** In tokens. */
  readonly contextWindow: number;
  readonly maxOutput: number;
  /** What it can take in beside what is said: the content of text files, and images. */
  readonly supports: { readonly texts: boolean; readonly images: boolean };
  /** US dollars for one call; null where no price is known. */
  readonly price: (usage: TokenUsage) => number | null;
}

/** What somebody has named as the model that answers. */
export type ModelChoice = "offline" | { readonly provider: "ollama" | "openai" | "anthropic"; readonly model: string };

/** Which model answers now. Asked anew for every turn: a local model may appear while the program runs. */
export interface ModelRoute {
  current(): Model;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** For the first screen, in words that can stand side by side: which mind answers and why, and where words go. */
  describe(locale: Locale): { readonly choice: string; readonly destination: string };
}
