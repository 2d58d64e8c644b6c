import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { afterEach, describe, expect, inject, onTestFinished, test } from "vitest";
import { Secret } from "../../src/core/secret.ts";
import { lockSqlite } from "../../src/storage/sqlite-lock.ts";
import { manualClock } from "../doubles/manual-clock.ts";
import { postgresDatabase, sqliteDatabase, type TestDatabase } from "../storage-fixture.ts";

async function connected({ options }: TestDatabase): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: options.databaseUrl.reveal() });
  await client.connect();
  return client;
}

const loseLock = (admin: pg.Client) =>
  admin.query("SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = 1 AND granted");

const self = new RegExp(`process ${process.pid}|familiar ${process.pid} on ${hostname()}`);

for (const [name, create] of [
  ["SQLite", sqliteDatabase],
  ["PostgreSQL", postgresDatabase],
] as const) {
  describe(name, () => {
    let database: TestDatabase;
    afterEach(() => database.remove());

    test("a second opening is refused and names the first, and succeeds once the first is closed", async () => {
      database = await create();
      const first = await database.open();
      await expect(database.open()).rejects.toMatchObject({
        code: "E-DATABASE-IN-USE",
        message: expect.stringMatching(self),
      });
      await first.pluginValues.set("still", "works", "yes");
      await first.close();
      const second = await database.open();
      expect(await second.pluginValues.get("still", "works")).toBe("yes");
      await second.close();
    });
  });
}

/** A process of its own that takes the lock, says so, and stays. */
const holderScript = `
  const { lockSqlite } = await import(process.argv[1]);
  lockSqlite(process.argv[2], new Date());
  process.stdout.write("held");
  setInterval(() => {}, 1_000);
`;

test("a lock ends with its process, however that ends", async () => {
  const folder = await mkdtemp(join(tmpdir(), "familiar-lock-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, "familiar.db");
  const module = new URL("../../src/storage/sqlite-lock.ts", import.meta.url).href;
  const flags = ["--import", "tsx", "--input-type=module", "--eval", holderScript, module, path];
  const child = spawn(process.execPath, flags, { stdio: ["ignore", "pipe", "inherit"] });
  onTestFinished(() => void child.kill("SIGKILL"));
  await once(child.stdout, "data");
  expect(() => lockSqlite(path, new Date())).toThrow(`process ${child.pid} on ${hostname()}`);
  child.kill("SIGKILL");
  await once(child, "exit");
  const lock = lockSqlite(path, new Date());
  expect(JSON.parse(await readFile(`${path}.holder`, "utf8"))).toMatchObject({ pid: process.pid });
  expect(lock.unclean).toBe(true);
  await lock.release(true);
  expect(await readdir(folder)).not.toContain("familiar.db.holder");
});

test("a PostgreSQL that does not answer is named by host and port, without its password", async () => {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  server.close();
  const database = await sqliteDatabase();
  onTestFinished(database.remove);
  const error: unknown = await database
    .open({ databaseUrl: new Secret(`postgresql://me:hunter2@127.0.0.1:${port}/familiar`) })
    .catch((thrown) => thrown);
  expect(error).toMatchObject({ code: "E-DATABASE-UNREACHABLE", retryable: true });
  expect(String(error)).toContain(`127.0.0.1:${port}`);
  expect(String(error)).not.toMatch(/hunter2|me:/);
});

test("an address whose certificate cannot be read is refused in words, without its password", async () => {
  const database = await sqliteDatabase();
  onTestFinished(database.remove);
  const error: unknown = await database
    .open({ databaseUrl: new Secret("postgresql://me:hunter2@127.0.0.1:1/familiar?sslrootcert=/nowhere/ca.pem") })
    .catch((thrown) => thrown);
  expect(error).toMatchObject({ code: "E-CONFIG-INVALID" });
  expect(String(error)).toMatch(/DATABASE_URL.*\/nowhere\/ca\.pem.*sslrootcert/);
  expect(String(error)).not.toContain("hunter2");
});

test("a wrong password and a missing database are told apart from silence", async () => {
  const database = await sqliteDatabase();
  onTestFinished(database.remove);
  const url = inject("postgresUrl");
  const refusals = [
    [`${url}/nowhere`, /has no database of that name/],
    [`${url.replace(/:[^:@]*@/, ":wrong@")}/postgres`, /refused the password/],
  ] as const;
  for (const [address, words] of refusals)
    await expect(database.open({ databaseUrl: new Secret(address) })).rejects.toMatchObject({
      code: "E-DATABASE-UNREACHABLE",
      message: expect.stringMatching(words),
    });
});

test("while the lock's connection is lost calls wait, and go on when it is back", async () => {
  const database = await postgresDatabase();
  const clock = manualClock();
  const storage = await database.open({ clock });
  const admin = await connected(database);
  await loseLock(admin);
  await clock.sleeping(50);
  const waiting = storage.pluginValues.set("a", "b", "late");
  const others = async () => (await admin.query('SELECT 1 FROM "PluginValue"')).rowCount;
  expect(await others()).toBe(0);
  const tick = async () => {
    clock.advance(1_000);
    return others();
  };
  await expect.poll(tick).toBe(1);
  await waiting;
  await storage.close();
  await admin.end();
  await database.remove();
});
