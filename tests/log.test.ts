import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ConfigError, StorageError } from "../src/core/errors.ts";
import type { Logger } from "../src/core/ports.ts";
import { Secret } from "../src/core/secret.ts";
import { type LogOptions, pinoLogger } from "../src/log.ts";

const canary = "sk-canary/+0123456789";

interface Capture {
  readonly log: Logger;
  readonly text: () => string;
  readonly last: () => Record<string, unknown>;
}

function capture(options: Partial<LogOptions> = {}): Capture {
  const lines: string[] = [];
  const destination = { write: (line: string) => void lines.push(line) };
  const log = pinoLogger({ level: "debug", secrets: [new Secret(canary)], destination, ...options });
  return { log, text: () => lines.join(""), last: () => JSON.parse(lines.at(-1) ?? "{}") };
}

describe("a line of the log", () => {
  test("is JSON with time, level, place and turn", () => {
    const { log, last } = capture();
    log.child({ place: "console///", turn: "t1" }).info({ tokens: 7, cached: null }, "answered");
    expect(last()).toMatchObject({
      level: "info",
      place: "console///",
      turn: "t1",
      tokens: 7,
      cached: null,
      msg: "answered",
    });
    expect(last()["time"]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  });

  test("below the level is not written", () => {
    const { log, text } = capture({ level: "warn" });
    log.info({}, "quiet");
    log.debug({}, "quiet");
    log.warn({}, "loud");
    expect(text()).toContain("loud");
    expect(text()).not.toContain("quiet");
  });

  test("keeps the fields of every child", () => {
    const { log, last } = capture();
    log.child({ place: "a" }).child({ turn: "b" }).warn({ place: "c" }, "moved");
    expect(last()).toMatchObject({ place: "c", turn: "b" });
  });
});

describe("a secret", () => {
  test("is taken out of messages, fields, children and errors with all their causes", () => {
    const { log, text } = capture();
    const cause = new TypeError(`connect to https://x/?key=${encodeURIComponent(canary)} failed`);
    log.child({ address: `https://${canary}@x` }).warn({ note: canary }, `key ${canary}`);
    log.error(
      {},
      "failed",
      new StorageError("E-DATABASE", `refused ${canary}`, { cause: new Error(canary, { cause }) }),
    );
    expect(text()).toContain("[redacted]");
    expect(text()).not.toContain("canary");
  });

  test("is taken out whole where another secret is a part of it", () => {
    const { log, text } = capture({ secrets: [new Secret("hunter2"), new Secret("hunter2-and-more")] });
    log.warn({}, "the key is hunter2-and-more");
    expect(text()).not.toMatch(/hunter|and-more/);
  });

  test.each([
    "token",
    "botToken",
    "apiKey",
    "x-api-key",
    "Authorization",
    "masterKey",
    "clientSecret",
    "password",
    "set-cookie",
  ])("is masked under the name %s", (name) => {
    const { log, text } = capture({ secrets: [] });
    log.info({ [name]: "value-of-it" }, "sent");
    expect(text()).not.toContain("value-of-it");
  });

  test("does not mask what only sounds like one", () => {
    const { log, last } = capture();
    log.info({ inputTokens: 12, outputTokens: 3 }, "answered");
    expect(last()).toMatchObject({ inputTokens: 12, outputTokens: 3 });
  });

  test("of any signs never breaks a line nor stays in one", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 4, unit: "grapheme" }), fc.string(), fc.string(), (secret, before, after) => {
        const { log, last } = capture({ secrets: [new Secret(secret)] });
        log.error({ note: before + secret + after }, "noted", new Error(before + secret + after));
        const { note, error } = last() as { note: string; error: { message: string } };
        expect(note.split("[redacted]").join("")).not.toContain(secret);
        expect(error.message.split("[redacted]").join("")).not.toContain(secret);
      }),
    );
  });
});

describe("an error", () => {
  test("is told by name, code, message and stack, with its causes", () => {
    const { log, last } = capture();
    const cause = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" });
    log.error(
      { place: "a" },
      "no database",
      new StorageError("E-DATABASE-UNREACHABLE", "The database does not answer.", { cause }),
    );
    expect(last()).toMatchObject({
      place: "a",
      error: {
        name: "StorageError",
        code: "E-DATABASE-UNREACHABLE",
        message: "The database does not answer.",
        stack: expect.arrayContaining([expect.stringContaining("log.test.ts")]),
        cause: { code: "ECONNREFUSED", message: "connect ECONNREFUSED 127.0.0.1:5432" },
      },
    });
  });

  test("of a library brings no words of a person along", () => {
    const { log, text } = capture();
    const body = "my sister is ill";
    const refused = new Error(
      `\nInvalid \`message.create()\` invocation\n\n{ data: { text: "${body}" } }\n    at heart, ${body}:1:2`,
    );
    log.error({}, "refused", Object.assign(refused, { headers: { authorization: body }, request: { body } }));
    log.error({}, "malformed", parseFailure(`"${body}`));
    log.error({}, "thrown", body);
    expect(text()).toContain("message.create()");
    expect(text()).not.toContain("sister");
  });

  test("that is its own cause ends", () => {
    const { log, text } = capture();
    const loop = new Error("loop");
    loop.cause = loop;
    log.error({}, "odd", loop);
    expect(text()).toContain("loop");
  });

  test("of ours keeps every line of its message", () => {
    const { log, last } = capture();
    log.error({}, "not started", new ConfigError("E-CONFIG-INVALID", "two things:\n  one\n  two"));
    expect(last()).toMatchObject({ error: { message: "two things:\n  one\n  two" } });
  });
});

function parseFailure(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}
