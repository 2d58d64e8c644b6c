import { afterEach, describe, expect, test } from "vitest";
import { helpCommands } from "../../../commands/help.ts";
import { answer, command, faceOf, form, offeredIn, started as open, press, told, type World } from "./commanding.ts";
import { anna, ben, channel } from "./world.ts";

let running: World | null = null;
afterEach(() => running?.adapter.stop());

async function started(...how: Parameters<typeof open>): Promise<World> {
  running = await open(...how);
  return running;
}

describe("a button that offers a private command", () => {
  test("names the command and its language, and nothing of whoever asked", async () => {
    const { states } = await offeredIn(await started(), "/journal write", { locale: "de" });
    expect(states.at(-1)?.blocks.at(-1)).toMatchObject({
      elements: [{ action_id: "/journal write", value: "de", text: { text: "Nur für mich: /journal write" } }],
    });
  });

  test("opens the form of a command that must have something, for whoever presses, in the button's language", async () => {
    const world = await started();
    const message = await offeredIn(world, "/journal write", { locale: "de" });
    await press(world, message, "/journal write", ben);
    const view = await form(world);
    expect(view.user).toBe(ben.id);
    expect(faceOf(view)).toMatchObject({ submit: { text: "Senden" }, blocks: [{ label: { text: /behalten/ } }] });
    await world.does({ type: "submit", by: ben, view: view.id, values: { text: "A quiet day." } });
    const asked = await command(world);
    expect(asked.ask).toMatchObject({
      command: "journal write",
      input: { values: { text: "A quiet day." } },
      author: { id: ben.id },
      locale: "de",
      place: { channel, thread: message.thread },
    });
    await answer(world, asked, "Kept.");
    expect((await told(world, 2)).at(-1)).toMatchObject({ visibleTo: ben.id, text: "Kept.", thread: message.thread });
  });

  test("also of one that declares no form of its own", async () => {
    const world = await started();
    await press(world, await offeredIn(world, "/journal delete"), "/journal delete");
    const view = await form(world);
    await world.does({ type: "submit", by: anna, view: view.id, values: { number: "3" } });
    expect((await command(world)).ask).toMatchObject({ command: "journal delete", input: { values: { number: "3" } } });
  });

  test("calls a command that needs nothing at once, and its answer is seen by whoever has pressed alone", async () => {
    const world = await started();
    const message = await offeredIn(world, "/journal list");
    const trigger = await press(world, message, "/journal list", ben);
    const asked = await command(world);
    expect(asked.ask).toMatchObject({
      key: `slack:${trigger}`,
      command: "journal list",
      input: { type: "fields", values: {} },
      author: { id: ben.id },
      place: { channel, thread: message.thread },
    });
    await answer(world, asked, "Your journal is empty.");
    expect((await told(world, 2)).at(-1)).toMatchObject({ visibleTo: ben.id, text: "Your journal is empty." });
    expect((await world.double.history()).views).toEqual([]);
  });

  test("is told of kindly where its command is not there any more, or is not private", async () => {
    const world = await started(helpCommands({ commands: () => [] }));
    await press(world, await offeredIn(world, "/journal write"), "/journal write", ben);
    await world.until(async () => (await world.shown()).length === 2, "a word");
    expect((await world.shown())[1]).toMatchObject({
      visibleTo: ben.id,
      text: expect.stringMatching(/don't know that button/),
    });
    expect((await world.double.history()).views).toEqual([]);
  });

  test("is not acknowledged before what it calls is durable", async () => {
    const world = await started();
    const { channel: place, ts } = await offeredIn(world, "/journal list");
    world.host.failing(new Error("no database"));
    const { trigger } = await world.does({
      type: "press",
      by: anna,
      message: { channel: place, ts },
      action: "/journal list",
    });
    const outcome = async () =>
      (await world.double.history()).interactions.find((one) => one.trigger === trigger)?.outcome;
    await world.until(async () => (await outcome()) !== "open", "an end");
    expect(await outcome()).not.toBe("acknowledged");
  });
});
