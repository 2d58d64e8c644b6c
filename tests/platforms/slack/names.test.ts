import { expect, onTestFinished, test } from "vitest";
import { anna, slackWorld } from "./world.ts";

test("nobody is kept waiting for a name that Slack has no room to tell", async () => {
  const { adapter, double, host, does, until } = await slackWorld();
  onTestFinished(() => adapter.stop());
  await adapter.start(host);
  await double.faults({ retryAfterMs: 20_000 });
  await double.fate("users.info", "limited");
  await does({ type: "say", by: anna, channel: null, text: "Good evening." });
  expect((await host.next()).ask).toMatchObject({ text: "Good evening.", author: { id: anna.id, name: "someone" } });
  await until(async () => (await double.activity()).unacknowledged === 0, "it is acknowledged");
  expect((await double.history()).envelopes.map(({ inTime }) => inTime)).toEqual([true]);
});
