import { afterEach, describe, expect, test } from "vitest";
import { deliveryOf, replyOf } from "../../contracts/platform-host.ts";
import { anna, channel, discordWorld, mention } from "./world.ts";

type World = Awaited<ReturnType<typeof discordWorld>>;

let open: World | null = null;
afterEach(() => open?.adapter.stop());

async function started(): Promise<World> {
  open = await discordWorld();
  await open.adapter.start(open.host);
  return open;
}

const say = (content: string) => ({ type: "say" as const, by: anna, channel, content: `${mention} ${content}` });

/** What is said meanwhile is heard once each, in its order, and answered. */
async function goesOn({ adapter, host, does, shown }: World): Promise<void> {
  for (const text of ["one", "two", "three"]) {
    const { ask, turn } = await host.next();
    expect(ask).toMatchObject({ text });
    await adapter.open(deliveryOf(ask, turn)).finish(replyOf(`${text}!`));
  }
  await does(say("four"));
  expect((await host.next()).ask).toMatchObject({ text: "four" });
  expect((await shown()).map(({ text }) => text)).toEqual(["one!", "two!", "three!"]);
}

const isConnected = async ({ double }: World): Promise<boolean> =>
  (await double.activity()).sessions.some(({ connected }) => connected);

describe("a gateway", () => {
  test("whose connection looks open and is dead is left for a new one, and what was said meanwhile is heard", async () => {
    const world = await started();
    await world.double.gateway({ type: "half-open" });
    for (const text of ["one", "two", "three"]) await world.does(say(text));
    await goesOn(world);
    const { identifies } = await world.double.activity();
    expect(identifies).toBe(1);
  });

  test("that is silent because nothing happens is left alone", async () => {
    const world = await started();
    const sessions = async () => (await world.double.history()).sessions;
    const beats = async () => (await sessions()).reduce((sum, { heartbeats }) => sum + heartbeats, 0);
    await world.until(async () => (await beats()) > 2, "it was asked again and again", 25_000);
    expect(await sessions()).toMatchObject([{ resumedAt: [], lostAt: null }]);
  });

  test.each(["drop", "reconnect"] as const)("that ends by %s is taken up where it ended", async (type) => {
    const world = await started();
    await world.double.gateway({ type });
    for (const text of ["one", "two", "three"]) await world.does(say(text));
    await goesOn(world);
  });

  test("that refuses everybody for a while is asked again until it is there", async () => {
    const world = await started();
    await world.double.faults({ outage: true });
    for (const text of ["one", "two", "three"]) await world.does(say(text));
    await world.until(async () => !(await isConnected(world)), "nobody is connected");
    await world.double.faults({ outage: false });
    await goesOn(world);
  });
});
