import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Secret } from "../../src/core/secret.ts";
import { anthropicProvider } from "../../src/providers/anthropic.ts";
import { systemClock } from "../../src/system.ts";
import { hear, neverStopped, providerContract, request } from "../contracts/provider.ts";
import { fakeAnthropic } from "../doubles/model-servers/anthropic.ts";
import { ending } from "../doubles/model-servers/behaviour.ts";
import type { ModelServer } from "../doubles/model-servers/server.ts";

describe("anthropic keeps the contract of a provider", () => {
  providerContract({
    name: "anthropic",
    serve: fakeAnthropic,
    connect: (address, deps) => anthropicProvider({ ...deps, baseUrl: address }),
    patience: 360_000,
    brokenChunk: 'event: content_block_delta\ndata: {"type":"content_block_delta","delta":{"text":"Well\n\n',
    errorChunk: {
      bytes: 'event: error\ndata: {"type":"error","error":{"type":"overloaded_error","message":"message"}}\n\n',
      kind: "overloaded",
    },
    shown: (images) => ({
      role: "user",
      content: [
        ...images.map(({ type, base64 }) => ({
          type: "image",
          source: { type: "base64", media_type: type, data: base64 },
        })),
        { type: "text", text: "Look." },
      ],
    }),
    tooLong: {
      status: 400,
      body: {
        type: "error",
        error: { type: "invalid_request_error", message: "prompt is too long: 210000 tokens > 200000 maximum" },
      },
    },
  });
});

describe("anthropic", () => {
  let server: ModelServer;
  beforeEach(async () => {
    server = await fakeAnthropic();
  });
  afterEach(async () => {
    await server.close();
    vi.unstubAllEnvs();
  });
  const provider = (baseUrl = server.address, apiKey: Secret | null = new Secret("sk-mine")) =>
    anthropicProvider({ fetch, clock: systemClock, baseUrl, apiKey });
  const ask = async (baseUrl?: string) => hear(provider(baseUrl).stream(request(), neverStopped()));

  it("sends the system prompt apart from the messages", async () => {
    await ask();
    expect(server.calls[0]?.body).toEqual({
      model: "llama3.2:3b",
      system: [{ type: "text", text: "You are kind." }],
      messages: [{ role: "user", content: "hello" }],
      max_tokens: 256,
      stream: true,
    });
    expect(server.calls[0]?.headers).toMatchObject({
      "anthropic-version": expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
      authorization: "Bearer sk-mine",
      "x-api-key": "sk-mine",
    });
  });

  it("finds the server with or without /v1 in its address", async () => {
    expect((await ask(`${server.address}/`)).text).toBe("Hello.");
    expect((await ask(`${server.address}/v1/`)).text).toBe("Hello.");
  });

  it("sends nothing to Anthropic without a key", async () => {
    const unused: typeof fetch = async () => expect.fail("a request was sent");
    const keyless = anthropicProvider({ fetch: unused, clock: systemClock, baseUrl: null, apiKey: null });
    const { end } = await hear(keyless.stream(request(), neverStopped()));
    expect(keyless.locality).toBe("hosted");
    expect(end).toMatchObject({ type: "error", kind: "auth" });
  });

  it("takes nothing from the environment and tells nothing about this machine", async () => {
    vi.stubEnv("ANTHROPIC_API_KEY", "sk-environment");
    vi.stubEnv("ANTHROPIC_AUTH_TOKEN", "token-environment");
    vi.stubEnv("ANTHROPIC_BASE_URL", "http://127.0.0.1:9");
    vi.stubEnv("ANTHROPIC_CUSTOM_HEADERS", "x-environment: environment");
    vi.stubEnv("ANTHROPIC_LOG", "debug");
    await ask();
    const headers = server.calls[0]?.headers ?? {};
    expect(JSON.stringify(headers)).not.toContain("environment");
    expect(JSON.stringify(headers)).toContain("sk-mine");
    expect(Object.keys(headers).filter((name) => name.startsWith("x-stainless"))).toEqual([]);
  });

  it("prints nothing, whatever its SDK thinks of a model", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const { text } = await hear(provider().stream({ ...request(), model: "claude-sonnet-4-5" }, neverStopped()));
    expect(text).toBe("Hello.");
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it("takes an answer for cut that stops before message_stop", async () => {
    const reason = 'event: message_delta\ndata: {"type":"message_delta","delta":{"stop_reason":"end_turn"}}\n\n';
    server.behave(ending({ how: "unmarked" }, "Hi.", { bytes: reason }));
    expect((await ask()).end).toMatchObject({ type: "error", kind: "cut" });
  });

  it("tells a refusal", async () => {
    server.behave(ending({ reason: "refusal" }, "I'd rather"));
    expect((await ask()).end).toMatchObject({ type: "stop", reason: "refusal" });
  });
});
