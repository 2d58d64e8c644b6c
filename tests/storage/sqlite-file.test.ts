import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, readdir, readFile, stat, truncate, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import Database from "libsql";
import { expect, onTestFinished, test } from "vitest";
import { Secret } from "../../src/core/secret.ts";
import type { Ask, AskKey, PersonId, TurnId } from "../../src/core/session.ts";
import { roomOf } from "../../src/core/session.ts";
import { openSqlite } from "../../src/storage/sqlite-file.ts";
import { silent, sqliteDatabase, type TestDatabase } from "../storage-fixture.ts";

const at = new Date("2026-03-01T12:00:00Z");
const key = new Secret("correct horse battery staple");

interface FileDatabase extends TestDatabase {
  readonly file: string;
}

async function temporary(): Promise<FileDatabase> {
  const database = await sqliteDatabase();
  onTestFinished(database.remove);
  return { ...database, file: join(database.home, "familiar.db") };
}

/** Filled with some pages of text and closed; then copied, as a backup is, so that nothing of this process holds it. */
async function filled(databaseKey: Secret | null = null): Promise<FileDatabase> {
  const [source, copy] = [await temporary(), await temporary()];
  const storage = await source.open({ databaseKey });
  for (let n = 0; n < 40; n += 1) await storage.pluginValues.set("test", `key ${n}`, "plaintext ".repeat(100));
  await storage.close();
  for (const name of ["familiar.db", "master.key"]) await cp(join(source.home, name), join(copy.home, name));
  return copy;
}

const pageBytes = 4_096;

/** Two pages with values that were written last: nobody needs them to open the file. */
async function damage({ file }: FileDatabase): Promise<void> {
  const bytes = await readFile(file);
  bytes.fill(0xa5, bytes.length - 3 * pageBytes, bytes.length - pageBytes);
  await writeFile(file, bytes);
}

/** The names of the files in a home that hold these bytes. SQLite may take its log away while we look. */
async function holding(home: string, text: string): Promise<readonly string[]> {
  const names = await readdir(home);
  const files = await Promise.all(names.map((name) => readFile(join(home, name)).catch(() => Buffer.alloc(0))));
  return names.filter((_, at) => files[at]?.includes(text));
}

const digest = async (file: string): Promise<string> =>
  createHash("sha256")
    .update(await readFile(file))
    .digest("hex");

/** Opening is refused with this code and words, and not a byte of the file has changed. */
async function refuses(database: FileDatabase, databaseKey: Secret | null, code: string, words: RegExp) {
  const before = await digest(database.file);
  await expect(database.open({ databaseKey })).rejects.toMatchObject({ code, message: expect.stringMatching(words) });
  await expect(database.open({ databaseKey })).rejects.toMatchObject({ code });
  expect(await digest(database.file)).toBe(before);
}

test("an encrypted file opens with its key and holds no word in the clear", async () => {
  const database = await filled(key);
  const storage = await database.open({ databaseKey: key });
  expect(await storage.pluginValues.get("test", "key 7")).toContain("plaintext");
  expect(await holding(database.home, "plaintext")).toEqual([]);
  await storage.close();
});

test("a wrong key is refused", async () => {
  await refuses(await filled(key), new Secret("another"), "E-DATABASE-KEY", /does not open .*familiar\.db/);
});

test("an encrypted file without a key is refused", async () => {
  await refuses(await filled(key), null, "E-DATABASE-KEY", /is encrypted, and no key was given/);
});

test("a key for a file that is not encrypted is refused", async () => {
  await refuses(await filled(), key, "E-DATABASE-KEY", /is not encrypted/);
});

test("a log that a crash left is read with the right key after a wrong one was tried", async () => {
  const database = await temporary();
  const script = `
    const { default: Database } = await import("libsql");
    const file = new Database(process.argv[1], { encryptionKey: process.argv[2] });
    file.exec("PRAGMA journal_mode = WAL; CREATE TABLE kept (line TEXT); INSERT INTO kept VALUES ('still here')");
    process.kill(process.pid, "SIGKILL");`;
  spawnSync(process.execPath, ["--input-type=module", "--eval", script, database.file, key.reveal()]);
  const log = await digest(`${database.file}-wal`);
  await refuses(database, new Secret("another"), "E-DATABASE-KEY", /does not open/);
  expect(await digest(`${database.file}-wal`)).toBe(log);
  const file = await openSqlite(database.file, key, { log: silent, unclean: true });
  expect(file.prepare("SELECT line FROM kept").raw().all()).toEqual([["still here"]]);
  file.close();
});

