import { afterEach, describe, expect, test } from "vitest";
import { answer, calls, command, started as open, press, type Shown, told, type World } from "./commanding.ts";
import { anna, ben, channel } from "./world.ts";

let running: World | null = null;
afterEach(() => running?.adapter.stop());

async function started(...how: Parameters<typeof open>): Promise<World> {
  running = await open(...how);
  return running;
}

const long = ["first ".repeat(450).trim(), "second ".repeat(380).trim(), "third ".repeat(100).trim()].join("\n\n");

/** Anna has asked for her entries, and they are many. */
async function entries(world: World, before: () => Promise<void> = async () => {}): Promise<Shown> {
  await calls(world, "journal list");
  const asked = await command(world);
  await before();
  await answer(world, asked, long);
  const [message] = await told(world);
  return message as Shown;
}

const elementsOf = ({ states }: Shown) =>
  states
    .at(-1)
    ?.blocks.flatMap(({ elements }) => (elements ?? []) as readonly { action_id?: string; text: unknown }[]) ?? [];
const labelsOf = (message: Shown) =>
  elementsOf(message).map(({ text }) => (typeof text === "string" ? text : (text as { text: string }).text));
const leads = (message: Shown, label: string): string =>
  elementsOf(message).find(({ text }) => typeof text !== "string" && (text as { text: string }).text === label)
    ?.action_id ?? "";

/** The message, once this stands in it. */
async function showing(world: World, word: string): Promise<Shown> {
  const found = async () => (await world.shown()).find(({ text }) => text.startsWith(word));
  await world.until(async () => (await found()) !== undefined, word);
  return (await found()) as Shown;
}

describe("a long private answer", () => {
  test("is one message, whose pages are turned in it by whom it is for", async () => {
    const world = await started();
    const first = await entries(world);
    expect([first.text.split(" ")[0], labelsOf(first)]).toEqual(["first", ["1/3", "▶"]]);
    await press(world, first, leads(first, "▶"));
    const second = await showing(world, "second");
    expect(labelsOf(second)).toEqual(["2/3", "◀", "▶"]);
    await press(world, second, leads(second, "▶"));
    const third = await showing(world, "third");
    expect(labelsOf(third)).toEqual(["3/3", "◀"]);
    await press(world, third, leads(third, "◀"));
    await showing(world, "second");
    expect(await world.shown()).toMatchObject([{ id: first.id, channel, visibleTo: anna.id }]);
  });

  test("of one part has nothing below it", async () => {
    const world = await started();
    await calls(world, "journal list");
    await answer(world, await command(world), "Your journal is empty.");
    expect(labelsOf((await told(world))[0] as Shown)).toEqual([]);
  });

  test("that stands among the direct messages is turned there", async () => {
    const world = await started();
    const first = await entries(world, () => world.advance(31 * 60_000));
    expect(first).toMatchObject({ kind: "im", visibleTo: null });
    await press(world, first, leads(first, "▶"));
    expect(await showing(world, "second")).toMatchObject({ id: first.id, kind: "im" });
  });

  test("shows no page where others read along, whoever presses and whatever the button says", async () => {
    const world = await started();
    const first = await entries(world);
    const text = { type: "plain_text", text: "Next" };
    const button = { type: "button", action_id: leads(first, "▶"), value: "x", text };
    await fetch(`${world.double.address}/api/chat.postMessage`, {
      method: "POST",
      headers: { authorization: "Bearer xoxb-double-of-slack", "content-type": "application/json" },
      body: JSON.stringify({ channel, text: "Shall we?", blocks: [{ type: "actions", elements: [button] }] }),
    });
    const open = (await world.shown()).find((one) => one.text === "Shall we?") as Shown;
    for (const who of [anna, ben]) {
      const trigger = await press(world, open, leads(first, "▶"), who);
      const word = async () => (await world.shown()).find(({ answers }) => answers === trigger);
      await world.until(async () => (await word()) !== undefined, "a word");
      expect(await word()).toMatchObject({ visibleTo: who.id, text: expect.stringMatching(/ask me again/) });
    }
    expect((await world.shown()).filter(({ visibleTo }) => visibleTo === null).map((one) => one.text)).toEqual([
      "Shall we?",
    ]);
  });

  test("of an earlier run has no pages any more, and that is said", async () => {
    const world = await started();
    const first = await entries(world);
    await world.advance(16 * 60_000);
    await press(world, first, leads(first, "▶"));
    const [, word] = await told(world, 2);
    expect(word).toMatchObject({ visibleTo: anna.id, text: expect.stringMatching(/ask me again/) });
    expect((await world.shown())[0]?.text).toMatch(/^first/);
  });
});
