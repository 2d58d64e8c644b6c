import { describe, expect, test } from "vitest";
import { until } from "../until.ts";
import { channel, lea, mention, slackWorkspace, tom } from "./slack-workspace.ts";

const say = (text: string, more: object = {}) => ({ type: "say" as const, by: lea, channel, text, ...more });

describe.each(["socket", "http"] as const)("by %s", (way) => {
  test("who mentions it is answered in a thread, once, which goes on without a mention", async () => {
    const { run, does, hears, replies } = await slackWorkspace(way);
    await run();
    const asked = await does(say(`${mention} my name is Lea`));
    await hears(asked, /Lea/);
    const more = await does(say("what is my name?", { thread: asked.ts ?? "" }));
    await hears(asked, /Lea[\s\S]*Lea/);
    expect(await replies(asked)).toHaveLength(2);
    expect(more.thread).toBe(asked.ts);
    expect((await replies(asked)).every(({ thread }) => thread === asked.ts)).toBe(true);
  });

  test("what is said in private stays there", async () => {
    const { run, does, hears, texts } = await slackWorkspace(way);
    await run();
    const told = await does(say("my dog is called Rex", { channel: null }));
    await hears(told, /Rex/);
    const asked = await does(say(`${mention} what's my dog's name?`));
    await hears(asked, /./);
    expect(await texts(asked)).not.toContain("Rex");
    const again = await does(say("what's my dog's name?", { channel: null }));
    await hears(again, /^Rex\.$/m);
  });

  test("what turns to nobody is not answered, and nobody else's bot is", async () => {
    const { run, does, hears, replies } = await slackWorkspace(way);
    await run();
    const ambient = await does(say("just talking"));
    const asked = await does(say(`${mention} hello`));
    await hears(asked, /./);
    expect((await replies(ambient)).filter(({ thread }) => thread === ambient.ts)).toEqual([]);
  });

  test("a slash command is answered to whom it is for", async () => {
    const { double, run, does } = await slackWorkspace(way);
    await run();
    await does({ type: "command", by: tom, channel, command: "/familiar", text: "journal write slept badly" });
    const messages = async () => (await double.history()).messages;
    await until(async () => (await messages()).length > 0, "an answer");
    expect(await messages()).toMatchObject([{ visibleTo: tom.id }]);
    expect(JSON.stringify((await messages())[0]?.states)).toContain("journal as #1");
    await does({ type: "command", by: tom, channel, command: "/familiar", text: "mood" });
    await until(async () => (await messages()).length > 1, "an answer for all");
    expect((await messages())[1]).toMatchObject({ visibleTo: null });
  });
});
