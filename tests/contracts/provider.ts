import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Image } from "../../src/core/attachments/attachment.ts";
import type { Knowledge } from "../../src/core/conversation/knowledge.ts";
import type { Clock } from "../../src/core/ports.ts";
import type { ChatEvent, ChatRequest, Provider } from "../../src/core/provider.ts";
import { Secret } from "../../src/core/secret.ts";
import { modelFetch } from "../../src/egress.ts";
import { systemClock } from "../../src/system.ts";
import { type ManualClock, manualClock } from "../doubles/manual-clock.ts";
import { answering, ending, gate, hanging, raw, refusing, splitting } from "../doubles/model-servers/behaviour.ts";
import type { ModelServer } from "../doubles/model-servers/server.ts";

/** What the contract has to know of one provider and its API. */
export interface Subject {
  readonly name: string;
  serve(): Promise<ModelServer>;
  connect(address: string, deps: { fetch: typeof fetch; clock: Clock; apiKey: Secret }): Provider;
  /** To the first word, in milliseconds, as the provider allows a server on this machine. */
  readonly patience: number;
  /** A chunk in the API's frame whose content is broken. */
  readonly brokenChunk: string;
  /** An error told within a stream that had begun well. */
  readonly errorChunk: { readonly bytes: string; readonly kind: string };
  /** How the API says that the prompt is too long. */
  readonly tooLong: { readonly status: number; readonly body: object };
  /** The last message of a call, as this API has it, that says `Look.` and shows these images. */
  shown(images: readonly { readonly type: string; readonly base64: string }[]): object;
}

export const request = (text = "hello"): ChatRequest => ({
  model: "llama3.2:3b",
  system: "You are kind.",
  messages: [{ role: "user", text }],
  images: [],
  maxOutputTokens: 256,
  contextWindow: 4_096,
  // Read by the offline companion alone.
  knowledge: {} as Knowledge,
});

/** The least that makes an image of each kind, by its first bytes. */
const images: readonly Image[] = (
  [
    ["image/png", "89504e470d0a1a0a00"],
    ["image/jpeg", "ffd8ffe0"],
    ["image/gif", "474946383961"],
    ["image/webp", "524946460000000057454250"],
  ] as const
).map(([type, hex]) => ({ type, bytes: new Uint8Array(Buffer.from(hex, "hex")) }));

export interface Heard {
  readonly deltas: readonly string[];
  readonly text: string;
  readonly end: Exclude<ChatEvent, { type: "text" }>;
}

/** Everything a stream says; fails unless its end is one `stop` or `error`, and nothing follows. */
export async function hear(stream: AsyncIterable<ChatEvent>): Promise<Heard> {
  const events: ChatEvent[] = [];
  for await (const event of stream) events.push(event);
  const end = events.pop();
  const deltas = events.map((event) => (event.type === "text" ? event.delta : expect.fail("more than one end")));
  if (!end || end.type === "text") return expect.fail("no end");
  return { deltas, text: deltas.join(""), end };
}

export const neverStopped = (): AbortSignal => new AbortController().signal;

const canary = "canary-of-a-private-word";
const key = "sk-test-key-that-must-not-be-told";

