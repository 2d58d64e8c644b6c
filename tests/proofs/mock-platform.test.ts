import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { describe, expect, onTestFinished, test } from "vitest";
import { platformControl } from "../doubles/mock-platform/control.ts";
import { mockPlatform } from "../doubles/mock-platform/platform.ts";
import type { Delivered } from "../doubles/mock-platform/queue.ts";
import type { Doing } from "../doubles/mock-platform/records.ts";

const base = { channel: "c1", thread: null, kind: "channel", author: { id: "u1", name: "Anna" } } as const;
const saying = (text: string): Doing => ({ ...base, type: "message", addressing: "mention", text, quoted: null });

/** A bot by hand. */
function aBot(address: string, name: string) {
  const call = (method: string, path: string, body?: unknown) =>
    fetch(`${address}/bot/${path}`, {
      method,
      headers: { "x-bot": name },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const create = { channel: "c1", text: "hello", nonce: null, replyTo: "e1", privateTo: null };
  return {
    call,
    hears: async (wait = 0) => {
      const { events } = (await (await call("GET", `events?wait=${wait}`)).json()) as { events: readonly Delivered[] };
      return events;
    },
    acknowledges: ({ envelope }: Delivered) => call("POST", "acknowledgements", { envelopes: [envelope] }),
    posts: async (more: object = {}) =>
      String(((await (await call("POST", "messages", { ...create, ...more })).json()) as { id: string }).id),
  };
}

async function aPlatform() {
  const { address, close } = await mockPlatform();
  onTestFinished(close);
  return { ...platformControl(address), bot: (name: string) => aBot(address, name) };
}

const ids = (events: readonly Delivered[]) => events.map(({ event }) => event.id);

describe("events", () => {
  test("what is not acknowledged comes again: after a time, and at once to a new bot", async () => {
    const { does, advance, bot } = await aPlatform();
    const [old, young] = [bot("old"), bot("young")];
    await does(saying("hello"));
    const [first] = await old.hears();
    expect(await old.hears()).toEqual([]);
    const [second] = await young.hears();
    await advance(11_000);
    const [third] = await old.hears();
    expect(ids([first, second, third].flatMap((one) => one ?? []))).toEqual(["e1", "e1", "e1"]);
    if (third) await old.acknowledges(third);
    await advance(11_000);
    expect(await young.hears()).toEqual([]);
  });

  test("one that is held up holds up those behind it, in its channel alone", async () => {
    const { does, faults, advance, bot } = await aPlatform();
    await faults({ delay: 1, delayMs: 60_000 });
    await does(saying("held up"));
    await faults({ delay: 0 });
    await does(saying("behind it"));
    await does({ ...saying("elsewhere"), channel: "c2" } as Doing);
    const [free, ...others] = await bot("one").hears();
    expect([free?.event.id, others]).toEqual(["e3", []]);
    if (free) await bot("one").acknowledges(free);
    await advance(60_000);
    expect(ids(await bot("one").hears())).toEqual(["e1", "e2"]);
  });

  test("events can come more than once, acknowledged or not", async () => {
    const { does, faults, advance, activity, bot } = await aPlatform();
    await faults({ repeat: 1, repeatTimes: 1, repeatMs: 60_000 });
    await does(saying("hello"));
    const [event] = await bot("one").hears();
    if (event) await bot("one").acknowledges(event);
    await advance(60_000);
    expect(ids(await bot("one").hears())).toEqual(["e1"]);
    expect(await activity()).toMatchObject({ unacknowledged: 0, repeats: 0 });
  });

  test("a poll waits for what is said, and a deletion names its message once", async () => {
    const { does, bot } = await aPlatform();
    const heard = bot("one").hears(10_000);
    await does(saying("hello"));
    expect(ids(await heard)).toEqual(["e1"]);
    expect(await does({ type: "deleted", message: "e1" })).toMatchObject({ type: "deleted", message: "e1" });
    expect(await does({ type: "deleted", message: "e1" })).toBeNull();
  });
});

describe("messages", () => {
  test("a nonce counts on create alone, and is forgotten after a while", async () => {
    const { advance, history, bot } = await aPlatform();
    const one = bot("one");
    const first = await one.posts({ nonce: "n", text: "first" });
    expect(await one.posts({ nonce: "n", text: "second" })).toBe(first);
    expect(await one.posts({ nonce: "m" })).not.toBe(first);
    await advance(150_000);
    expect(await one.posts({ nonce: "n" })).not.toBe(first);
    expect((await history()).messages[0]?.states).toHaveLength(1);
  });

  test("the channel's history tells references and no nonces", async () => {
    const { bot } = await aPlatform();
    await bot("one").posts({ nonce: "n", privateTo: "u1" });
    const answer = await bot("one").call("GET", "channels/c1/messages");
    expect(await answer.json()).toEqual({ messages: [{ id: "b1", text: "hello", replyTo: "e1", privateTo: "u1" }] });
  });

  test("every state is remembered, and what is gone cannot be edited", async () => {
    const { history, bot } = await aPlatform();
    const one = bot("one");
    await one.posts();
    await one.call("PATCH", "messages/b1", { text: "changed" });
    await one.call("DELETE", "messages/b1");
    expect((await one.call("PATCH", "messages/b1", { text: "late" })).status).toBe(404);
    const { messages, requests } = await history();
    expect(messages[0]?.states.map(({ text }) => text)).toEqual(["hello", "changed", null]);
    expect(requests.map(({ outcome }) => outcome)).toEqual(["done", "done", "done", "missing"]);
  });
});

describe("unkindness", () => {
  test("a request is carried out and its connection dropped, or dropped before", async () => {
    const { fate, history, bot } = await aPlatform();
    await fate("create", "cut");
    await expect(bot("one").posts()).rejects.toThrow();
    await fate("create", "drop");
    await expect(bot("one").posts()).rejects.toThrow();
    const { messages, requests } = await history();
    expect(messages).toHaveLength(1);
    expect(requests.map(({ carriedOut }) => carriedOut)).toEqual([true, false]);
  });

  test("429 says when to come again, and who comes earlier is written down", async () => {
    const { fate, faults, advance, history, bot } = await aPlatform();
    await faults({ retryAfterMs: 10_000 });
    const post = () => bot("one").call("POST", "messages", { channel: "c1", text: "hello" });
    await fate("create", "limited");
    const answer = await post();
    expect([answer.status, answer.headers.get("retry-after")]).toEqual([429, "10"]);
    await advance(5_000);
    await post();
    await advance(6_000);
    await post();
    expect((await history()).requests.map(({ early }) => early)).toEqual([false, true, false]);
  });

  test("an outage refuses everything, a closed channel all posts, and 500 comes by chance", async () => {
    const { faults, bot } = await aPlatform();
    const post = async (channel: string) => (await bot("one").call("POST", "messages", { channel, text: "x" })).status;
    await faults({ forbidden: ["closed"] });
    expect([await post("closed"), await post("open")]).toEqual([403, 200]);
    await faults({ outage: true });
    expect([await post("closed"), await post("open")]).toEqual([503, 503]);
    await faults({ outage: false, fail: 1 });
    expect(await post("open")).toBe(500);
  });
});

test("it is a process of its own that says its address and ends with whoever has started it", async () => {
  const main = "tests/doubles/mock-platform/main.ts";
  const child = spawn(process.execPath, ["--import", "tsx", main, '{"seed":7}'], { stdio: "pipe" });
  onTestFinished(() => void child.kill("SIGKILL"));
  const [address] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await platformControl(address).activity()).toMatchObject({ requests: 0, bot: null });
  const ended = once(child, "exit");
  child.stdin.end();
  expect(await ended).toEqual([0, null]);
});
