import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ollamaProvider } from "../../src/providers/ollama.ts";
import { ollamaServer } from "../../src/providers/ollama-server.ts";
import { systemClock } from "../../src/system.ts";
import { hear, neverStopped, providerContract, request } from "../contracts/provider.ts";
import { answering } from "../doubles/model-servers/behaviour.ts";
import { type FakeModel, type FakeOllama, fakeOllama } from "../doubles/model-servers/ollama.ts";

const connect = (address: string, deps: { fetch: typeof fetch; clock: typeof systemClock }) =>
  ollamaProvider({ ...deps, server: ollamaServer({ ...deps, address }) });

describe("ollama keeps the contract of a provider", () => {
  providerContract({
    name: "ollama",
    serve: async () => {
      const server = await fakeOllama();
      server.install({ name: "llama3.2:3b", capabilities: ["completion", "vision"] });
      return server;
    },
    connect,
    patience: 360_000,
    brokenChunk: '{"message":{"role":"assistant","content":"Well\n',
    errorChunk: { bytes: '{"error":"message: llama runner process has terminated"}\n', kind: "unknown" },
    shown: (images) => ({ role: "user", content: "Look.", images: images.map(({ base64 }) => base64) }),
    tooLong: { status: 400, body: { error: "the input length exceeds the context length" } },
  });
});

describe("ollama", () => {
  let server: FakeOllama;
  beforeEach(async () => {
    server = await fakeOllama();
  });
  afterEach(() => server.close());
  const ask = () => hear(connect(server.address, { fetch, clock: systemClock }).stream(request(), neverStopped()));

  it("always sends the window that the prompt was made for", async () => {
    await ask();
    expect(server.calls[0]?.body).toEqual({
      model: "llama3.2:3b",
      messages: [
        { role: "system", content: "You are kind." },
        { role: "user", content: "hello" },
      ],
      stream: true,
      options: { num_ctx: 4_096, num_predict: 256 },
    });
  });

  it("asks a model that thinks aloud to answer at once", async () => {
    server.install({ name: "llama3.2:3b", capabilities: ["completion", "thinking"] });
    await ask();
    expect(server.calls[0]?.body).toMatchObject({ think: false });
  });

  it("leaves thoughts out of the answer", async () => {
    const thought = '{"message":{"role":"assistant","content":"","thinking":"hmm"},"done":false}\n';
    server.behave(answering({ bytes: thought }, "Hi."));
    expect((await ask()).text).toBe("Hi.");
  });

  it("talks to a server that can tell nothing about its models", async () => {
    server.install();
    expect((await ask()).text).toBe("Hello.");
  });
});

describe("an Ollama asked about its models", () => {
  let server: FakeOllama;
  beforeEach(async () => {
    server = await fakeOllama();
  });
  afterEach(() => server.close());
  const asked = () => ollamaServer({ fetch, clock: systemClock, address: server.address });
  const chosen = async (...models: readonly FakeModel[]) => {
    server.install(...models);
    return (await asked().newestChatModel(neverStopped()))?.name ?? null;
  };

  it("gives the chat model that was pulled last", async () => {
    const old = { name: "old:7b", modifiedAt: "2025-01-01T00:00:00Z" };
    const fresh = { name: "fresh:3b", modifiedAt: "2026-02-01T00:00:00.123456789+01:00" };
    expect(await chosen(old, fresh)).toBe("fresh:3b");
  });

  it("passes over models that embed, and those that run in somebody's cloud", async () => {
    const embeds = { name: "nomic-embed-text", capabilities: ["embedding"] };
    const hosted = { name: "big", remoteHost: "https://ollama.com:443" };
    const marked = { name: "gpt-oss:120b-cloud" };
    expect(await chosen(embeds, hosted, marked)).toBe(null);
    expect(await chosen(embeds, hosted, marked, { name: "llama3.2:3b" })).toBe("llama3.2:3b");
  });

  it("tells whether a model sees, and takes an older server's silence for a no", async () => {
    server.install({ name: "m", capabilities: ["completion", "vision"] }, { name: "n", capabilities: ["completion"] });
    expect((await asked().about("m", neverStopped()))?.sees).toBe(true);
    expect((await asked().about("n", neverStopped()))?.sees).toBe(false);
  });

  it.each([
    ["what it was trained for, if that is little", { contextLength: 2_048 }, 2_048],
    ["what a laptop has room for, if it was trained for more", { contextLength: 131_072 }, 8_192],
    ["what its owner has set", { contextLength: 131_072, parameters: "stop  x\nnum_ctx 32768" }, 32_768],
    [
      "no more than it was trained for, whatever its owner has set",
      { contextLength: 4_096, parameters: "num_ctx 9999" },
      4_096,
    ],
  ])("gives a window of %s", async (_, told, window) => {
    server.install({ name: "m", ...told });
    expect((await asked().about("m", neverStopped()))?.contextWindow).toBe(window);
  });
});
