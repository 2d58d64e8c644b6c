import { platformContract } from "../../contracts/platform.ts";
import { until } from "../../until.ts";
import { anna, discordWorld } from "./world.ts";

platformContract("Discord", async () => {
  const { adapter, does, shown } = await discordWorld();
  const seen = async () => (await shown()).map(({ text }) => text).join("\n");
  return {
    adapter,
    say: (text) => void does({ type: "say", by: anna, channel: null, content: text }),
    seen,
    sees: (text) => until(async () => (await seen()).includes(text), `somebody sees ${text}`),
  };
});
