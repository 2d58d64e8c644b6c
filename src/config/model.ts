import { z } from "zod";
import type { ModelChoice } from "../core/provider.ts";

const providers = ["ollama", "openai", "anthropic"] as const;

const words = `Write provider:model, such as ollama:llama3.2:3b or openai:gpt-4o-mini, with one of the providers ${providers.join(", ")}; or write offline.`;

/** `offline`, or `provider:model` where the model's own name may hold colons. */
export const modelChoice = z.string(words).transform((text, context): ModelChoice => {
  const [head = "", model] = text.trim().split(/:(.*)/s);
  const provider = providers.find((name) => name === head.toLowerCase());
  if (provider && model && !/\s/.test(model)) return { provider, model };
  if (head.toLowerCase() === "offline" && model === undefined) return "offline";
  context.addIssue({ code: "custom", message: words });
  return z.NEVER;
});
