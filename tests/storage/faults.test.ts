import { createSecretKey, randomBytes } from "node:crypto";
import { join } from "node:path";
import Database from "libsql";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { ConfigError, StorageError } from "../../src/core/errors.ts";
import type { Clock } from "../../src/core/ports.ts";
import type { AskKey, PersonId, SessionId, TurnId } from "../../src/core/session.ts";
import { roomOf } from "../../src/core/session.ts";
import type { Storage, StoredMessage } from "../../src/core/storage.ts";
import { keyIdOf, sealer } from "../../src/storage/crypto.ts";
import { connections } from "../../src/storage/database.ts";
import { migrate } from "../../src/storage/migrate.ts";
import { takeOver } from "../../src/storage/ownership.ts";
import { storageOf } from "../../src/storage/repositories.ts";
import { sqliteSearch } from "../../src/storage/search.ts";
import { sqliteClient, sqliteDriver } from "../../src/storage/sqlite-driver.ts";
import { openSqlite, sqliteMigrations } from "../../src/storage/sqlite-file.ts";
import { systemClock, uuidV7 } from "../../src/system.ts";
import { manualClock } from "../doubles/manual-clock.ts";
import { type LogLine, noting, postgresDatabase, silent, sqliteDatabase } from "../storage-fixture.ts";

const at = new Date("2026-03-01T12:00:00Z");
const place = { platform: "mock", guild: null, channel: "c", thread: null };

interface OnFile {
  readonly storage: Storage;
  readonly file: Database.Database;
  readonly path: string;
  readonly log: readonly LogLine[];
}

/** Waits for nothing. */
const hasty: Clock = { now: () => at, sleep: async () => {} };

/** A storage whose file a test can reach. */
async function onFile(clock: Clock = hasty, check = (): void => {}): Promise<OnFile> {
  const log: LogLine[] = [];
  const { home, remove } = await sqliteDatabase();
  const path = join(home, "familiar.db");
  const file = await openSqlite(path, null, { log: silent, unclean: false });
  await migrate(sqliteMigrations(file));
  const client = sqliteClient(sqliteDriver(file));
  const key = createSecretKey(randomBytes(32));
  const epoch = await takeOver(client, at);
  const storage = storageOf({
    ...{ client, search: sqliteSearch, sealer: sealer({ id: keyIdOf(key), key }), ids: uuidV7(systemClock) },
    ...{
      clock,
      log: noting(log),
      epoch,
      commits: null,
      check,
      close: () => client.$disconnect(),
    },
  });
  onTestFinished(async () => {
    await storage.close();
    await remove();
  });
  return { storage, file, path, log };
}

const limitPages = (file: Database.Database, count: number): void => {
  file.exec(`PRAGMA max_page_count = ${count}`);
};

const pagesOf = (file: Database.Database): number => {
  const [row] = file.prepare("PRAGMA page_count").raw().all() as readonly [bigint][];
  return Number(row?.[0]);
};

test("a crowd of calls waits in line, and each asks at its turn whether the database is still ours", async () => {
  let asked = 0;
  let lost = false;
  let open = (): void => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const { storage } = await onFile(hasty, () => {
    if (lost) throw new ConfigError("E-DATABASE-TAKEN", "Another one has it.");
    asked += 1;
  });
  const crowd = Array.from({ length: 5 * connections }, () => storage.transaction(() => gate));
  await expect.poll(() => asked).toBe(connections);
  lost = true;
  open();
  const ends = await Promise.allSettled(crowd);
  const refused = ends.filter(({ status }) => status === "rejected");
  expect([asked, refused.length]).toEqual([connections, 4 * connections]);
});

test("what is heard is kept before the crowd that waits in line", async () => {
  const ended: string[] = [];
  let open = (): void => {};
  const gate = new Promise<void>((resolve) => {
    open = resolve;
  });
  const { storage } = await onFile();
  const crowd = Array.from({ length: 5 * connections }, (_, n) =>
    storage.transaction(() => gate).then(() => ended.push(`crowd ${n}`)),
  );
  const kept = storage.inbox.accept([]).then(() => ended.push("kept"));
  open();
  await Promise.all([...crowd, kept]);
  expect(ended.indexOf("kept")).toBeLessThanOrEqual(connections);
});

