import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { Secret } from "../../../src/core/secret.ts";
import { anna, channel, mention, slackWorld } from "./world.ts";

const soonAgain = { retryMs: [0, 1_000, 1_000, 1_000, 1_000] };

test("where Slack is away the start waits for it, and keeps nobody else waiting", async () => {
  const { adapter, double, host, does } = await slackWorld(soonAgain);
  onTestFinished(() => adapter.stop());
  await double.faults({ outage: true });
  await adapter.start(host);
  await double.faults({ outage: false });
  await does({ type: "say", by: anna, channel, text: `${mention} Good evening.` });
  expect((await host.next()).ask).toMatchObject({ text: "Good evening." });
});

test("one refusal at the start is not the end of it", async () => {
  const { adapter, double, host, does } = await slackWorld(soonAgain);
  onTestFinished(() => adapter.stop());
  await double.fate("apps.connections.open", "failed");
  await adapter.start(host);
  await does({ type: "say", by: anna, channel, text: `${mention} Good evening.` });
  expect((await host.next()).ask).toMatchObject({ text: "Good evening." });
});

test("where Slack gives no address for a while, that is waited for, and keeps nobody else waiting", async () => {
  const { adapter, double, host, does } = await slackWorld({ ...soonAgain, retryMs: Array(20).fill(500) });
  onTestFinished(() => adapter.stop());
  await double.faults({ retryAfterMs: 3_000 });
  await double.fate("apps.connections.open", "limited");
  await adapter.start(host);
  const opens = async () =>
    (await double.history()).requests.filter(({ method }) => method === "apps.connections.open");
  expect((await opens()).map(({ outcome }) => outcome)).toEqual(["limited"]);
  await does({ type: "say", by: anna, channel, text: `${mention} Good evening.` });
  expect((await host.next()).ask).toMatchObject({ text: "Good evening." });
  const [refused, given, ...more] = await opens();
  expect([given?.outcome, given?.early, more]).toEqual(["done", false, []]);
  expect((given?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(3_000);
});

test("a port that somebody else has is told at once", async () => {
  const other = createServer().listen(0);
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const transport = { type: "http", signingSecret: new Secret("double of slack"), port } as const;
  const { adapter, host } = await slackWorld({}, undefined, { transport });
  await expect(adapter.start(host)).rejects.toThrow(`SLACK_PORT: ${port} is taken`);
});
