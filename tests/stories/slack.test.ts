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

  test("a slash command that nobody else has seen is refused, and danger in it is answered, for them alone", async () => {
    const { double, run, does } = await slackWorkspace(way);
    await run();
    const messages = async () => (await double.history()).messages;
    for (const [at, text] of [
      "frobnicate the pier",
      "I want to kill myself",
      "weather",
      "mood I want to die",
    ].entries()) {
      await does({ type: "command", by: tom, channel, command: "/familiar", text });
      await until(async () => (await messages()).length > at, "an answer");
    }
    const shown = await messages();
    expect(shown.map(({ visibleTo }) => visibleTo)).toEqual(Array(4).fill(tom.id));
    expect(shown.map(({ states }) => states.at(-1)?.text)).toEqual([
      expect.stringContaining("E-COMMAND-UNKNOWN"),
      expect.stringContaining("findahelpline.com"),
      expect.stringContaining("E-COMMAND-INPUT"),
      expect.stringContaining("findahelpline.com"),
    ]);
  });

  test("a private command in a channel is refused without a trace, and its button opens it for whoever presses", async () => {
    const { double, run, does, hears, replies } = await slackWorkspace(way);
    await run();
    const asked = await does(say(`${mention} /journal write zebrafish dreams`));
    await hears(asked, /everyone here can read along/);
    const [answer] = await replies(asked);
    const button = { message: { channel, ts: answer?.ts ?? "" }, action: "/journal write" };
    await does({ type: "press", by: tom, ...button });
    const form = async () => (await double.history()).views.find(({ user }) => user === tom.id);
    await until(async () => (await form()) !== undefined, "a form");
    await does({ type: "submit", by: tom, view: (await form())?.id ?? "", values: { text: "slept badly" } });
    const messages = async () => (await double.history()).messages;
    await until(async () => (await messages()).length === 2, "a confirmation");
    expect((await messages())[1]).toMatchObject({ visibleTo: tom.id });
    expect(JSON.stringify((await messages())[1]?.states)).toContain("journal as #1");
    await does({ type: "command", by: lea, channel, command: "/familiar", text: "journal list" });
    await until(async () => (await messages()).length === 3, "a list");
    expect(JSON.stringify((await messages())[2]?.states)).toContain("journal is empty");
    expect(JSON.stringify(await messages())).not.toContain("zebrafish");
  });

  test("a journal is written in a form, and a long one is read page by page, by its author alone", async () => {
    const { double, run, does } = await slackWorkspace(way);
    await run();
    const { views, messages } = {
      views: async () => (await double.history()).views,
      messages: async () => (await double.history()).messages,
    };
    const calls = (text: string) => does({ type: "command", by: tom, channel, command: "/familiar", text });
    for (const [at, word] of ["otter", "heron"].entries()) {
      await calls("journal write");
      await until(async () => (await views()).length === at + 1, "a form");
      const values = { text: `${word} `.repeat(450).trim() };
      await does({ type: "submit", by: tom, view: (await views()).at(-1)?.id ?? "", values });
      await until(async () => (await messages()).length === at + 1, "a confirmation");
    }
    await calls("journal list");
    await until(async () => (await messages()).length === 3, "a list");
    const list = async () => (await messages())[2];
    const text = async () => (await list())?.states.at(-1)?.text ?? "";
    expect(await text()).toContain("heron");
    const shown = JSON.stringify((await list())?.states.at(-1)?.blocks);
    const action = /page:1:[\w-]+/.exec(shown)?.[0] ?? "";
    await does({ type: "press", by: tom, message: { channel, ts: (await list())?.ts ?? "" }, action });
    await until(async () => (await text()).includes("otter"), "another page");
    expect((await messages()).map(({ visibleTo }) => visibleTo)).toEqual([tom.id, tom.id, tom.id]);
  });
});
