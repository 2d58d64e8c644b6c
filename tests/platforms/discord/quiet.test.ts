import { afterEach, expect, test } from "vitest";
import { journalCommands } from "../../../commands/journal.ts";
import { sessionCommands } from "../../../commands/session.ts";
import type { AnyCommand } from "../../../src/core/commands/definition.ts";
import { deliveryOf, replyOf } from "../../contracts/platform-host.ts";
import { anna, ben, channel, discordWorld, mention } from "./world.ts";

type World = Awaited<ReturnType<typeof discordWorld>>;

let open: World | null = null;
afterEach(() => open?.adapter.stop());

const commands: readonly AnyCommand[] = [...journalCommands, ...sessionCommands];
const suppressesEmbeds = 1 << 2;

async function started(): Promise<World> {
  open = await discordWorld();
  await open.adapter.publishCommands(commands);
  await open.adapter.start(open.host);
  return open;
}

/** As a model may write it; nobody has sent that address. */
const loud = (word: string): string => `${word} @everyone <@${ben.id}> https://unsaid.test/${word}`;

async function called(world: World, name: string) {
  await world.does({ type: "command", by: anna, channel, name });
  const { ask, turn } = await world.host.next();
  if (ask.type !== "command") throw new Error("no command");
  return world.adapter.open(deliveryOf(ask, turn, { handle: ask.handle }));
}

/** Presses a button of the message that shows this; the word of its action decides where there are several. */
async function press(world: World, shows: string, action: string): Promise<void> {
  const message = (await world.shown()).find(({ text }) => text.includes(shows));
  const buttons = (message?.states.at(-1)?.components ?? []) as readonly {
    readonly components: readonly { readonly custom_id: string }[];
  }[];
  const all = buttons.flatMap(({ components }) => components.map(({ custom_id }) => custom_id));
  const custom_id = all.find((id) => id.startsWith(action)) ?? "";
  await world.does({ type: "click", by: anna, message: message?.id ?? "", custom_id });
}

test("whatever leaves with words asks Discord to mention nobody and unfurl nothing, and no answer has an address that nobody sent", async () => {
  const world = await started();
  const { adapter, host, does, shown, until, double } = world;
  const stands = (text: string) =>
    until(async () => (await shown()).some((one) => one.text.includes(text)), `${text} to be there`);

  await does({ type: "say", by: anna, channel, content: `${mention} hello` });
  const { ask, turn } = await host.next();
  const live = adapter.open(deliveryOf(ask, turn, { offers: () => ["good", "remove"] }));
  live.show(loud("posted"));
  await stands("posted");
  await live.finish(replyOf(loud("edited"), { aside: loud("aside") }));
  await adapter.tell({
    place: ask.place,
    room: ask.room,
    asker: anna,
    inReplyTo: ask.key,
    text: "told @everyone",
    worthMs: null,
  });

  host.answerPresses(async () => ({ type: "known", text: "said @everyone" }));
  await press(world, "edited", "good");
  await stands("said");
  let settle: () => void = () => {};
  const settled = new Promise<void>((resolve) => {
    settle = resolve;
  });
  host.answerPresses(async () => {
    await settled;
    return { type: "done", text: "late @everyone" };
  });
  await press(world, "edited", "remove");
  await until(async () => (await double.history()).interactions.at(-1)?.response === "deferred", "a late answer");
  settle();
  await stands("late");

  const listed = await called(world, "familiar session list");
  await listed.finish(replyOf(loud("answered"), { aside: loud("added") }));
  await stands("added");
  await listed.finish(replyOf(loud("changed"), { aside: loud("renewed") }));
  const pages = [loud("first"), loud("second")].map((page) => `${page} ${"word ".repeat(300)}`.trim());
  await (await called(world, "journal list")).finish(replyOf(pages.join("\n\n"), { visibility: "person" }));
  await press(world, "first", "page:1");
  await stands("second");

  const states = (await double.history()).messages
    .flatMap((message) => message.states)
    .filter(({ content, loading }) => content !== null && !loading);
  const words = ["posted", "edited", "aside", "told", "said", "late"];
  const all = [...words, "answered", "added", "changed", "renewed", "first", "second"];
  expect(states.map(({ content }) => content?.split(" ")[0])).toEqual(expect.arrayContaining(all));
  for (const { content, allowedMentions, flags, pings } of states) {
    expect(allowedMentions, content ?? "").toEqual({ parse: [], replied_user: false });
    expect(flags & suppressesEmbeds, content ?? "").toBe(suppressesEmbeds);
    expect(pings, content ?? "").toEqual({ users: [], roles: [], everyone: false });
    expect(content).not.toContain("https://unsaid");
  }
});
