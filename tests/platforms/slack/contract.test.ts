import { platformContract } from "../../contracts/platform.ts";
import { type PostingPlatformUnderTest, postingContract } from "../../contracts/posting-platform.ts";
import { until } from "../../until.ts";
import { anna, channel, mention, slackWorld } from "./world.ts";

const nobodyRemembers = 4 * 60_000;

async function underTest(where: string | null): Promise<PostingPlatformUnderTest> {
  const { adapter, double, clock, advance, does, shown } = await slackWorld();
  const seen = async () => (await shown()).map(({ text }) => text).join("\n");
  const call = where === null ? "" : `${mention} `;
  let said: Promise<unknown> = Promise.resolve();
  return {
    adapter,
    say: (text) => {
      said = said.then(() => does({ type: "say", by: anna, channel: where, text: call + text }));
    },
    seen,
    sees: (text) => until(async () => (await seen()).includes(text), `somebody sees ${text}`),
    posts: async () =>
      (await shown()).map((message) => ({ id: message.id, text: message.text, forAll: message.channel === where })),
    loseAnswer: () => double.fate("chat.postMessage", "cut"),
    forgetNonces: () => advance(nobodyRemembers),
    now: clock.now,
  };
}

platformContract("Slack", () => underTest(null));
postingContract("Slack", () => underTest(channel));
