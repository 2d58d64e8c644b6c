import { describe, expect, onTestFinished, test } from "vitest";
import { ConfigError } from "../../src/core/errors.ts";
import { answering } from "../doubles/model-servers/behaviour.ts";
import { fakeOpenai } from "../doubles/model-servers/openai.ts";
import { until } from "../until.ts";
import { channel, discordServer, lea, mention, tom } from "./discord-server.ts";

test("who mentions it is answered, in the channel and in private, and a secret stays where it was told", async () => {
  const { double, run, hears, replies } = await discordServer();
  await run();
  const told = await double.does({ type: "say", by: lea, channel: null, content: "my dog is called Rex" });
  await hears(told?.id ?? "", /Rex/);
  const asked = await double.does({ type: "say", by: lea, channel, content: `${mention} what's my dog's name?` });
  await until(async () => (await replies(asked?.id ?? "")).length > 0, "an answer in the channel");
  expect((await replies(asked?.id ?? "")).join()).not.toContain("Rex");
  const again = await double.does({ type: "say", by: lea, channel: null, content: "what's my dog's name?" });
  await hears(again?.id ?? "", /^Rex\.$/m);
});

test("a journal entry from a full channel is confirmed to its author alone", async () => {
  // An older application, whose bot has an id of its own.
  const { double, run, hears } = await discordServer({ application: { id: "100000000000000777", name: "Familiar" } });
  await run();
  const options = { text: "slept badly" };
  const written = await double.does({ type: "command", by: tom, channel, name: "journal write", options });
  await hears(written?.id ?? "", /journal as #1/);
  const { messages } = await double.history();
  expect(messages.map(({ visibleTo }) => visibleTo)).toEqual([tom.id]);
});

test("a journal is written in a form from a full channel, and its entries are offered to its author alone", async () => {
  const { double, run, hears } = await discordServer();
  await run();
  const interaction = async (id = "") => (await double.history()).interactions.find((one) => one.id === id);
  const called = await double.does({ type: "command", by: tom, channel, name: "journal write" });
  await until(async () => (await interaction(called?.id))?.response === "modal", "a form");
  const fields = { text: "slept badly\nand late" };
  const written = await double.does({ type: "modal", by: tom, interaction: called?.id ?? "", fields });
  await hears(written?.id ?? "", /journal as #1/);
  expect((await double.history()).messages.map(({ visibleTo }) => visibleTo)).toEqual([tom.id]);

  const typing = {
    type: "autocomplete",
    channel,
    name: "journal delete",
    options: { number: "" },
    focused: "number",
  } as const;
  const offeredTo = async (by: typeof tom) => {
    const typed = await double.does({ ...typing, by });
    await until(async () => (await interaction(typed?.id))?.response === "choices", "choices");
    return (await interaction(typed?.id))?.choices;
  };
  expect(await offeredTo(lea)).toEqual([]);
  expect(await offeredTo(tom)).toEqual([{ name: expect.stringMatching(/^#1 · .* · slept badly and late$/), value: 1 }]);
});

test("a private command in a channel is refused without a trace, and its button opens it for whoever presses", async () => {
  const { double, run, does, hears } = await discordServer();
  await run();
  const content = `${mention} /journal write zebrafish dreams`;
  const asked = await does({ type: "say", by: lea, channel, content });
  await hears(asked.id, /everyone here can read along/);
  const [answer] = (await double.history()).messages;
  const pressed = await does({ type: "click", by: tom, message: answer?.id ?? "", custom_id: "/journal write" });
  const response = async () => (await double.history()).interactions.find(({ id }) => id === pressed.id)?.response;
  await until(async () => (await response()) === "modal", "a form");
  const sent = await does({ type: "modal", by: tom, interaction: pressed.id, fields: { text: "slept badly" } });
  await hears(sent.id, /journal as #1/);
  const listed = await does({ type: "command", by: lea, channel, name: "journal list" });
  await hears(listed.id, /journal is empty/);
  const { messages } = await double.history();
  expect(messages.map(({ visibleTo }) => visibleTo)).toEqual([null, tom.id, lea.id]);
  expect(JSON.stringify(messages)).not.toContain("zebrafish");
});

test("a command whose acknowledgement fails is answered all the same: in the channel if it is public, else in private", async () => {
  const { double, run } = await discordServer();
  await run();
  await double.faults({ drop: 0 });
  for (let tries = 0; tries < 3; tries += 1) await double.fate("respond", "failed");
  await double.does({ type: "command", by: tom, channel, name: "mood" });
  await until(async () => (await double.history()).messages.some((one) => one.channel === channel), "the mood");
  for (let tries = 0; tries < 3; tries += 1) await double.fate("respond", "failed");
  await double.does({ type: "command", by: tom, channel, name: "journal write", options: { text: "canary" } });
  await until(async () => (await double.history()).messages.length === 2, "a confirmation");
  const [, confirmation] = (await double.history()).messages;
  expect(confirmation).toMatchObject({ kind: "dm" });
});

test("a wrong token is one line that says where to click", async () => {
  const { run } = await discordServer();
  const error: unknown = await run({ DISCORD_TOKEN: "wrong.token.here" }).catch((thrown) => thrown);
  expect(error).toBeInstanceOf(ConfigError);
  expect(error).toMatchObject({ code: "E-DISCORD-TOKEN", message: expect.stringContaining("Reset Token") });
});

test("without the Message Content Intent it starts all the same, and hears who mentions it", async () => {
  const { double, run, hears } = await discordServer({ messageContent: false });
  await run();
  const asked = await double.does({ type: "say", by: lea, channel, content: `${mention} my name is Lea` });
  await hears(asked?.id ?? "", /Lea/);
});

describe("below a reply", () => {
  const moderation = String(1n << 13n);
  const button = (custom_id: string) => ({ type: "click" as const, custom_id });

  /** Somebody asks in the channel, and a reply with buttons stands there. */
  async function talking(env: Readonly<Record<string, string>> = {}) {
    const house = await discordServer();
    await house.run(env);
    const ask = async (content: string, shows = "remove") => {
      const asked = await house.double.does({ type: "say", by: lea, channel, content: `${mention} ${content}` });
      const reply = async () =>
        (await house.double.history()).messages.find(({ reference }) => reference === asked?.id);
      const face = async () => (await reply())?.states.at(-1);
      const buttons = async () => labelled((await face())?.components ?? []);
      const isThere = async () => (await buttons()).some(({ custom_id }) => custom_id.startsWith(`${shows}:`));
      await until(isThere, "the buttons");
      /** What the person who presses is told; null where Discord was only told that it was heard. */
      const press = async (label: string, who: typeof lea, more: object = {}): Promise<string | null> => {
        const one = (await buttons()).find((shown) => shown.label === label);
        const click = { ...button(one?.custom_id ?? ""), by: who, message: (await reply())?.id ?? "", ...more };
        const pressed = await house.double.does(click);
        const response = async () =>
          (await house.double.history()).interactions.find(({ id }) => id === pressed?.id)?.response ?? null;
        await until(async () => (await response()) !== null, "a response to the press");
        const { messages } = await house.double.history();
        const told = messages.find(({ interaction }) => interaction === pressed?.id);
        expect(told?.visibleTo ?? who.id).toBe(who.id);
        return told?.states.at(-1)?.content ?? null;
      };
      return { face, press, buttons, id: asked?.id ?? "" };
    };
    return { ...house, ask };
  }

  test("a stranger cannot remove it, a moderator can, and then nothing of it is left", async () => {
    const { ask, double } = await talking();
    const { face, press, buttons } = await ask("my dog is called Rex");
    expect((await buttons()).map(({ label }) => label)).toEqual(["Answer again", "Remove", "Report", "👍", "👎"]);
    expect(await press("Remove", tom)).toMatch(/asked/);
    expect((await face())?.content).toMatch(/Rex/);
    expect(await press("Remove", tom, { permissions: moderation })).toMatch(/^Removed/);
    await until(async () => (await face())?.content === null, "the reply to go");
    const later = await double.does({ type: "say", by: lea, channel, content: `${mention} what's my dog's name?` });
    const answers = async () => (await double.history()).messages.filter(({ reference }) => reference === later?.id);
    await until(async () => (await answers()).length > 0, "an answer");
    expect(JSON.stringify(await answers())).not.toContain("Rex");
  });

  test("whoever asked hears it answered again, in the words that the question has by then", async () => {
    const { ask, double } = await talking();
    const { face, press, id } = await ask("my dog is called Rex");
    expect(await press("Answer again", tom)).toMatch(/Only whoever asked/);
    await double.does({ type: "edit", by: lea, message: id, content: `${mention} my dog is called Momo` });
    expect(await press("Answer again", lea)).toBeNull();
    await until(async () => /Momo/.test((await face())?.content ?? ""), "the new answer");
    expect((await double.history()).messages.filter(({ reference }) => reference === id)).toHaveLength(1);
  });

  test("what is being written is stopped, and what was said so far is the reply", async () => {
    const model = await fakeOpenai();
    onTestFinished(model.close);
    model.behave(answering("So far,", { until: new Promise(() => {}) }));
    const { ask } = await talking({ FAMILIAR_MODEL: "openai:m1", OPENAI_BASE_URL: `${model.address}/v1` });
    const { face, press, buttons } = await ask("tell me everything", "stop");
    expect((await buttons()).map(({ label }) => label)).toEqual(["Stop"]);
    expect(await press("Stop", tom)).toMatch(/moderator/);
    expect(await press("Stop", lea)).toBeNull();
    await until(async () => (await face())?.content === "So far, …", "the end");
    expect((await buttons()).map(({ label }) => label)).toContain("Answer again");
  });

  test("everyone may say what they think of it, and report it, once", async () => {
    const { ask } = await talking();
    const { press } = await ask("my dog is called Rex");
    expect(await press("👍", tom)).toMatch(/noted/);
    expect(await press("👎", tom, { locale: "de" })).toMatch(/notiert/);
    expect(await press("Report", tom)).toMatch(/whoever runs me/);
    expect(await press("Report", tom)).toMatch(/already/);
  });
});

interface Labelled {
  readonly custom_id: string;
  readonly label: string;
}

const labelled = (rows: readonly unknown[]): readonly Labelled[] =>
  (rows as readonly { readonly components: readonly (Labelled & { readonly emoji?: { readonly name: string } })[] }[])
    .flatMap(({ components }) => components)
    .map(({ custom_id, label, emoji }) => ({ custom_id, label: label ?? emoji?.name ?? "" }));
test("an address that somebody has sent is a link in the answer, and one that the model made up is only to be read", async () => {
  const { double, run, hears, replies } = await discordServer();
  const model = await fakeOpenai();
  onTestFinished(() => model.close());
  model.behave(answering("Yes: https://rex.test/a?b=c, not https://rex.test/a?b=secret, ", "nor https://rex.test/."));
  await run({ FAMILIAR_MODEL: "openai:m1", OPENAI_BASE_URL: `${model.address}/v1` });
  const content = `${mention} is https://rex.test/a?b=c any good?`;
  const asked = await double.does({ type: "say", by: lea, channel, content });
  await hears(asked?.id ?? "", /Yes.*nor/);
  const [answer] = await replies(asked?.id ?? "");
  expect(answer).toBe("Yes: <https://rex.test/a?b=c>, not hxxps://rex[.]test/a?b=secret, nor hxxps://rex[.]test/.");
  const shown = (await double.history()).messages.flatMap(({ states }) =>
    states.map(({ content: text }) => text ?? ""),
  );
  expect(shown.join("\n")).not.toMatch(/https:\S*(?:secret|test\/[^a])/);
});

test("what is said while the connection is broken is answered once it is back", async () => {
  const { double, run, hears, replies } = await discordServer();
  await run();
  await double.faults({ outage: true });
  const said = await double.does({ type: "say", by: lea, channel, content: `${mention} my name is Lea` });
  await double.faults({ outage: false });
  await hears(said?.id ?? "", /Lea/);
  expect(await replies(said?.id ?? "")).toHaveLength(1);
});
