import { setImmediate as tick } from "node:timers/promises";
import { Routes } from "discord.js";
import { expect, test } from "vitest";
import type { Send } from "../../../src/platforms/discord/caution.ts";
import { departure } from "../../../src/platforms/discord/departure.ts";
import { manualClock } from "../../doubles/manual-clock.ts";
import { silent } from "../../storage-fixture.ts";
import { until } from "../../until.ts";

/** A second passes at each look, so that nobody has to wait for an even pace. */
function hurried() {
  let now = 0;
  const later = (): Date => {
    now += 1_000;
    return new Date(now);
  };
  return { now: later, sleep: async () => {} };
}

/** A Discord that takes every request. */
function openDiscord() {
  const sent: string[] = [];
  const send: Send = async (url) => {
    sent.push(url);
    return new Response(null, { status: 204 });
  };
  const out = departure({ rest: {}, clock: hurried(), log: silent }, send);
  out.rest.setToken("token");
  const typingIn = (channel: number) => out.rest.post(Routes.channelTyping(`3000000000000${10_000 + channel}`));
  return { out, sent, typingIn };
}

test.each([
  ["nothing is left out while there is room", 10, ["typing", "progress"]],
  ["typing is left out first", 24, ["progress"]],
  ["then progress", 32, []],
  ["and everything while others wait", 50, []],
] as const)("of what shows no answer %s", async (_, requests, done) => {
  const { out, sent, typingIn } = openDiscord();
  const all = Array.from({ length: requests }, (_one, channel) => typingIn(channel));
  await until(() => sent.length === Math.min(40, requests), "what one second has room for");
  const seen: string[] = [];
  for (const leisure of ["typing", "progress"] as const)
    await out.whenRoom(leisure, async () => void seen.push(leisure));
  expect(seen).toEqual(done);
  await Promise.all(all);
});

test("of what shows no answer nothing is begun while requests wait for an even pace", async () => {
  const clock = { now: () => new Date(1_000_000), sleep: () => new Promise<void>(() => {}) };
  const out = departure({ rest: {}, clock, log: silent }, async () => new Response(null, { status: 204 }));
  out.rest.setToken("token");
  const seen: string[] = [];
  const hello = (): Promise<boolean> => out.whenRoom("progress", async () => void seen.push("hello"));
  await hello();
  for (let channel = 0; channel < 6; channel += 1)
    void out.rest.post(Routes.channelTyping(`30000000000000000${channel}`));
  await new Promise((resolve) => setImmediate(resolve));
  await hello();
  expect(seen).toEqual(["hello"]);
});

test("two may leave together, then one every 25 ms, and no more than eight are on their way", async () => {
  const clock = manualClock();
  const under: (() => void)[] = [];
  const send: Send = () =>
    new Promise((resolve) => void under.push(() => resolve(new Response(null, { status: 204 }))));
  const out = departure({ rest: {}, clock, log: silent }, send);
  out.rest.setToken("token");
  const all = Array.from({ length: 20 }, (_, channel) =>
    out.rest.post(Routes.channelTyping(`3000000000000${10_000 + channel}`)),
  );
  const seen: number[] = [];
  const look = async (): Promise<void> => {
    for (let ticks = 0; ticks < 50; ticks += 1) await tick();
    seen.push(under.length);
  };
  await until(() => under.length > 0, "the first one to leave");
  await look();
  for (let step = 0; step < 8; step += 1) {
    clock.advance(25);
    await look();
  }
  expect(seen).toEqual([2, 3, 4, 5, 6, 7, 8, 8, 8]);
  while (under.length > 0) {
    for (const answer of under.splice(0)) answer();
    clock.advance(1_000);
    await look();
  }
  await Promise.all(all);
});

test("what answers an interaction leaves at once, however many others are on their way", async () => {
  const sent: string[] = [];
  const send: Send = (url) => {
    sent.push(url);
    return new Promise(() => {});
  };
  const out = departure({ rest: {}, clock: hurried(), log: silent }, send);
  out.rest.setToken("token");
  for (let channel = 0; channel < 9; channel += 1)
    void out.rest.post(Routes.channelTyping(`3000000000000${10_000 + channel}`));
  await until(() => sent.length === 8, "as many as may be on their way");
  void out.rest.post(Routes.interactionCallback("900000000000000001", "handle"), { body: { type: 5 }, auth: false });
  await until(() => sent.some((url) => url.includes("/interactions/")), "the acknowledgement");
  expect(sent).toHaveLength(9);
});
