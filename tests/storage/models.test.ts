import { execFile } from "node:child_process";
import { promisify } from "node:util";
import Database from "libsql";
import { expect, onTestFinished, test } from "vitest";
import { type MigrationConnection, migrate } from "../../src/storage/migrate.ts";
import { withConnection } from "../../src/storage/postgresql.ts";
import { sqliteMigrations } from "../../src/storage/sqlite-file.ts";
import { postgresDatabase } from "../storage-fixture.ts";

const author = async (...flags: readonly string[]): Promise<string> =>
  (await promisify(execFile)(process.execPath, ["prisma/author.mjs", ...flags])).stdout;

type Rows = readonly Readonly<Record<string, unknown>>[];

/** What models say: columns, keys and references; neither the search indexes made by hand nor the migrations' own table. */
async function sqliteShape(connection: MigrationConnection): Promise<Readonly<Record<string, unknown>>> {
  const tables = await connection.query(
    `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%Search%' AND name NOT LIKE '\\_%' ESCAPE '\\' AND name NOT LIKE 'sqlite%' ORDER BY name`,
  );
  const shape: Record<string, Rows> = {};
  for (const { name } of tables) {
    for (const aspect of ["table_info", "index_list", "foreign_key_list"])
      shape[`${name} ${aspect}`] = plain(await connection.query(`SELECT * FROM pragma_${aspect}('${name}')`));
  }
  return shape;
}

async function postgresShape(connection: MigrationConnection): Promise<Readonly<Record<string, unknown>>> {
  const columns = await connection.query(
    `SELECT table_name, column_name, data_type, datetime_precision, is_nullable, column_default
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'`,
  );
  const indexes = await connection.query(
    `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' AND indexdef NOT LIKE '%USING gin%'`,
  );
  const references = await connection.query(
    `SELECT conname, pg_get_constraintdef(oid) AS definition FROM pg_constraint WHERE contype = 'f'`,
  );
  return { columns: plain(columns), indexes: plain(indexes), references: plain(references) };
}

/** Order says nothing; nor does the position of a column, or what libsql adds about its own speed. */
const plain = (rows: Rows): Rows =>
  rows
    .map(({ cid: _c, seq: _s, _metadata, ...row }) => row)
    .sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));

function emptySqlite(): MigrationConnection {
  const file = new Database(":memory:");
  onTestFinished(() => void file.close());
  return sqliteMigrations(file);
}

test("the models have not changed since the newest migration", async () => {
  expect(await author("--check")).toContain("agree");
});

test("on SQLite all migrations together make the tables that the models describe", async () => {
  const [migrated, described] = [emptySqlite(), emptySqlite()];
  await migrate(migrated);
  await described.run(await author("--print", "sqlite"));
  expect(await sqliteShape(migrated)).toEqual(await sqliteShape(described));
  expect(Object.keys(await sqliteShape(migrated))).toContain("Turn table_info");
});

test("on PostgreSQL all migrations together make the tables that the models describe", async () => {
  const script = await author("--print", "postgresql");
  const shapeAfter = async (make: (connection: MigrationConnection) => Promise<unknown>) => {
    const database = await postgresDatabase();
    onTestFinished(database.remove);
    return withConnection(database.options.databaseUrl, async (connection) => {
      await make(connection);
      return postgresShape(connection);
    });
  };
  const migrated = await shapeAfter((connection) => migrate(connection));
  expect(migrated).toEqual(await shapeAfter((connection) => connection.run(script)));
  expect(JSON.stringify(migrated)).toContain("acceptedAt");
});

test("every search index on SQLite has the triggers that keep it in step", async () => {
  const connection = emptySqlite();
  await migrate(connection);
  const triggers = await connection.query("SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY name");
  expect(triggers.map(({ name }) => name)).toEqual(
    ["Memory", "Message"].flatMap((table) => ["delete", "insert", "update"].map((what) => `${table}_search_${what}`)),
  );
});
