import { describe, expect, test } from "vitest";
import { until } from "../until.ts";
import { aDouble, api, channel, type Double, errorOf, quiet, saying } from "./slack-client.ts";

const post = (double: Double, text = "hello", place = channel) =>
  api(double, "chat.postMessage", { channel: place, text }, { as: "one" });
const outcomes = async (double: Double) =>
  (await double.history()).requests.map(({ outcome, carriedOutAt }) => [outcome, carriedOutAt !== null]);

describe("limits", () => {
  test("about one message a second and channel, with a few at once", async () => {
    const double = await aDouble();
    const statuses = [];
    for (let count = 0; count < 4; count++) statuses.push((await post(double)).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await post(double, "elsewhere", quiet)).status).toBe(200);
    await double.advance(1_000);
    expect((await post(double)).status).toBe(200);
  });

  test("whoever does not wait is told again, and it is written down", async () => {
    const double = await aDouble({ limits: { post: { burst: 1, perMinute: 4 } } });
    await post(double);
    const { headers, body } = await post(double);
    expect([headers.get("retry-after"), body]).toEqual(["15", { ok: false, error: "ratelimited" }]);
    await double.advance(5_000);
    await post(double);
    await double.advance(11_000);
    await post(double);
    const { requests } = await double.history();
    expect(requests.map(({ outcome, early }) => [outcome, early])).toEqual([
      ["done", false],
      ["limited", false],
      ["limited", true],
      ["done", false],
    ]);
  });

  test("methods are counted by themselves, and a client is told to wait by the machine's time", async () => {
    const time = { base: Date.now(), speed: 20, ahead: 0 };
    const double = await aDouble({ time, limits: { tier3: { burst: 1, perMinute: 1 } } });
    await double.does(saying("hi"));
    const read = () => api(double, "conversations.history", { channel });
    const [, second] = [await read(), await read()];
    expect([second.status, Number(second.headers.get("retry-after"))]).toEqual([429, 3]);
    expect(await errorOf(api(double, "conversations.info", { channel }))).toBeNull();
  });

  test("a fate limits the next request, and the requests after it for as long", async () => {
    const double = await aDouble();
    await double.fate("chat.postMessage", "limited");
    expect((await post(double)).headers.get("retry-after")).toBe("2");
    await double.advance(2_000);
    expect((await post(double)).status).toBe(200);
  });
});

describe("broken requests", () => {
  test("are carried out or not, whatever whoever asked is told", async () => {
    const double = await aDouble();
    for (const fate of ["cut", "drop"] as const) {
      await double.fate("chat.postMessage", fate);
      await expect(post(double, fate)).rejects.toThrow();
    }
    await double.fate("chat.postMessage", "failed");
    expect((await post(double, "failed")).status).toBe(500);
    await double.advance(10_000);
    for (const fate of ["internal", "fatal"] as const) {
      await double.fate("chat.postMessage", fate);
      expect(await errorOf(post(double, fate))).toBe(`${fate}_error`);
    }
    expect(await outcomes(double)).toEqual([
      ["cut", true],
      ["cut", false],
      ["failed", false],
      ["failed", false],
      ["failed", true],
    ]);
    expect((await double.history()).messages.map(({ states }) => states[0]?.text)).toEqual(["cut", "fatal"]);
  });

  test("one is carried out long after whoever asked has gone", async () => {
    const double = await aDouble();
    await double.fate("chat.postMessage", "late");
    await expect(post(double, "late")).rejects.toThrow();
    expect(await outcomes(double)).toEqual([["late", false]]);
    expect(await double.activity()).toMatchObject({ posted: 0, scheduled: 1 });
    await double.advance(60_000);
    await until(async () => (await double.activity()).posted === 1, "the message");
    const { requests, messages } = await double.history();
    expect(requests[0]).toMatchObject({ outcome: "late", ts: messages[0]?.ts });
    expect((requests[0]?.carriedOutAt ?? 0) - (requests[0]?.at ?? 0)).toBeGreaterThanOrEqual(30_000);
  });

  test("an outage ends, and a channel can be forbidden or unreadable", async () => {
    const double = await aDouble();
    await double.faults({ outage: true });
    expect((await post(double)).status).toBe(503);
    await double.faults({ outage: false, forbidden: [channel], unreadable: [channel] });
    expect(await errorOf(post(double))).toBe("restricted_action");
    expect(await errorOf(api(double, "conversations.history", { channel }))).toBe("channel_not_found");
  });

  test("shares of all of them are met", async () => {
    const double = await aDouble({ limits: { post: { burst: 1_000, perMinute: 60_000 } } });
    await double.faults({ fail: 0.3, drop: 0.2, cut: 0.2, late: 0.2, limit: 0.1, retryAfterMs: 1 });
    for (let count = 0; count < 60; count++) await post(double).catch(() => null);
    const met = new Set((await double.history()).requests.map(({ outcome }) => outcome));
    expect([...met].sort()).toEqual(["cut", "done", "failed", "late", "limited"]);
  });
});
