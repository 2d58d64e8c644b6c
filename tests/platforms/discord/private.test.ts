import fc from "fast-check";
import { describe, expect, onTestFinished, test } from "vitest";
import { journalCommands } from "../../../commands/journal.ts";
import { FamiliarError } from "../../../src/core/errors.ts";
import type { LiveReply, Reply } from "../../../src/core/reply.ts";
import { deliveryOf, recorder, replyOf, testLedger } from "../../contracts/platform-host.ts";
import type { Fate } from "../../doubles/discord/desk.ts";
import type { RequestKind } from "../../doubles/discord/records.ts";
import { anna, channel, discordWorld } from "./world.ts";

const canary = "canary-of-anna";
/** In one part, or in several: then the canary is in each of them. */
const bodies = [`Kept: ${canary}.`, `${canary} and more words. `.repeat(220)];

/** What befalls one private command and its answer, by the kind of request and in order. */
interface Trouble {
  readonly fates: readonly { readonly kind: RequestKind; readonly fate: Fate }[];
  /** The command is durable only when its three seconds are over (10062). */
  readonly late: boolean;
  /** The quarter of an hour is over before there is an answer. */
  readonly over: boolean;
  readonly closedToDms: boolean;
  readonly inThread: boolean;
  /** The program dies between two attempts, and another one takes it up. */
  readonly restarts: readonly boolean[];
  readonly body: string;
}

const kinds: readonly RequestKind[] = ["respond", "original.edit", "followup", "open-dm", "create", "original.remove"];
const fates: readonly Fate[] = ["cut", "drop", "limited", "failed", "outage"];
const troubles: fc.Arbitrary<Trouble> = fc.record({
  fates: fc.array(fc.record({ kind: fc.constantFrom(...kinds), fate: fc.constantFrom(...fates) }), { maxLength: 6 }),
  late: fc.boolean(),
  over: fc.boolean(),
  closedToDms: fc.boolean(),
  inThread: fc.boolean(),
  restarts: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  body: fc.constantFrom(...bodies),
});

/** As the core brings a reply to its place: again and again, for as long as that may help. */
async function insist(open: () => LiveReply, reply: Reply, restarts: readonly boolean[]): Promise<readonly string[]> {
  const told: string[] = [];
  let live = open();
  for (const restarted of restarts) {
    const failure = await live.finish(reply).then(
      () => null,
      (error: unknown) => error,
    );
    if (failure === null) return told;
    told.push(String(failure));
    if (!(failure instanceof FamiliarError && failure.retryable)) return told;
    if (restarted) live = open();
  }
  return told;
}

async function befalls(trouble: Trouble) {
  const lines: string[] = [];
  const write = (fields: unknown, line: string, error?: unknown): void =>
    void lines.push(`${JSON.stringify(fields)} ${line} ${String(error)}`);
  const log = { debug: write, info: write, warn: write, error: write, child: () => log };
  const host = recorder();
  const world = await discordWorld({}, host, { log });
  const { double, adapter, does } = world;
  await adapter.publishCommands(journalCommands);
  await adapter.start({
    ...host,
    receive: async (heard) => {
      const taken = await host.receive(heard);
      if (trouble.late) await double.advance(4_000);
      return taken;
    },
  });
  const spot = trouble.inThread ? (await does({ type: "thread", by: anna, channel, name: "Bridges" })).id : channel;
  await double.faults({ retryAfterMs: 100, closedToDms: trouble.closedToDms ? [anna.id] : [] });
  for (const { kind, fate } of trouble.fates) await double.fate(kind, fate);
  await does({ type: "command", by: anna, channel: spot, name: "journal write", options: { text: canary } });
  const { ask, turn } = await host.next();
  if (ask.type !== "command") throw new Error("no command");
  if (trouble.over) await double.advance(16 * 60_000);
  const ledger = testLedger();
  const open = () => adapter.open(deliveryOf(ask, turn, { handle: ask.handle, ledger, parts: ledger.parts() }));
  const told = await insist(open, replyOf(trouble.body, { visibility: "person" }), trouble.restarts);
  await adapter.stop();
  const history = await double.history();
  await double.close();
  return { history, said: [...lines, ...told].join("\n") };
}

test("a private command's words reach nobody but its author, whatever fails", async () => {
  await fc.assert(
    fc.asyncProperty(troubles, async (trouble) => {
      const { history, said } = await befalls(trouble);
      const seen = history.messages.filter(({ states }) => states.some(({ content }) => content?.includes(canary)));
      for (const { kind, visibleTo, channel: at } of seen)
        expect(kind === "dm" || visibleTo === anna.id, `a message in ${at}`).toBe(true);
      const posted = history.requests.filter(({ content, kind }) => kind === "create" && content?.includes(canary));
      const places = new Set([
        channel,
        ...history.events.flatMap(({ id, doing }) => (doing.type === "thread" ? [id] : [])),
      ]);
      expect(posted.filter(({ channel: at }) => places.has(at ?? ""))).toEqual([]);
      expect(said).not.toContain(canary);
    }),
    { numRuns: 25 },
  );
}, 120_000);

describe("a private command is answered where it was given", () => {
  const troubled = async (fates: readonly Fate[], repeat: number) => {
    const world = await discordWorld();
    const { double, adapter, host, does } = world;
    await adapter.publishCommands(journalCommands);
    await adapter.start(host);
    onTestFinished(() => adapter.stop());
    await double.faults({ repeat, repeatTimes: 1, repeatMs: 1 });
    for (const fate of fates) await double.fate("respond", fate);
    await does({ type: "command", by: anna, channel, name: "journal write", options: { text: canary } });
    const { ask, turn } = await host.next();
    if (ask.type !== "command") throw new Error("no command");
    for (let again = 0; again < repeat; again++) await host.next();
    await adapter
      .open(deliveryOf(ask, turn, { handle: ask.handle }))
      .finish(replyOf("Kept.", { visibility: "person" }));
    return (await world.shown()).map(({ kind, text }) => `${kind}: ${text}`);
  };

  test.each(["cut", "failed"] as const)("though its first sign of life was %s", async (fate) => {
    expect(await troubled([fate, "carry-out"], 0)).toEqual(["guild: Kept."]);
  });

  test("though it was heard again, and Discord had no ear for a second sign of life", async () => {
    expect(await troubled(["carry-out", "failed", "failed", "failed"], 1)).toEqual(["guild: Kept."]);
  });
});
