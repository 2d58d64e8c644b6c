import type { Model, TokenUsage } from "../core/provider.ts";

/** What is known about a model before it is asked. */
export type ModelFacts = Pick<Model, "contextWindow" | "maxOutput" | "price">;

/** As much as any chat model that is served today can say in one answer. */
const usualOutput = 4_096;

/** A model that nobody knows: a window small enough for all of them, and no guess at a price. */
export const unknownFacts: ModelFacts = { contextWindow: 8_192, maxOutput: usualOutput, price: () => null };

/** A model that runs on this machine costs nothing that could be counted here. */
export const localFacts = (contextWindow: number): ModelFacts => ({
  contextWindow,
  maxOutput: usualOutput,
  price: () => 0,
});

/**
 * Windows and list prices from the data inside `@pydantic/genai-prices`, which is never asked to update itself. It is
 * loaded here and not at import: who talks with no hosted model needs none of it.
 */
export async function hostedFacts(maker: "openai" | "anthropic", model: string): Promise<ModelFacts> {
  const { calcPrice } = await import("@pydantic/genai-prices");
  const known = calcPrice({ input_tokens: 0, output_tokens: 0 }, model, { providerId: maker });
  if (!known) return unknownFacts;
  return {
    contextWindow: known.model.context_window ?? unknownFacts.contextWindow,
    maxOutput: usualOutput,
    price: ({ inputTokens, outputTokens }: TokenUsage) =>
      calcPrice({ input_tokens: inputTokens, output_tokens: outputTokens }, model, { providerId: maker })
        ?.total_price ?? null,
  };
}