test("no refusal repeats the key", async () => {
  const database = await filled(key);
  const error: unknown = await database.open({ databaseKey: new Secret("wrong horse") }).catch((thrown) => thrown);
  expect(String(error)).not.toContain("horse");
});

test("a file that is no database is refused and left alone", async () => {
  const database = await temporary();
  await writeFile(database.file, "this is not a database ".repeat(500));
  await refuses(database, null, "E-DATABASE-CORRUPT", /familiar\.db is damaged.*Restore a backup/);
  await refuses(database, key, "E-DATABASE-CORRUPT", /familiar\.db is damaged.*Restore a backup/);
});

test("a file that was cut off is refused and left alone", async () => {
  const database = await filled();
  await truncate(database.file, (await stat(database.file)).size - 5 * 4096);
  await refuses(database, null, "E-DATABASE-CORRUPT", /Restore a backup/);
});

/** As a process leaves it that was killed: who held the lock still stands there. */
const crashed = (database: FileDatabase): Promise<void> => writeFile(`${database.file}.holder`, "{}");

test("damage within a file is found at the start after a crash, again and again", async () => {
  for (const databaseKey of [null, key]) {
    const database = await filled(databaseKey);
    await crashed(database);
    await damage(database);
    await refuses(database, databaseKey, "E-DATABASE-CORRUPT", /Restore a backup/);
  }
});

test("a broken search index is made anew, because nothing in it is lost", async () => {
  const database = await temporary();
  const first = await database.open();
  const place = { platform: "mock", guild: null, channel: "c", thread: null };
  const session = await first.sessions.current(place, roomOf(place, "channel"), at);
  const scope = { kind: "person", person: "p" as PersonId } as const;
  await first.messages.append({
    ...{ id: "m" as never, session: session.id, turn: "t" as TurnId, role: "user", person: scope.person },
    ...{ authorName: "Priya", scope, text: "Rex", tokens: 1, terms: ["rex"], recallable: true, at },
  });
  await first.close();
  const raw = new Database(database.file);
  raw.exec(`DELETE FROM "MessageSearch_data" WHERE id > 10`);
  raw.close();
  await crashed(database);
  const second = await database.open();
  expect(await second.messages.search([scope] as never, ["rex"], 5)).toHaveLength(1);
  await second.close();
});

test("a file that was closed well is not read through", async () => {
  const database = await filled();
  await damage(database);
  const storage = await database.open();
  await storage.close();
  expect(await readdir(database.home)).not.toContain("familiar.db.holder");
  await writeFile(`${database.file}-wal`, "a log that somebody left");
  await refuses(database, null, "E-DATABASE-CORRUPT", /Restore a backup/);
});

test("a folder that the system neither has nor makes is refused in words, at once", async () => {
  const database = await temporary();
  const nowhere = "/proc/familiar/home";
  const homeless = database.open({ home: nowhere });
  await expect(homeless).rejects.toMatchObject({ code: "E-HOME", message: expect.stringContaining(nowhere) });
  const fileless = database.open({ databaseUrl: new Secret(`file:${nowhere}/familiar.db`) });
  await expect(fileless).rejects.toMatchObject({ code: "E-HOME", message: expect.stringContaining(nowhere) });
});

test("folders on the way are made for their owner alone", async () => {
  const database = await temporary();
  const folder = join(database.home, "deep", "deeper");
  await (await database.open({ databaseUrl: new Secret(`file:${join(folder, "familiar.db")}`) })).close();
  for (const made of [folder, dirname(folder)]) expect((await stat(made)).mode & 0o777).toBe(0o700);
});

test("a path that is a folder, and a folder that is a file, are named", async () => {
  const database = await temporary();
  const [folder, file] = [join(database.home, "folder"), join(database.home, "file")];
  await mkdir(folder);
  await writeFile(file, "");
  for (const path of [folder, join(file, "familiar.db")]) {
    const opening = database.open({ databaseUrl: new Secret(`file:${path}`) });
    await expect(opening).rejects.toMatchObject({ code: "E-HOME", message: expect.stringContaining(dirname(path)) });
  }
});

