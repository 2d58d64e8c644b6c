/** A database as the first release left it opens, keeps its open turns and delivers them. */
import { createSecretKey } from "node:crypto";
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "libsql";
import { expect, onTestFinished, test } from "vitest";
import { Secret } from "../../src/core/secret.ts";
import type { TurnId } from "../../src/core/session.ts";
import { keyIdOf, sealer } from "../../src/storage/crypto.ts";
import { type MigrationConnection, migrate, migrationsFolder } from "../../src/storage/migrate.ts";
import { withConnection } from "../../src/storage/postgresql.ts";
import { sqliteMigrations } from "../../src/storage/sqlite-file.ts";
import { askIn, at, later, newPlace, reply } from "../contracts/storage-rows.ts";
import { postgresDatabase, sqliteDatabase, type TestDatabase } from "../storage-fixture.ts";

const bytes = Buffer.alloc(32, 7);
const key = createSecretKey(bytes);
const seals = sealer({ id: keyIdOf(key), key });
const masterKey = new Secret(bytes.toString("hex"));

async function firstMigration(provider: MigrationConnection["provider"]): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "familiar-migrations-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const name = "20261123000000_first";
  await cp(join(migrationsFolder(provider), name), join(folder, name), { recursive: true });
  return folder;
}

async function onSqlite({ home }: TestDatabase, work: (connection: MigrationConnection) => Promise<void>) {
  const file = new Database(join(home, "familiar.db"));
  await work(sqliteMigrations(file));
  file.close();
}

const onPostgres = ({ options }: TestDatabase, work: (connection: MigrationConnection) => Promise<void>) =>
  withConnection(options.databaseUrl, work);

const asks = ["accepted", "answering", "answered", "delivered"].map((state) => ({
  ...{ state, id: `turn ${state}` as TurnId, ask: askIn(newPlace(), `a question that is ${state}`) },
}));
const { aside: _, ...oldReply } = reply;

/** The rows as they were written then: replies without an aside, deliveries with states of their own. */
async function fill(connection: MigrationConnection): Promise<void> {
  await migrate(connection, await firstMigration(connection.provider));
  const time = connection.provider === "sqlite" ? at.toISOString().replace("Z", "+00:00") : at;
  for (const { state, id, ask } of asks) {
    const cell = (column: string) => ({ table: "Turn", column, row: id });
    const answer = state === "answered" ? seals.seal(JSON.stringify(oldReply), cell("reply")) : null;
    await connection.query(
      `INSERT INTO "Turn" ("id", "key", "person", "state", "attempts", "ask", "reply", "acceptedAt", "changedAt")
       VALUES ($1, $2, 'p', $3, 1, $4, $5, $6, $7)`,
      [id, ask.key, state, seals.seal(JSON.stringify(ask), cell("ask")), answer, time, time],
    );
    await connection.query(
      `INSERT INTO "Delivery" ("turnId", "part", "state", "platformId", "changedAt") VALUES ($1, 0, 'sending', NULL, $2)`,
      [id, time],
    );
  }
}

for (const [name, create, connected] of [
  ["SQLite", sqliteDatabase, onSqlite],
  ["PostgreSQL", postgresDatabase, onPostgres],
] as const) {
  test(`on ${name} turns that the first release left open are answered by this one`, async () => {
    const database = await create();
    onTestFinished(() => database.remove());
    await connected(database, fill);
    const { inbox, close } = await database.open({ masterKey });
    onTestFinished(close);
    const open = await inbox.open();
    expect(open.map(({ id, state, ask, parts }) => ({ id, state, ask, parts }))).toEqual(
      asks.slice(0, 3).map((turn) => ({ ...turn, parts: [] })),
    );
    expect(open[2]?.reply).toEqual({ ...reply, aside: null });
    for (const { id, state } of open) {
      if (state !== "answered") await inbox.begin(id, [], later);
      expect(await inbox.answered(id, reply, later)).toEqual(state === "answered" ? { ...reply, aside: null } : reply);
      await inbox.sending(id, 0, later);
      await inbox.posted(id, 0, "m0", later);
      await inbox.delivered(id, later);
    }
    expect(await inbox.open()).toEqual([]);
    const { ask } = asks[3] ?? { ask: askIn(newPlace(), "") };
    expect((await inbox.withdraw(ask.key, later)).type).toBe("over");
  });
}
