import type { Logger } from "../core/ports.ts";
import type { Model, ModelChoice, ModelRoute, Provider } from "../core/provider.ts";
import type { Secret } from "../core/secret.ts";
import type { Locale } from "../core/session.ts";
import { words } from "../locales/words.ts";
import { anthropicProvider, anthropicUrl } from "./anthropic.ts";
import { hostedFacts, localFacts, type ModelFacts, unknownFacts } from "./catalog.ts";
import { atMost, foundRoute, startMs } from "./found-route.ts";
import { ollamaProvider } from "./ollama.ts";
import { defaultWindow, namesRemote, ollamaServer } from "./ollama-server.ts";
import { openaiProvider, openaiUrl } from "./openai.ts";
import type { WireDeps } from "./wire.ts";

/** Addresses have a scheme; null is the provider's usual one. */
export interface RouteOptions extends WireDeps {
  readonly choice: ModelChoice | null;
  readonly offline: Provider;
  readonly ollama: { readonly host: string | null };
  readonly openai: { readonly baseUrl: string | null; readonly apiKey: Secret | null };
  readonly anthropic: { readonly baseUrl: string | null; readonly apiKey: Secret | null };
  readonly log: Logger;
}

/**
 * A named model answers, whatever happens to it: its failures are told, and never hidden behind another mind. Without
 * a name it is a running Ollama with a chat model, else the offline companion. Nothing hosted is ever chosen here: a
 * key in the environment is no wish to send words to somebody's servers.
 */
export function modelRoute(options: RouteOptions): ModelRoute {
  const { choice } = options;
  if (choice === null) return unnamedRoute(options);
  if (choice === "offline") return offlineRoute(options);
  if (choice.provider === "ollama") return ollamaRoute(choice.model, options);
  return hostedRoute(choice.provider, choice.model, options);
}

/** Picked by name: callers hand in whole configurations, whose other settings must not pass for a provider's. */
const wireOf = ({ fetch, clock }: RouteOptions): WireDeps => ({ fetch, clock });

function unnamedRoute(options: RouteOptions): ModelRoute {
  const server = ollamaServer({ ...wireOf(options), address: options.ollama.host });
  const offline = offlineModel(options.offline);
  return foundRoute({ ...wireOf(options), server, offline, log: options.log, hint: hintAtKeys(options) });
}

const offlineRoute = ({ offline }: RouteOptions): ModelRoute => ({
  ...idle,
  current: () => offlineModel(offline),
  describe: (locale) => {
    const say = words(locale).model;
    return { choice: say.offlineConfigured(), destination: say.stays() };
  },
});

const offlineModel = (provider: Provider): Model => ({
  id: "offline",
  name: "offline",
  provider,
  ...localFacts(defaultWindow, false),
  supports: { texts: false, images: false },
});

/** It may be down, or not have the model: that is told to each turn, until it is mended. */
function ollamaRoute(name: string, options: RouteOptions): ModelRoute {
  const server = ollamaServer({ ...wireOf(options), address: options.ollama.host });
  const stopping = new AbortController();
  const remote = namesRemote(name);
  const own = ollamaProvider({ ...wireOf(options), server });
  const provider: Provider = remote ? { ...own, locality: "hosted" } : own;
  return {
    current: () => {
      const known = server.known(name);
      const facts = localFacts(known?.contextWindow ?? defaultWindow, known?.sees ?? false);
      return { id: `ollama:${name}`, name, provider, ...facts, ...(remote ? { price: unknownFacts.price } : {}) };
    },
    start: () => atMost(startMs, server.about(name, stopping.signal), options.clock),
    stop: async () => stopping.abort(),
    describe: (locale) => {
      const say = words(locale).model;
      const near = server.loopback ? say.stays() : say.leaves({ host: server.host });
      return {
        choice: say.configured({ model: `ollama:${name}` }),
        destination: remote ? say.leavesThroughOllama() : near,
      };
    },
  };
}

const hostedProviders = {
  openai: (options: RouteOptions) => openaiProvider({ ...wireOf(options), ...options.openai }),
  anthropic: (options: RouteOptions) => anthropicProvider({ ...wireOf(options), ...options.anthropic }),
} as const;
const usualUrls = { openai: openaiUrl, anthropic: anthropicUrl } as const;

function hostedRoute(api: "openai" | "anthropic", name: string, options: RouteOptions): ModelRoute {
  const provider = hostedProviders[api](options);
  const id = `${api}:${name}`;
  const { host } = new URL(options[api].baseUrl ?? usualUrls[api]);
  let facts: ModelFacts = unknownFacts;
  return {
    ...idle,
    current: () => ({ id, name, provider, ...facts }),
    start: async () => {
      const known = await hostedFacts(api, name);
      const atItsMaker = host === new URL(usualUrls[api]).host;
      facts = atItsMaker ? known : { ...known, price: unknownFacts.price };
    },
    describe: (locale) => {
      const say = words(locale).model;
      const destination = provider.locality === "local" ? say.stays() : say.leaves({ host });
      return { choice: say.configured({ model: id }), destination };
    },
  };
}

/** Nothing to begin, nothing to end. */
const idle = { start: async () => undefined, stop: async () => undefined } as const;

const keys = [
  { api: "openai", key: "OPENAI_API_KEY", example: "openai:gpt-4o-mini" },
  { api: "anthropic", key: "ANTHROPIC_API_KEY", example: "anthropic:claude-sonnet-5-5" },
] as const;

/** Whoever set a key may wonder why its model does not answer. */
const hintAtKeys =
  (options: RouteOptions) =>
  (locale: Locale): string => {
    const unused = keys.find(({ api }) => options[api].apiKey !== null);
    return unused ? ` (${words(locale).model.keyUnused(unused)})` : "";
  };
