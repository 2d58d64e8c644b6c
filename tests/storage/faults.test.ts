import { createSecretKey, randomBytes } from "node:crypto";
import { join } from "node:path";
import Database from "libsql";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import type { AskKey, PersonId, SessionId, TurnId } from "../../src/core/session.ts";
import { roomOf } from "../../src/core/session.ts";
import type { Storage, StoredMessage } from "../../src/core/storage.ts";
import { keyIdOf, sealer } from "../../src/storage/crypto.ts";
import { migrate } from "../../src/storage/migrate.ts";
import { storageOf } from "../../src/storage/repositories.ts";
import { sqliteSearch } from "../../src/storage/search.ts";
import { sqliteClient, sqliteDriver } from "../../src/storage/sqlite-driver.ts";
import { openSqlite, sqliteMigrations } from "../../src/storage/sqlite-file.ts";
import { systemClock, uuidV7 } from "../../src/system.ts";
import { postgresDatabase, silent, sqliteDatabase } from "../storage-fixture.ts";

const at = new Date("2026-03-01T12:00:00Z");
const place = { platform: "mock", guild: null, channel: "c", thread: null };

/** A storage whose file a test can reach, under its own clock that does not wait. */
async function onFile(): Promise<{
  readonly storage: Storage;
  readonly file: Database.Database;
  readonly path: string;
}> {
  const { home, remove } = await sqliteDatabase();
  const path = join(home, "familiar.db");
  const file = await openSqlite(path, null, silent);
  await migrate(sqliteMigrations(file));
  const client = sqliteClient(sqliteDriver(file));
  const key = createSecretKey(randomBytes(32));
  const storage = storageOf({
    ...{ client, search: sqliteSearch, sealer: sealer({ id: keyIdOf(key), key }), ids: uuidV7(systemClock) },
    ...{
      clock: { now: () => at, sleep: async () => {} },
      log: silent,
      check: () => {},
      close: () => client.$disconnect(),
    },
  });
  onTestFinished(async () => {
    await storage.close();
    await remove();
  });
  return { storage, file, path };
}

const limitPages = (file: Database.Database, count: number): void => {
  file.exec(`PRAGMA max_page_count = ${count}`);
};

test("a full disk is told as such, nothing of the transaction is kept, and it goes on when there is room", async () => {
  const { storage, file } = await onFile();
  const [pages] = file.prepare("PRAGMA page_count").raw().all() as readonly [bigint][];
  limitPages(file, Number(pages?.[0]));
  const fill = storage.transaction(async (tx) => {
    await tx.pluginValues.set("a", "small", "kept only if all is kept");
    for (let n = 0; n < 50; n += 1) await tx.pluginValues.set("a", `large ${n}`, "x".repeat(4_000));
  });
  await expect(fill).rejects.toMatchObject({ code: "E-DATABASE-FULL", retryable: true });
  expect(await storage.pluginValues.get("a", "small")).toBeNull();
  limitPages(file, 1_000_000);
  await storage.pluginValues.set("a", "small", "room again");
  expect(await storage.pluginValues.get("a", "small")).toBe("room again");
});

test("a work that goes on after its transaction broke commits nothing", async () => {
  const { storage, file } = await onFile();
  const work = storage.transaction(async (tx) => {
    await tx.pluginValues.set("a", "before", "gone");
    // What SQLite does by itself when a disk is full in the wrong moment.
    file.exec("ROLLBACK");
    await tx.pluginValues.set("a", "after", "gone").catch(() => {});
  });
  await expect(work).rejects.toMatchObject({ code: expect.stringMatching(/^E-DATABASE/) });
  expect(await storage.pluginValues.get("a", "after")).toBeNull();
  expect(await storage.pluginValues.get("a", "before")).toBeNull();
});

test("a database that another program holds for a moment is tried again, and one that stays held is told", async () => {
  const { storage, path } = await onFile();
  const other = new Database(path);
  onTestFinished(() => void other.close());
  other.exec("BEGIN IMMEDIATE");
  await expect(storage.pluginValues.set("a", "b", "c")).rejects.toMatchObject({
    code: "E-DATABASE-BUSY",
    retryable: true,
  });
  const writing = storage.transaction((tx) => tx.pluginValues.set("a", "b", "later"));
  other.exec("ROLLBACK");
  await writing;
  expect(await storage.pluginValues.get("a", "b")).toBe("later");
});

test("what the database refuses for good is told once, by its code and without the words that were to be kept", async () => {
  const { storage } = await onFile();
  const message: StoredMessage = {
    ...{ id: "m" as never, session: "no such session" as SessionId, turn: "t" as TurnId, role: "user" },
    ...{ person: "p" as PersonId, authorName: "Priya", scope: { kind: "person", person: "p" as PersonId } },
    ...{ text: "canaryword", tokens: 1, terms: ["canaryword"], recallable: true, at },
  };
  const error: unknown = await storage.messages.append(message).catch((thrown) => thrown);
  expect(error).toMatchObject({ code: "E-DATABASE", retryable: false });
  for (let cause = error; cause instanceof Error; cause = cause.cause) expect(cause.stack).not.toContain("canaryword");
});

test("an open turn that cannot be read any more is given up, and the others are answered", async () => {
  const { storage, file } = await onFile();
  const accept = (id: string) => {
    const said = { place, room: roomOf(place, "direct"), author: { id: "u", name: "Priya" }, locale: null, sentAt: at };
    const ask = { ...said, key: id as AskKey, type: "message", addressing: "direct", text: id, quoted: null } as const;
    return storage.inbox.accept({ id: id as TurnId, ask, person: "p" as PersonId, at });
  };
  for (const id of ["first", "broken", "last"]) await accept(id);
  file.exec(`UPDATE "Turn" SET "ask" = (SELECT "ask" FROM "Turn" WHERE "id" = 'first') WHERE "id" = 'broken'`);
  expect((await storage.inbox.open()).map(({ id }) => id)).toEqual(["first", "last"]);
  const rows = file.prepare(`SELECT "state", "reason" FROM "Turn" WHERE "id" = 'broken'`).raw().all();
  expect(rows).toEqual([["failed", "E-DATABASE-CORRUPT"]]);
});

test("on PostgreSQL a lost connection is told as unreachable, and the next request has a new one", async () => {
  const database = await postgresDatabase();
  const storage = await database.open();
  const admin = new pg.Client({ connectionString: database.options.databaseUrl.reveal() });
  await admin.connect();
  const broken = storage.transaction(async (tx) => {
    await tx.pluginValues.set("a", "b", "gone");
    await admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in%'",
    );
    await tx.pluginValues.set("a", "c", "gone");
  });
  await expect(broken).rejects.toMatchObject({ code: "E-DATABASE-UNREACHABLE", retryable: true });
  await storage.pluginValues.set("a", "d", "kept");
  expect(await storage.pluginValues.get("a", "b")).toBeNull();
  await storage.close();
  await admin.end();
  await database.remove();
});
