import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Secret } from "../../src/core/secret.ts";
import { openaiProvider } from "../../src/providers/openai.ts";
import { systemClock } from "../../src/system.ts";
import { hear, neverStopped, providerContract, request } from "../contracts/provider.ts";
import { answering, ending, raw } from "../doubles/model-servers/behaviour.ts";
import { fakeOpenai } from "../doubles/model-servers/openai.ts";
import type { ModelServer } from "../doubles/model-servers/server.ts";

describe("openai keeps the contract of a provider", () => {
  providerContract({
    name: "openai",
    serve: fakeOpenai,
    connect: (address, deps) => openaiProvider({ ...deps, baseUrl: `${address}/v1` }),
    patience: 360_000,
    brokenChunk: 'data: {"choices":[{"delta":{"content":"Well\n\n',
    errorChunk: {
      bytes: 'data: {"error":{"message":"message","type":"server_error","code":"rate_limit_exceeded"}}\n\n',
      kind: "rate-limit",
    },
    shown: (images) => ({
      role: "user",
      content: [
        ...images.map(({ type, base64 }) => ({
          type: "image_url",
          image_url: { url: `data:${type};base64,${base64}` },
        })),
        { type: "text", text: "Look." },
      ],
    }),
    tooLong: {
      status: 400,
      body: { error: { message: "too long", type: "invalid_request_error", code: "context_length_exceeded" } },
    },
  });
});

describe("openai", () => {
  let server: ModelServer;
  beforeEach(async () => {
    server = await fakeOpenai();
  });
  afterEach(async () => {
    await server.close();
    vi.unstubAllEnvs();
  });
  const provider = (apiKey: Secret | null = null) =>
    openaiProvider({ fetch, clock: systemClock, baseUrl: `${server.address}/v1/`, apiKey });
  const ask = async (apiKey?: Secret) => hear(provider(apiKey).stream(request(), neverStopped()));

  it("sends the prompt and the limit that compatible servers know", async () => {
    await ask();
    expect(server.calls[0]?.body).toEqual({
      model: "llama3.2:3b",
      messages: [
        { role: "system", content: "You are kind." },
        { role: "user", content: "hello" },
      ],
      stream: true,
      stream_options: { include_usage: true },
      max_tokens: 256,
    });
  });

  it("sends OpenAI itself the newer name of the limit, with the key", async () => {
    const sent: { url: string; body: string; key: string | null }[] = [];
    const recording: typeof fetch = async (url, init) => {
      sent.push({ url: String(url), body: String(init?.body), key: new Headers(init?.headers).get("authorization") });
      return fetch(`${server.address}/v1/chat/completions`, { ...init, redirect: "error" });
    };
    const official = openaiProvider({
      fetch: recording,
      clock: systemClock,
      baseUrl: null,
      apiKey: new Secret("sk-mine"),
    });
    expect(official.locality).toBe("hosted");
    expect((await hear(official.stream(request(), neverStopped()))).text).toBe("Hello.");
    expect(sent[0]?.url).toBe("https://api.openai.com/v1/chat/completions");
    expect(sent[0]?.key).toBe("Bearer sk-mine");
    expect(JSON.parse(sent[0]?.body ?? "")).toMatchObject({ max_completion_tokens: 256 });
  });

  it("needs no key for a server of one's own", async () => {
    expect((await ask()).text).toBe("Hello.");
    expect(provider().locality).toBe("local");
  });

  it("sends nothing to OpenAI without a key", async () => {
    const unused: typeof fetch = async () => expect.fail("a request was sent");
    const keyless = openaiProvider({ fetch: unused, clock: systemClock, baseUrl: null, apiKey: null });
    const { end } = await hear(keyless.stream(request(), neverStopped()));
    expect(end).toMatchObject({ type: "error", kind: "auth" });
  });

  it("takes nothing from the environment and tells nothing about this machine", async () => {
    vi.stubEnv("OPENAI_API_KEY", "sk-environment");
    vi.stubEnv("OPENAI_BASE_URL", "http://127.0.0.1:9/v1");
    vi.stubEnv("OPENAI_ORG_ID", "org-environment");
    vi.stubEnv("OPENAI_PROJECT_ID", "project-environment");
    vi.stubEnv("OPENAI_CUSTOM_HEADERS", "x-environment: environment");
    vi.stubEnv("OPENAI_LOG", "debug");
    await ask();
    const headers = server.calls[0]?.headers ?? {};
    expect(JSON.stringify(headers)).not.toContain("environment");
    expect(Object.keys(headers).filter((name) => name.startsWith("x-"))).toEqual([]);
    expect(headers["user-agent"]).toBe("familiar");
  });

  it("takes [DONE] for an end where a server gives no reason for it", async () => {
    const chunk = 'data: {"choices":[{"index":0,"delta":{"content":"Hi."}}]}\n\n';
    server.behave(raw(`${chunk}data: [DONE]\n\n`));
    expect(await ask()).toMatchObject({ text: "Hi.", end: { type: "stop", reason: "end" } });
  });

  it("takes a reason to stop for an end, though the connection breaks behind it", async () => {
    const last = 'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\n';
    server.behave(ending({ how: "cut" }, "Hi.", { bytes: last }));
    expect(await ask()).toMatchObject({ text: "Hi.", end: { type: "stop", reason: "end" } });
  });

  it("passes over comments that keep the connection alive, and a thinking model's thoughts", async () => {
    const thought = 'data: {"choices":[{"index":0,"delta":{"reasoning_content":"hmm"}}]}\n\n';
    server.behave(answering({ bytes: ": still here\n\n" }, { bytes: thought }, "Hi."));
    expect((await ask()).text).toBe("Hi.");
  });

  it("tells a filtered answer as a refusal", async () => {
    server.behave(ending({ reason: "refusal" }, "I'd rather"));
    expect((await ask()).end).toMatchObject({ type: "stop", reason: "refusal" });
  });
});
