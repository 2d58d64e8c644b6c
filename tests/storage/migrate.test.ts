import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import { type MigrationConnection, migrate, migrationsFolder } from "../../src/storage/migrate.ts";
import { withConnection } from "../../src/storage/postgresql.ts";
import { sqliteMigrations } from "../../src/storage/sqlite-file.ts";
import { postgresDatabase } from "../storage-fixture.ts";

type Migrations = Readonly<Record<string, string>>;

/** A migrations folder with these scripts, by name. */
async function folderOf(migrations: Migrations): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "familiar-migrations-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, "migration_lock.toml"), "");
  for (const [name, sql] of Object.entries(migrations)) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, "migration.sql"), sql);
  }
  return folder;
}

function onSqlite(): MigrationConnection {
  const file = new Database(":memory:");
  file.exec("PRAGMA foreign_keys = ON");
  onTestFinished(() => void file.close());
  return sqliteMigrations(file);
}

async function onPostgres(): Promise<MigrationConnection> {
  const database = await postgresDatabase();
  onTestFinished(database.remove);
  return new Promise((resolve, reject) => {
    const ended = new Promise<void>((end) => onTestFinished(() => end()));
    withConnection(database.options.databaseUrl, async (connection) => {
      resolve(connection);
      await ended;
    }).catch(reject);
  });
}

const one = "CREATE TABLE one (id INTEGER PRIMARY KEY);";
const two = "CREATE TABLE two (id INTEGER PRIMARY KEY);";

for (const [name, connect] of [
  ["SQLite", onSqlite],
  ["PostgreSQL", onPostgres],
] as const) {
  describe(name, () => {
    let connection: MigrationConnection;
    beforeEach(async () => {
      connection = await connect();
    });
    const exists = async (table: string): Promise<boolean> =>
      connection.query(`SELECT 1 FROM ${table}`).then(
        () => true,
        () => false,
      );

    test("what is missing is applied in order of its names, once", async () => {
      const folder = await folderOf({ "20260102_two": two, "20260101_one": one });
      expect(await migrate(connection, folder)).toEqual(["20260101_one", "20260102_two"]);
      expect(await migrate(connection, folder)).toEqual([]);
      const rows = await connection.query('SELECT * FROM "_prisma_migrations" ORDER BY "migration_name"');
      expect(rows).toHaveLength(2);
      expect(rows[0]).toMatchObject({
        migration_name: "20260101_one",
        checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
        logs: null,
        rolled_back_at: null,
        applied_steps_count: 1,
      });
    });

    test("a database of a newer program is refused and left as it is", async () => {
      await migrate(connection, await folderOf({ "20260101_one": one, "20260102_two": two }));
      const older = await folderOf({ "20260101_one": one, "20260101_other": "CREATE TABLE other (id INTEGER);" });
      await expect(migrate(connection, older)).rejects.toMatchObject({
        code: "E-MIGRATION-NEWER",
        message: expect.stringContaining("20260102_two"),
      });
      expect(await exists("other")).toBe(false);
    });

    test("a migration that was changed after it was applied is refused", async () => {
      await migrate(connection, await folderOf({ "20260101_one": one }));
      const edited = await folderOf({ "20260101_one": `${one} -- changed`, "20260102_two": two });
      await expect(migrate(connection, edited)).rejects.toMatchObject({
        code: "E-MIGRATION-EDITED",
        message: expect.stringContaining("20260101_one"),
      });
      expect(await exists("two")).toBe(false);
    });

    test("when one fails, none of them was applied", async () => {
      const folder = await folderOf({ "20260101_one": one, "20260102_bad": `${two} CREATE TABLE one (id INTEGER);` });
      await expect(migrate(connection, folder)).rejects.toMatchObject({
        code: "E-MIGRATION-FAILED",
        message: expect.stringContaining("20260102_bad"),
      });
      expect(await exists("one")).toBe(false);
      expect(await migrate(connection, await folderOf({ "20260101_one": one }))).toEqual(["20260101_one"]);
    });

    test("a migration that another tool began and did not end is refused", async () => {
      const folder = await folderOf({ "20260101_one": one });
      await migrate(connection, folder);
      await connection.query('UPDATE "_prisma_migrations" SET "finished_at" = NULL');
      await expect(migrate(connection, folder)).rejects.toMatchObject({ code: "E-MIGRATION-FAILED" });
    });
  });
}

test("making a table anew keeps the rows that point to it, and a broken reference stops the migration", async () => {
  const connection = onSqlite();
  const first = `CREATE TABLE parent (id INTEGER PRIMARY KEY);
    CREATE TABLE child (id INTEGER PRIMARY KEY, parent INTEGER REFERENCES parent (id) ON DELETE CASCADE);
    INSERT INTO parent VALUES (1); INSERT INTO child VALUES (1, 1);`;
  const anew = `CREATE TABLE new_parent (id INTEGER PRIMARY KEY, name TEXT);
    INSERT INTO new_parent (id) SELECT id FROM parent;
    DROP TABLE parent; ALTER TABLE new_parent RENAME TO parent;`;
  await migrate(connection, await folderOf({ "1_first": first, "2_anew": anew }));
  expect(await connection.query("SELECT id FROM child")).toHaveLength(1);
  expect((await connection.query("PRAGMA foreign_keys"))[0]).toMatchObject({ foreign_keys: 1 });
  const broken = await folderOf({ "1_first": first, "2_anew": anew, "3_broken": "DELETE FROM parent;" });
  await expect(migrate(connection, broken)).rejects.toMatchObject({
    code: "E-MIGRATION-FAILED",
    message: expect.stringContaining("rows of child point to rows of parent"),
  });
  expect(await connection.query("SELECT id FROM parent")).toHaveLength(1);
});

test("both databases have the same migrations, and the folder is found from here", async () => {
  for (const provider of ["sqlite", "postgresql"] as const) {
    const first = join(migrationsFolder(provider), "20261123000000_first", "migration.sql");
    expect(await readFile(first, "utf8")).toContain('CREATE TABLE "Turn"');
  }
});
