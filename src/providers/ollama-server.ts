import { z } from "zod";
import { isLoopback } from "./loopback.ts";
import type { WireDeps } from "./wire.ts";

/** What an Ollama tells of one of its models. */
export interface OllamaModel {
  readonly name: string;
  /** In tokens: what to ask for in `num_ctx`. */
  readonly contextWindow: number;
  readonly chats: boolean;
  /** Thinks aloud before it answers, unless told not to. */
  readonly thinks: boolean;
  /** Takes images. */
  readonly sees: boolean;
  /** Runs on another machine, and Ollama only passes the words on. */
  readonly remote: boolean;
}

/** One Ollama, asked about its models. Every question is bounded in time; no answer is null. */
export interface OllamaServer {
  /** Without a final slash. */
  readonly address: string;
  /** As people write it: `127.0.0.1:11434`. */
  readonly host: string;
  readonly loopback: boolean;
  /** The model to choose when nobody has named one. */
  newestChatModel(signal: AbortSignal): Promise<OllamaModel | null>;
  /** Remembered once it is known. */
  about(model: string, signal: AbortSignal): Promise<OllamaModel | null>;
  /** What is remembered. */
  known(model: string): OllamaModel | null;
  /** Whether it has ever answered a question. */
  alive(): boolean;
}

export interface OllamaServerOptions extends WireDeps {
  /** With its scheme; null is Ollama's usual address. */
  readonly address: string | null;
}

const usualAddress = "http://127.0.0.1:11434";

const questionMs = 2_000;

/**
 * The window to ask for where nobody has set one: its memory is taken on loading, and a laptop that runs a model of a
 * few billion parameters has room for this much.
 */
export const defaultWindow = 8_192;

export function ollamaServer({ address, ...deps }: OllamaServerOptions): OllamaServer {
  const url = new URL(address ?? usualAddress);
  const base = url.href.replace(/\/$/, "");
  let alive = false;
  const ask = async (path: string, body: unknown, signal: AbortSignal): Promise<unknown> => {
    const answer = await question(`${base}/${path}`, body, deps, signal);
    alive ||= answer !== null;
    return answer;
  };
  const known = new Map<string, OllamaModel>();
  const about = async (name: string, signal: AbortSignal): Promise<OllamaModel | null> => {
    const found = known.get(name) ?? modelOf(name, await ask("api/show", { model: name }, signal));
    if (found) known.set(name, found);
    return found;
  };
  return {
    address: base,
    host: url.host,
    loopback: isLoopback(url),
    about,
    known: (name) => known.get(name) ?? null,
    alive: () => alive,
    newestChatModel: async (signal) => {
      // What was pulled last is what its owner means to use; a bigger one may not even fit into memory.
      for (const name of namesByAge(await ask("api/tags", null, signal))) {
        const model = await about(name, signal);
        // A model that runs elsewhere is a hosted one: those answer only when they are named.
        if (model?.chats && !model.remote) return model;
      }
      return null;
    },
  };
}

async function question(url: string, body: unknown, { fetch, clock }: WireDeps, signal: AbortSignal): Promise<unknown> {
  if (signal.aborted) return null;
  const call = new AbortController();
  const stop = () => call.abort();
  signal.addEventListener("abort", stop);
  const answer = async (): Promise<unknown> => {
    const post = body === null ? {} : { method: "POST", body: JSON.stringify(body) };
    const headers = { "content-type": "application/json", "user-agent": "familiar" };
    const response = await fetch(url, { ...post, headers, redirect: "error", signal: call.signal });
    if (response.ok) return response.json();
    await response.body?.cancel();
    return null;
  };
  try {
    return await Promise.race([answer().catch(() => null), clock.sleep(questionMs, call.signal).then(() => null)]);
  } finally {
    signal.removeEventListener("abort", stop);
    call.abort();
  }
}

const tags = z.object({ models: z.array(z.object({ name: z.string(), modified_at: z.string().catch("") })) });

function namesByAge(answer: unknown): readonly string[] {
  const models = tags.safeParse(answer).data?.models ?? [];
  const at = (time: string) => Date.parse(time) || 0;
  return models.toSorted((a, b) => at(b.modified_at) - at(a.modified_at)).map(({ name }) => name);
}

const card = z.object({
  capabilities: z.array(z.string()).optional().catch(undefined),
  details: z
    .object({ family: z.string().catch("") })
    .optional()
    .catch(undefined),
  model_info: z.record(z.string(), z.unknown()).nullish().catch(null),
  parameters: z.string().catch(""),
  remote_host: z.string().optional().catch(undefined),
});

function modelOf(name: string, answer: unknown): OllamaModel | null {
  const told = card.safeParse(answer).data;
  if (!told) return null;
  // Older versions tell no capabilities; what does not chat there is an embedding model.
  const embeds = /bert|embed/i.test(`${told.details?.family} ${name}`);
  return {
    name,
    contextWindow: windowOf(told),
    chats: told.capabilities?.includes("completion") ?? !embeds,
    thinks: told.capabilities?.includes("thinking") ?? false,
    sees: told.capabilities?.includes("vision") ?? false,
    remote: Boolean(told.remote_host) || namesRemote(name),
  };
}

/** Ollama's own mark for models that run in its cloud: `gpt-oss:120b-cloud`. */
export const namesRemote = (model: string): boolean => /[:-]cloud$/.test(model);

/** Never more than the model was trained for; `num_ctx` in its Modelfile is its owner's wish and goes first. */
function windowOf({ model_info, parameters }: z.output<typeof card>): number {
  const lengths = Object.entries(model_info ?? {}).filter(([key]) => key.endsWith(".context_length"));
  const trained = lengths.map(([, value]) => Number(value)).find((length) => length > 0) ?? Number.POSITIVE_INFINITY;
  const wished = Number(/^num_ctx\s+(\d+)/m.exec(parameters)?.[1] ?? defaultWindow);
  return Math.min(trained, wished);
}
