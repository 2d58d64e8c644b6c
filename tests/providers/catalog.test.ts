import { expect, test } from "vitest";
import { hostedFacts, localFacts, unknownFacts } from "../../src/providers/catalog.ts";

const million = { inputTokens: 1_000_000, outputTokens: 1_000_000 };

test("a hosted model is known by its name and by the dates of its releases", async () => {
  for (const name of ["gpt-4o-mini", "gpt-4o-mini-2024-07-18"]) {
    const facts = await hostedFacts("openai", name);
    expect(facts.contextWindow).toBe(128_000);
    expect(facts.price({ inputTokens: 1_000_000, outputTokens: 0 })).toBeCloseTo(0.15);
    expect(facts.price(million)).toBeCloseTo(0.75);
  }
});

test("a price that depends on the length of the prompt is charged so", async () => {
  const { price } = await hostedFacts("anthropic", "claude-sonnet-4-5");
  expect(price({ inputTokens: 100_000, outputTokens: 0 })).toBeCloseTo(0.3);
  expect(price({ inputTokens: 400_000, outputTokens: 0 })).toBeCloseTo(2.4);
});

test("no price is guessed for a model that nobody knows", async () => {
  for (const name of ["x", "constructor", "__proto__", ""]) {
    expect(await hostedFacts("openai", name)).toEqual(unknownFacts);
    expect(unknownFacts.price(million)).toBeNull();
  }
});

test("a local model costs nothing", () => {
  expect(localFacts(8_192).price(million)).toBe(0);
});
