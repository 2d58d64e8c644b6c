import { once } from "node:events";
import { type AddressInfo, createServer } from "node:net";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Logger } from "../../src/core/ports.ts";
import type { ModelRoute, Provider } from "../../src/core/provider.ts";
import { Secret } from "../../src/core/secret.ts";
import { modelRoute, type RouteOptions } from "../../src/providers/route.ts";
import { hear, neverStopped, request } from "../contracts/provider.ts";
import { type ManualClock, manualClock } from "../doubles/manual-clock.ts";
import { gate, refusing } from "../doubles/model-servers/behaviour.ts";
import { type FakeOllama, fakeOllama } from "../doubles/model-servers/ollama.ts";
import { fakeOpenai } from "../doubles/model-servers/openai.ts";

const silent: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  child: () => silent,
};

const offline: Provider = {
  name: "offline",
  locality: "local",
  async *stream() {
    yield { type: "text", delta: "I'm offline." };
    yield { type: "stop", reason: "end", usage: { inputTokens: 0, outputTokens: 0 } };
  },
};

let clock: ManualClock;
let ollama: FakeOllama;
let running: ModelRoute[] = [];

beforeEach(async () => {
  clock = manualClock();
  ollama = await fakeOllama();
});
afterEach(async () => {
  await Promise.all(running.map((route) => route.stop()));
  running = [];
  await ollama.close();
});

function routeOf(options: Partial<RouteOptions> = {}): ModelRoute {
  const route = modelRoute({
    choice: null,
    offline,
    ollama: { host: ollama.address },
    openai: { baseUrl: null, apiKey: null },
    anthropic: { baseUrl: null, apiKey: null },
    fetch,
    clock,
    log: silent,
    ...options,
  });
  running.push(route);
  return route;
}

async function started(options?: Partial<RouteOptions>): Promise<ModelRoute> {
  const route = routeOf(options);
  await route.start();
  return route;
}

function say(route: ModelRoute) {
  const { name, provider, contextWindow } = route.current();
  return hear(provider.stream({ ...request(), model: name, contextWindow }, neverStopped()));
}

const becomes = (route: ModelRoute, id: string) => expect.poll(() => route.current().id).toBe(id);

/** The route has looked in vain and waits; then this much time passes. */
async function waits(ms: number): Promise<void> {
  await clock.sleeping(5_000);
  clock.advance(ms);
}

describe("without a named model", () => {
  it("a running Ollama answers from the start", async () => {
    const route = await started();
    expect(route.current()).toMatchObject({ id: "ollama:llama3.2:3b", name: "llama3.2:3b", contextWindow: 8_192 });
    expect((await say(route)).text).toBe("Hello.");
    expect(route.describe("en")).toEqual({
      choice: `llama3.2:3b, found running at 127.0.0.1:${ollama.port}`,
      destination: "nothing leaves this machine",
    });
  });

  it("the offline companion answers where no Ollama runs", async () => {
    await ollama.close();
    const route = await started();
    expect(route.current().id).toBe("offline");
    expect((await say(route)).text).toBe("I'm offline.");
    expect(route.describe("en").choice).toContain("offline, no language model");
    expect(route.describe("de").destination).toBe("nichts verlässt diesen Rechner");
  });

  it("the offline companion answers where an Ollama has nothing to chat with", async () => {
    ollama.install({ name: "nomic-embed-text", capabilities: ["embedding"] });
    expect((await started()).current().id).toBe("offline");
  });

  it("an Ollama that starts later is picked up within ten seconds", async () => {
    const { port } = ollama;
    await ollama.close();
    const route = await started();
    await waits(5_000);
    await waits(0);
    ollama = await fakeOllama({ port });
    await waits(5_000);
    await becomes(route, "ollama:llama3.2:3b");
  });

  it("a model that is pulled later is picked up", async () => {
    ollama.install();
    const route = await started();
    expect(route.current().id).toBe("offline");
    ollama.install({ name: "gemma3:4b" });
    await waits(5_000);
    await becomes(route, "ollama:gemma3:4b");
  });

  it("nothing is asked any more once a model was found", async () => {
    await started();
    const asked = ollama.requests.length;
    clock.advance(3_600_000);
    await new Promise((resolve) => setImmediate(resolve));
    expect(ollama.requests).toHaveLength(asked);
  });

  it("an Ollama that goes away is owned up to, and is taken back when it returns", async () => {
    const route = await started();
    const { port } = ollama;
    await ollama.close();
    expect((await say(route)).end).toMatchObject({ type: "error", kind: "unreachable" });
    expect(route.current().id).toBe("offline");
    expect((await say(route)).text).toBe("I'm offline.");
    ollama = await fakeOllama({ port });
    await waits(5_000);
    await becomes(route, "ollama:llama3.2:3b");
  });

  it("another model takes the place of one that was removed", async () => {
    const route = await started();
    ollama.install({ name: "gemma3:4b" });
    ollama.behave(refusing(404, { error: "model 'llama3.2:3b' not found" }));
    expect((await say(route)).end).toMatchObject({ kind: "not-found" });
    await becomes(route, "ollama:gemma3:4b");
  });

  it("a server that hangs holds up neither the start nor the stop", async () => {
    const mute = createServer(() => undefined).listen(0, "127.0.0.1");
    await once(mute, "listening");
    const route = routeOf({ ollama: { host: `http://127.0.0.1:${(mute.address() as AddressInfo).port}` } });
    const starting = route.start();
    await clock.sleeping(300);
    clock.advance(300);
    await starting;
    expect(route.current().id).toBe("offline");
    await route.stop();
    mute.close();
  });

  it("one that is slow to tell about its models is waited for", async () => {
    const asked = gate();
    const reading = gate();
    const slowly: typeof fetch = async (url, init) => {
      if (!String(url).endsWith("/api/show")) return fetch(url, init);
      asked.open();
      await reading.opened;
      return fetch(url, init);
    };
    const route = routeOf({ fetch: slowly });
    const starting = route.start();
    await asked.opened;
    clock.advance(300);
    reading.open();
    await starting;
    expect(route.current().id).toBe("ollama:llama3.2:3b");
  });

  it("a key alone opens no connection to the server it belongs to", async () => {
    const openai = await fakeOpenai();
    await ollama.close();
    const route = await started({ openai: { baseUrl: `${openai.address}/v1`, apiKey: new Secret("sk-set") } });
    expect((await say(route)).text).toBe("I'm offline.");
    await waits(5_000);
    await waits(5_000);
    expect(openai.connections()).toBe(0);
    expect(route.describe("en").choice).toContain("OPENAI_API_KEY alone chooses none");
    await openai.close();
  });
});

