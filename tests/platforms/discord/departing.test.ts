import { afterEach, describe, expect, test } from "vitest";
import { journalCommands } from "../../../commands/journal.ts";
import type { AnyCommand } from "../../../src/core/commands/definition.ts";
import type { Delivery } from "../../../src/core/reply.ts";
import { deliveryOf, replyOf, testLedger } from "../../contracts/platform-host.ts";
import { anna, channel, discordWorld, mention } from "./world.ts";

type World = Awaited<ReturnType<typeof discordWorld>>;

let open: World | null = null;
afterEach(() => open?.adapter.stop());

const commands: readonly AnyCommand[] = journalCommands;

/** One message in three seconds, which is longer than a permission lasts. */
const slow = { limits: { create: { limit: 1, perMs: 3_000 }, webhook: { limit: 1, perMs: 3_000 } } };

async function started(): Promise<World> {
  open = await discordWorld(slow);
  await open.adapter.publishCommands(commands);
  await open.adapter.start(open.host);
  return open;
}

/** A question whose permission to be answered is counted, and can be taken away. */
async function asked({ adapter, host, does }: World, more: Partial<Delivery> = {}) {
  await does({ type: "say", by: anna, channel, content: `${mention} hello` });
  const { ask, turn } = await host.next();
  const ledger = testLedger();
  const seen = { asked: 0, refusal: null as Error | null };
  const sending: Delivery["ledger"]["sending"] = async (part) => {
    seen.asked += 1;
    if (seen.refusal) throw seen.refusal;
    return ledger.sending(part);
  };
  return { seen, live: adapter.open(deliveryOf(ask, turn, { ledger: { ...ledger, sending }, ...more })) };
}

describe("a reply that waits for Discord's limit", () => {
  test("is sent on a permission that was asked for anew", async () => {
    const world = await started();
    const [first, second] = [await asked(world), await asked(world)];
    await first.live.finish(replyOf("First."));
    await second.live.finish(replyOf("Second."));
    expect(second.seen.asked).toBe(2);
    expect((await world.shown()).map(({ text }) => text)).toEqual(["First.", "Second."]);
  });

  test("is not sent where another process has taken over meanwhile", async () => {
    const world = await started();
    const [first, second] = [await asked(world), await asked(world)];
    await first.live.finish(replyOf("First."));
    const finished = second.live.finish(replyOf("Second."));
    const taken = new Error("another process has taken over");
    await world.until(() => second.seen.asked === 1, "the first permission");
    second.seen.refusal = taken;
    await expect(finished).rejects.toBe(taken);
    expect((await world.shown()).map(({ text }) => text)).toEqual(["First."]);
  });

  test("is not sent once its question was deleted", async () => {
    const world = await started();
    const gone = new AbortController();
    const [first, second] = [await asked(world), await asked(world, { gone: gone.signal })];
    await first.live.finish(replyOf("First."));
    const finished = second.live.finish(replyOf("Second."));
    await world.until(() => second.seen.asked === 1, "the first permission");
    gone.abort(new Error("deleted"));
    await expect(finished).rejects.toThrow("deleted");
    expect((await world.shown()).map(({ text }) => text)).toEqual(["First."]);
  });

  test("is looked at once more when it answers a command, too", async () => {
    const world = await started();
    const { adapter, host, does, shown } = world;
    await does({ type: "command", by: anna, channel, name: "journal write", options: { text: "A quiet day." } });
    const { ask, turn } = await host.next();
    if (ask.type !== "command") throw new Error("no command");
    const gone = new AbortController();
    const live = adapter.open(deliveryOf(ask, turn, { handle: ask.handle, gone: gone.signal }));
    await live.finish(replyOf("Kept.", { visibility: "person" }));
    const changed = live.finish(replyOf("Kept, and more.", { visibility: "person" }));
    await world.until(async () => (await shown()).length === 1, "the first answer");
    gone.abort(new Error("deleted"));
    await expect(changed).rejects.toThrow("deleted");
    expect((await shown()).map(({ text }) => text)).toEqual(["Kept."]);
  });

  test("shows no progress meanwhile: the answer is posted whole", async () => {
    const world = await started();
    const [first, second] = [await asked(world), await asked(world)];
    await first.live.finish(replyOf("First."));
    second.live.show("Sec");
    await world.until(() => second.seen.asked === 1, "the attempt to show it");
    await second.live.finish(replyOf("Second."));
    const states = (await world.shown()).map((message) => message.states.map(({ content }) => content));
    expect(states).toEqual([["First."], ["Second."]]);
  });
});
