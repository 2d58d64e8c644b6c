import type { Ending } from "./behaviour.ts";
import { type Frames, type ModelServer, modelServer, type ServerOptions } from "./server.ts";
import { openaiShape } from "./shape.ts";

const event = (data: unknown): string => `data: ${typeof data === "string" ? data : JSON.stringify(data)}\n\n`;

const chunk = (delta: object, finish: string | null = null): string =>
  event({
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 1,
    model: "fake",
    choices: [{ index: 0, delta, finish_reason: finish }],
  });

const finishes = { end: "stop", length: "length", refusal: "content_filter" } as const;

const usageChunk = ({ usage }: Ending): string =>
  usage
    ? event({
        id: "chatcmpl-1",
        object: "chat.completion.chunk",
        created: 1,
        model: "fake",
        choices: [],
        usage: {
          prompt_tokens: usage.inputTokens,
          completion_tokens: usage.outputTokens,
          total_tokens: usage.inputTokens + usage.outputTokens,
        },
      })
    : "";

const frames: Frames = {
  contentType: "text/event-stream",
  open: () => chunk({ role: "assistant", content: "" }),
  delta: (text) => chunk({ content: text }),
  close: (ending) => chunk({}, finishes[ending.reason]) + usageChunk(ending) + event("[DONE]"),
};

/** Speaks OpenAI's chat completions; its base URL is the address with `/v1`. */
export const fakeOpenai = (options?: ServerOptions): Promise<ModelServer> =>
  modelServer({ path: "/v1/chat/completions", frames, shape: openaiShape, other: () => null }, options);
