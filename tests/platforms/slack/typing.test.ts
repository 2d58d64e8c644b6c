import { afterEach, expect, test } from "vitest";
import { deliveryOf, replyOf } from "../../contracts/platform-host.ts";
import { answer, calls, command, faceOf, form, started as open, told, type World } from "./commanding.ts";
import { anna, channel, mention } from "./world.ts";

const lea = { id: "U0LEA000001", name: "lea", locale: "de-DE" };

let running: World | null = null;
afterEach(() => running?.adapter.stop());

async function started(): Promise<World> {
  running = await open();
  return running;
}

test("an answer names commands as they are typed on Slack", async () => {
  const world = await started();
  await calls(world, "journal list");
  await answer(world, await command(world), "Empty. /journal write begins it; /help says more.");
  expect((await told(world, 1)).at(-1)?.text).toBe(
    "Empty. /familiar journal write begins it; /familiar help says more.",
  );
});

test("also where it grows", async () => {
  const world = await started();
  await world.does({ type: "say", by: anna, channel, text: `${mention} what can you do?` });
  const { ask, turn } = await world.host.next();
  const reply = world.adapter.open(deliveryOf(ask, turn));
  await reply.show("Type /help, or");
  await world.until(async () => (await world.shown()).length > 0, "a growing answer");
  expect((await world.shown())[0]?.text).toContain("/familiar help,");
  await reply.finish(replyOf("Type /help, or ask."));
  expect((await world.shown())[0]?.text).toBe("Type /familiar help, or ask.");
});

test.each([
  ["/familiar journal list", "/journal list"],
  ["/journal list", "/journal list"],
  ["/familiar", "/help"],
  ["/familiars", "/familiars"],
])("a message that says %s calls %s", async (text, called) => {
  const world = await started();
  await world.does({ type: "say", by: anna, channel, text: `${mention} ${text}` });
  expect((await world.host.next()).ask).toMatchObject({ type: "message", text: called });
});

test("a form opens in the language of whoever calls it, and a command is asked in theirs", async () => {
  const world = await started();
  await calls(world, "journal write", { by: lea });
  expect(faceOf(await form(world))).toMatchObject({ submit: { text: "Senden" } });
  await calls(world, "journal list", { by: lea });
  expect((await command(world)).ask).toMatchObject({ locale: "de" });
});
