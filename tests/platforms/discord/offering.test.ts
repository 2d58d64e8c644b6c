import { afterEach, describe, expect, test } from "vitest";
import { helpCommands } from "../../../commands/help.ts";
import { journalCommands } from "../../../commands/journal.ts";
import type { AnyCommand } from "../../../src/core/commands/definition.ts";
import type { Delivery } from "../../../src/core/reply.ts";
import { deliveryOf, replyOf } from "../../contracts/platform-host.ts";
import { anna, ben, channel, discordWorld, mention } from "./world.ts";

type World = Awaited<ReturnType<typeof discordWorld>>;

let open: World | null = null;
afterEach(() => open?.adapter.stop());

async function started(commands: readonly AnyCommand[] = journalCommands): Promise<World> {
  open = await discordWorld();
  await open.adapter.publishCommands(commands);
  await open.adapter.start(open.host);
  return open;
}

/** Anna has written a private command in the channel; what answers it there offers the command. */
async function offeredIn(world: World, offer: `/${string}`, locale: Delivery["locale"] = "en") {
  await world.does({ type: "say", by: anna, channel, content: `${mention} hello` });
  const { ask, turn } = await world.host.next();
  const offers: Delivery["offers"] = (finished) => (finished === null ? [] : [offer]);
  await world.adapter.open(deliveryOf(ask, turn, { offers, locale })).finish(replyOf("This is private."));
  const [message] = await world.shown();
  return { id: message?.id ?? "", rows: message?.states.at(-1)?.components ?? [] };
}

/** Presses it; gives the interaction, once it was responded to. */
async function press({ does, double, until }: World, message: string, custom_id: string, more: object = {}) {
  const { id } = await does({ type: "click", by: ben, message, custom_id, ...more });
  const found = async () => (await double.history()).interactions.find((one) => one.id === id);
  await until(async () => (await found())?.response !== null, "a response");
  return { id, ...(await found()) };
}

describe("a button that offers a private command", () => {
  test("names the command alone, in the language of the reply", async () => {
    const { rows } = await offeredIn(await started(), "/journal write", "de");
    const button = { type: 2, style: 2, custom_id: "/journal write", label: "Nur für mich: /journal write" };
    expect(rows).toMatchObject([{ components: [button] }]);
  });

  test("opens the form of a command that must have something, for whoever presses, in their language", async () => {
    const world = await started();
    const { id: message } = await offeredIn(world, "/journal delete");
    const { id, response, modal } = await press(world, message, "/journal delete", { locale: "de" });
    expect(response).toBe("modal");
    expect(modal).toMatchObject({ custom_id: "/journal delete", title: expect.stringMatching(/Eintrag/) });
    const sent = await world.does({ type: "modal", by: ben, interaction: id, fields: { number: "3" } });
    const { ask, turn } = await world.host.next();
    if (ask.type !== "command") throw new Error("no command");
    const input = { type: "fields", values: { number: "3" } };
    expect(ask).toMatchObject({ key: `discord:${sent.id}`, command: "journal delete", author: ben, input });
    const delivery = deliveryOf(ask, turn, { handle: ask.handle });
    await world.adapter.open(delivery).finish(replyOf("Gone.", { visibility: "person" }));
    expect((await world.shown()).at(-1)).toMatchObject({ text: "Gone.", visibleTo: ben.id });
  });

  test("calls a command that needs nothing at once, and its answer is seen by whoever has pressed alone", async () => {
    const world = await started();
    const { id: message } = await offeredIn(world, "/journal list");
    const { id, response } = await press(world, message, "/journal list");
    expect(response).toBe("deferred");
    const { ask, turn } = await world.host.next();
    if (ask.type !== "command") throw new Error("no command");
    const input = { type: "fields", values: {} };
    expect(ask).toMatchObject({
      key: `discord:${id}`,
      command: "journal list",
      author: ben,
      input,
      place: { channel },
    });
    const delivery = deliveryOf(ask, turn, { handle: ask.handle });
    await world.adapter.open(delivery).finish(replyOf("Your journal is empty.", { visibility: "person" }));
    expect((await world.shown()).at(-1)).toMatchObject({ text: "Your journal is empty.", visibleTo: ben.id });
    expect(world.host.presses).toEqual([]);
  });

  test("is told of kindly where its command is not there any more", async () => {
    const world = await started(helpCommands({ commands: () => [] }));
    const { id: message } = await offeredIn(world, "/journal write");
    const { response } = await press(world, message, "/journal write");
    expect(response).toBe("message");
    expect((await world.shown()).at(-1)).toMatchObject({
      visibleTo: ben.id,
      text: expect.stringMatching(/that button/),
    });
  });
});
