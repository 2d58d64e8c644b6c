import { afterEach, expect, test } from "vitest";
import { deliveryOf, replyOf } from "../../contracts/platform-host.ts";
import { anna, ben, channel, discordWorld, mention } from "./world.ts";

type World = Awaited<ReturnType<typeof discordWorld>>;

let open: World | null = null;
afterEach(() => open?.adapter.stop());

async function started(): Promise<World> {
  open = await discordWorld();
  await open.adapter.start(open.host);
  return open;
}

/** Asks there, and tries to answer. Resolves with what the answer ended in. */
async function answered({ adapter, host, does }: World, where = channel, more: object = {}): Promise<unknown> {
  await does({ type: "say", by: anna, channel: where, content: `${mention} canary?`, ...more });
  const { ask, turn } = await host.next();
  const live = adapter.open(deliveryOf(ask, turn));
  live.show("A secret ");
  return live.finish(replyOf("A secret answer.", { aside: "For you alone." })).then(
    () => null,
    (error: unknown) => error,
  );
}

const inChannel = async ({ shown }: World) => (await shown()).filter(({ kind }) => kind !== "dm");

test("a channel that takes no post is named with its server and the permission, and asked no more for that reply", async () => {
  const world = await started();
  await world.double.faults({ forbidden: [channel] });
  expect(await answered(world)).toMatchObject({
    code: "E-DISCORD-PERMISSION",
    retryable: false,
    message: expect.stringMatching(/channel 300000000000000001 of server 200000000000000001\..*allow "Send Messages"/),
  });
  const { requests } = await world.double.history();
  expect(requests.filter(({ kind, channel: where }) => kind === "create" && where === channel)).toHaveLength(1);
});

test("who asked is told in private, once an hour and place, and without a word of what was said", async () => {
  const world = await started();
  await world.double.faults({ forbidden: [channel] });
  await answered(world);
  await answered(world, channel, { by: ben });
  const told = (await world.shown()).filter(({ text }) => text.includes("I can't answer you"));
  expect(told).toMatchObject([{ kind: "dm", text: expect.stringContaining(`<#${channel}>`) }]);
  expect(told[0]?.text).toContain('"Send Messages"');
  expect(told[0]?.text).not.toMatch(/secret|canary/);
  expect(await inChannel(world)).toEqual([]);
});

test("what is for that person alone gets to them though the place is closed", async () => {
  const world = await started();
  await world.double.faults({ forbidden: [channel] });
  await answered(world);
  expect((await world.shown()).map(({ text }) => text)).toContain("For you alone.");
});

test("a person who takes no direct message is told nothing, and the reply ends all the same", async () => {
  const world = await started();
  await world.double.faults({ forbidden: [channel], closedToDms: [anna.id] });
  expect(await answered(world)).toMatchObject({ code: expect.stringMatching(/^E-/) });
  expect(await world.shown()).toEqual([]);
});

test("each refusal names its own permission: a thread, a channel that is not seen, a history that is not read", async () => {
  const world = await started();
  const { id: thread } = await world.does({ type: "thread", by: anna, channel, name: "Bridges" });
  await world.double.faults({ forbidden: [thread], unreadable: [channel] });
  expect(await answered(world, thread)).toMatchObject({
    message: expect.stringMatching(/thread \d+ of channel 300.*"Send Messages in Threads"/),
  });
  expect(await answered(world)).toMatchObject({ message: expect.stringContaining('"Read Message History"') });
  await world.does({ type: "say", by: anna, channel, content: `${mention} hello` });
  const { ask, turn } = await world.host.next();
  await world.double.faults({ unreadable: [], hidden: [channel] });
  await expect(world.adapter.open(deliveryOf(ask, turn)).finish(replyOf("Hello."))).rejects.toMatchObject({
    message: expect.stringContaining('"View Channels"'),
  });
});
