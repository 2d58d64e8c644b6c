import type { Model } from "../core/provider.ts";

/** What is known about a model before it is asked. */
export type ModelFacts = Pick<Model, "contextWindow" | "maxOutput" | "usdPerMillion">;

const facts = (contextWindow: number, maxOutput: number, input: number, output: number): ModelFacts => ({
  contextWindow,
  maxOutput,
  usdPerMillion: { input, output },
});

/**
 * Families of models with the list prices of their makers for reading and writing a million tokens, as published at the
 * end of 2026. Windows are what a prompt may fill together with its answer.
 */
const families: ReadonlyMap<string, ModelFacts> = new Map(
  Object.entries({
    "gpt-4o": facts(128_000, 16_384, 2.5, 10),
    "gpt-4o-mini": facts(128_000, 16_384, 0.15, 0.6),
    "gpt-4.1": facts(1_047_576, 32_768, 2, 8),
    "gpt-4.1-mini": facts(1_047_576, 32_768, 0.4, 1.6),
    "gpt-4.1-nano": facts(1_047_576, 32_768, 0.1, 0.4),
    "gpt-5": facts(400_000, 128_000, 1.25, 10),
    "gpt-5-mini": facts(400_000, 128_000, 0.25, 2),
    "gpt-5-nano": facts(400_000, 128_000, 0.05, 0.4),
    "claude-haiku-4-5": facts(200_000, 64_000, 1, 5),
    "claude-sonnet-4-5": facts(200_000, 64_000, 3, 15),
    "claude-sonnet-5": facts(1_000_000, 128_000, 2, 10),
    "claude-sonnet-5-5": facts(1_000_000, 128_000, 2, 10),
    "claude-opus-4-5": facts(200_000, 64_000, 5, 25),
    "claude-opus-5": facts(1_000_000, 128_000, 5, 25),
    "claude-opus-5-5": facts(1_000_000, 128_000, 4, 20),
  }),
);

/** Small enough for any model that is served today; a price that nobody knows is not guessed. */
const unknown: ModelFacts = { contextWindow: 8_192, maxOutput: 2_048, usdPerMillion: null };

/** Every Claude since the third generation reads this much. */
const unknownClaude: ModelFacts = { contextWindow: 200_000, maxOutput: 4_096, usdPerMillion: null };

/** A model that runs on this machine costs nothing that could be counted here. */
export const localFacts = (contextWindow: number): ModelFacts => ({
  contextWindow,
  maxOutput: unknown.maxOutput,
  usdPerMillion: { input: 0, output: 0 },
});

/** By the family's own name, or with the date of a release behind it: another suffix may be another model. */
export function factsOf(model: string): ModelFacts {
  const family = model.replace(/-(latest|\d{8}|\d{4}-\d{2}-\d{2})$/, "");
  return families.get(family) ?? (/^claude-/.test(model) ? unknownClaude : unknown);
}
