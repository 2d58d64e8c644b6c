import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { journalCommands } from "../../../commands/journal.ts";
import { command as declared } from "../../../src/core/commands/definition.ts";
import { described } from "../../../src/core/commands/fields.ts";
import { testLedger } from "../../contracts/platform-host.ts";
import { answer, calls, command, commands, faceOf, form, started as open, told, type World } from "./commanding.ts";
import { anna, channel } from "./world.ts";

let running: World | null = null;
afterEach(() => running?.adapter.stop());

async function started(...how: Parameters<typeof open>): Promise<World> {
  running = await open(...how);
  return running;
}

const text = z
  .string()
  .max(9_000)
  .meta(described({ en: "Who is invited, and to what".repeat(90), de: "Wer" }));
const invite = declared({
  name: "invite everybody",
  summary: { en: "Invite somebody to a gathering", de: "Einladen" },
  args: z.object({ seats: z.int(), title: z.string().max(80).optional(), text }),
  visibility: "place",
  form: true,
  run: async () => "",
});

const submit = (world: World, view: string, values: Record<string, string>) =>
  world.does({ type: "submit", by: anna, view, values });

const outcomeOf = async ({ double, until }: World, trigger: string | null) => {
  const found = async () => (await double.history()).interactions.find((one) => one.trigger === trigger);
  await until(async () => (await found())?.outcome !== "open", "an end");
  return found();
};

