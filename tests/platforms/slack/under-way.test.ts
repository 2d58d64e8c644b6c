import { expect, onTestFinished, test } from "vitest";
import { deliveryOf, replyOf, testLedger } from "../../contracts/platform-host.ts";
import { anna, channel, mention, slackWorld } from "./world.ts";

/** Somebody has asked, and the reply can be brought again and again, as after a restart. */
async function asked() {
  const world = await slackWorld();
  const { adapter, host, clock, does, shown } = world;
  onTestFinished(() => adapter.stop());
  await adapter.start(host);
  await does({ type: "say", by: anna, channel, text: `${mention} Good evening.` });
  const { ask, turn } = await host.next();
  const ledger = testLedger(clock.now);
  const open = () => adapter.open(deliveryOf(ask, turn, { ledger, parts: ledger.parts() }));
  const finish = () => open().finish(replyOf("Here."));
  const withdraw = () => open().withdraw();
  return { ...world, live: open(), finish, withdraw, texts: async () => (await shown()).map(({ text }) => text) };
}

const longUnderWay = { lateMs: 4_000 };

test("a post without an answer that is still under way is not made again", async () => {
  const { double, finish, texts, advance } = await asked();
  await double.faults(longUnderWay);
  await double.fate("chat.postMessage", "late");
  await expect(finish()).rejects.toMatchObject({ retryable: true });
  await expect(finish()).rejects.toMatchObject({ retryable: true });
  await advance(5_000);
  await finish();
  expect(await texts()).toEqual(["Here."]);
});

test("a post that never came is made again once its request is over", async () => {
  const { double, finish, texts, advance } = await asked();
  await double.fate("chat.postMessage", "drop");
  await expect(finish()).rejects.toMatchObject({ retryable: true });
  await advance(16_000);
  await finish();
  expect(await texts()).toEqual(["Here."]);
});

test("a post that was refused is made again at once, by the same run", async () => {
  const { double, live, texts } = await asked();
  await double.fate("chat.postMessage", "failed");
  await expect(live.finish(replyOf("Here."))).rejects.toMatchObject({ retryable: true });
  await live.finish(replyOf("Here."));
  expect(await texts()).toEqual(["Here."]);
});

test("a post that is still under way is taken back, too", async () => {
  const { double, finish, withdraw, texts, advance } = await asked();
  await double.faults(longUnderWay);
  await double.fate("chat.postMessage", "late");
  await expect(finish()).rejects.toMatchObject({ retryable: true });
  await expect(withdraw()).rejects.toMatchObject({ retryable: true });
  await advance(5_000);
  await withdraw();
  expect(await texts()).toEqual([]);
});
