import { fold } from "../core/memory/terms.ts";
import type { PersonId } from "../core/session.ts";
import type { Journal, JournalEntry } from "../core/storage.ts";
import type { Sealer } from "./crypto.ts";
import type { Database } from "./database.ts";
import type { JournalEntry as EntryRow } from "./generated/sqlite/client.ts";

/** How many entries are opened at a time while searching. */
const batch = 100;

export function journal(database: Database): Journal {
  const { sealer } = database;
  return {
    write: (person, text, at) => write(database, person, text, at),
    list: async (person, limit) =>
      (await entriesBefore(database, person, null, limit)).map((row) => toEntry(sealer, row)),
    search: (person, words, limit) => search(database, person, words, limit),
    delete: (person, number) =>
      database.atomically(async (tx) => {
        const { count } = await tx.journalEntry.deleteMany({ where: { personId: person, number } });
        return count === 1;
      }),
    count: (person) => database.client.journalEntry.count({ where: { personId: person } }),
  };
}

const cell = (row: string) => ({ table: "JournalEntry", column: "body", row });

const write = (database: Database, person: PersonId, text: string, at: Date): Promise<JournalEntry> =>
  database.atomically(async (client) => {
    const counted = { where: { id: person }, data: { journalCount: { increment: 1 } }, select: { journalCount: true } };
    const { journalCount: number } = await client.person.update(counted);
    const id = database.ids.next();
    const body = database.sealer.seal(text, cell(id));
    await client.journalEntry.create({ data: { id, personId: person, number, body, writtenAt: at } });
    return { number, text, writtenAt: at };
  });

const entriesBefore = ({ client }: Database, person: PersonId, number: number | null, limit: number) =>
  client.journalEntry.findMany({
    where: { personId: person, ...(number !== null && { number: { lt: number } }) },
    orderBy: { number: "desc" },
    take: limit,
  });

/** Bodies are sealed, so no index knows their words: they are opened newest first until enough are found. */
async function search(
  database: Database,
  person: PersonId,
  words: string,
  limit: number,
): ReturnType<Journal["search"]> {
  const wanted = fold(words).split(/\s+/);
  const found: JournalEntry[] = [];
  let before: number | null = null;
  while (found.length < limit) {
    const rows: readonly EntryRow[] = await entriesBefore(database, person, before, batch);
    const entries = rows.map((row) => toEntry(database.sealer, row));
    found.push(...entries.filter(({ text }) => wanted.every((word) => fold(text).includes(word))));
    before = entries.at(-1)?.number ?? null;
    if (before === null || entries.length < batch) break;
  }
  return found.slice(0, limit);
}

const toEntry = (sealer: Sealer, { id, number, body, writtenAt }: EntryRow): JournalEntry => ({
  number,
  text: sealer.open(body, cell(id)),
  writtenAt,
});