describe("a slash command without what it must have", () => {
  test("opens its form, and asks nothing before that is sent; then once, from where it was opened", async () => {
    const world = await started();
    const { trigger } = await calls(world, "journal write");
    const view = await form(world);
    expect(faceOf(view)).toMatchObject({
      callback_id: "/journal write",
      title: { text: "/journal write" },
      submit: { text: "Send" },
      blocks: [
        {
          type: "input",
          block_id: "text",
          label: { text: "What you want to keep" },
          optional: false,
          element: { type: "plain_text_input", action_id: "text", multiline: true, max_length: 3_000 },
        },
      ],
    });
    expect(await outcomeOf(world, trigger)).toMatchObject({ outcome: "acknowledged" });
    expect(world.host.received).toEqual([]);
    await submit(world, view.id, { text: "A quiet day." });
    const { ask } = await command(world);
    expect(ask).toMatchObject({
      key: `slack:${view.id}`,
      command: "journal write",
      input: { type: "fields", values: { text: "A quiet day." } },
      author: { id: anna.id, name: "anna" },
      place: { guild: "T0HARBOUR01", channel, thread: null },
      room: { kind: "channel" },
      locale: "en",
    });
    await world.until(async () => (await world.double.history()).views[0]?.closedAt !== null, "the form to close");
    expect(world.host.received).toHaveLength(1);
  });

  test("is called at once where nothing is missing, and complains in words where what is given does not fit", async () => {
    const world = await started();
    await calls(world, "journal write At once.");
    expect((await command(world)).ask.input).toEqual({ type: "line", text: "/journal write At once." });
    await calls(world, "journal delete everything");
    expect((await command(world)).ask.input).toEqual({ type: "line", text: "/journal delete everything" });
    expect((await world.double.history()).views).toEqual([]);
  });

  test("keeps what was given, and shows no more of its words and takes no more of theirs than Slack does", async () => {
    const world = await started([invite]);
    await calls(world, "invite everybody 4");
    const face = faceOf(await form(world));
    expect(face).toMatchObject({
      title: { text: "/invite everybody" },
      blocks: [
        { block_id: "seats", element: { initial_value: "4", multiline: false, max_length: 3_000 } },
        { block_id: "title", optional: true, element: { max_length: 80 } },
        { block_id: "text", element: { max_length: 3_000 } },
      ],
    });
    const [, , last] = face.blocks as readonly { readonly label: { readonly text: string } }[];
    expect(last?.label.text).toHaveLength(2_000);
  });

  test("in a direct message is answered there", async () => {
    const world = await started();
    await calls(world, "journal write", { channel: null });
    await submit(world, (await form(world)).id, { text: "A quiet day." });
    expect((await command(world)).ask).toMatchObject({ room: { kind: "direct" }, place: { guild: null } });
  });

  test("is told to try again where Slack opens no form", async () => {
    const world = await started();
    await world.double.fate("views.open", "failed");
    await calls(world, "journal write");
    expect(await told(world)).toMatchObject([{ visibleTo: anna.id, text: expect.stringMatching(/couldn't open/) }]);
    expect(world.host.received).toEqual([]);
  });
});

describe("a form that was sent", () => {
  const written = async (world: World) => {
    await calls(world, "journal write");
    const view = await form(world);
    const { trigger } = await submit(world, view.id, { text: "A quiet day." });
    return { view, trigger };
  };

  test("is answered where its author alone sees it", async () => {
    const world = await started();
    await written(world);
    await answer(world, await command(world), "Kept.");
    expect(await world.shown()).toMatchObject([{ channel, visibleTo: anna.id, text: "Kept.", method: "response_url" }]);
  });

  test.each(["failed", "internal"] as const)("is not answered as long as Slack does not say so (%s)", async (fate) => {
    const world = await started();
    await written(world);
    const asked = await command(world);
    await world.double.fate("response_url", fate);
    await expect(answer(world, asked, "Kept.")).rejects.toMatchObject({ retryable: true });
    await answer(world, asked, "Kept.");
    expect(await world.shown()).toMatchObject([{ visibleTo: anna.id, text: "Kept.", method: "response_url" }]);
  });

  test("is answered in a direct message once Slack takes no answer there any more", async () => {
    const world = await started();
    await written(world);
    const asked = await command(world);
    await world.advance(31 * 60_000);
    await answer(world, asked, "Kept.");
    expect(await world.shown()).toMatchObject([{ kind: "im", text: "Kept." }]);
  });

  test("is answered once in a direct message, though Slack's answer to that was lost", async () => {
    const world = await started();
    await written(world);
    const asked = await command(world);
    await world.advance(31 * 60_000);
    await world.double.fate("chat.postMessage", "cut");
    const delivery = { ledger: testLedger() };
    await expect(answer(world, asked, "Kept.", {}, delivery)).rejects.toThrow();
    await answer(world, asked, "Kept.", {}, { ...delivery, parts: delivery.ledger.parts() });
    expect(await world.shown()).toMatchObject([{ kind: "im", text: "Kept." }]);
  });

  test("is not acknowledged and stays open where it is not durable, and is one ask when it is sent again", async () => {
    const world = await started();
    world.host.failing(new Error("no database"));
    const { view, trigger } = await written(world);
    expect(await outcomeOf(world, trigger)).not.toMatchObject({ outcome: "acknowledged" });
    expect((await world.double.history()).views[0]?.closedAt).toBeNull();
    world.host.failing(null);
    const again = await submit(world, view.id, { text: "A quiet day." });
    expect(await outcomeOf(world, again.trigger)).toMatchObject({ outcome: "acknowledged" });
    expect((await command(world)).ask.key).toBe(`slack:${view.id}`);
  });

  test("with blanks alone where something must stand stays open and says so, and is taken once it is filled in", async () => {
    const world = await started();
    await calls(world, "journal write");
    const view = await form(world);
    const { trigger } = await submit(world, view.id, { text: " \n" });
    expect(await outcomeOf(world, trigger)).toMatchObject({
      response: { response_action: "errors", errors: { text: "Nothing is written here yet." } },
    });
    expect((await world.double.history()).views[0]?.closedAt).toBeNull();
    await submit(world, view.id, { text: "A quiet day." });
    expect((await command(world)).ask.input).toEqual({ type: "fields", values: { text: "A quiet day." } });
    expect(world.host.received).toHaveLength(1);
  });

  test("whose command is not there any more stays open with what was written, and says so", async () => {
    const world = await started();
    await calls(world, "journal write");
    const view = await form(world);
    await world.adapter.stop();
    const others = commands.filter((one) => !journalCommands.includes(one));
    const later = await started(others, {}, undefined, { there: world.double });
    const { trigger } = await submit(later, view.id, { text: "canary" });
    expect(await outcomeOf(later, trigger)).toMatchObject({
      response: { response_action: "errors", errors: { text: expect.stringMatching(/don't know that form/) } },
    });
    expect((await world.double.history()).views[0]?.closedAt).toBeNull();
    expect(later.host.received).toEqual([]);
  });
});
