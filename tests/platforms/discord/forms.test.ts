import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { helpCommands } from "../../../commands/help.ts";
import { journalCommands } from "../../../commands/journal.ts";
import { type AnyCommand, command } from "../../../src/core/commands/definition.ts";
import { described } from "../../../src/core/commands/fields.ts";
import { deliveryOf, replyOf } from "../../contracts/platform-host.ts";
import { anna, ben, channel, discordWorld } from "./world.ts";

type World = Awaited<ReturnType<typeof discordWorld>>;

let open: World | null = null;
afterEach(() => open?.adapter.stop());

const invite = command({
  name: "invite",
  summary: { en: "Invite somebody to a gathering that takes place next week", de: "Einladen" },
  args: z.object({
    who: z
      .string()
      .max(80)
      .meta(described({ en: "Who", de: "Wer" })),
    seats: z.int().optional(),
  }),
  visibility: "place",
  form: true,
  run: async () => "",
});
const commands: readonly AnyCommand[] = [...journalCommands, ...helpCommands({ commands: () => commands }), invite];

async function started(published: readonly AnyCommand[] = commands): Promise<World> {
  open = await discordWorld();
  await open.adapter.publishCommands(published);
  await open.adapter.start(open.host);
  return open;
}

/** Calls it without a word, and waits until the form is there. */
async function opened({ does, double, until }: World, name: string, more: object = {}) {
  const { id } = await does({ type: "command", by: anna, channel, name, ...more });
  const answered = async () => (await double.history()).interactions.find((one) => one.id === id);
  await until(async () => (await answered())?.response === "modal", "a form");
  return { id, modal: (await answered())?.modal };
}

describe("a command that has a form", () => {
  test("opens it where its text is missing, and asks nothing before it is filled in", async () => {
    const world = await started();
    const { id, modal } = await opened(world, "journal write");
    expect(modal).toMatchObject({
      custom_id: "/journal write",
      title: "Write an entry in your private journal",
      components: [
        {
          type: 18,
          label: "What you want to keep",
          component: { type: 4, custom_id: "text", style: 2, required: true },
        },
      ],
    });
    const submitted = await world.does({ type: "modal", by: anna, interaction: id, fields: { text: "A quiet day." } });
    const { ask } = await world.host.next();
    expect(ask).toMatchObject({
      type: "command",
      key: `discord:${submitted.id}`,
      command: "journal write",
      input: { type: "fields", values: { text: "A quiet day." } },
      author: anna,
    });
  });

  test("speaks the language of the person who opens it", async () => {
    const { modal } = await opened(await started(), "journal write", { locale: "de" });
    expect(modal).toMatchObject({ title: "Etwas in dein privates Tagebuch schreiben" });
  });

  test("is called at once where nothing is missing", async () => {
    const { does, host } = await started();
    await does({ type: "command", by: anna, channel, name: "journal write", options: { text: "At once." } });
    expect((await host.next()).ask).toMatchObject({ input: { values: { text: "At once." } } });
  });

  test("keeps what was given, cuts a long title, and takes a line where a line is enough", async () => {
    const { modal } = await opened(await started(), "familiar invite", { options: { seats: 4 } });
    expect(modal).toMatchObject({
      title: "Invite somebody to a gathering that takes pla",
      components: [
        { label: "Who", component: { custom_id: "who", style: 1, max_length: 80 } },
        { label: "seats", component: { custom_id: "seats", required: false, value: "4" } },
      ],
    });
  });

  test("answers its submission where its author alone sees it", async () => {
    const world = await started();
    const { id } = await opened(world, "journal write");
    await world.does({ type: "modal", by: anna, interaction: id, fields: { text: "A quiet day." } });
    const { ask, turn } = await world.host.next();
    const handle = ask.type === "command" ? ask.handle : null;
    await world.adapter.open(deliveryOf(ask, turn, { handle })).finish(replyOf("Kept.", { visibility: "person" }));
    expect(await world.shown()).toMatchObject([{ text: "Kept.", visibleTo: anna.id }]);
  });
});

test("a form whose command is not there any more is answered kindly and in private, and nothing is asked", async () => {
  const world = await started();
  const { id } = await opened(world, "journal write", { locale: "de" });
  await world.adapter.stop();
  await world.adapter.publishCommands(helpCommands({ commands: () => [] }));
  await world.adapter.start(world.host);
  await world.does({ type: "modal", by: anna, interaction: id, fields: { text: "canary" }, locale: "de" });
  await world.until(async () => (await world.shown()).length > 0, "a line");
  expect(await world.shown()).toMatchObject([{ visibleTo: anna.id, text: expect.stringMatching(/^Dieses Formular/) }]);
  await world.does({ type: "command", by: ben, channel, name: "help" });
  expect((await world.host.next()).ask).toMatchObject({ command: "help" });
});

test("a form that comes twice is opened once, and is no trouble", async () => {
  const world = await started();
  await world.double.faults({ repeat: 1, repeatTimes: 2, repeatMs: 10 });
  await opened(world, "journal write");
  await world.double.faults({ repeat: 0 });
  const responses = async () => (await world.double.history()).requests.filter(({ kind }) => kind === "respond");
  await world.until(async () => (await responses()).length > 1, "another try");
  expect((await responses()).filter(({ outcome }) => outcome === "done")).toHaveLength(1);
  await world.does({ type: "command", by: ben, channel, name: "help" });
  expect((await world.host.next()).ask).toMatchObject({ command: "help" });
});

test("a command from a channel that the bot cannot see is taken all the same", async () => {
  const world = await started();
  await world.double.faults({ hidden: [channel] });
  const { id: unseen } = await world.does({ type: "thread", by: anna, channel, name: "Hidden", private: true });
  await world.does({ type: "command", by: anna, channel: unseen, name: "help" });
  expect((await world.host.next()).ask).toMatchObject({
    command: "help",
    place: { channel, thread: unseen },
    room: { kind: "private-thread" },
  });
});

describe("an argument that is being typed", () => {
  const completing = async (choices: readonly { value: string; label: string }[], field: object) => {
    const world = await started();
    const asked: object[] = [];
    world.host.complete = async (query) => {
      asked.push(query);
      return choices;
    };
    const { id } = await world.does({ type: "autocomplete", by: anna, channel, ...field } as never);
    const found = async () => (await world.double.history()).interactions.find((one) => one.id === id);
    await world.until(async () => (await found())?.response === "choices", "choices");
    return { asked, choices: (await found())?.choices };
  };

  test("is completed with what the core offers, in the option's own type", async () => {
    const label = `#12 · ${"x".repeat(93)}😀`;
    const field = { name: "journal delete", options: { number: "1" }, focused: "number", locale: "de" };
    const { asked, choices } = await completing([{ value: "12", label }], field);
    expect(asked).toEqual([
      { platform: "discord", author: anna, locale: "de", command: "journal delete", field: "number", typed: "1" },
    ]);
    expect(choices).toEqual([{ name: label.slice(0, 99), value: 12 }]);
  });

  test("is completed by text where it is one, and by nothing where there is nothing", async () => {
    const field = { name: "help", options: { command: "jo" }, focused: "command" };
    expect((await completing([{ value: "journal list", label: "List" }], field)).choices).toEqual([
      { name: "List", value: "journal list" },
    ]);
    expect((await completing([], field)).choices).toEqual([]);
  });
});
