import { afterEach, describe, expect, test } from "vitest";
import { journalCommands } from "../../../commands/journal.ts";
import type { Delivery, Reply } from "../../../src/core/reply.ts";
import type { MessageAsk } from "../../../src/core/session.ts";
import { deliveryOf, replyOf } from "../../contracts/platform-host.ts";
import { anna, ben, channel, discordWorld, mention } from "./world.ts";

type World = Awaited<ReturnType<typeof discordWorld>>;

let open: World | null = null;
afterEach(() => open?.adapter.stop());

async function started(): Promise<World> {
  open = await discordWorld();
  await open.adapter.publishCommands(journalCommands);
  await open.adapter.start(open.host);
  return open;
}

interface Button {
  readonly custom_id: string;
  readonly label?: string;
  readonly emoji?: { readonly name: string };
  readonly disabled?: boolean;
}

const buttonsIn = (components: readonly unknown[] = []): readonly Button[] =>
  (components as readonly { readonly components: readonly Button[] }[]).flatMap((row) => row.components);

/** Buttons below each message of ours that stands there. */
const buttonsOf = async ({ shown }: World) =>
  (await shown()).map(({ states }) =>
    buttonsIn(states.at(-1)?.components).map(({ label, emoji }) => label ?? emoji?.name),
  );

const all: Delivery["offers"] = (finished) =>
  finished === null ? ["stop"] : ["again", "remove", "report", "good", "bad"];

/** Anna has asked in the channel, and this stands in reply to it. */
async function answered(world: World, more: Partial<Delivery> = {}, reply: Reply = replyOf("Hello.")) {
  const said = await world.does({ type: "say", by: anna, channel, content: `${mention} hello` });
  const { ask, turn } = await world.host.next();
  if (ask.type !== "message") throw new Error("no message");
  const live = world.adapter.open(deliveryOf(ask, turn, { offers: all, ...more }));
  await live.finish(reply);
  return { said, ask, turn };
}

/** Presses the button with this label; gives what came of it. */
async function press(world: World, label: string, by = anna, more: object = {}) {
  const faces = (await world.shown()).flatMap(({ id: message, states }) =>
    buttonsIn(states.at(-1)?.components).map((button) => ({ ...button, message })),
  );
  const button = faces.find((one) => (one.label ?? one.emoji?.name) === label);
  const { message = "", custom_id = "" } = button ?? {};
  const click = { type: "click" as const, by, message, custom_id, ...more };
  const { id } = await world.does(click);
  const record = async () => (await world.double.history()).interactions.find((one) => one.id === id);
  await world.until(async () => (await record())?.response !== null, "a response");
  const told = (await world.shown()).find(({ interaction }) => interaction === id);
  return { id, response: (await record())?.response, told };
}

/** A message of ours in the channel that this program has not made. */
async function postedByHand({ double }: World, button: object): Promise<void> {
  const rows = [{ type: 1, components: [{ type: 2, style: 2, ...button }] }];
  await fetch(`${double.address}/api/v10/channels/${channel}/messages`, {
    method: "POST",
    headers: { authorization: "Bot double.of.discord", "content-type": "application/json" },
    body: JSON.stringify({ content: "Shall we?", components: rows }),
  });
}

describe("buttons", () => {
  test("stand below the last part of a reply alone, in the language of the question", async () => {
    const world = await started();
    const long = "word ".repeat(900);
    await answered(world, { locale: "de" }, replyOf(long));
    expect(await buttonsOf(world)).toEqual([[], [], ["Neu antworten", "Entfernen", "Melden", "👍", "👎"]]);
  });

  test("change with the reply, and go where there is nothing to be wanted", async () => {
    const world = await started();
    const { ask, turn } = await answered(world);
    const [part] = await world.shown();
    const parts = [{ part: 0, since: new Date(), id: `${channel}/${part?.id}` }];
    const later = world.adapter.open(deliveryOf(ask, turn, { offers: all, parts }));
    later.show("Hello ag");
    await world.until(async () => (await buttonsOf(world))[0]?.[0] === "Stop", "Stop");
    await later.abandon();
    await world.adapter.open(deliveryOf(ask, turn, { parts })).finish(replyOf("Hello again."));
    expect(await buttonsOf(world)).toEqual([[]]);
  });

  test("hold nothing but what they are for and the name of the turn", async () => {
    const world = await started();
    const { turn } = await answered(world);
    const [message] = await world.shown();
    const ids = buttonsIn(message?.states.at(-1)?.components).map(({ custom_id }) => custom_id);
    expect(ids).toEqual(["again", "remove", "report", "good", "bad"].map((action) => `${action}:${turn}`));
  });
});

