import { type ChatInputCommandInteraction, type Interaction, MessageFlags } from "discord.js";
import { describe, expect, test } from "vitest";
import type { Doing } from "./discord/doings.ts";
import type { DiscordOptions } from "./discord/options.ts";
import { aDouble, anna, ben, channel, codeOf, loggedIn, next, plainIntents, saying, token } from "./discord-client.ts";

async function command(client: { readonly asked: Interaction[] }): Promise<ChatInputCommandInteraction> {
  const interaction = await next(client.asked, "a command");
  if (!interaction.isChatInputCommand()) throw new Error("that is no command");
  return interaction;
}

const registered = [
  {
    name: "journal",
    description: "Your journal",
    options: [
      {
        type: 1,
        name: "write",
        description: "Write",
        options: [{ type: 3, name: "text", description: "What", required: true, autocomplete: true }],
      },
    ],
  },
  { name: "Explain", type: 3 },
];

const writing: Doing = { type: "command", by: anna, channel, name: "journal write", options: { text: "A quiet day" } };

async function withCommands(options: DiscordOptions = {}) {
  const double = await aDouble(options);
  const client = await loggedIn(double);
  await client.application?.commands.set(registered);
  return { double, client };
}

describe("interactions", () => {
  test("a command is deferred for one pair of eyes, and answered there", async () => {
    const { double, client } = await withCommands();
    await double.does(writing);
    const interaction = await command(client);
    expect([interaction.options.getSubcommand(), interaction.options.getString("text")]).toEqual([
      "write",
      "A quiet day",
    ]);
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.editReply({ content: "Written.", allowedMentions: { parse: [] } });
    const { messages, interactions, commands } = await double.history();
    expect(messages).toMatchObject([{ visibleTo: anna.id, interaction: interaction.id }]);
    expect(messages[0]?.states).toMatchObject([{ loading: true }, { loading: false, content: "Written." }]);
    expect(interactions).toMatchObject([{ response: "deferred", ephemeral: true, original: messages[0]?.id }]);
    expect(commands).toEqual({ writes: 1, registered: { "": ["journal", "Explain"] } });
  });

  test("an interaction that was not answered within three seconds is unknown", async () => {
    const { double, client } = await withCommands();
    await double.does(writing);
    const interaction = await command(client);
    await double.advance(3_100);
    expect(await codeOf(interaction.deferReply())).toBe(10062);
  });

  test("a second answer is refused, and a token ends after fifteen minutes", async () => {
    const { double, client } = await withCommands();
    await double.does(writing);
    const interaction = await command(client);
    await interaction.reply("Written.");
    const again = client.rest.post(`/interactions/${interaction.id}/${interaction.token}/callback`, {
      body: { type: 4, data: { content: "Again." } },
      auth: false,
    });
    expect(await codeOf(again)).toBe(40060);
    await double.advance(15 * 60_000);
    expect(await codeOf(interaction.editReply("Late."))).toBe(50027);
  });

  test("the first follow-up takes the place of the thinking, and stays private", async () => {
    const { double, client } = await withCommands();
    await double.does(writing);
    const interaction = await command(client);
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await interaction.followUp("Written.");
    await interaction.followUp("For all.");
    const { messages } = await double.history();
    expect(messages.map(({ visibleTo, states }) => [visibleTo, states.at(-1)?.content])).toEqual([
      [anna.id, "Written."],
      [null, "For all."],
    ]);
  });

  test("people can only use what is registered, as it was registered", async () => {
    const { double } = await withCommands();
    const bare: Doing = { type: "command", by: anna, channel, name: "journal write" };
    expect(await double.does({ ...bare, options: { text: "x", extra: 1 } }).catch(() => null)).toBeNull();
    expect(await double.does(bare).catch(() => null)).toBeNull();
    expect(await double.does({ ...bare, name: "help" }).catch(() => null)).toBeNull();
  });

  test("an option that is being typed is completed", async () => {
    const { double, client } = await withCommands();
    const typed = { name: "journal write", options: { text: "A qu" }, focused: "text" };
    const { id } = await double.does({ type: "autocomplete", by: anna, channel, ...typed });
    const interaction = await next(client.asked, "an autocomplete");
    if (!interaction.isAutocomplete()) throw new Error("that is none");
    expect(interaction.options.getFocused()).toBe("A qu");
    await interaction.respond([{ name: "A quiet day", value: "quiet" }]);
    const { interactions } = await double.history();
    expect(interactions).toMatchObject([{ id, response: "choices", choices: [{ value: "quiet" }] }]);
  });

  test("a button opens a modal, and the modal is submitted", async () => {
    const { double, client } = await withCommands();
    await double.does(writing);
    const button = { type: 2, style: 1, label: "More", custom_id: "more" };
    const asked = await command(client);
    await asked.reply({ content: "Written.", components: [{ type: 1, components: [button] }] });
    const [message] = (await double.history()).messages;
    await double.does({ type: "click", by: ben, message: message?.id ?? "", custom_id: "more" });
    const click = await next(client.asked, "a click");
    if (!click.isButton()) throw new Error("that is none");
    const input = { type: 4, custom_id: "words", label: "Words", style: 1 };
    await click.showModal({ custom_id: "m1", title: "More", components: [{ type: 1, components: [input] }] });
    await double.does({ type: "modal", by: ben, interaction: click.id, fields: { words: "and more" } });
    const modal = await next(client.asked, "a modal");
    if (!modal.isModalSubmit() || !modal.isFromMessage()) throw new Error("that is none");
    expect([modal.fields.getTextInputValue("words"), modal.message.id]).toEqual(["and more", message?.id]);
    await modal.update({ content: "Written, and more.", components: [] });
    const { messages, interactions } = await double.history();
    expect(messages[0]?.states.at(-1)?.content).toBe("Written, and more.");
    expect(interactions.map(({ response }) => response)).toEqual(["message", "modal", "update"]);
  });

  test("whoever presses may do what everyone may, unless more is said", async () => {
    const { double, client } = await withCommands();
    await double.does(writing);
    const button = { type: 2, style: 1, label: "More", custom_id: "more" };
    await (await command(client)).reply({ content: "Written.", components: [{ type: 1, components: [button] }] });
    const [message] = (await double.history()).messages;
    const click = { type: "click", by: ben, message: message?.id ?? "", custom_id: "more" } as const;
    await double.does(click);
    await double.does({ ...click, permissions: String(1n << 13n) });
    const pressed = [await next(client.asked, "a click"), await next(client.asked, "a click")];
    expect(pressed.map((one) => one.memberPermissions?.has("ManageMessages"))).toEqual([false, true]);
  });

  test.each([
    ["six in a row", Array.from({ length: 6 }, (_, at) => ({ custom_id: `b${at}` }))],
    ["none in a row", []],
    ["two of one name", [{ custom_id: "a" }, { custom_id: "a", disabled: true }]],
    ["a name too long", [{ custom_id: "a".repeat(101) }]],
    ["an empty name", [{ custom_id: "" }]],
    ["no name", [{}]],
    ["a label too long", [{ custom_id: "a", label: "a".repeat(81) }]],
    ["neither label nor emoji", [{ custom_id: "a", label: undefined }]],
    ["a style that is none", [{ custom_id: "a", style: 7 }]],
    ["a link with a name", [{ custom_id: "a", style: 5, url: "https://a.test" }]],
  ])("buttons are refused: %s", async (_, buttons) => {
    const double = await aDouble();
    const components = [{ type: 1, components: buttons.map((one) => ({ type: 2, style: 2, label: "x", ...one })) }];
    const answer = await fetch(`${double.address}/api/v10/channels/${channel}/messages`, {
      method: "POST",
      headers: { authorization: `Bot ${token}`, "content-type": "application/json" },
      body: JSON.stringify({ content: "x", components }),
    });
    expect([answer.status, await answer.json()]).toMatchObject([400, { code: 50_035 }]);
  });

  test("a message is handed over by the context menu, with all that it says", async () => {
    const double = await aDouble({ messageContent: false });
    const client = await loggedIn(double, { intents: plainIntents });
    await client.application?.commands.set(registered);
    const { id } = await double.does(saying("the tide is late"));
    await double.does({ type: "menu", by: ben, channel, name: "Explain", target: id });
    const interaction = await next(client.asked, "a menu command");
    if (!interaction.isMessageContextMenuCommand()) throw new Error("that is none");
    expect(interaction.targetMessage.content).toBe("the tide is late");
  });

  test("a first response that is cut by a reset has happened, and the client's second try is refused", async () => {
    const { double, client } = await withCommands();
    await double.does(writing);
    const interaction = await command(client);
    await double.faults({ reset: true });
    await double.fate("respond", "cut");
    expect(await codeOf(interaction.deferReply())).toBe(40060);
    expect((await double.history()).interactions).toMatchObject([{ response: "deferred" }]);
  });
});
