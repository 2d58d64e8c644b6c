import { expect, test } from "vitest";
import { homePage } from "../../../src/core/home/home.ts";
import type { Page, Visit } from "../../../src/core/home/page.ts";
import { type PersonId, type RoomKey, roomOf } from "../../../src/core/session.ts";
import type { Storage } from "../../../src/core/storage.ts";
import { systemClock } from "../../../src/system.ts";
import { testStorage } from "../../storage-fixture.ts";
import { roomsOver, type Somewhere } from "../conversation/rooms.ts";

const directOf = (who: string): Somewhere => ({ name: `dm-${who}`, kind: "direct" });
const general: Somewhere = { name: "general", kind: "channel" };
const roomKeyOf = ({ name, kind }: Somewhere): RoomKey =>
  roomOf({ platform: "mock", guild: "g", channel: name, thread: null }, kind).key;
const all = ["help", "journal write", "journal list", "journal delete", "session new", "mood"];

const visitOf = (who: string, more: Partial<Visit> = {}): Visit => ({
  place: { platform: "mock", guild: "g", channel: `dm-${who}`, thread: null },
  author: { id: who, name: who },
  locale: "en",
  typed: (command) => `/familiar ${command}`,
  ...more,
});

interface Circumstances {
  readonly commands?: readonly string[];
  readonly canRead?: (person: PersonId) => readonly RoomKey[];
}

const homeOver = (storage: Storage, { commands = all, canRead = () => [] }: Circumstances = {}) =>
  homePage({ storage, clock: systemClock, commands, memberships: { readableBy: async (who) => canRead(who) } });

const textOf = ({ sections, note }: Page): string =>
  [...sections.flatMap(({ title, lines }) => [`# ${title}`, ...lines]), note].join("\n");
const sectionOf = (page: Page, title: string): readonly string[] =>
  page.sections.find((one) => one.title === title)?.lines ?? [];

test("it tells what was said in private, what of that is kept, and how much", async () => {
  const storage = await testStorage();
  const rooms = roomsOver(storage);
  await rooms.says("anna", directOf("anna"), "my dog is called Rex");
  await rooms.says("anna", directOf("anna"), "I live in Lisbon");
  const person = (await storage.people.known("mock", "anna")) as PersonId;
  await storage.journal.write(person, "slept badly", new Date());
  const page = await homeOver(storage)(visitOf("anna"));
  expect([...sectionOf(page, "What I remember of you")].sort()).toEqual([
    "You live in Lisbon.",
    "Your dog is called Rex.",
  ]);
  expect(sectionOf(page, "Our conversations")[0]).toMatch(/^1 here between us; the last word was \d/);
  expect(sectionOf(page, "Your journal")).toEqual([
    "1 entry, encrypted.",
    "`/familiar journal list` shows them to you alone.",
  ]);
  expect(sectionOf(page, "My mood with you")[0]).toMatch(/^Here with you I feel .+, as far as a program can\.$/);
  expect(textOf(page)).not.toContain("slept");
});

test("nothing that anybody else has said stands there, nor what was said in a room that cannot be read any more", async () => {
  const storage = await testStorage();
  const rooms = roomsOver(storage);
  await rooms.says("ben", directOf("ben"), "my dog is called Canarya");
  await rooms.says("ben", general, "my cat is called Canaryb");
  await rooms.says("anna", general, "my horse is called Canaryc");
  await rooms.says("anna", directOf("anna"), "my dog is called Rex");
  const shut = await homeOver(storage)(visitOf("anna"));
  expect(textOf(shut)).not.toMatch(/Canary|note/);
  const read = await homeOver(storage, { canRead: () => [roomKeyOf(general)] })(visitOf("anna"));
  expect(textOf(read)).not.toContain("Canary");
  expect(sectionOf(read, "What I remember of you")[1]).toMatch(/^1 note more is from something you said in a room/);
});

test("opening it makes nobody known and writes nothing", async () => {
  const storage = await testStorage();
  const readOnly: Storage = { ...storage, transaction: () => Promise.reject(new Error("nothing is written")) };
  const page = await homeOver(readOnly)(visitOf("stranger"));
  expect(sectionOf(page, "What I remember of you")).toEqual([
    "Nothing yet. Tell me something about yourself, and I keep it for you alone.",
  ]);
  expect(sectionOf(page, "Our conversations")[0]).toMatch(/^None yet\./);
  expect(await storage.people.known("mock", "stranger")).toBeNull();
  expect(await storage.sessions.inRoom(roomKeyOf(directOf("stranger")))).toEqual({ count: 0, newest: null });
});

test("it points to commands that there are, as they are typed there, and to no others", async () => {
  const storage = await testStorage();
  const page = await homeOver(storage)(visitOf("anna", { typed: (command) => `!${command}` }));
  expect(
    textOf(page)
      .match(/`[^`]+`/g)
      ?.sort(),
  ).toEqual([...["`!help`", "`!journal delete`", "`!journal write`", "`!mood`", "`!session new`"]]);
  const bare = await homeOver(storage, { commands: ["help"] })(visitOf("anna"));
  expect(textOf(bare).match(/`[^`]+`/g)).toEqual(["`/familiar help`"]);
});

test("where more is kept than is read at a glance, it says how much more there is, and one that is long stays one line", async () => {
  const storage = await testStorage();
  const rooms = roomsOver(storage);
  for (let n = 0; n < 15; n += 1) await rooms.says("anna", directOf("anna"), `my friend${n} is called Name${n}`);
  const kept = await storage.memories.current(
    [{ kind: "person", person: (await storage.people.known("mock", "anna")) as PersonId }] as never,
    99,
  );
  const lines = sectionOf(await homeOver(storage)(visitOf("anna")), "What I remember of you");
  expect(kept.length).toBeGreaterThan(12);
  expect(lines).toHaveLength(13);
  expect(lines[12]).toBe(`And ${kept.length - 12} more: ask me what I know about you.`);
});

test("in German it is the same page", async () => {
  const storage = await testStorage();
  const rooms = roomsOver(storage);
  await rooms.says("anna", directOf("anna"), "mein Hund heißt Rex");
  const [english, german] = [
    await homeOver(storage)(visitOf("anna")),
    await homeOver(storage)(visitOf("anna", { locale: "de" })),
  ];
  expect(sectionOf(german, "Was ich von dir weiß")).toEqual(["Dein Hund heißt Rex."]);
  expect(german.sections.map(({ lines }) => lines.length)).toEqual(english.sections.map(({ lines }) => lines.length));
  const said = new Set(english.sections.flatMap(({ title, lines }) => [title, ...lines]));
  expect(german.sections.flatMap(({ title, lines }) => [title, ...lines]).filter((line) => said.has(line))).toEqual([]);
});
