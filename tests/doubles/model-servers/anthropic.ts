import type { Ending } from "./behaviour.ts";
import { type Frames, type ModelServer, modelServer, type ServerOptions } from "./server.ts";
import { anthropicShape } from "./shape.ts";

const event = (data: { readonly type: string } & Readonly<Record<string, unknown>>): string =>
  `event: ${data.type}\ndata: ${JSON.stringify(data)}\n\n`;

const message = (model: string) => ({
  type: "message_start",
  message: {
    id: "msg_1",
    type: "message",
    role: "assistant",
    model,
    content: [],
    stop_reason: null,
    stop_sequence: null,
    usage: { input_tokens: 11, output_tokens: 1 },
  },
});

const block = { type: "content_block_start", index: 0, content_block: { type: "text", text: "" } };

const reasons = { end: "end_turn", length: "max_tokens", refusal: "refusal" } as const;

const stop = ({ reason, usage }: Ending) => ({
  type: "message_delta",
  delta: { stop_reason: reasons[reason], stop_sequence: null },
  usage: { output_tokens: usage?.outputTokens ?? 0 },
});

const frames: Frames = {
  contentType: "text/event-stream",
  open: (model) => event(message(model)) + event(block) + event({ type: "ping" }),
  delta: (text) => event({ type: "content_block_delta", index: 0, delta: { type: "text_delta", text } }),
  close: (ending) =>
    event({ type: "content_block_stop", index: 0 }) + event(stop(ending)) + event({ type: "message_stop" }),
};

/** Speaks Anthropic's Messages API. Its prompts always count 11 tokens. */
export const fakeAnthropic = (options?: ServerOptions): Promise<ModelServer> =>
  modelServer({ path: "/v1/messages", frames, shape: anthropicShape, other: () => null }, options);
