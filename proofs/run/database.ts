import { randomUUID } from "node:crypto";
import { copyFile, mkdtemp, readFile as nodeReadFile, rm } from "node:fs/promises";
import { join } from "node:path";
import Database from "libsql";
import pg from "pg";
import { type PostgresServer, startPostgres } from "../../tests/doubles/postgres-server.ts";
import type { TurnFact } from "../checker/facts.ts";

export type DatabaseKind = "sqlite" | "postgres";

/** The database under proof, seen from outside of the program. */
export interface ProofDatabase {
  readonly url: string;
  /** By the files or the server themselves, while no process writes. */
  read(): Promise<Reading>;
  /** Cheap, since it is asked for all the time; `live` where a process may be writing meanwhile. */
  states(live?: boolean): Promise<readonly TurnState[]>;
  /** All text that it holds and that is not sealed. */
  text(): Promise<string>;
  /** Takes the hold on it away from whoever has it, as if that process had died. */
  takeHold(): Promise<void>;
  close(): Promise<void>;
}

export interface Reading {
  readonly turns: readonly TurnFact[];
  /** Journal entries by their author's id on the platform. */
  readonly journal: Readonly<Record<string, number>>;
}

/** What has become of one turn. */
export type TurnState = Pick<TurnFact, "key" | "state">;

type Query = (sql: string) => Promise<readonly Readonly<Record<string, unknown>>[]>;

const turnsSql = `SELECT t."id", t."key", t."state", t."reason", t."lead",
  (SELECT count(*) FROM "Message" m WHERE m."turn" = t."id" AND m."role" = 'user') AS said,
  (SELECT count(*) FROM "Message" m WHERE m."turn" = t."id" AND m."role" = 'assistant') AS answered,
  (SELECT count(*) FROM "Receipt" r WHERE r."turn" = t."id") AS receipts,
  (SELECT count(*) FROM "Usage" u WHERE u."turn" = t."id" AND u."outcome" IN ('stop', 'end', 'length')) AS stops
  FROM "Turn" t ORDER BY t."seq"`;

const journalSql = `SELECT a."id", count(*) AS entries FROM "JournalEntry" j
  JOIN "Account" a ON a."personId" = j."personId" GROUP BY a."id"`;

const statesSql = `SELECT "key", "state" FROM "Turn"`;

async function statesBy(query: Query): Promise<readonly TurnState[]> {
  return (await query(statesSql)).map((row) => ({ key: String(row["key"]), state: String(row["state"]) }));
}

async function readBy(query: Query): Promise<Reading> {
  const turns = await query(turnsSql);
  const journal = await query(journalSql);
  return {
    turns: turns.map((row) => ({
      id: String(row["id"]),
      key: String(row["key"]),
      state: String(row["state"]),
      reason: text(row["reason"]),
      lead: text(row["lead"]),
      userMessages: Number(row["said"]),
      assistantMessages: Number(row["answered"]),
      receipts: Number(row["receipts"]),
      stops: Number(row["stops"]),
    })),
    journal: Object.fromEntries(journal.map((row) => [String(row["id"]), Number(row["entries"])])),
  };
}

const text = (value: unknown): string | null => (typeof value === "string" ? value : null);

/** SQLite in this folder. */
function sqlite(home: string): ProofDatabase {
  const file = join(home, "familiar.db");
  return {
    url: `file:${file}`,
    read: () => inCopy(file, home, readBy),
    states: (live = false) => (live ? inFile(file, statesBy) : inCopy(file, home, statesBy)),
    text: async () => {
      const files = await Promise.all([file, `${file}-wal`].map((one) => nodeReadFile(one, "utf8").catch(() => "")));
      return files.join("\n");
    },
    takeHold: () => rm(`${file}.lock`, { force: true }),
    close: async () => {},
  };
}

type Look<T> = (query: Query) => Promise<T>;

/** Whoever closes the file last tidies up after the crash that is to be proved: this leaves it as it is. */
async function inCopy<T>(file: string, home: string, look: Look<T>): Promise<T> {
  const folder = await mkdtemp(join(home, "look-"));
  const copy = join(folder, "copy.db");
  await copyFile(file, copy);
  await copyFile(`${file}-wal`, `${copy}-wal`).catch(() => {});
  return inFile(copy, look).finally(() => rm(folder, { recursive: true, force: true }));
}

async function inFile<T>(file: string, look: Look<T>): Promise<T> {
  const database = new Database(file, { timeout: 5_000 });
  try {
    return await look(async (sql) => database.prepare(sql).all() as Record<string, unknown>[]);
  } finally {
    database.close();
  }
}

/** A database of its own on the server. */
async function postgres(server: PostgresServer): Promise<ProofDatabase> {
  const name = `proof_${randomUUID().replaceAll("-", "")}`;
  const onServer = (sql: string) => once(`${server.url}/postgres`, sql);
  await onServer(`CREATE DATABASE ${name}`);
  const url = `${server.url}/${name}`;
  // A connection of its own for each look would cost more than what is looked at.
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on("error", () => {});
  const here = async (sql: string) => (await pool.query<Record<string, unknown>>(sql)).rows;
  return {
    url,
    read: () => readBy(here),
    states: () => statesBy(here),
    text: async () => JSON.stringify(await here(everythingSql)),
    takeHold: async () => void (await here(holdersSql)),
    close: async () => {
      await pool.end();
      await onServer(`DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

/** Every row of every table as JSON. */
const everythingSql = `SELECT table_name, query_to_xml(format('SELECT * FROM %I', table_name), true, false, '') AS rows
  FROM information_schema.tables WHERE table_schema = 'public'`;

const holdersSql = `SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted
  AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`;

async function once(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** Where databases of one kind come from. */
export interface Databases {
  /** A new, empty one; `home` is the folder of whoever uses it. */
  open(home: string): Promise<ProofDatabase>;
  close(): Promise<void>;
}

export async function databasesOf(kind: DatabaseKind): Promise<Databases> {
  if (kind === "sqlite") return { open: async (home) => sqlite(home), close: async () => {} };
  const server = await startPostgres();
  return { open: () => postgres(server), close: server.stop };
}
