import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { deliveryOf, replyOf } from "../../contracts/platform-host.ts";
import type { SlackOptions } from "../../doubles/slack/options.ts";
import type { SocketAction } from "../../doubles/slack/sockets.ts";
import { type Inbox, inbox } from "./inbox.ts";
import { anna, channel, mention, slackWorld } from "./world.ts";

type World = Awaited<ReturnType<typeof slackWorld>> & { readonly host: Inbox };

let open: World | null = null;
afterEach(() => open?.adapter.stop());

const often = { retryMs: [0, 300, 300, 300, 300, 300], acknowledgeMs: 500 };

async function started(options: SlackOptions = {}): Promise<World> {
  const host = inbox();
  open = { ...(await slackWorld({ ...often, ...options }, host)), host };
  await open.adapter.start(host);
  return open;
}

const say = (text: string) => ({ type: "say" as const, by: anna, channel, text: `${mention} ${text}` });
const sockets = async ({ double }: World) => (await double.history()).sockets;

/** Back with a socket of its own within ten seconds. */
async function isBack(world: World): Promise<void> {
  const isNew = async () => (await world.double.activity()).sockets.length === 1 && (await sockets(world)).length > 1;
  await world.until(isNew, "a new socket", 10_000);
}

/** Never two at once: half of everything would go where nobody listens. */
async function areApart(world: World): Promise<void> {
  const all = await sockets(world);
  for (const [at, { openedAt }] of all.entries())
    for (const { closedAt } of all.slice(0, at))
      expect(closedAt ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(openedAt);
}

/** What is said meanwhile is heard once each, whatever its order, and answered once. */
async function goesOn(world: World, texts: readonly string[]): Promise<void> {
  const heard: string[] = [];
  for (const _text of texts) {
    const { ask, turn } = await world.host.next();
    if (ask.type !== "message") throw new Error("no message");
    heard.push(ask.text);
    await world.adapter.open(deliveryOf(ask, turn)).finish(replyOf(`${ask.text}!`));
  }
  expect(heard.toSorted()).toEqual(texts.toSorted());
  const isQuiet = async () => {
    const { scheduled, unacknowledged } = await world.double.activity();
    return scheduled === 0 && unacknowledged === 0;
  };
  await world.until(isQuiet, "everything acknowledged");
  expect((await world.shown()).map(({ text }) => text).toSorted()).toEqual(texts.map((text) => `${text}!`).toSorted());
  expect((await world.double.activity()).lost).toBe(0);
}

const ends: readonly SocketAction[] = [
  { type: "drop" },
  { type: "close", code: 1000 },
  { type: "disconnect", reason: "warning" },
  { type: "disconnect", reason: "refresh_requested" },
  { type: "disconnect", reason: "link_disabled" },
];

describe("a socket", () => {
  test.each(ends)("that ends by %j is followed by another, and nothing is lost", async (end) => {
    const world = await started();
    await world.double.sockets(end);
    for (const text of ["one", "two", "three"]) await world.does(say(text));
    if (end.type !== "disconnect" || end.reason !== "warning") await isBack(world);
    await goesOn(world, ["one", "two", "three"]);
    await areApart(world);
  });

  test("whose connection looks open and is dead is left for a new one", { timeout: 30_000 }, async () => {
    const world = await started({ pingMs: 1_000, retryMs: Array(30).fill(500) });
    await world.double.sockets({ type: "half-open" });
    await world.does(say("one"));
    await isBack(world);
    await goesOn(world, ["one"]);
  });

  test("on which Slack says no word is left for a new one", { timeout: 30_000 }, async () => {
    const world = await started({ retryMs: Array(30).fill(500) });
    await world.double.faults({ silent: true });
    await world.double.sockets({ type: "drop" });
    await world.until(async () => (await sockets(world)).length === 2, "a new socket");
    await world.double.faults({ silent: false });
    await world.does(say("one"));
    await world.until(async () => (await sockets(world))[1]?.closedAt !== null, "it is left", 10_000);
    await goesOn(world, ["one"]);
    await areApart(world);
  });

  test("that gets no more pings, and that nobody speaks on, is no dead one", { timeout: 20_000 }, async () => {
    const world = await started();
    await world.double.sockets({ type: "no-pings" });
    const asked = async () => (await sockets(world))[0]?.pings ?? 0;
    await world.until(async () => (await asked()) >= 1, "it was asked", 15_000);
    expect((await sockets(world)).map(({ closedAt }) => closedAt)).toEqual([null]);
  });

  test("that nobody may open for a while is asked for again until there is one", { timeout: 30_000 }, async () => {
    const world = await started();
    await world.double.faults({ refuse: true });
    await world.double.sockets({ type: "drop" });
    await world.until(async () => (await world.double.activity()).sockets.length === 0, "nobody is connected");
    await world.double.fate("apps.connections.open", "failed");
    await world.does(say("one"));
    const requests = async () =>
      (await world.double.history()).requests.filter(({ method }) => method === "apps.connections.open").length;
    const before = await requests();
    await world.until(async () => (await requests()) >= before + 2, "it has tried again");
    await world.double.faults({ refuse: false });
    await isBack(world);
    await world.does(say("two"));
    await world.until(() => world.host.received.length >= 2, "it hears again");
    await areApart(world);
  });
});

test("whatever comes over a socket, the next question on it is heard", { timeout: 30_000 }, async () => {
  const world = await started();
  const envelope = (payload: unknown) => ({ type: "events_api", envelope_id: "e", payload });
  const rubbish = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.json(),
    fc.record({ type: fc.constantFrom("hello", "slash_commands", "interactive"), payload: fc.anything() }),
    fc.anything().map(envelope),
    fc.record({ event: fc.anything(), team_id: fc.anything() }).map(envelope),
  );
  const frames = fc.sample(rubbish, 150).map((one) => (typeof one === "string" ? one : (JSON.stringify(one) ?? "")));
  for (const text of frames) await world.double.sockets({ type: "frame", text });
  await world.double.sockets({ type: "frame", base64: "3q2+7wA=" });
  await world.does(say("still there?"));
  expect((await world.host.next()).ask).toMatchObject({ text: "still there?" });
  expect((await sockets(world)).filter(({ closedAt }) => closedAt !== null)).toEqual([]);
});

test("what comes while it rests is not acknowledged, and the next run hears it", async () => {
  const world = await started({ retryMs: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0], acknowledgeMs: 200 });
  await world.adapter.rest();
  await world.does(say("one"));
  const envelopes = async () => (await world.double.history()).envelopes;
  await world.until(async () => (await envelopes()).length > 3, "it comes again");
  expect((await envelopes()).filter(({ acknowledgedAt }) => acknowledgedAt !== null)).toEqual([]);
  expect(world.host.received).toEqual([]);
  await world.adapter.stop();
});
