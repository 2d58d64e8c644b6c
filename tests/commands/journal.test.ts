import { expect, test } from "vitest";
import { journalCommands } from "../../commands/journal.ts";
import { dispatch } from "../../src/core/commands/dispatch.ts";
import { commandRegistry } from "../../src/core/commands/registry.ts";
import type { Locale, PersonId } from "../../src/core/session.ts";
import type { Journal, JournalEntry } from "../../src/core/storage.ts";
import { callBy } from "./command-call.ts";

/** A diary in memory that keeps the promises of `Journal`. */
function journalInMemory(): Journal {
  const entries: (JournalEntry & { readonly person: PersonId })[] = [];
  const given = new Map<PersonId, number>();
  const newest = (person: PersonId) => entries.filter((entry) => entry.person === person).reverse();
  return {
    write: async (person, text, writtenAt) => {
      const number = (given.get(person) ?? 0) + 1;
      given.set(person, number);
      entries.push({ person, number, text, writtenAt });
      return { number, text, writtenAt };
    },
    list: async (person, limit) => newest(person).slice(0, limit),
    search: async (person, words, limit) =>
      newest(person)
        .filter(({ text }) => words.split(" ").every((word) => text.includes(word)))
        .slice(0, limit),
    count: async (person) => newest(person).length,
    delete: async (person, number) => {
      const index = entries.findIndex((entry) => entry.person === person && entry.number === number);
      if (index >= 0) entries.splice(index, 1);
      return index >= 0;
    },
  };
}

const diary = () => {
  const registry = commandRegistry(journalCommands);
  const repositories = { journal: journalInMemory() };
  return async (text: string, person = "priya", locale: Locale = "en") =>
    (
      await dispatch(
        registry,
        null,
        { type: "line", text },
        callBy({ person: person as PersonId, locale, repositories }),
      )
    ).body;
};

test("what is written is listed, newest first, with number and date", async () => {
  const ask = diary();
  await ask("/journal write slept badly");
  await ask("/journal write slept well\nand dreamt");
  expect(await ask("/journal list")).toBe(
    [
      "Your journal, newest first:",
      "- #2 · 23 Nov 2026, 14:05 · slept well\n  and dreamt",
      "- #1 · 23 Nov 2026, 14:05 · slept badly",
    ].join("\n"),
  );
  expect(await ask("/journal list", "priya", "de")).toContain("- #1 · 23.11.2026, 14:05 · slept badly");
});

test("the confirmation says that the entry is encrypted and who could read it", async () => {
  const said = await diary()("/journal write slept badly");
  expect(said).toMatch(/as #1, and encrypted/);
  expect(said).toMatch(/to you alone; whoever holds both the database and its key could read it/);
  expect(said).not.toContain("slept");
});

test("every answer is for its author alone", () => {
  expect(journalCommands.map(({ visibility }) => visibility)).toEqual(["person", "person", "person", "person"]);
});

test("one person's journal is empty for another", async () => {
  const ask = diary();
  await ask("/journal write slept badly");
  expect(await ask("/journal list", "tom")).toMatch(/is empty/);
  expect(await ask("/journal search slept", "tom")).toMatch(/No entry of yours/);
  expect(await ask("/journal delete 1", "tom")).toMatch(/\[E-NOT-FOUND\]$/);
  expect(await ask("/journal list")).toContain("slept badly");
});

test("a long journal comes in pages, and each says where the older entries are", async () => {
  const ask = diary();
  for (let day = 1; day <= 20; day += 1) await ask(`/journal write day ${day}`);
  const first = await ask("/journal list");
  expect(first).toMatch(/#20 .*#11 .*day 11\n\nOlder entries: \/journal list 2$/s);
  const second = await ask("/journal list 2");
  expect(second).toMatch(/#10 .*#1 .*day 1$/s);
  expect(await ask("/journal list 3")).toBe(
    "Your journal has no page 3. /journal list begins with the newest entries. [E-NOT-FOUND]",
  );
});

test("a search shows at most a page and says that there is more", async () => {
  const ask = diary();
  for (let day = 1; day <= 11; day += 1) await ask(`/journal write day ${day}`);
  expect(await ask("/journal search day 7")).toMatch(/^In your journal, newest first:\n- #7 [^\n]* day 7$/);
  expect(await ask("/journal search day")).toMatch(/There are more; another word narrows it down\.$/);
});

test("a deleted entry is gone, and its number is not given again", async () => {
  const ask = diary();
  await ask("/journal write one");
  expect(await ask("/journal delete #1")).toBe("Gone: entry #1.");
  expect(await ask("/journal delete 1")).toBe(
    "Your journal has no entry #1. /journal list shows the numbers. [E-NOT-FOUND]",
  );
  expect(await ask("/journal write two")).toContain("#2");
});
