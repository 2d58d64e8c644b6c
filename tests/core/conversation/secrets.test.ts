import fc from "fast-check";
import { expect, test } from "vitest";
import { roomOf } from "../../../src/core/session.ts";
import { sqliteDatabase, testStorage } from "../../storage-fixture.ts";
import { type Rooms, roomsOver, type Somewhere } from "./rooms.ts";

const people = ["anna", "ben", "cem"] as const;
const channels = ["general", "random"] as const;
const directOf = (who: string): Somewhere => ({ name: `dm-${who}`, kind: "direct" });
const channel = (name: string): Somewhere => ({ name, kind: "channel" });

/** Something that can be told, and asked for in words that would find it. */
const tellings = [
  { tell: (word: string) => `my dog is called ${word}`, ask: "what is my dog called?" },
  { tell: (word: string) => `I live in ${word}`, ask: "where do I live?" },
  {
    tell: (word: string) => `the neighbour feeds our tortoise with ${word} on Sundays`,
    ask: "what does the tortoise eat on Sundays?",
  },
] as const;

const place = fc.oneof(fc.constantFrom(...channels).map(channel), fc.constant("direct" as const));
const step = fc.record({ who: fc.constantFrom(...people), where: place, what: fc.nat({ max: tellings.length - 1 }) });

interface Canary {
  readonly word: string;
  readonly where: Somewhere;
}

type Step = { readonly who: string; readonly where: Somewhere | "direct"; readonly what: number };
const somewhere = ({ who, where }: Pick<Step, "who" | "where">): Somewhere =>
  where === "direct" ? directOf(who) : where;

/** Everybody tells something somewhere, and then everybody asks for everything everywhere. */
async function live(rooms: Rooms, steps: readonly Step[]): Promise<readonly Canary[]> {
  const canaries = steps.map((step, index) => ({ word: `Canary${"abcdefghij"[index]}x`, where: somewhere(step) }));
  for (const [index, { who, what }] of steps.entries()) {
    const { word, where } = canaries[index] as Canary;
    await rooms.says(who, where, tellings[what]?.tell(word) ?? "");
  }
  for (const who of people)
    for (const where of [...channels.map(channel), directOf(who)])
      for (const { ask } of tellings) await rooms.says(who, where, ask);
  return canaries;
}

const foreign = ({ prompts }: Rooms, canaries: readonly Canary[]): readonly string[] =>
  prompts.flatMap(({ where, request }) => {
    const text = JSON.stringify([request.system, request.messages, request.knowledge]);
    return canaries.filter((one) => one.where.name !== where.name && text.includes(one.word)).map(({ word }) => word);
  });

/** It is work, and a machine that does other things beside it is slow. */
const patient = { timeout: 120_000 };

test("whoever tells what wherever: no prompt holds a word from a room whose readers differ", patient, async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 8 }), async (steps) => {
      const database = await sqliteDatabase();
      const storage = await database.open();
      const rooms = roomsOver(storage);
      expect(foreign(rooms, await live(rooms, steps))).toEqual([]);
      await storage.close();
      await database.remove();
    }),
    { numRuns: 8 },
  );
});

test("in a direct message it knows what the person said there and where they can read, and not what others said elsewhere", async () => {
  const general = channel("general");
  const generalRoom = roomOf({ platform: "mock", guild: "g", channel: "general", thread: null }, "channel");
  const rooms = roomsOver(await testStorage(), () => [generalRoom.key]);
  await rooms.says("anna", general, "my horse is called Silver");
  await rooms.says("anna", directOf("anna"), "my sister is called Wilhelmina");
  await rooms.says("anna", directOf("anna"), "what is my horse called, and my sister?");
  expect(JSON.stringify(rooms.prompts.at(-1)?.request.messages)).toMatch(/(?=.*Silver).*Wilhelmina/);
  await rooms.says("anna", general, "what is my sister called?");
  expect(JSON.stringify(rooms.prompts.at(-1)?.request)).not.toContain("Wilhelmina");
});

test("health is not kept from a channel, and not from a direct message without a yes", async () => {
  const rooms = roomsOver(await testStorage());
  await rooms.says("ben", channel("general"), "I'm allergic to walnuts");
  await rooms.says("ben", directOf("ben"), "I'm allergic to cashews");
  for (const where of [channel("general"), directOf("ben")]) {
    await rooms.says("ben", where, "what am I allergic to?");
    expect(rooms.prompts.at(-1)?.request.knowledge.recall.facts).toEqual([]);
  }
});

test("nobody corrects or forgets what another person said of themselves", async () => {
  const rooms = roomsOver(await testStorage());
  const general = channel("general");
  await rooms.says("anna", general, "my dog is called Biscuit");
  await rooms.says("ben", general, "no, my dog is called Brutus");
  await rooms.says("ben", general, "forget everything about me");
  await rooms.says("anna", general, "what is my dog called?");
  const { facts } = rooms.prompts.at(-1)?.request.knowledge.recall ?? { facts: [] };
  expect(facts.map(({ value }) => value)).toContain("Biscuit");
});
