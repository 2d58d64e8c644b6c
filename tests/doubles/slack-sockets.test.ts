import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { WebSocket } from "ws";
import { until } from "../until.ts";
import { aDouble, api, appToken, aSocket, type Double, mention, saying } from "./slack-client.ts";

const minute = 60_000;

const attempts = async (double: Double) =>
  (await double.history()).envelopes.map(({ attempt, via, inTime }) => [attempt, via, inTime]);

describe("sockets", () => {
  test("say hello, and tell how many there are; an address is good for one, and not for long", async () => {
    const double = await aDouble();
    await aSocket(double, { as: "one" });
    const { hello } = await aSocket(double, { as: "two" });
    expect(hello).toMatchObject({ num_connections: 2, connection_info: { app_id: "A0FAMILIAR1" }, debug_info: {} });
    const { url } = (await api(double, "apps.connections.open", {}, { token: appToken })).body;
    await double.advance(31_000);
    await expect(once(new WebSocket(url), "open")).rejects.toThrow("408");
    expect((await double.history()).sockets.map(({ bot }) => bot)).toEqual(["one", "two"]);
  });

  test("one too many is turned away", async () => {
    const double = await aDouble({ sockets: 1 });
    await aSocket(double);
    const { url } = (await api(double, "apps.connections.open", {}, { token: appToken })).body;
    const socket = new WebSocket(url);
    const [data] = await once(socket, "message");
    expect(JSON.parse(String(data))).toMatchObject({ type: "disconnect", reason: "too_many_websockets" });
    await once(socket, "close");
  });

  test("every envelope goes to one of them alone", async () => {
    const double = await aDouble();
    const [one, two] = [await aSocket(double, { as: "one" }), await aSocket(double, { as: "two" })];
    for (let count = 0; count < 20; count++) await double.does(saying(`${count}`));
    await until(() => one.frames.length + two.frames.length === 20, "every message");
    expect(Math.min(one.frames.length, two.frames.length)).toBeGreaterThan(0);
    const bots = (await double.history()).envelopes.map(({ bot }) => bot);
    expect(bots.filter((bot) => bot === "one")).toHaveLength(one.frames.length);
  });

  test("pings come, and whoever does not answer two of them is closed", async () => {
    const double = await aDouble({ pingMs: 50 });
    const { socket } = await aSocket(double);
    await once(socket, "ping");
    socket.pause();
    await until(async () => (await double.activity()).sockets.length === 0, "the end of it");
  });

  test("a refresh is announced, and nothing is sent there any more; after a warning all goes on", async () => {
    const double = await aDouble();
    const old = await aSocket(double, { as: "old" });
    await double.sockets({ type: "disconnect", reason: "warning" });
    await double.sockets({ type: "disconnect", reason: "refresh_requested" });
    for (const reason of ["warning", "refresh_requested"])
      await old.next((frame) => frame.reason === reason, `a ${reason}`);
    const fresh = await aSocket(double, { as: "fresh" });
    for (let count = 0; count < 5; count++) await double.does(saying(`${count}`));
    await until(() => fresh.frames.length === 5, "everything at the new one");
    await double.advance(10_000);
    await until(async () => (await double.activity()).sockets.length === 1, "the end of the old one");
  });

  test("can be refused, and an outage ends those there are", async () => {
    const double = await aDouble();
    await aSocket(double);
    await double.faults({ refuse: true });
    const { url } = (await api(double, "apps.connections.open", {}, { token: appToken })).body;
    await expect(once(new WebSocket(url), "open")).rejects.toThrow("503");
    await double.faults({ outage: true });
    await until(async () => (await double.activity()).sockets.length === 0, "no socket");
    expect((await api(double, "apps.connections.open", {}, { token: appToken })).status).toBe(503);
  });
});

