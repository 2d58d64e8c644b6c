import { expect, test } from "vitest";
import { z } from "zod";
import { helpCommands } from "../../../commands/help.ts";
import { journalCommands } from "../../../commands/journal.ts";
import { completion } from "../../../src/core/commands/complete.ts";
import { type AnyCommand, command } from "../../../src/core/commands/definition.ts";
import { commandRegistry } from "../../../src/core/commands/registry.ts";
import type { PersonId } from "../../../src/core/session.ts";
import type { Journal, JournalEntry, People } from "../../../src/core/storage.ts";
import { type LogLine, noting } from "../../storage-fixture.ts";

const broken = command({
  name: "broken",
  summary: { en: "", de: "" },
  args: z.object({ word: z.string() }),
  visibility: "place",
  suggest: {
    word: async ({ typed }) => {
      throw new Error(`cannot complete ${typed}`);
    },
  },
  run: async () => "",
});
const many = command({
  ...broken,
  name: "many",
  suggest: { word: async () => Array.from({ length: 60 }, (_, at) => ({ value: `${at}`, label: `${at}` })) },
});
const commands: readonly AnyCommand[] = [
  ...journalCommands,
  ...helpCommands({ commands: () => commands }),
  broken,
  many,
];

const entry = (number: number, text: string): JournalEntry => ({
  number,
  text,
  writtenAt: new Date("2026-11-23T14:05:00"),
});

/** Priya has a journal, and Tom was never heard. */
function typing(lines: LogLine[] = []) {
  const journals = { priya: [entry(12, "slept\nbadly"), entry(11, "the sea"), entry(2, "began")] };
  const nothing = async (): Promise<never> => {
    throw new Error("typing changes nothing");
  };
  const people: People = {
    of: nothing,
    known: async (_platform, account) => (account === "1" ? ("priya" as PersonId) : null),
  };
  const journal: Journal = {
    ...{ write: nothing, search: nothing, delete: nothing, count: nothing },
    list: async (person) => journals[person as unknown as "priya"],
  };
  const complete = completion({
    registry: commandRegistry(commands),
    storage: { people, journal },
    log: noting(lines),
  });
  return (name: string, field: string, typed: string, account = "1") =>
    complete({
      ...{ platform: "discord", author: { id: account, name: "Priya" }, locale: "en" },
      ...{ command: name, field, typed },
    });
}

test("the number of an entry is completed with the entries of whoever types, and with nobody else's", async () => {
  const ask = typing();
  expect(await ask("journal delete", "number", "1")).toEqual([
    { value: "12", label: "#12 · 23 Nov 2026, 14:05 · slept badly" },
    { value: "11", label: "#11 · 23 Nov 2026, 14:05 · the sea" },
  ]);
  expect(await ask("journal delete", "number", "", "2")).toEqual([]);
});

test("/help completes the names of commands, for somebody who was never heard too", async () => {
  const found = await typing()("help", "command", "/Journal d", "2");
  expect(found).toEqual([{ value: "journal delete", label: "/journal delete: Delete an entry for good" }]);
});

test("what no command completes has no choices, and of too many there are 25", async () => {
  const ask = typing();
  expect(await ask("journal write", "text", "x")).toEqual([]);
  expect(await ask("nothing", "text", "x")).toEqual([]);
  expect(await ask("journal delete", "toString", "x")).toEqual([]);
  expect(await ask("many", "word", "x")).toHaveLength(25);
});

test("what fails has no choices, and nothing that was typed is logged", async () => {
  const lines: LogLine[] = [];
  expect(await typing(lines)("broken", "word", "canary")).toEqual([]);
  expect(lines).toHaveLength(1);
  expect(JSON.stringify(lines)).not.toContain("canary");
});