test.each([
  ["while the lock is lost", 1],
  ["once the lock is back", 2],
])("%s a call finds out that another process has taken over meanwhile", async (_, taken) => {
  let asked = 0;
  let takeOverThen = (): void => {};
  const { storage, file } = await onFile(hasty, () => {
    asked += 1;
    if (asked === taken) takeOverThen();
    if (asked === 1) throw new StorageError("E-DATABASE-UNREACHABLE", "The lock is lost.", { retryable: true });
  });
  takeOverThen = () => void file.exec('UPDATE "Owner" SET "epoch" = "epoch" + 1');
  await expect(storage.pluginValues.get("test", "key")).rejects.toMatchObject({ code: "E-DATABASE-TAKEN" });
  expect(asked).toBe(taken);
});

test("on a full disk a call waits and succeeds once there is room, nothing half written meanwhile", async () => {
  const clock = manualClock();
  const { storage, file, log } = await onFile(clock);
  limitPages(file, pagesOf(file));
  const ended: string[] = [];
  const large = Promise.all(
    [1, 2].map((n) =>
      storage.transaction(async (tx) => {
        await tx.pluginValues.set("a", `small ${n}`, "kept only if all is kept");
        for (let m = 0; m < 50; m += 1) await tx.pluginValues.set("a", `large ${n} ${m}`, "x".repeat(4_000));
        ended.push(`transaction ${n}`);
      }),
    ),
  );
  const single = storage.pluginValues.set("a", "single", "x".repeat(400_000)).then(() => void ended.push("call"));
  for (const pause of [50, 100, 200, 400, 800, 1_000]) {
    await clock.sleeping(pause);
    clock.advance(pause);
  }
  await clock.sleeping(1_000);
  expect(ended).toEqual([]);
  expect(await storage.pluginValues.get("a", "small 1")).toBeNull();
  expect(log.map(({ level, fields }) => [level, fields["code"]])).toEqual([["error", "E-DATABASE-FULL"]]);
  limitPages(file, 1_000_000);
  clock.advance(1_000);
  await Promise.all([large, single]);
  expect(ended.sort()).toEqual(["call", "transaction 1", "transaction 2"]);
  expect(await storage.pluginValues.get("a", "large 2 49")).toHaveLength(4_000);
  expect(log.map(({ level }) => level)).toEqual(["error", "info"]);
});

test("a disk that stays full is told after five minutes, and a later outage is told anew", async () => {
  const clock = manualClock();
  const { storage, file, log } = await onFile(clock);
  limitPages(file, pagesOf(file));
  for (let outages = 1; outages <= 2; outages += 1) {
    const full = storage.pluginValues.set("a", "b", "x".repeat(400_000));
    const told = expect(full).rejects.toMatchObject({ code: "E-DATABASE-FULL", retryable: true });
    await clock.sleeping(50);
    clock.advance(5 * 60_000);
    await told;
    expect(log.map(({ level }) => level)).toEqual(Array.from({ length: outages }, () => "error"));
  }
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
    const ask = {
      ...said,
      key: id as AskKey,
      type: "message",
      addressing: "direct",
      text: id,
      quoted: null,
      attachments: [],
    } as const;
    return storage.inbox.accept([{ id: id as TurnId, ask, at, room: null }]);
  };
  for (const id of ["first", "broken", "last"]) await accept(id);
  file.exec(`UPDATE "Turn" SET "ask" = (SELECT "ask" FROM "Turn" WHERE "id" = 'first') WHERE "id" = 'broken'`);
  expect((await storage.inbox.open()).map(({ id }) => id)).toEqual(["first", "last"]);
  const rows = file.prepare(`SELECT "state", "reason" FROM "Turn" WHERE "id" = 'broken'`).raw().all();
  expect(rows).toEqual([["failed", "E-DATABASE-CORRUPT"]]);
});

test("on PostgreSQL a transaction whose connection is lost is made again as a whole", async () => {
  const database = await postgresDatabase();
  const storage = await database.open();
  const admin = new pg.Client({ connectionString: database.options.databaseUrl.reveal() });
  await admin.connect();
  let tries = 0;
  await storage.transaction(async (tx) => {
    tries += 1;
    await tx.pluginValues.set("a", `before ${tries}`, "kept");
    if (tries === 1)
      await admin.query(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND state LIKE 'idle in%'",
      );
    await tx.pluginValues.set("a", "after", "kept");
  });
  expect(tries).toBe(2);
  const kept = ["before 1", "before 2", "after"].map((key) => storage.pluginValues.get("a", key));
  expect(await Promise.all(kept)).toEqual([null, "kept", "kept"]);
  await storage.close();
  await admin.end();
  await database.remove();
});
