import { expect, onTestFinished, test } from "vitest";
import { recorder } from "../../contracts/platform-host.ts";
import { anna, discordWorld, mention } from "./world.ts";

/** Discord gives each guild to a shard by its id: these two to the first, and to the second. */
const guilds = [
  { id: "200000000000000001", name: "The Harbour", channels: [{ id: "300000000000000001", name: "general" }] },
  { id: "200000000004194305", name: "The Orchard", channels: [{ id: "300000000000000011", name: "general" }] },
];

test("a gateway that asks for two shards gets two, and both are heard", async () => {
  const { adapter, host, does } = await discordWorld({ shards: 2, guilds });
  onTestFinished(adapter.stop);
  await adapter.start(host);
  for (const { channels } of guilds) {
    const channel = channels[0]?.id ?? "";
    await does({ type: "say", by: anna, channel, content: `${mention} hello` });
    expect((await host.next()).ask.place).toMatchObject({ channel });
  }
});

test("what was said meanwhile is fetched for each shard", async () => {
  const anHourAgo = String(BigInt(Date.now() - 3_600_000 - 1_420_070_400_000) << 22n);
  const host = { ...recorder(), past: async () => ({ places: [], heardUntil: anHourAgo }) };
  const { adapter, does } = await discordWorld({ shards: 2, guilds }, host);
  onTestFinished(adapter.stop);
  for (const [at, { channels }] of guilds.entries())
    await does({ type: "say", by: anna, channel: channels[0]?.id ?? "", content: `${mention} while away ${at}` });
  await adapter.start(host);
  const heard = [await host.next(), await host.next()].map(({ ask }) => ask.type === "message" && ask.text);
  expect(heard.toSorted()).toEqual(["while away 0", "while away 1"]);
});