describe("events that are not acknowledged", () => {
  test("come again at once, after a minute and after five, and then never", async () => {
    const double = await aDouble();
    const { frames } = await aSocket(double, { acknowledges: false });
    await double.does(saying("hello"));
    await until(() => frames.length === 1, "the event");
    await double.advance(3_000);
    await until(() => frames.length === 2, "the first retry");
    await double.advance(3_000);
    await double.advance(minute - 1_000);
    expect(frames).toHaveLength(2);
    await double.advance(1_000);
    await until(() => frames.length === 3, "the second retry");
    await double.advance(3_000);
    await double.advance(5 * minute);
    await until(() => frames.length === 4, "the third retry");
    await double.advance(3_000);
    expect(frames.map(({ retry_attempt, retry_reason }) => [retry_attempt, retry_reason])).toEqual([
      [0, ""],
      [1, "timeout"],
      [2, "timeout"],
      [3, "timeout"],
    ]);
    expect(new Set(frames.map(({ payload }) => payload.event_id)).size).toBe(1);
    expect(new Set(frames.map(({ envelope_id }) => envelope_id)).size).toBe(4);
    expect(await double.activity()).toMatchObject({ scheduled: 0, unacknowledged: 0, lost: 1 });
  });

  test("an acknowledgement that comes too late, or by another socket, counts for nothing", async () => {
    const double = await aDouble();
    const [one] = [await aSocket(double, { acknowledges: false })];
    await double.does(saying("hello"));
    const first = await one.event("message");
    const other = await aSocket(double, { acknowledges: false });
    other.acknowledge(first);
    await double.advance(3_000);
    one.acknowledge(first);
    await until(async () => (await double.history()).envelopes.length === 2, "the retry");
    await until(async () => (await double.history()).envelopes[0]?.acknowledgedAt !== null, "the late acknowledgement");
    expect((await attempts(double))[0]).toEqual([0, "socket", false]);
  });

  test("what happened while no socket was open comes as a retry", async () => {
    const double = await aDouble();
    await double.does(saying(`${mention} anybody?`));
    const socket = await aSocket(double);
    expect(socket.frames).toEqual([]);
    await double.advance(minute);
    const mentioned = await socket.event("app_mention");
    expect(mentioned).toMatchObject({ retry_attempt: 2, retry_reason: "timeout" });
    await until(async () => (await double.activity()).unacknowledged === 0, "everything acknowledged");
    expect((await attempts(double)).filter(([, via]) => via === "nowhere")).toHaveLength(4);
    expect(await double.activity()).toMatchObject({ scheduled: 0, lost: 0 });
  });

  test("half-open sockets still get their share, and it comes again by others", async () => {
    const double = await aDouble();
    const dead = await aSocket(double, { as: "dead" });
    await double.sockets({ type: "half-open" });
    await double.does(saying("hello"));
    await double.sockets({ type: "no-pings" });
    const alive = await aSocket(double, { as: "alive" });
    for (let tries = 0; tries < 8; tries++) {
      await double.advance(6 * minute);
      await pause(50);
    }
    const { unacknowledged, lost } = await double.activity();
    expect([unacknowledged, lost + alive.frames.length]).toEqual([0, 1]);
    expect((await attempts(double))[0]).toEqual([0, "socket", false]);
    expect(dead.frames).toEqual([]);
  });
});

describe("faults of events", () => {
  test("what was acknowledged can come again, with the same id", async () => {
    const double = await aDouble();
    const { frames } = await aSocket(double);
    await double.faults({ repeat: 1, repeatTimes: 3, repeatMs: 1_000 });
    await double.does(saying("hello"));
    await double.advance(2_000);
    await until(async () => (await double.activity()).scheduled === 0, "every repetition");
    await until(() => frames.length > 1, "a repetition");
    expect(new Set(frames.map(({ payload }) => payload.event_id)).size).toBe(1);
    expect(frames[1]).toMatchObject({ retry_attempt: 1 });
  });

  test("what is late keeps its order in a channel, unless it is shuffled", async () => {
    const double = await aDouble();
    const { frames } = await aSocket(double);
    await double.faults({ delay: 0.5, delayMs: 5_000 });
    for (let count = 0; count < 10; count++) await double.does(saying(`${count}`));
    await double.faults({ delay: 1, shuffle: true });
    for (let count = 10; count < 20; count++) await double.does(saying(`${count}`));
    await double.advance(10_000);
    await until(() => frames.length === 20, "everything");
    const said = frames.map(({ payload }) => Number(payload.event.text));
    const [early, late] = [said.filter((one) => one < 10), said.filter((one) => one >= 10)];
    expect(early).toEqual([...early].sort((a, b) => a - b));
    expect(late).not.toEqual([...late].sort((a, b) => a - b));
  });
});
