import { expect, onTestFinished, test } from "vitest";
import { anna, slackWorld } from "./world.ts";

const soonAgain = { retryMs: [0, 500, 500, 500] };

test("what was deleted before Slack could tell of it is not heard when Slack says it again", async () => {
  const { adapter, double, host, does, until } = await slackWorld(soonAgain);
  onTestFinished(() => adapter.stop());
  const gone = await does({ type: "say", by: anna, channel: null, text: "Forget that." });
  await does({ type: "delete", by: anna, channel: gone.channel ?? "", ts: gone.ts ?? "" });
  await adapter.start(host);
  const nothingIsLeft = async () => {
    const { scheduled, unacknowledged } = await double.activity();
    return scheduled + unacknowledged === 0;
  };
  await until(nothingIsLeft, "Slack has said everything");
  await does({ type: "say", by: anna, channel: null, text: "Good night." });
  expect((await host.next()).ask).toMatchObject({ text: "Good night." });
});
