import type { Model, TokenUsage } from "../core/provider.ts";

/** What is known about a model before it is asked. */
export type ModelFacts = Pick<Model, "contextWindow" | "maxOutput" | "supports" | "price">;

/** As much as any chat model that is served today can say in one answer. */
const usualOutput = 4_096;

/** A model that nobody knows: a window small enough for all of them, and no guess at a price. */
export const unknownFacts: ModelFacts = {
  contextWindow: 8_192,
  maxOutput: usualOutput,
  supports: { texts: true, images: false },
  price: () => null,
};

/** A model that runs on this machine costs nothing that could be counted here. */
export const localFacts = (contextWindow: number, sees: boolean): ModelFacts => ({
  contextWindow,
  maxOutput: usualOutput,
  supports: { texts: true, images: sees },
  price: () => 0,
});

/**
 * Windows and list prices from the data inside `@pydantic/genai-prices`, which is never asked to update itself. It is
 * loaded here and not at import: who talks with no hosted model needs none of it.
 */
export async function hostedFacts(maker: "openai" | "anthropic", model: string): Promise<ModelFacts> {
  const { calcPrice } = await import("@pydantic/genai-prices");
  const known = calcPrice({ input_tokens: 0, output_tokens: 0 }, model, { providerId: maker });
  const supports = { texts: true, images: seesByName(model) };
  if (!known) return { ...unknownFacts, supports };
  return {
    contextWindow: known.model.context_window ?? unknownFacts.contextWindow,
    maxOutput: usualOutput,
    supports,
    price: ({ inputTokens, outputTokens }: TokenUsage) =>
      calcPrice({ input_tokens: inputTokens, output_tokens: outputTokens }, model, { providerId: maker })
        ?.total_price ?? null,
  };
}

const seeing = [
  /claude-(?!instant|[12](?!\d))/,
  /gpt-4o|gpt-4\.\d|gpt-4-(turbo|vision)|gpt-[5-9]/,
  /\bo1(?!-(mini|preview))|\bo3(?!-mini)|\bo4/,
  /gemini|gemma-?3(?!.*(\b1b|270m))|llama-?4|mistral-small-?3\.[1-9]/,
  /vision|llava|moondream|minicpm-v|pixtral|internvl|smolvlm|vl\b/,
];
const hearing = /audio|realtime|transcribe|tts/;

/** The hosted APIs do not tell which of their models see, and neither do the servers that speak like them: names do. */
export const seesByName = (model: string): boolean => {
  const name = model.toLowerCase();
  return seeing.some((family) => family.test(name)) && !hearing.test(name);
};
