import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { inject, onTestFinished } from "vitest";
import type { LogFields, Logger } from "../src/core/ports.ts";
import { Secret } from "../src/core/secret.ts";
import type { Storage } from "../src/core/storage.ts";
import { openStorage, type StorageOptions } from "../src/storage/prisma.ts";
import { systemClock, uuidV7 } from "../src/system.ts";

/** A place for one database that nobody else uses, and what is needed to open it, again and again. */
export interface TestDatabase {
  /** A folder of its own: the key file is there, and SQLite's file. */
  readonly home: string;
  readonly options: StorageOptions;
  open(changes?: Partial<StorageOptions>): Promise<Storage>;
  remove(): Promise<void>;
}

export const silent: Logger = { debug() {}, info() {}, warn() {}, error() {}, child: () => silent };

export interface LogLine {
  readonly level: "debug" | "info" | "warn" | "error";
  readonly fields: LogFields;
  readonly message: string;
}

/** Writes into this list. */
export function noting(lines: LogLine[]): Logger {
  const at =
    (level: LogLine["level"]) =>
    (fields: LogFields, message: string): void =>
      void lines.push({ level, fields, message });
  const log: Logger = {
    ...{ debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") },
    child: () => log,
  };
  return log;
}

/** SQLite in a new temporary folder. */
export const sqliteDatabase = (): Promise<TestDatabase> =>
  databaseAt(
    (home) => `file:${join(home, "familiar.db")}`,
    async () => {},
  );

/** A new database on the PostgreSQL that the test run has started. */
export async function postgresDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onServer(`CREATE DATABASE ${name}`);
  return databaseAt(
    () => `${inject("postgresUrl")}/${name}`,
    () => onServer(`DROP DATABASE ${name} WITH (FORCE)`),
  );
}

/** An open, empty storage on SQLite that closes and vanishes with its test. */
export async function testStorage(changes: Partial<StorageOptions> = {}): Promise<Storage> {
  const database = await sqliteDatabase();
  const storage = await database.open(changes);
  onTestFinished(async () => {
    await storage.close();
    await database.remove();
  });
  return storage;
}

async function databaseAt(url: (home: string) => string, drop: () => Promise<void>): Promise<TestDatabase> {
  const home = await mkdtemp(join(tmpdir(), "familiar-test-"));
  const options: StorageOptions = {
    home,
    databaseUrl: new Secret(url(home)),
    databaseKey: null,
    masterKey: null,
    ids: uuidV7(systemClock),
    clock: systemClock,
    log: silent,
  };
  return {
    home,
    options,
    open: (changes = {}) => openStorage({ ...options, ...changes }),
    remove: async () => {
      await drop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: `${inject("postgresUrl")}/postgres` });
  await client.connect();
  await client.query(sql);
  await client.end();
}
