import { createHash, randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ConfigError } from "../core/errors.ts";

/** A connection of its own, as the migrator needs it; parameters are written `$1`, `$2` on both databases. */
export interface MigrationConnection {
  readonly provider: "sqlite" | "postgresql";
  /** Runs a script of several statements. */
  run(script: string): Promise<void>;
  query(sql: string, values?: readonly unknown[]): Promise<readonly Readonly<Record<string, unknown>>[]>;
}

interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

interface Applied {
  readonly name: string;
  readonly checksum: string;
  readonly finished: boolean;
}

/** As Prisma makes it, so that `prisma migrate deploy` understands what was done here, and the other way round. */
const ledger = {
  sqlite: `CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id"                    TEXT PRIMARY KEY NOT NULL,
    "checksum"              TEXT NOT NULL,
    "finished_at"           DATETIME,
    "migration_name"        TEXT NOT NULL,
    "logs"                  TEXT,
    "rolled_back_at"        DATETIME,
    "started_at"            DATETIME NOT NULL DEFAULT current_timestamp,
    "applied_steps_count"   INTEGER UNSIGNED NOT NULL DEFAULT 0
)`,
  postgresql: `CREATE TABLE IF NOT EXISTS _prisma_migrations (
    id                      VARCHAR(36) PRIMARY KEY NOT NULL,
    checksum                VARCHAR(64) NOT NULL,
    finished_at             TIMESTAMPTZ,
    migration_name          VARCHAR(255) NOT NULL,
    logs                    TEXT,
    rolled_back_at          TIMESTAMPTZ,
    started_at              TIMESTAMPTZ NOT NULL DEFAULT now(),
    applied_steps_count     INTEGER NOT NULL DEFAULT 0
)`,
} as const;

/** Prisma Migrate's own advisory lock. */
const lock = 72707369;

/** Brings the database to this build's models, in one transaction: all that is missing, or nothing. Gives the names. */
export async function migrate(
  connection: MigrationConnection,
  folder: string = migrationsFolder(connection.provider),
): Promise<readonly string[]> {
  const migrations = await readMigrations(folder);
  if (connection.provider === "postgresql")
    return inTransaction(connection, `BEGIN; SELECT pg_advisory_xact_lock(${lock})`, migrations);
  // Inside a transaction this switch does nothing, and with it on, making a table anew deletes the rows that point to it.
  await connection.run("PRAGMA foreign_keys = OFF");
  try {
    return await inTransaction(connection, "BEGIN IMMEDIATE", migrations);
  } finally {
    await connection.run("PRAGMA foreign_keys = ON");
  }
}

async function inTransaction(
  connection: MigrationConnection,
  begin: string,
  migrations: readonly Migration[],
): Promise<readonly string[]> {
  await connection.run(begin);
  try {
    await connection.run(ledger[connection.provider]);
    const missing = missingOf(migrations, await applied(connection));
    for (const migration of missing) await apply(connection, migration);
    await connection.run("COMMIT");
    return missing.map(({ name }) => name);
  } catch (error) {
    // What went wrong is worth telling; that rolling back went wrong too, on a lost connection, is not.
    await connection.run("ROLLBACK").catch(() => {});
    throw error;
  }
}

async function applied(connection: MigrationConnection): Promise<readonly Applied[]> {
  const rows = await connection.query(
    'SELECT "migration_name", "checksum", "finished_at" FROM "_prisma_migrations" WHERE "rolled_back_at" IS NULL',
  );
  return rows.map((row) => ({
    name: String(row["migration_name"]),
    checksum: String(row["checksum"]),
    finished: row["finished_at"] !== null,
  }));
}

function missingOf(migrations: readonly Migration[], done: readonly Applied[]): readonly Migration[] {
  for (const { name, checksum, finished } of done) {
    const known = migrations.find((migration) => migration.name === name);
    if (!known) throw newer(name);
    if (!finished) throw unfinished(name);
    if (known.checksum !== checksum) throw edited(name);
  }
  const names = new Set(done.map(({ name }) => name));
  return migrations.filter(({ name }) => !names.has(name));
}

async function apply(connection: MigrationConnection, { name, sql, checksum }: Migration): Promise<void> {
  const started = timeOf(connection);
  try {
    await connection.run(sql);
    if (connection.provider === "sqlite") await checkReferences(connection);
  } catch (cause) {
    throw failed(name, cause);
  }
  await connection.query(
    'INSERT INTO "_prisma_migrations" ("id", "checksum", "migration_name", "started_at", "finished_at", "applied_steps_count") VALUES ($1, $2, $3, $4, $5, 1)',
    [randomUUID(), checksum, name, started, timeOf(connection)],
  );
}

/** Prisma keeps times in SQLite as milliseconds. The wall clock: what is recorded is when it was done, in any test too. */
const timeOf = ({ provider }: MigrationConnection): Date | number => (provider === "sqlite" ? Date.now() : new Date());

async function checkReferences(connection: MigrationConnection): Promise<void> {
  const [broken] = await connection.query("PRAGMA foreign_key_check");
  if (broken) throw new Error(`rows of ${broken["table"]} point to rows of ${broken["parent"]} that are gone`);
}

async function readMigrations(folder: string): Promise<readonly Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

/** The build puts this file one folder deeper than the source does, so the folder is looked for upwards. */
export function migrationsFolder(provider: MigrationConnection["provider"]): string {
  const inside = join("prisma", provider, "migrations");
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, inside)) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, inside);
}

const newer = (name: string): ConfigError =>
  new ConfigError(
    "E-MIGRATION-NEWER",
    `A newer Familiar has used this database: its migration ${name} is unknown here. Nothing was changed. Install that version or a later one, or restore a backup from before.`,
  );

const edited = (name: string): ConfigError =>
  new ConfigError(
    "E-MIGRATION-EDITED",
    `The migration ${name} was changed after this database had applied it, so its tables may differ from what the program expects. Nothing was changed. Put the original file back; a change belongs into a new migration.`,
  );

const unfinished = (name: string): ConfigError =>
  new ConfigError(
    "E-MIGRATION-FAILED",
    `The migration ${name} was begun by another tool and did not end. Restore a backup from before it, or resolve it with: prisma migrate resolve`,
  );

const failed = (name: string, cause: unknown): ConfigError =>
  new ConfigError(
    "E-MIGRATION-FAILED",
    `The migration ${name} failed (${cause instanceof Error ? cause.message : "no reason given"}). The database is as it was before. Start the earlier version again, and report this.`,
    { cause },
  );
