import { WebAPIRateLimitedError } from "@slack/web-api";
import { afterEach, describe, expect, test } from "vitest";
import { Secret } from "../../../src/core/secret.ts";
import { permitted } from "../../../src/platforms/shared/last-look.ts";
import { limits } from "../../../src/platforms/slack/limits.ts";
import { Requests } from "../../../src/platforms/slack/requests.ts";
import { deliveryOf, replyOf } from "../../contracts/platform-host.ts";
import { scaledClock } from "../../doubles/scaled-clock.ts";
import { silent } from "../../storage-fixture.ts";
import { until } from "../../until.ts";
import { type Inbox, inbox } from "./inbox.ts";
import { anna, ben, channel, mention, quiet, slackWorld } from "./world.ts";

type World = Awaited<ReturnType<typeof slackWorld>> & { readonly host: Inbox };

let open: World | null = null;
afterEach(() => open?.adapter.stop());

async function started(): Promise<World> {
  const host = inbox();
  open = { ...(await slackWorld({}, host)), host };
  await open.adapter.start(host);
  await open.double.faults({ retryAfterMs: 2_000 });
  return open;
}

async function asked(world: World, where: string | null = channel, by = anna) {
  await world.does({ type: "say", by, channel: where, text: `${mention} hello` });
  const { ask, turn } = await world.host.next();
  return world.adapter.open(deliveryOf(ask, turn));
}

const requests = async ({ double }: World, name: string) =>
  (await double.history()).requests.filter(({ method }) => method === name);