describe("with a named model", () => {
  it("offline means offline, though an Ollama runs", async () => {
    const route = await started({ choice: "offline" });
    expect(route.current()).toMatchObject({ id: "offline" });
    expect(route.current().price({ inputTokens: 9, outputTokens: 9 })).toBe(0);
    expect(ollama.connections()).toBe(0);
    expect(route.describe("de").choice).toBe("offline, ohne Sprachmodell, wie eingestellt");
  });

  it("its name may hold colons, and its window is what the server tells", async () => {
    ollama.install({ name: "tiny:1b-q4:latest", contextLength: 2_048 });
    const route = await started({ choice: { provider: "ollama", model: "tiny:1b-q4:latest" } });
    expect(route.current()).toMatchObject({ id: "ollama:tiny:1b-q4:latest", contextWindow: 2_048 });
    await say(route);
    expect(ollama.calls[0]?.body).toMatchObject({ options: { num_ctx: 2_048 } });
  });

  it("it stays the one that answers while its server is down, and its window is learnt later", async () => {
    const { port } = ollama;
    await ollama.close();
    const route = await started({ choice: { provider: "ollama", model: "tiny" } });
    expect(route.current()).toMatchObject({ id: "ollama:tiny", contextWindow: 8_192 });
    expect((await say(route)).end).toMatchObject({ type: "error", kind: "unreachable" });
    ollama = await fakeOllama({ port });
    ollama.install({ name: "tiny", contextLength: 2_048 });
    expect((await say(route)).text).toBe("Hello.");
    expect(route.current().contextWindow).toBe(2_048);
  });

  it("it stays the one that answers though it is not installed", async () => {
    const route = await started({ choice: { provider: "ollama", model: "absent" } });
    ollama.behave(refusing(404, { error: "model 'absent' not found" }));
    expect((await say(route)).end).toMatchObject({ kind: "not-found" });
    expect(route.current().id).toBe("ollama:absent");
  });

  it("one that Ollama runs in its cloud counts as hosted, and the person is told", async () => {
    const route = routeOf({ choice: { provider: "ollama", model: "gpt-oss:120b-cloud" } });
    expect(route.current()).toMatchObject({ provider: { locality: "hosted" } });
    expect(route.current().price({ inputTokens: 9, outputTokens: 9 })).toBeNull();
    expect(route.describe("en").destination).toContain("Ollama's cloud");
  });

  it("a hosted one says where words go", async () => {
    const route = routeOf({
      choice: { provider: "anthropic", model: "claude-haiku-4-5" },
      anthropic: { baseUrl: null, apiKey: new Secret("sk-mine") },
    });
    await route.start();
    expect(route.current()).toMatchObject({ id: "anthropic:claude-haiku-4-5", contextWindow: 200_000 });
    expect(route.describe("en")).toEqual({
      choice: "anthropic:claude-haiku-4-5, as configured",
      destination: "what is said here is sent to api.anthropic.com",
    });
  });

  it("one of a compatible server on this machine stays on it", async () => {
    const openai = await fakeOpenai();
    const route = await started({
      choice: { provider: "openai", model: "qwen3" },
      openai: { baseUrl: `${openai.address}/v1`, apiKey: null },
    });
    expect(route.describe("en").destination).toBe("nothing leaves this machine");
    expect((await say(route)).text).toBe("Hello.");
    expect(ollama.connections()).toBe(0);
    await openai.close();
  });

  it("a whole configuration may be handed in: its other settings are none of the provider's", async () => {
    const openai = await fakeOpenai();
    const configuration = {
      choice: { provider: "openai", model: "qwen3" },
      openai: { baseUrl: `${openai.address}/v1`, apiKey: null },
      limits: { messageCharacters: 10_000, concurrentTurns: 8 },
    } as const;
    expect((await say(await started(configuration))).text).toBe("Hello.");
    await openai.close();
  });
});
