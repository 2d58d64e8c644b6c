import { describe, expect, onTestFinished, test } from "vitest";
import { journalCommands } from "../../../commands/journal.ts";
import { moodCommands } from "../../../commands/mood.ts";
import { commandRegistry } from "../../../src/core/commands/registry.ts";
import { gate } from "../../../src/core/conversation/gate.ts";
import { type AskKey, type MessageAsk, type RoomKind, roomOf, type TurnId } from "../../../src/core/session.ts";
import type { Storage } from "../../../src/core/storage.ts";
import { type LogLine, noting, postgresDatabase, sqliteDatabase, type TestDatabase } from "../../storage-fixture.ts";
import { rowsOf } from "../../storage-rows-of.ts";
import { type Town, type TownOptions, town } from "./town.ts";

const canary = "zebrafish";

type Opened = Town & { readonly storage: Storage; readonly database: TestDatabase; readonly lines: LogLine[] };

async function opened(
  make: () => Promise<TestDatabase> = sqliteDatabase,
  options: Omit<TownOptions, "storage"> = {},
): Promise<Opened> {
  const database = await make();
  const storage = await database.open();
  onTestFinished(async () => {
    await storage.close();
    await database.remove();
  });
  const lines: LogLine[] = [];
  const place = town({ storage, log: noting(lines), ...options });
  place.talk.open();
  return Object.assign(place, { storage, database, lines });
}

/** Somebody says it, and it is answered. */
async function answered(place: Opened, text: string, how: Parameters<Town["says"]>[1] = {}): Promise<TurnId> {
  const taken = await place.says(text, { key: "a", ...how });
  if (!("turn" in taken)) throw new Error("it got no turn");
  await delivered(place, taken.turn);
  return taken.turn;
}

async function delivered({ storage }: Opened, turn: TurnId): Promise<void> {
  while ((await storage.inbox.find(turn))?.state !== "delivered") await new Promise((resolve) => setImmediate(resolve));
}

/** What is kept of it and what was written of it anywhere, opened where it is sealed. */
const traces = async ({ storage, database, lines, board }: Opened, turn: TurnId): Promise<string> =>
  JSON.stringify([await rowsOf(database), await storage.inbox.find(turn), lines, board("a").visible]);

describe.each([
  ["SQLite", sqliteDatabase],
  ["PostgreSQL", postgresDatabase],
] as const)("on %s, of what is written in a channel", (_, make) => {
  test("for a private command no word is kept and nothing is done, and its answer there offers it in private", async () => {
    const place = await opened(make);
    const turn = await answered(place, `/Journal  write ${canary} dreams`);
    expect(place.repliesTo("a").join()).toMatch(
      /^\/journal write is private, and everyone here can read along.*kept nothing.*button below/,
    );
    expect(place.board("a").visible.map(({ actions }) => actions)).toEqual([["/journal write"]]);
    expect(await traces(place, turn)).not.toContain(canary);
    expect((await place.storage.inbox.find(turn))?.ask).toMatchObject({
      command: "journal write",
      input: { type: "withheld" },
    });
    await answered(place, "/journal list", { key: "l", kind: "direct" });
    expect(place.repliesTo("l").join()).toMatch(/journal is empty/);
  });

  test.each(["/journal", "/journel write"])(
    "behind %s, which may have been meant for one, no word is kept",
    async (name) => {
      const place = await opened(make);
      const turn = await answered(place, `${name} ${canary}`);
      expect(await traces(place, turn)).not.toContain(canary);
      expect(place.repliesTo("a").join()).toContain("/journal");
    },
  );
});

test("a group's name is answered with its list, whatever stands behind it", async () => {
  const place = await opened();
  await answered(place, `/journal ${canary}`);
  await answered(place, "/journal", { key: "b" });
  expect(place.repliesTo("a")).toEqual(place.repliesTo("b"));
  expect(place.repliesTo("b").join()).toMatch(/^With \/journal you can use:/);
});

test("a private command that needs nothing is answered to its author alone, wherever it is named", async () => {
  const place = await opened();
  await answered(place, "/journal list");
  expect(place.board("a").visible.map(({ surface, actions }) => ({ surface, actions }))).toEqual([
    { surface: "person", actions: [] },
  ]);
});

test("in a direct message a private command does what it is for", async () => {
  const place = await opened();
  await answered(place, `/journal write ${canary} dreams`, { kind: "direct" });
  expect(place.repliesTo("a").join()).toMatch(/journal as #1/);
  expect(place.board("a").visible[0]?.actions).toEqual([]);
});

test("where there are no buttons the way to it is a direct message, in the language of the words", async () => {
  const place = await opened(sqliteDatabase, { capabilities: { buttons: false } });
  await answered(place, "/journal write ich habe heute nicht gut geschlafen");
  expect(place.repliesTo("a").join()).toMatch(/^\/journal write ist privat.*Direktnachricht\.$/);
  expect(place.board("a").visible[0]?.actions).toEqual([]);
});

test("dark words behind a private command are answered by the safety floor, and nothing of them is kept", async () => {
  const place = await opened();
  const turn = await answered(place, `/journal write I want to kill myself tonight, ${canary}`);
  expect(place.repliesTo("a").join()).toContain("988");
  expect(await traces(place, turn)).not.toContain(canary);
});

test("a question that was edited into a private command is withheld when it is to be answered again", async () => {
  const place = await opened();
  const turn = await answered(place, "hello");
  place.sayings.set("a", `/journal write ${canary} dreams`);
  expect(await place.presses(turn, "again")).toMatchObject({ type: "done" });
  await place.until(() => place.repliesTo("a").join().includes("is private"));
  await delivered(place, turn);
  expect(await traces(place, turn)).not.toContain(canary);
  expect(place.asked.join()).not.toContain(canary);
});

const registry = commandRegistry([...journalCommands, ...moodCommands]);

function asked(text: string, kind: RoomKind): MessageAsk {
  const place = { platform: "town", guild: "g", channel: "general", thread: "t" };
  const author = { id: "anna", name: "Anna" };
  const frame = { key: "a" as AskKey, place, room: roomOf(place, kind), author, locale: null, sentAt: new Date(0) };
  return { ...frame, type: "message", addressing: "mention", text, quoted: null, attachments: [] };
}

test.each<RoomKind>(["channel", "private-thread", "group"])("others read along in a %s", (kind) => {
  const ask = gate(asked("/journal list 2", kind), { registry, locale: "en" });
  expect(ask).toMatchObject({ type: "command", command: "journal list", input: { type: "withheld" } });
});

test("a public command keeps its words wherever it is written", () => {
  const input = { type: "line", text: "/mood of the day" };
  expect(gate(asked("/mood of the day", "channel"), { registry, locale: "en" })).toMatchObject({ input });
});
