import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, onTestFinished, test } from "vitest";
import { until } from "../until.ts";
import { aDouble, anna, api, channel, type Double, saying } from "./slack-client.ts";

interface Received {
  readonly path: string;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Answering {
  readonly status?: number;
  readonly body?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Never answers. */
  readonly silent?: boolean;
}

/** An app that takes requests, answers the challenge, and everything else as it is told. */
async function anApp(answer: { now: Answering } = { now: {} }) {
  const received: Received[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    if (text.includes("url_verification")) return void response.end(JSON.parse(text).challenge);
    received.push({ path: request.url ?? "", headers: request.headers, text });
    const { status = 200, body = "", headers = {}, silent = false } = answer.now;
    if (!silent) response.writeHead(status, headers).end(body);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const end = () => {
    server.closeAllConnections();
    server.close();
  };
  onTestFinished(end);
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const target = { events: `${address}/e`, commands: `${address}/c`, interactivity: `${address}/i`, bot: "one" };
  return { received, target, answer, end };
}

async function joined(double: Double, answer?: { now: Answering }) {
  const app = await anApp(answer);
  expect(await double.http(app.target)).toBe(true);
  return app;
}

const attempts = async (double: Double) =>
  (await double.history()).envelopes.map(({ attempt, status, inTime }) => [attempt, status, inTime]);

describe("an app that is had by HTTP", () => {
  test("is taken where it answers the challenge, and nowhere else", async () => {
    const double = await aDouble();
    const nowhere = { events: double.address, commands: "", interactivity: "", bot: "" };
    expect(await double.http(nowhere)).toBe(false);
    await joined(double);
  });

  test("gets signed events, and acknowledges them by its answer", async () => {
    const double = await aDouble({ signingSecret: "secret" });
    const { received } = await joined(double);
    const { id } = await double.does(saying("hello"));
    await until(async () => (await double.history()).envelopes[0]?.inTime === true, "the acknowledgement");
    const [first] = received;
    const stamp = first?.headers["x-slack-request-timestamp"];
    const signature = createHmac("sha256", "secret").update(`v0:${stamp}:${first?.text}`).digest("hex");
    expect(first?.headers).toMatchObject({
      "x-slack-signature": `v0=${signature}`,
      "content-type": "application/json",
    });
    expect(first?.headers).not.toHaveProperty("x-slack-retry-num");
    expect(JSON.parse(first?.text ?? "")).toMatchObject({ type: "event_callback", event: { text: "hello" } });
    expect((await double.history()).envelopes).toMatchObject([{ event: id, via: "http", bot: "one", status: 200 }]);
  });

  test("gets commands as a form, and their answer is shown to whoever asked", async () => {
    const double = await aDouble();
    const answer = {
      now: { body: JSON.stringify({ text: "Rain." }), headers: { "content-type": "application/json" } },
    };
    const { received } = await joined(double, answer);
    await double.does({ type: "command", by: anna, channel, command: "/familiar", text: "weather & more" });
    await until(async () => (await double.activity()).posted === 1, "the answer");
    const form = Object.fromEntries(new URLSearchParams(received[0]?.text));
    expect(form).toMatchObject({ command: "/familiar", text: "weather & more", user_id: anna.id });
    expect(form["response_url"]).toContain("/as/one/commands/");
    expect((await double.history()).messages).toMatchObject([{ visibleTo: anna.id, bot: "one" }]);
  });

  test("gets presses as a payload", async () => {
    const double = await aDouble();
    const { received } = await joined(double);
    const blocks = [
      { type: "actions", elements: [{ type: "button", action_id: "a", text: { type: "plain_text", text: "A" } }] },
    ];
    await double.does(saying("hi"));
    const { ts } = (await api(double, "chat.postMessage", { channel, text: "x", blocks })).body;
    await double.does({ type: "press", by: anna, message: { channel, ts }, action: "a" });
    await until(() => received.some(({ path }) => path === "/i"), "the press");
    const payload = new URLSearchParams(received.find(({ path }) => path === "/i")?.text).get("payload");
    expect(JSON.parse(payload ?? "")).toMatchObject({ type: "block_actions", actions: [{ action_id: "a" }] });
  });

  test("is tried again after an error and after silence, but not where it asks for that", async () => {
    const double = await aDouble({ acknowledgeMs: 200 });
    const answer: { now: Answering } = { now: { status: 500 } };
    const { received } = await joined(double, answer);
    await double.does(saying("hello"));
    await until(() => received.length === 2, "the first retry");
    expect(received[1]?.headers).toMatchObject({ "x-slack-retry-num": "1", "x-slack-retry-reason": "http_error" });
    answer.now = { silent: true };
    await until(async () => (await double.activity()).scheduled === 1, "the next one");
    await double.advance(60_000);
    await until(() => received.length === 3, "the second retry");
    answer.now = { status: 500, headers: { "x-slack-no-retry": "1" } };
    await until(async () => (await double.activity()).scheduled === 1, "the last one");
    await double.advance(300_000);
    await until(() => received.length === 4, "the third retry");
    expect(received[3]?.headers).toMatchObject({ "x-slack-retry-num": "3", "x-slack-retry-reason": "http_timeout" });
    await double.does(saying("and again"));
    await until(async () => (await double.activity()).lost === 2, "no retry");
    expect(await attempts(double)).toEqual([
      [0, 500, false],
      [1, 500, false],
      [2, null, false],
      [3, 500, false],
      [0, 500, false],
    ]);
  });

  test("that has died is tried again", async () => {
    const double = await aDouble();
    const { end } = await joined(double);
    end();
    await double.does(saying("hello"));
    await until(async () => (await double.history()).envelopes.length === 2, "a retry");
    expect((await double.history()).envelopes[1]).toMatchObject({ attempt: 1, reason: "connection_failed" });
  });
});
