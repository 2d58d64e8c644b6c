import type { Clock, Logger } from "../core/ports.ts";
import type { ChatEvent, Model, ModelRoute, Provider } from "../core/provider.ts";
import type { Locale } from "../core/session.ts";
import { words } from "../locales/words.ts";
import { localFacts } from "./catalog.ts";
import { ollamaProvider } from "./ollama.ts";
import type { OllamaModel, OllamaServer } from "./ollama-server.ts";
import type { WireDeps } from "./wire.ts";

/** The program's start waits this long for a sign of life from a model server: it may be absent, or hang. */
export const startMs = 300;

/** One that lives is waited for longer: it is only reading what its models are, perhaps from a slow disk. */
const readingMs = 2_000;

/** A model server that comes up is found within twice this. */
const lookEveryMs = 5_000;

export interface FoundRouteOptions extends WireDeps {
  readonly server: OllamaServer;
  readonly offline: Model;
  readonly log: Logger;
  /** A word on a key that is set and not used, for whoever wonders; empty without one. */
  readonly hint: (locale: Locale) => string;
}

/**
 * The route where nobody has named a model: a running Ollama with a chat model, else the offline companion. It looks
 * for one only while it is offline; a model that is lost in the middle of a call sends it back to looking.
 */
export function foundRoute(options: FoundRouteOptions): ModelRoute {
  const { server, offline, fetch, clock, log } = options;
  const stopping = new AbortController();
  let found: Model | null = null;
  let looking: Promise<void> = Promise.resolve();

  const look = async (): Promise<void> => {
    const model = await server.newestChatModel(stopping.signal);
    if (!model || stopping.signal.aborted) return;
    found = modelOf(model, watched(ollamaProvider({ fetch, clock, server }), lose));
    log.info({ model: found.id, host: server.host }, "a local model was found and answers from now on");
  };
  const lookOn = async (): Promise<void> => {
    while (!found && !stopping.signal.aborted) {
      await clock.sleep(lookEveryMs, stopping.signal);
      await look();
    }
  };
  function lose(): void {
    if (!found) return;
    log.warn({ model: found.id, host: server.host }, "the local model is gone; the offline companion answers");
    found = null;
    looking = look().then(lookOn);
  }
  return {
    current: () => found ?? offline,
    start: async () => {
      const first = look();
      looking = first.then(lookOn);
      await atMost(startMs, first, clock);
      if (server.alive()) await atMost(readingMs, first, clock);
    },
    stop: async () => {
      stopping.abort();
      await looking;
    },
    describe: (locale) => (found ? describeFound(found, server, locale) : describeOffline(options, locale)),
  };
}

/** Waits for work, but no longer than this; the work goes on. */
export async function atMost(ms: number, work: Promise<unknown>, clock: Clock): Promise<void> {
  const done = new AbortController();
  await Promise.race([work, clock.sleep(ms, done.signal)]);
  done.abort();
}

const modelOf = ({ name, contextWindow, sees }: OllamaModel, provider: Provider): Model => ({
  id: `ollama:${name}`,
  name,
  provider,
  ...localFacts(contextWindow, sees),
});

/** Tells when the model behind a provider is not there any more. The turn that found out is told the failure itself. */
function watched(provider: Provider, lost: () => void): Provider {
  async function* stream(events: AsyncIterable<ChatEvent>): AsyncGenerator<ChatEvent> {
    for await (const event of events) {
      if (event.type === "error" && (event.kind === "unreachable" || event.kind === "not-found")) lost();
      yield event;
    }
  }
  return { ...provider, stream: (request, signal) => stream(provider.stream(request, signal)) };
}

function describeFound({ name }: Model, { host, loopback }: OllamaServer, locale: Locale) {
  const say = words(locale).model;
  return { choice: say.found({ model: name, host }), destination: loopback ? say.stays() : say.leaves({ host }) };
}

function describeOffline({ server, hint }: FoundRouteOptions, locale: Locale) {
  const say = words(locale).model;
  const destination = server.loopback ? say.stays() : say.staysUntil({ host: server.host });
  return { choice: say.offline({ host: server.host }) + hint(locale), destination };
}