/** What every provider promises, held against a real server on 127.0.0.1. */
export function providerContract(subject: Subject): void {
  let server: ModelServer;
  const send = modelFetch();
  const provider = (clock: Clock = systemClock, address = server.address): Provider =>
    subject.connect(address, { fetch: send, clock, apiKey: new Secret(key) });
  const ask = (text?: string): Promise<Heard> => hear(provider().stream(request(text), neverStopped()));
  const failure = async (): Promise<Extract<ChatEvent, { type: "error" }>> => {
    const { end } = await ask(canary);
    if (end.type !== "error") return expect.fail("it should have failed");
    return end;
  };

  beforeEach(async () => {
    server = await subject.serve();
  });
  afterEach(async () => {
    await server.close();
  });

  describe("images", () => {
    it("are shown with the last message, in their order, as the server wants to have them", async () => {
      const before = [
        { role: "user", text: "Hello." },
        { role: "assistant", text: "Hi." },
      ] as const;
      const messages = [...before, { role: "user", text: "Look." } as const];
      const { text } = await hear(provider().stream({ ...request(), messages, images }, neverStopped()));
      expect(text).toBe("Hello.");
      const sent = server.calls[0]?.body?.["messages"] as readonly object[];
      const shown = images.map(({ type, bytes }) => ({ type, base64: Buffer.from(bytes).toString("base64") }));
      expect(sent.at(-1)).toEqual(subject.shown(shown));
      expect(sent.slice(-3, -1)).toEqual(before.map(({ role, text: content }) => ({ role, content })));
    });
  });

  describe("an answer", () => {
    it("arrives word by word, in order, while the model still speaks", async () => {
      const rest = gate();
      server.behave(answering("One", ", two", { until: rest.opened }, ", three."));
      const events = provider().stream(request(), neverStopped())[Symbol.asyncIterator]();
      expect((await events.next()).value).toEqual({ type: "text", delta: "One" });
      expect((await events.next()).value).toEqual({ type: "text", delta: ", two" });
      rest.open();
      expect((await events.next()).value).toEqual({ type: "text", delta: ", three." });
      expect((await events.next()).value).toMatchObject({ type: "stop", reason: "end" });
      expect((await events.next()).done).toBe(true);
    });

    it("is exact though characters and lines are torn between chunks", async () => {
      const text = "Grüße, 世界 👩‍👩‍👧‍👦 \u2028 naïve\r\nline\n\ntwo \u0000 “quoted” \\n {}";
      server.behave(splitting([1, 2, 3], text));
      expect((await ask()).text).toBe(text);
    });

    it("is exact for any text in any chunks of bytes", async () => {
      const anyText = fc.array(fc.string({ unit: "grapheme", minLength: 1 }), { minLength: 1, maxLength: 5 });
      const sizes = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 6 });
      const stays = fc.asyncProperty(anyText, sizes, async (words, parts) => {
        server.behave(splitting(parts, "a", ...words));
        expect((await ask()).text).toBe(["a", ...words].join(""));
      });
      await fc.assert(stays, { numRuns: 25 });
    });

    it("is long without growing slow or losing a letter", async () => {
      const words = Array.from({ length: 3_000 }, (_, index) => `word${index} `);
      server.behave(splitting([16_384], ...words));
      expect((await ask()).text).toBe(words.join(""));
    });

    it("reports the tokens that the server counted", async () => {
      expect((await ask()).end).toEqual({ type: "stop", reason: "end", usage: { inputTokens: 11, outputTokens: 7 } });
    });

    it("counts nothing where the server reports nothing", async () => {
      server.behave(ending({ usage: null }, "Hello."));
      expect((await ask()).end).toMatchObject({ type: "stop", usage: { outputTokens: 0 } });
    });

    it("says when it ran into its limit", async () => {
      server.behave(ending({ reason: "length" }, "Once upon"));
      expect((await ask()).end).toMatchObject({ type: "stop", reason: "length" });
    });

    it("can be had again and again over one provider", async () => {
      const same = provider();
      for (const word of ["one", "two"]) {
        server.behave(answering(word));
        expect((await hear(same.stream(request(), neverStopped()))).text).toBe(word);
      }
    });
  });

  describe("a stop", () => {
    it("ends the answer at once and closes the connection", async () => {
      const stopping = new AbortController();
      server.behave(ending({ how: "open" }, "Well"));
      const stream = provider().stream(request(), stopping.signal)[Symbol.asyncIterator]();
      expect((await stream.next()).value).toMatchObject({ delta: "Well" });
      const last = stream.next();
      stopping.abort();
      expect((await last).value).toMatchObject({ type: "error", kind: "aborted" });
      await (await server.call(0)).abandoned;
    });

    it("works while the server has not begun to answer", async () => {
      const stopping = new AbortController();
      server.behave(hanging);
      const heard = hear(provider().stream(request(), stopping.signal));
      const call = await server.call(0);
      stopping.abort();
      expect((await heard).end).toMatchObject({ type: "error", kind: "aborted" });
      await call.abandoned;
    });

    it("that came before the call sends nothing", async () => {
      const { end } = await hear(provider().stream(request(), AbortSignal.abort()));
      expect(end).toMatchObject({ type: "error", kind: "aborted" });
      expect(server.connections()).toBe(0);
    });

    it("is also made by whoever leaves the stream", async () => {
      server.behave(ending({ how: "open" }, "Well"));
      for await (const event of provider().stream(request(), neverStopped())) if (event.type === "text") break;
      await (await server.call(0)).abandoned;
    });
  });

  describe("a failure", () => {
    it("is told when the answer has no text", async () => {
      server.behave(answering());
      expect(await failure()).toMatchObject({ kind: "empty", usage: { inputTokens: 11, outputTokens: 7 } });
    });

    it("is told when the answer is white space alone", async () => {
      server.behave(answering(" ", "\n"));
      expect(await failure()).toMatchObject({ kind: "empty" });
    });

    it("is told when a chunk is broken, after what came before it", async () => {
      server.behave(answering("Well", { bytes: subject.brokenChunk }, " then"));
      const { text, end } = await ask();
      expect(text).toBe("Well");
      expect(end).toMatchObject({ type: "error", kind: "malformed" });
    });

    it.each([
      ["a web page", raw("<!doctype html>\n<html><body>Welcome</body></html>\n", "text/html")],
      ["half a line of JSON", raw('{"unfinished: <<<', "application/json")],
    ])("is told when the answer is %s", async (_, behaviour) => {
      server.behave(behaviour);
      expect(await failure()).toMatchObject({ kind: "malformed" });
    });

    it("is told when the connection breaks in the middle, after what came before", async () => {
      const heardIt = gate();
      server.behave(ending({ how: "cut" }, "Well", { until: heardIt.opened }));
      const texts: string[] = [];
      for await (const event of provider().stream(request(), neverStopped())) {
        if (event.type === "text") texts.push(event.delta);
        if (event.type === "text") heardIt.open();
        else expect(event).toMatchObject({ type: "error", kind: "cut" });
      }
      expect(texts).toEqual(["Well"]);
    });

    it("is told when the body ends without the API's last words", async () => {
      server.behave(ending({ how: "unmarked" }, "Well"));
      expect((await ask()).end).toMatchObject({ type: "error", kind: "cut" });
    });

    it("is told when the server ends a stream with an error", async () => {
      server.behave(answering("Well", { bytes: subject.errorChunk.bytes }));
      expect((await ask()).end).toMatchObject({ type: "error", kind: subject.errorChunk.kind });
    });

    it.each([
      [401, "auth"],
      [403, "auth"],
      [404, "not-found"],
      [400, "bad-request"],
      [413, "context-length"],
      [429, "rate-limit"],
      [500, "unknown"],
      [503, "overloaded"],
      [529, "overloaded"],
    ])("names status %i as %s, and does not try again by itself", async (status, kind) => {
      server.behave(refusing(status, "no"));
      expect(await failure()).toMatchObject({ kind, retryAfterMs: null });
      expect(server.calls).toHaveLength(1);
    });

    it("is told as a prompt that was too long", async () => {
      server.behave(refusing(subject.tooLong.status, subject.tooLong.body));
      expect(await failure()).toMatchObject({ kind: "context-length" });
    });

    it("tells how many seconds the server wants to be left alone", async () => {
      server.behave(refusing(429, "slow down", { "retry-after": "7" }));
      expect(await failure()).toMatchObject({ kind: "rate-limit", retryAfterMs: 7_000 });
    });

    it("tells until when the server wants to be left alone", async () => {
      const clock = manualClock(new Date("2026-03-01T12:00:00Z"));
      server.behave(refusing(429, "slow down", { "retry-after": "Sun, 01 Mar 2026 12:01:30 GMT" }));
      const { end } = await hear(provider(clock).stream(request(), neverStopped()));
      expect(end).toMatchObject({ kind: "rate-limit", retryAfterMs: 90_000 });
    });

    it("is told when nobody listens at the address", async () => {
      await server.close();
      const { end } = await ask();
      expect(end).toMatchObject({ type: "error", kind: "unreachable" });
      server = await subject.serve();
    });

    it("is told instead of following a redirect to another address", async () => {
      const elsewhere = await subject.serve();
      server.behave(refusing(307, "", { location: elsewhere.address }));
      expect(await failure()).toMatchObject({ kind: "bad-request" });
      expect(elsewhere.connections()).toBe(0);
      await elsewhere.close();
    });

    it("says no word of the conversation and no key, whatever the server quotes", async () => {
      const quoting = `${canary} ${key}`;
      const printed = ["log", "warn", "error", "info", "debug"] as const;
      const spies = printed.map((method) => vi.spyOn(console, method).mockImplementation(() => undefined));
      for (const behaviour of [
        refusing(400, { error: { message: quoting, code: canary, type: key } }),
        refusing(500, quoting),
        answering({ bytes: `${canary}\n\n` }),
        answering({ bytes: subject.brokenChunk.replace("Well", canary) }),
        answering({ bytes: subject.errorChunk.bytes.replace("message", `${canary} message`) }),
      ]) {
        server.behave(behaviour);
        const told = JSON.stringify(await failure());
        expect(told).not.toContain(canary);
        expect(told).not.toContain(key);
      }
      for (const spy of spies) expect(spy).not.toHaveBeenCalled();
      vi.restoreAllMocks();
    });
  });

  describe("patience", () => {
    const listen = (clock: ManualClock) => {
      const stream = provider(clock).stream(request(), neverStopped())[Symbol.asyncIterator]();
      return () => stream.next();
    };

    it("ends when the server does not begin to answer", async () => {
      const clock = manualClock();
      server.behave(hanging);
      const next = listen(clock)();
      const call = await server.call(0);
      await clock.sleeping(subject.patience);
      clock.advance(subject.patience);
      expect((await next).value).toMatchObject({ type: "error", kind: "timeout" });
      await call.abandoned;
    });

    it("outlasts five minutes of loading on this machine", async () => {
      const clock = manualClock();
      const loaded = gate();
      server.behave(answering({ until: loaded.opened }, "Awake."));
      const next = listen(clock)();
      await server.call(0);
      await clock.sleeping(subject.patience);
      clock.advance(301_000);
      loaded.open();
      expect((await next).value).toEqual({ type: "text", delta: "Awake." });
    });

    it("ends when the server falls silent in the middle", async () => {
      const clock = manualClock();
      server.behave(ending({ how: "open" }, "Well"));
      const next = listen(clock);
      expect((await next()).value).toMatchObject({ delta: "Well" });
      const last = next();
      await clock.sleeping(60_000);
      clock.advance(60_000);
      expect((await last).value).toMatchObject({ type: "error", kind: "timeout" });
      await (await server.call(0)).abandoned;
    });
  });
}
