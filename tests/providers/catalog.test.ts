import { describe, expect, it } from "vitest";
import { factsOf } from "../../src/providers/catalog.ts";

describe("the catalog", () => {
  it("knows a family by its name and by the dates of its releases", () => {
    for (const name of ["gpt-4o-mini", "gpt-4o-mini-2024-07-18", "gpt-4o-mini-latest"])
      expect(factsOf(name)).toMatchObject({ contextWindow: 128_000, usdPerMillion: { input: 0.15, output: 0.6 } });
    expect(factsOf("claude-haiku-4-5-20251001").usdPerMillion).toEqual({ input: 1, output: 5 });
  });

  it("guesses no price, and no more window than any model has", () => {
    for (const name of ["x", "gpt-4o-audio-preview", "constructor", "__proto__", ""])
      expect(factsOf(name)).toEqual({ contextWindow: 8_192, maxOutput: 2_048, usdPerMillion: null });
    expect(factsOf("claude-of-tomorrow")).toMatchObject({ contextWindow: 200_000, usdPerMillion: null });
  });

  it("leaves room for a prompt beside the longest answer", () => {
    for (const name of ["gpt-4.1", "gpt-5", "claude-opus-5-5", "unheard-of"]) {
      const { contextWindow, maxOutput } = factsOf(name);
      expect(maxOutput).toBeLessThan(contextWindow / 2);
    }
  });
});