test("a path may have any sign in it", async () => {
  const database = await temporary();
  for (const name of ["what?.db", "50%25 #1.db", "ä b.db"]) {
    const databaseUrl = new Secret(`file:${join(database.home, name)}`);
    await (await database.open({ databaseUrl })).close();
    await (await database.open({ databaseUrl })).close();
    expect(await readdir(database.home)).toContain(name);
  }
});

test("the database and its key are for their owner alone", async () => {
  const database = await filled();
  for (const name of ["familiar.db", "master.key"])
    expect((await stat(join(database.home, name))).mode & 0o777, name).toBe(0o600);
});

test("what passes through inbox and journal stands in no file in the clear", async () => {
  const database = await temporary();
  const storage = await database.open();
  const person = await storage.people.of("mock", { id: "1", name: "Priya" }, at);
  const place = { platform: "mock", guild: null, channel: "c", thread: null };
  const ask = {
    ...{ key: "k" as AskKey, place, room: roomOf(place, "direct"), author: { id: "1", name: "Priya" } },
    ...{ locale: null, sentAt: at, type: "command" as const, command: "journal write" },
    input: { type: "line" as const, text: "canaryword in the journal" },
    handle: null,
  };
  await storage.inbox.accept([{ id: "t" as TurnId, ask, at, room: null }]);
  await storage.inbox.begin("t" as TurnId, [], at);
  await storage.journal.write(person, "canaryword in the journal", at);
  const notices = [{ code: null, text: "canaryword" }];
  const said = { body: "canaryword", aside: "canaryword" };
  const reply = { ...said, visibility: "person", notices, addresses: [], offRecord: false, receipt: null } as const;
  await storage.inbox.answered("t" as TurnId, reply, at);
  expect(await holding(database.home, "canaryword")).toEqual([]);
  await storage.close();
  expect(await holding(database.home, "canaryword")).toEqual([]);
});

test("what answers a command and where the files of a question are stand in no file in the clear, while it waits and later", async () => {
  const database = await temporary();
  const storage = await database.open();
  const place = { platform: "mock", guild: null, channel: "c", thread: null };
  const asked = { place, room: roomOf(place, "direct"), author: { id: "1", name: "Priya" }, locale: null, sentAt: at };
  const values = { text: "canaryword" };
  const command: Ask = {
    ...{ ...asked, type: "command", key: "k1" as AskKey, command: "journal write" },
    ...{ input: { type: "fields", values }, handle: "hidden:canaryword" },
  };
  const file = { name: "canaryword.txt", size: 5, source: "https://files.test/canaryword", quotedFrom: "canaryword" };
  const message: Ask = {
    ...{ ...asked, type: "message", key: "k2" as AskKey, addressing: "direct", text: "canaryword, please" },
    ...{ quoted: { author: "canaryword", text: "canaryword" }, attachments: [file] },
  };
  const arrival = (id: string, ask: Ask) => ({ id: id as TurnId, ask, at, room: null });
  await storage.inbox.accept([arrival("t1", command), arrival("t2", message)]);
  expect((await storage.inbox.open()).map(({ ask }) => ask)).toEqual([command, message]);
  expect(await holding(database.home, "canaryword")).toEqual([]);
  for (const turn of ["t1", "t2"].map((id) => id as TurnId)) {
    await storage.inbox.begin(turn, [], at);
    await storage.inbox.end(turn, "failed", "E-INTERNAL", at);
  }
  await storage.close();
  expect(await holding(database.home, "canaryword")).toEqual([]);
});

test("what is erased leaves no bytes behind in the closed file, its index included", async () => {
  const database = await temporary();
  const storage = await database.open();
  const place = { platform: "mock", guild: null, channel: "c", thread: null };
  const session = await storage.sessions.current(place, roomOf(place, "channel"), at);
  const scope = { kind: "person", person: "p" as PersonId } as const;
  for (let n = 0; n < 30; n += 1) {
    await storage.messages.append({
      ...{ id: `m${n}` as never, session: session.id, turn: `t${n}` as TurnId, role: "user", person: scope.person },
      ...{
        authorName: "Priya",
        scope,
        text: `canaryword ${n}`,
        tokens: 1,
        terms: ["canaryword"],
        recallable: true,
        at,
      },
    });
  }
  await storage.messages.eraseTurns(Array.from({ length: 30 }, (_, n) => `t${n}` as TurnId));
  await storage.close();
  expect(await holding(database.home, "canaryword")).toEqual([]);
});
