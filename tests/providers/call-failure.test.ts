import { describe, expect, it } from "vitest";
import {
  failureOfBody,
  failureOfConnection,
  failureOfEvent,
  failureOfStatus,
} from "../../src/providers/call-failure.ts";

const now = new Date("2026-03-01T12:00:00Z");
const ofStatus = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  failureOfStatus("server", new Response(null, { status, headers }), JSON.stringify(body), now);

describe("a refusal is understood by what the server says of it", () => {
  it.each([
    ["OpenAI's code", 400, { error: { code: "context_length_exceeded", message: "" } }, "context-length"],
    [
      "OpenAI's prose",
      400,
      { error: { message: "This model's maximum context length is 8192 tokens." } },
      "context-length",
    ],
    ["llama.cpp's type", 400, { error: { type: "exceed_context_size_error", message: "" } }, "context-length"],
    [
      "Anthropic's prose",
      400,
      { type: "error", error: { type: "invalid_request_error", message: "prompt is too long" } },
      "context-length",
    ],
    ["Ollama's prose", 400, { error: "the input length exceeds the context length" }, "context-length"],
    ["a missing model by status", 404, { error: "nothing here" }, "not-found"],
    ["a missing model by code", 400, { error: { code: "model_not_found", message: "" } }, "not-found"],
    ["a missing model by prose", 400, { error: "model 'x:1b' not found, try pulling it first" }, "not-found"],
    ["a quota that is used up", 429, { error: { code: "insufficient_quota", message: "" } }, "rate-limit"],
    ["an overload by code", 500, { error: { type: "overloaded_error", message: "" } }, "overloaded"],
    ["a code of no meaning here", 500, { error: { code: "constructor", message: "" } }, "unknown"],
    ["nothing that can be read", 422, null, "bad-request"],
  ])("%s", (_, status, body, kind) => expect(ofStatus(status, body).kind).toBe(kind));

  it("and its code is told, its prose is not", () => {
    const body = { error: { message: "You said: Rex", type: "invalid_request_error", code: null } };
    expect(ofStatus(400, body).message).toBe("server answered 400 (invalid_request_error).");
    expect(ofStatus(400, { error: { code: "Rex", type: "my dog" } }).message).toBe("server answered 400.");
  });
});

describe("Retry-After", () => {
  it.each([
    ["0", 0],
    ["1.5", 1_500],
    ["120", 120_000],
    ["Sun, 01 Mar 2026 12:00:10 GMT", 10_000],
    ["Sun, 01 Mar 2026 11:00:00 GMT", 0],
    ["soon", null],
    ["", null],
  ])("%j means %j ms", (value, ms) => expect(ofStatus(429, "", { "retry-after": value }).retryAfterMs).toBe(ms));
});

describe("a failure of the network", () => {
  const coded = (code: string) => new TypeError("fetch failed", { cause: Object.assign(new Error("it"), { code }) });

  it.each([
    ["ECONNREFUSED", "unreachable"],
    ["ENOTFOUND", "unreachable"],
    ["UND_ERR_CONNECT_TIMEOUT", "unreachable"],
    ["UND_ERR_SOCKET", "unreachable"],
    ["UND_ERR_HEADERS_TIMEOUT", "timeout"],
  ])("before the answer: %s is %s", (code, kind) => expect(failureOfConnection("server", coded(code)).kind).toBe(kind));

  it("in the middle of the answer is a cut, or a time-out of the network's own", () => {
    expect(failureOfBody("server", coded("UND_ERR_SOCKET")).kind).toBe("cut");
    expect(failureOfBody("server", coded("UND_ERR_BODY_TIMEOUT")).kind).toBe("timeout");
  });

  it("names its reason, and survives causes that go in a circle", () => {
    expect(failureOfConnection("server", coded("ECONNREFUSED")).message).toContain("(ECONNREFUSED)");
    const circle = new Error("circle");
    circle.cause = circle;
    expect(failureOfConnection("server", circle).kind).toBe("unreachable");
  });
});

describe("an error inside a stream", () => {
  it.each([
    [{ type: "error", error: { type: "rate_limit_error", message: "" } }, "rate-limit"],
    [{ error: { type: "invalid_request_error", message: "" } }, "bad-request"],
    [{ error: "llama runner has gone" }, "unknown"],
    [undefined, "unknown"],
  ])("%j", (event, kind) => expect(failureOfEvent("server", event).kind).toBe(kind));
});
