import { expect, test } from "vitest";
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