describe("a press", () => {
  test("is brought to the core with who has pressed, where, when, and whether they moderate there", async () => {
    const world = await started();
    const { turn, ask } = await answered(world);
    await press(world, "👍", ben, { locale: "de" });
    await press(world, "Remove", ben, { permissions: String(1n << 13n) });
    await press(world, "Remove", ben, { permissions: String(1n << 3n) });
    expect(world.host.presses).toMatchObject([
      { turn, action: "good", place: ask.place, author: ben, moderator: false, locale: "de" },
      { action: "remove", moderator: true, locale: "en" },
      { action: "remove", moderator: true },
    ]);
    expect(Math.abs((world.host.presses[0]?.at.getTime() ?? 0) - Date.now())).toBeLessThan(60_000);
  });

  test("is answered to whoever has pressed, and to nobody else", async () => {
    const world = await started();
    await answered(world);
    world.host.answerPresses(async () => ({ type: "not-yours", text: "Only whoever asked can do that." }));
    const { response, told } = await press(world, "Answer again", ben);
    expect(response).toBe("message");
    expect(told).toMatchObject({ text: "Only whoever asked can do that.", visibleTo: ben.id });
  });

  test("whose effect is there to be seen is not answered in words", async () => {
    const world = await started();
    await answered(world);
    world.host.answerPresses(async () => ({ type: "done", text: "Done." }));
    expect(await press(world, "Answer again")).toMatchObject({ response: "deferred-update", told: undefined });
    expect(await press(world, "Remove")).toMatchObject({ response: "message", told: { text: "Done." } });
  });

  test("that takes long is acknowledged before Discord gives it up, and answered later", async () => {
    const world = await started();
    await answered(world);
    let settle: () => void = () => {};
    const settled = new Promise<void>((resolve) => {
      settle = resolve;
    });
    world.host.answerPresses(async () => {
      await settled;
      return { type: "done", text: "Removed." };
    });
    expect((await press(world, "Remove")).response).toBe("deferred");
    settle();
    await world.until(async () => (await world.shown()).at(-1)?.text === "Removed.", "the answer");
    expect((await world.shown()).at(-1)?.visibleTo).toBe(anna.id);
  });

  test("that the core cannot take is answered with an apology", async () => {
    const world = await started();
    await answered(world);
    world.host.answerPresses(async () => Promise.reject(new Error("no room")));
    expect((await press(world, "Remove")).told?.text).toMatch(/couldn't do that right now/);
  });

  test("on a button that nobody knows any more is answered kindly", async () => {
    const world = await started();
    await postedByHand(world, { custom_id: "dance", label: "Dance" });
    const { told } = await press(world, "Dance", ben, { locale: "de" });
    expect(told).toMatchObject({ visibleTo: ben.id, text: expect.stringMatching(/Knopf/) });
    expect(world.host.presses).toEqual([]);
  });
});

describe("a question", () => {
  const reread = async (world: World, ask: MessageAsk) => world.adapter.reread(ask);

  test("is read anew as it was edited, with names in place of ids, and is not there once it was deleted", async () => {
    const world = await started();
    await world.does({ type: "say", by: ben, channel, content: "just talking" });
    await world.host.next();
    const { said, ask } = await answered(world);
    await world.does({ type: "edit", by: anna, message: said.id, content: `${mention} and <@${ben.id}>?` });
    expect(await reread(world, ask)).toEqual({ text: "and @Ben?", quoted: null, attachments: [] });
    await world.does({ type: "delete", messages: [said.id] });
    expect(await reread(world, ask)).toBeNull();
  });
});

describe("a long private answer", () => {
  const pages = ["first ".repeat(300).trim(), "second ".repeat(260).trim(), "third ".repeat(100).trim()];
  const long = pages.join("\n\n");

  async function entries(world: World) {
    await world.does({ type: "command", by: anna, channel, name: "journal list" });
    const { ask, turn } = await world.host.next();
    if (ask.type !== "command") throw new Error("no command");
    const delivery = deliveryOf(ask, turn, { handle: ask.handle });
    await world.adapter.open(delivery).finish(replyOf(long, { visibility: "person" }));
  }

  test("is one message, whose pages are turned by whom it is for", async () => {
    const world = await started();
    await entries(world);
    const face = async () => (await world.shown()).map(({ text }) => text.split(" ")[0]);
    expect(await face()).toEqual(["first"]);
    expect(await buttonsOf(world)).toEqual([["◀", "1/3", "▶"]]);
    expect((await press(world, "▶")).response).toBe("update");
    expect(await face()).toEqual(["second"]);
    await press(world, "▶");
    expect(await face()).toEqual(["third"]);
    await press(world, "◀");
    expect(await face()).toEqual(["second"]);
    expect((await world.shown()).map(({ visibleTo }) => visibleTo)).toEqual([anna.id]);
    const kinds = (await world.double.history()).requests.map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === "original.edit")).toHaveLength(1);
    expect(kinds).not.toContain("followup");
  });

  test("that stands among the direct messages is turned there", async () => {
    const world = await started();
    for (let tries = 0; tries < 3; tries += 1) await world.double.fate("respond", "failed");
    await entries(world);
    await press(world, "▶");
    expect(await world.shown()).toMatchObject([{ kind: "dm", text: expect.stringMatching(/^second/) }]);
  });

  test("shows no page where others read along, whoever presses and whatever the button says", async () => {
    const world = await started();
    await entries(world);
    const [first] = await world.shown();
    const next = buttonsIn(first?.states.at(-1)?.components).at(-1)?.custom_id;
    await postedByHand(world, { custom_id: next, label: "Next" });
    for (const who of [anna, ben]) {
      const { response, told } = await press(world, "Next", who);
      expect(response).toBe("message");
      expect(told).toMatchObject({ text: expect.stringMatching(/ask me again/), visibleTo: who.id });
    }
    expect((await world.shown()).find(({ visibleTo }) => visibleTo === null)?.text).toBe("Shall we?");
  });

  test("of an earlier run has no pages any more, and that is said", async () => {
    const world = await started();
    await entries(world);
    await world.adapter.stop();
    const later = await discordWorld({}, world.host, { there: world.double });
    await later.adapter.start(later.host);
    const { told } = await press(later, "▶");
    expect(told).toMatchObject({ text: expect.stringMatching(/ask me again/), visibleTo: anna.id });
    expect((await later.shown())[0]?.text).toMatch(/^first/);
    await later.adapter.stop();
  });
});
