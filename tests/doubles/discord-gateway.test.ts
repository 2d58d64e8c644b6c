import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { describe, expect, onTestFinished, test } from "vitest";
import { WebSocket } from "ws";
import { until } from "../until.ts";
import { discordControl } from "./discord/control.ts";
import { aClient, aDouble, anna, codeOf, loggedIn, next, saying, token } from "./discord-client.ts";

describe("the gateway", () => {
  test("after a drop the session is resumed, and what was missed is replayed", async () => {
    const double = await aDouble();
    const client = await loggedIn(double);
    await double.gateway({ type: "drop" });
    await until(async () => (await double.activity()).sessions[0]?.connected === false, "a lost session");
    const { id } = await double.does(saying("meanwhile"));
    expect((await next(client.heard, "what was missed")).id).toBe(id);
    const { sessions, deliveries } = await double.history();
    expect(sessions.map(({ resumedAt }) => resumedAt.length)).toEqual([1]);
    expect(deliveries.map(({ event, sent }) => [event, sent])).toEqual([
      [id, false],
      [id, true],
    ]);
    expect((await double.activity()).undelivered).toBe(0);
  });

  test("a half-open socket is noticed by its heartbeats, and left for a new one", async () => {
    const double = await aDouble({ heartbeatMs: 150 });
    const client = await loggedIn(double);
    const debug: string[] = [];
    client.on("debug", (line) => debug.push(line));
    await double.gateway({ type: "half-open" });
    const { id } = await double.does(saying("into the void"));
    await until(() => debug.some((line) => line.includes("Zombie connection")), "a client that notices");
    // Else the client's library would wait half a minute for its close frame to be answered.
    await double.gateway({ type: "drop" });
    expect((await next(client.heard, "what was missed")).id).toBe(id);
    expect((await double.history()).sessions).toHaveLength(1);
  });

  test("it asks to reconnect, and the session goes on", async () => {
    const double = await aDouble();
    const client = await loggedIn(double);
    await double.gateway({ type: "reconnect" });
    await once(client, "shardResume");
    expect((await double.history()).sessions.map(({ resumedAt }) => resumedAt.length)).toEqual([1]);
  });

  test("a session that was forgotten is begun anew, and what was missed stays missed", async () => {
    const double = await aDouble({ sessionMs: 1_000 });
    const client = await loggedIn(double);
    await double.gateway({ type: "drop" });
    await until(async () => (await double.activity()).sessions[0]?.connected === false, "a lost session");
    await double.advance(2_000);
    const { id } = await double.does(saying("to nobody"));
    await once(client, "shardReady");
    expect(await double.activity()).toMatchObject({ identifies: 2, sessions: [{ connected: true }] });
    expect((await double.history()).deliveries.filter(({ event }) => event === id)).toEqual([]);
  });

  test("after a reconnect the last events come again, where that is asked for", async () => {
    const double = await aDouble();
    const client = await loggedIn(double);
    await double.faults({ redeliver: 1 });
    const { id } = await double.does(saying("hello"));
    await next(client.heard, "a message");
    await double.gateway({ type: "reconnect" });
    await until(async () => (await double.history()).deliveries.length === 2, "a second delivery");
    const { deliveries } = await double.history();
    expect(deliveries.map(({ event, sent }) => [event, sent])).toEqual(Array(2).fill([id, true]));
  });

  test("events come again and late, as the faults will", async () => {
    const double = await aDouble();
    await loggedIn(double);
    await double.faults({ repeat: 1, repeatTimes: 3, delay: 1, shuffle: true });
    await double.does(saying("one"));
    await double.does(saying("two"));
    expect((await double.activity()).scheduled).toBeGreaterThanOrEqual(4);
    await double.advance(400_000);
    const { deliveries } = await double.history();
    expect(deliveries.length).toBeGreaterThanOrEqual(4);
    expect((await double.activity()).scheduled).toBe(0);
  });

  test("one identify too many resets the token", async () => {
    const double = await aDouble({ identifies: 1 });
    const first = await loggedIn(double);
    // The stock client asks how many are left, and refuses by itself.
    await expect(aClient(double).login(token)).rejects.toThrow("Not enough sessions remaining");
    const socket = new WebSocket(`${double.address.replace("http", "ws")}/gateway?v=10&encoding=json`);
    onTestFinished(() => socket.terminate());
    await once(socket, "message");
    socket.send(JSON.stringify({ op: 2, d: { token, intents: 0, properties: {} } }));
    expect((await once(socket, "close"))[0]).toBe(4004);
    expect(await codeOf(first.users.fetch(anna.id))).toBe(0);
  });
});

describe("a process of its own", () => {
  test("it prints its address, is controlled over HTTP, and ends with whoever has started it", async () => {
    const script = fileURLToPath(new URL("./discord/main.ts", import.meta.url));
    const child = spawn(process.execPath, ["--import", "tsx", script, JSON.stringify({ seed: 7 })]);
    const [address] = await once(createInterface(child.stdout), "line");
    const control = discordControl(String(address));
    const client = await loggedIn({ address: String(address) });
    await control.does(saying("from afar"));
    expect((await next(client.heard, "a message")).content).toBe("from afar");
    await client.destroy();
    child.stdin.end();
    expect(await once(child, "exit")).toEqual([0, null]);
  });
});
