import { expect, test } from "vitest";
import { hostedFacts, localFacts, seesByName, unknownFacts } from "../../src/providers/catalog.ts";

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
  expect(localFacts(8_192, false).price(million)).toBe(0);
});

test.each([
  [true, "gpt-4o-mini gpt-4.1 gpt-5 o3 o4-mini claude-haiku-4-5 claude-3-opus-latest claude-sonnet-5-5"],
  [true, "qwen2.5-vl:7b llava-v1.6 pixtral-12b google/gemma-3-12b llama-4-scout gemini-2.5-flash"],
  [false, "gpt-3.5-turbo gpt-4 o1-mini o3-mini gpt-4o-audio-preview claude-2.1 claude-instant-1.2"],
  [false, "llama-3.2-3b mistral-7b gemma-3-1b-it qwen2.5-7b deepseek-r1 constructor"],
])("that a model sees is known by its name (%s): %s", (sees, names) => {
  for (const name of names.split(" ")) expect(seesByName(name), name).toBe(sees);
});
