import { statSync } from "node:fs";
import { open, realpath } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import Database from "libsql";
import { ConfigError, StorageError } from "../core/errors.ts";
import type { Logger } from "../core/ports.ts";
import type { Secret } from "../core/secret.ts";
import { toStorageError, unwritable } from "./faults.ts";
import { makeFolder } from "./folder.ts";
import type { MigrationConnection } from "./migrate.ts";

/** Longer than any commit of ours, and short because the driver waits synchronously: repositories retry in time. */
const busyMs = 100;
/** Larger files are not read through even after a crash: their damage shows when it is met. */
const checkedBytes = 32 * 1024 * 1024;

/** The path in a `file:` address, made absolute; links are followed, so that one file has one name. */
export async function sqlitePath(url: string): Promise<string> {
  const address = url.replace(/\?\w+=.*$/, "");
  const path = resolve(address.startsWith("file://") ? fileURLToPath(address) : address.replace(/^file:/, ""));
  await makeFolder(dirname(path)).catch((cause) => {
    throw unwritable(dirname(path), cause);
  });
  const real = await realpath(path).catch(() => null);
  return real ?? join(await realpath(dirname(path)), basename(path));
}

interface SqliteOptions {
  readonly log: Logger;
  /** Whether it was not closed as it should have been: then it is read through. */
  readonly unclean: boolean;
}

/** Opens the file, proves that it is whole and that the key fits, and sets what durability and erasure rest on. */
export async function openSqlite(
  path: string,
  key: Secret | null,
  { log, unclean }: SqliteOptions,
): Promise<Database.Database> {
  const kind = await kindOf(path).catch((error) => {
    throw explained(error, path);
  });
  if (kind === "plain" && key) throw plainFile(path);
  if (kind === "encrypted" && !key) throw missingKey(path);
  if (kind === "foreign") throw corrupt(path);
  const options = { timeout: busyMs, ...(key && { encryptionKey: key.reveal() }) };
  try {
    const doubted = unclean || hasLog(path);
    const broken = kind === "new" ? [] : inspect(path, options, doubted);
    return prepared(new Database(path, options), broken, log);
  } catch (error) {
    throw kind === "encrypted" && isNotADatabase(error) ? wrongKey(path) : explained(error, path);
  }
}

/** The open file as the migrator wants it. */
export const sqliteMigrations = (file: Database.Database): MigrationConnection => ({
  provider: "sqlite",
  run: async (script) => {
    file.exec(script);
  },
  query: async (sql, values = []) => {
    const statement = file.prepare(sql);
    if (statement.reader) return statement.all(...values) as readonly Readonly<Record<string, unknown>>[];
    statement.run(...values);
    return [];
  },
});

/**
 * A missing file is made here, because SQLite would make it readable for everyone. Encryption hides all of the first page
 * but eight bytes, of which three are the same in every SQLite file.
 */
async function kindOf(path: string): Promise<"new" | "plain" | "encrypted" | "foreign"> {
  const handle = await open(path, "a+", 0o600);
  const header = Buffer.alloc(24);
  const { bytesRead } = await handle.read(header, 0, header.length, 0).finally(() => handle.close());
  if (bytesRead === 0) return "new";
  if (header.toString("latin1", 0, 16) === "SQLite format 3\0") return "plain";
  return header.subarray(21, 24).equals(Buffer.from([64, 32, 32])) ? "encrypted" : "foreign";
}

/** What was closed well leaves no log, or an empty one. */
const hasLog = (path: string): boolean => (statSync(`${path}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;

/**
 * Looks through a connection that cannot write: any other would, while closing, carry the log of a crash into a file that
 * is perhaps damaged. A broken search index is no damage, since it is made from the rows: those names are given back.
 */
function inspect(path: string, options: Database.Options, doubted: boolean): readonly string[] {
  const file = new Database(`file:${encodeURI(path).replace(/[?#]/g, encodeURIComponent)}?mode=ro`, options);
  try {
    const whole = doubted && statSync(path).size <= checkedBytes;
    const check = whole ? "PRAGMA quick_check" : "SELECT 'ok' FROM sqlite_schema LIMIT 1";
    const rows = file.prepare(check).raw().all() as readonly [unknown][];
    const findings = rows.map(([text]) => String(text)).filter((text) => text !== "ok");
    const indexes = findings.map((text) => /FTS5 table main\.(\w+)$/.exec(text)?.[1]);
    if (indexes.includes(undefined)) throw corrupt(path);
    return indexes.filter((index) => index !== undefined);
  } finally {
    file.close();
  }
}

function rebuild(file: Database.Database, index: string, log: Logger): void {
  log.warn({ index }, "a search index of the database was broken and is made anew");
  file.exec(`INSERT INTO "${index}" ("${index}") VALUES ('rebuild')`);
}

const pragmas = [
  { name: "journal_mode", set: "WAL", expected: "wal" },
  { name: "synchronous", set: "FULL", expected: 2 },
  { name: "foreign_keys", set: "ON", expected: 1 },
  { name: "secure_delete", set: "ON", expected: 1 },
  { name: "busy_timeout", set: busyMs, expected: busyMs },
] as const;

function prepared(file: Database.Database, brokenIndexes: readonly string[], log: Logger): Database.Database {
  try {
    setPragmas(file);
    for (const index of brokenIndexes) rebuild(file, index, log);
    return file;
  } catch (error) {
    file.close();
    throw error;
  }
}

function setPragmas(file: Database.Database): void {
  for (const { name, set, expected } of pragmas) {
    file.exec(`PRAGMA ${name} = ${set}`);
    const [row] = file.prepare(`PRAGMA ${name}`).raw().all() as readonly [unknown][];
    if (row?.[0] !== expected)
      throw new StorageError("E-DATABASE", `SQLite keeps ${name} at ${row?.[0]} where ${expected} is needed.`);
  }
}

const isNotADatabase = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "SQLITE_NOTADB";

function explained(error: unknown, path: string): Error {
  const known = toStorageError(error);
  if (known.code === "E-DATABASE-CORRUPT") return corrupt(path, error);
  return known.code === "E-HOME" ? unwritable(path, error) : known;
}

const corrupt = (path: string, cause?: unknown): StorageError =>
  new StorageError(
    "E-DATABASE-CORRUPT",
    `The database ${path} is damaged, or is no database. It was left as it is, and nothing was written. Restore a backup in its place, or move it away to begin with an empty one.`,
    { cause },
  );

const plainFile = (path: string): ConfigError =>
  new ConfigError(
    "E-DATABASE-KEY",
    `FAMILIAR_DATABASE_KEY is set, and ${path} is not encrypted. Take the key out to go on with that file, or name another file in DATABASE_URL to begin an encrypted one.`,
  );

const missingKey = (path: string): ConfigError =>
  new ConfigError(
    "E-DATABASE-KEY",
    `${path} is encrypted, and no key was given. Set FAMILIAR_DATABASE_KEY to the key it was made with.`,
  );

const wrongKey = (path: string): ConfigError =>
  new ConfigError(
    "E-DATABASE-KEY",
    `The key in FAMILIAR_DATABASE_KEY does not open ${path}. Nothing was changed; set the key it was made with. If the key is certainly right, the file is damaged: restore a backup.`,
  );
