import { expect, test } from "vitest";
import { ConfigError } from "../../../src/core/errors.ts";
import { Secret } from "../../../src/core/secret.ts";
import { Outbound } from "../../../src/platforms/slack/outbound.ts";
import { silent } from "../../storage-fixture.ts";
import { anna, ben, channel, mention, slackWorld } from "./world.ts";

test("a crowd of people whose names Slack has no room to tell is heard and acknowledged in time all the same", async () => {
  const world = await slackWorld();
  const { adapter, host, does, double, until } = world;
  await adapter.start(host);
  await double.fate("users.info", "limited");
  await does({ type: "say", by: anna, channel, text: `${mention} hello` });
  expect((await host.next()).ask).toMatchObject({ text: "hello", author: { id: anna.id, name: "someone" } });
  await does({ type: "say", by: ben, channel, text: `${mention} me too` });
  await until(async () => (await double.activity()).unacknowledged === 0, "everything is acknowledged", 2_500);
  const { requests } = await double.history();
  expect(requests.filter(({ early }) => early)).toEqual([]);
  await adapter.stop();
});

test.each([1, 2, 3, 4])(
  "a mention waits for no word of its channel that the message beside it brings (seed %i)",
  async (seed) => {
    const { adapter, host, does, double, until } = await slackWorld({ seed });
    await adapter.start(host);
    await double.fate("conversations.info", "limited");
    await does({ type: "say", by: anna, channel, text: `${mention} hello` });
    expect((await host.next()).ask).toMatchObject({ text: "hello", room: { kind: "channel" } });
    await until(async () => (await double.activity()).unacknowledged === 0, "both are acknowledged", 1_200);
    expect((await double.history()).envelopes.map(({ attempt }) => attempt)).not.toContain(2);
    await adapter.stop();
  },
);

test("what keeps a request from being sent is told as it is, and not as Slack's trouble", async () => {
  const { adapter, clock, double } = await slackWorld();
  const outbound = new Outbound({
    token: new Secret("xoxb-double-of-slack"),
    apiUrl: `${double.address}/api`,
    clock,
    log: silent,
  });
  const gone = new ConfigError("E-DATABASE-TAKEN", "Another one has it.");
  const still = Object.assign(() => Promise.reject(gone), { isOld: () => false });
  const post = { channel, thread: null, mark: "line" as const, text: "Hello.", blocks: [] };
  await expect(outbound.whileAllowed(still, () => outbound.post(post))).rejects.toBe(gone);
  expect((await double.history()).messages).toEqual([]);
  await adapter.stop();
});
