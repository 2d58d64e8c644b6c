import { afterEach, describe, expect, test } from "vitest";
import type { Delivery } from "../../../src/core/reply.ts";
import { deliveryOf, replyOf } from "../../contracts/platform-host.ts";
import type { Say } from "../../doubles/slack/doings.ts";
import { type Inbox, inbox } from "./inbox.ts";
import { anna, ben, channel, mention, slackWorld } from "./world.ts";

type World = Awaited<ReturnType<typeof slackWorld>> & { readonly host: Inbox };

let open: World | null = null;
afterEach(() => open?.adapter.stop());

async function started(): Promise<World> {
  const host = inbox();
  open = { ...(await slackWorld({}, host)), host };
  await open.adapter.start(host);
  return open;
}

const all: Delivery["offers"] = (finished) =>
  finished === null ? ["stop"] : ["again", "remove", "report", "good", "bad"];

/** Anna has asked, and this stands in reply to it. */
async function answered(world: World, where: Partial<Say> = {}, body = "Hello.") {
  await world.does({ type: "say", by: anna, channel, text: `${mention} hello`, ...where });
  const { ask, turn } = await world.host.next();
  await world.adapter.open(deliveryOf(ask, turn, { offers: all, locale: "de" })).finish(replyOf(body));
  return { ask, turn };
}

const elementsOf = async ({ shown }: World) =>
  (await shown()).map(
    ({ states }) => states.at(-1)?.blocks.flatMap((block) => (block["elements"] as object[]) ?? []) ?? [],
  );

/** Presses it below the last message; gives what they alone are told. */
async function press(world: World, action: string, by = anna) {
  const message = (await world.shown()).findLast(({ visibleTo }) => visibleTo === null);
  const name = { channel: message?.channel ?? "", ts: message?.ts ?? "" };
  const { trigger } = await world.does({ type: "press", by, message: name, action });
  const outcome = async () =>
    (await world.double.history()).interactions.find((one) => one.trigger === trigger)?.outcome ?? "open";
  await world.until(async () => (await outcome()) !== "open", "an acknowledgement");
  expect(await outcome()).toBe("acknowledged");
  const told = async () => (await world.shown()).find(({ answers }) => answers === trigger);
  return { told };
}

describe("buttons", () => {
  test("stand below the last part of a reply alone, in the language of the question, and name only the turn", async () => {
    const world = await started();
    const { turn } = await answered(world, {}, "word ".repeat(900));
    const [first, last] = await elementsOf(world);
    expect(first).toEqual([]);
    const shown = (last ?? []) as readonly { action_id: string; value: string; text: { text: string } }[];
    expect(shown.map(({ text }) => text.text)).toEqual(["Neu antworten", "Entfernen", "Melden", "👍", "👎"]);
    expect(shown.map(({ action_id, value }) => [action_id, value])).toEqual(
      ["again", "remove", "report", "good", "bad"].map((action) => [action, turn]),
    );
  });
});

describe("a press", () => {
  test.each([
    ["in a channel's thread", {}],
    ["in a direct message", { channel: null }],
    ["among several people", { channel: null, with: [ben.id] }],
  ] as const)("%s is brought to the core with the turn, who has pressed, and where and when", async (_, where) => {
    const world = await started();
    const { turn, ask } = await answered(world, where);
    for (const action of ["again", "remove", "report", "good", "bad"]) await press(world, action);
    const author = { id: anna.id, name: "anna" };
    expect(world.host.presses).toMatchObject(
      ["again", "remove", "report", "good", "bad"].map((action) => ({ turn, action, author, place: ask.place })),
    );
    for (const { at } of world.host.presses) expect(Math.abs(at.getTime() - Date.now())).toBeLessThan(60_000);
  });

  test("on Stop comes while it is being written where nothing streams", async () => {
    const world = await started();
    await world.does({ type: "say", by: anna, channel: null, with: [ben.id], text: "hello" });
    const { ask, turn } = await world.host.next();
    const live = world.adapter.open(deliveryOf(ask, turn, { offers: all }));
    live.show("Hel");
    await world.until(async () => (await elementsOf(world)).length === 1, "a beginning");
    await press(world, "stop", ben);
    expect(world.host.presses).toMatchObject([{ turn, action: "stop", author: { name: "ben" }, place: ask.place }]);
    await live.abandon();
  });

  test("is answered to whoever has pressed, and to nobody else", async () => {
    const world = await started();
    await answered(world);
    world.host.answerPresses(async () => ({ type: "not-yours", text: "Only whoever asked can do that." }));
    const { told } = await press(world, "remove", ben);
    await world.until(async () => (await told()) !== undefined, "a word");
    expect(await told()).toMatchObject({ text: "Only whoever asked can do that.", visibleTo: ben.id });
    expect((await world.shown())[0]?.text).toBe("Hello.");
  });

  test("whose effect is there to be seen is not answered in words", async () => {
    const world = await started();
    await answered(world);
    world.host.answerPresses(async () => ({ type: "done", text: "Done." }));
    const again = await press(world, "again");
    const remove = await press(world, "remove");
    await world.until(async () => (await remove.told()) !== undefined, "a word");
    expect(await again.told()).toBeUndefined();
  });

  test("on a button that nobody knows any more is answered kindly", async () => {
    const world = await started();
    const button = { type: "button", action_id: "dance", value: "x", text: { type: "plain_text", text: "Dance" } };
    await fetch(`${world.double.address}/api/chat.postMessage`, {
      method: "POST",
      headers: { authorization: "Bearer xoxb-double-of-slack", "content-type": "application/json" },
      body: JSON.stringify({ channel, text: "Shall we?", blocks: [{ type: "actions", elements: [button] }] }),
    });
    const { told } = await press(world, "dance", ben);
    await world.until(async () => (await told()) !== undefined, "a word");
    expect(await told()).toMatchObject({ visibleTo: ben.id });
    expect(world.host.presses).toEqual([]);
  });
});