test("where Slack asks to wait, an answer is posted once its time is over, and no request comes before", async () => {
  const world = await started();
  const live = await asked(world);
  await world.double.fate("chat.postMessage", "limited");
  await live.finish(replyOf("Hello."));
  const [refused, posted, ...more] = await requests(world, "chat.postMessage");
  expect(more).toEqual([]);
  expect(refused).toMatchObject({ outcome: "limited" });
  expect(posted).toMatchObject({ outcome: "done", early: false });
  expect((posted?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(2_000);
  expect(await world.shown()).toMatchObject([{ text: "Hello." }]);
});

test("meanwhile progress is left out, and other channels go on", async () => {
  const world = await started();
  const live = await asked(world, null);
  live.show("He");
  await world.until(async () => (await world.shown()).length === 1, "a beginning");
  await world.double.fate("chat.update", "limited");
  live.show("Hel");
  const limited = async () => (await requests(world, "chat.update")).some(({ outcome }) => outcome === "limited");
  await world.until(limited, "Slack asks to wait");
  const elsewhere = await asked(world, quiet);
  await elsewhere.finish(replyOf("Hi."));
  const other = (await world.shown()).find((message) => message.channel === quiet);
  expect(other).toMatchObject({ text: "Hi." });
  for (const text of ["Hell", "Hello", "Hello t"]) live.show(text);
  await live.finish(replyOf("Hello there."));
  const [first, ...later] = await requests(world, "chat.update");
  expect(first).toMatchObject({ outcome: "limited" });
  expect(later.every(({ early, at }) => !early && at - (first?.at ?? 0) >= 2_000)).toBe(true);
  expect(later.length).toBeLessThanOrEqual(2);
  expect((other?.states[0]?.at ?? 0) - (first?.at ?? 0)).toBeLessThan(2_000);
  expect((await world.shown())[0]?.text).toBe("Hello there.");
});

test("where Slack asks to wait before a message is changed, that goes for every channel of the workspace", async () => {
  const world = await started();
  const [mine, theirs] = [await asked(world, null), await asked(world, null, ben)];
  for (const live of [mine, theirs]) live.show("He");
  await world.until(async () => (await world.shown()).length === 2, "two beginnings");
  await world.double.fate("chat.update", "limited");
  const one = mine.finish(replyOf("Hello."));
  const limited = async () => (await requests(world, "chat.update")).some(({ outcome }) => outcome === "limited");
  await world.until(limited, "Slack asks to wait");
  await Promise.all([one, theirs.finish(replyOf("Hi."))]);
  expect((await requests(world, "chat.update")).map(({ outcome }) => outcome)).toEqual(["limited", "done", "done"]);
  expect((await world.shown()).map(({ text }) => text).toSorted()).toEqual(["Hello.", "Hi."]);
});

describe("once Slack has asked to wait", () => {
  const kind = "conversations.replies";
  const room = () => limits(scaledClock(() => ({ base: 0, speed: 20, ahead: 0 })));
  const done = async (): Promise<void> => {};

  test("one goes after the other, and whoever has to know at once before all others", async () => {
    const { through, soon } = room();
    const order: string[] = [];
    let underWay = 0;
    let isFirst = true;
    const request = (name: string) => async (): Promise<void> => {
      if (isFirst) {
        isFirst = false;
        throw new WebAPIRateLimitedError(1);
      }
      underWay += 1;
      expect(underWay).toBe(1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      underWay -= 1;
      order.push(name);
    };
    const first = through(kind, request("one"));
    await until(() => !isFirst, "the first has been refused");
    const others = ["two", "three"].map((name) => through(kind, request(name)));
    const urgent = soon(kind, request("urgent"));
    await Promise.all([first, ...others, urgent]);
    expect(order).toEqual(["urgent", "one", "two", "three"]);
  });

  test("for longer than an event can wait, whoever has to know at once is told so at once", async () => {
    const { through, soon, isClosed } = room();
    let isFirst = true;
    const first = through(kind, async () => {
      const wasFirst = isFirst;
      isFirst = false;
      if (wasFirst) throw new WebAPIRateLimitedError(4);
    });
    await until(() => isClosed(kind), "it is closed");
    await expect(soon(kind, done)).rejects.toThrow("no room");
    await first;
    await soon(kind, done);
  });

  test("and of late, there is no room beside another one for what nobody waits for", async () => {
    const { through, isClosed, isShort } = room();
    let isFirst = true;
    let answer = (): void => {};
    const held = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const asked = through(kind, () => {
      const wasFirst = isFirst;
      isFirst = false;
      return wasFirst ? Promise.reject(new WebAPIRateLimitedError(1)) : held;
    });
    expect(isShort(kind)).toBe(false);
    await until(() => isClosed(kind), "it is closed");
    expect(isShort(kind)).toBe(true);
    await until(() => !isClosed(kind), "the next one is under way");
    expect(isShort(kind)).toBe(true);
    answer();
    await asked;
    await until(() => !isShort(kind), "nobody is there");
  });

  test("however late it has asked, all of that kind wait", async () => {
    const { through, isClosed } = room();
    let isFirst = true;
    const first = through(kind, async () => {
      const wasFirst = isFirst;
      isFirst = false;
      // Longer than others are kept back by what is under way.
      if (wasFirst) await new Promise((resolve) => setTimeout(resolve, 100));
      if (wasFirst) throw new WebAPIRateLimitedError(1);
    });
    await until(() => isClosed(kind), "it is closed", 1_000);
    await first;
  });

  test("what was about to be sent is not, however late its permission came", async () => {
    const { double, clock } = await slackWorld();
    const api = { token: new Secret("xoxb-double-of-slack"), apiUrl: `${double.address}/api` };
    const requests = new Requests({ ...api, clock, log: silent });
    const ask = (where: string) =>
      requests.ask("conversations.history", () => requests.client.conversations.history({ channel: where }));
    await double.faults({ retryAfterMs: 1_000 });
    await double.fate("conversations.history", "limited");
    const closed = until(() => requests.isClosed("conversations.history"), "Slack asks to wait");
    const late = permitted(
      Object.assign(() => closed, { isOld: () => false }),
      () => ask(quiet),
    );
    await Promise.all([ask(channel), late]);
    const sent = (await double.history()).requests.filter(({ method }) => method === "conversations.history");
    expect(sent.map(({ outcome, early }) => [outcome, early])).toEqual([
      ["limited", false],
      ["done", false],
      ["done", false],
    ]);
    const [first, ...others] = sent.map(({ at }) => at);
    expect(others.every((at) => at - (first ?? 0) >= 1_000)).toBe(true);
  });
});
