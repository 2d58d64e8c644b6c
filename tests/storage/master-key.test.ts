import { randomBytes } from "node:crypto";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Secret } from "../../src/core/secret.ts";
import { masterKey } from "../../src/storage/master-key.ts";
import { sqliteDatabase } from "../storage-fixture.ts";

async function folder(): Promise<string> {
  const made = await mkdtemp(join(tmpdir(), "familiar-key-"));
  onTestFinished(() => rm(made, { recursive: true, force: true }));
  return made;
}

test("the first start makes the home and the key file for the owner alone, and the next ones use it", async () => {
  const home = join(await folder(), "deep", "data");
  const first = await masterKey(home, null);
  expect((await stat(home)).mode & 0o777).toBe(0o700);
  expect((await stat(join(home, "master.key"))).mode & 0o777).toBe(0o600);
  expect((await masterKey(home, null)).id).toBe(first.id);
  expect(await readdir(home)).toEqual(["master.key"]);
});

test("a home that is open to others is closed, and one that is shared on purpose is not", async () => {
  const home = await folder();
  await chmod(home, 0o755);
  await masterKey(home, null);
  expect((await stat(home)).mode & 0o7777).toBe(0o700);
  const shared = join(await folder(), "tmp");
  await mkdir(shared);
  await chmod(shared, 0o1777);
  await masterKey(shared, null);
  expect((await stat(shared)).mode & 0o7777).toBe(0o1777);
});

test("two first starts at once have one key", async () => {
  const home = await folder();
  const keys = await Promise.all(Array.from({ length: 8 }, () => masterKey(home, null)));
  expect(new Set(keys.map(({ id }) => id)).size).toBe(1);
});

test("a key file that was cut off is refused, and stays as it is", async () => {
  const home = await folder();
  const file = join(home, "master.key");
  for (const text of ["", "abc", "00".repeat(31)]) {
    await writeFile(file, text);
    await expect(masterKey(home, null)).rejects.toMatchObject({
      code: "E-KEY-FILE",
      message: expect.stringContaining(file),
    });
    expect(await readFile(file, "utf8")).toBe(text);
  }
});

test("a home that cannot be made is named", async () => {
  const file = join(await folder(), "file");
  await writeFile(file, "");
  const home = join(file, "data");
  await expect(masterKey(home, null)).rejects.toMatchObject({ code: "E-HOME", message: expect.stringContaining(home) });
});

test("a key from the environment is taken in hexadecimal and base64, makes no file, and is never repeated", async () => {
  const home = await folder();
  const bytes = randomBytes(32);
  const spellings = (["hex", "base64", "base64url"] as const).map((encoding) => bytes.toString(encoding));
  const keys = await Promise.all(spellings.map((text) => masterKey(home, new Secret(text))));
  expect(new Set(keys.map(({ id }) => id)).size).toBe(1);
  expect(await readdir(home)).toEqual([]);
  const error: unknown = await masterKey(home, new Secret("too short")).catch((thrown) => thrown);
  expect(error).toMatchObject({ code: "E-CONFIG-INVALID", message: expect.not.stringContaining("too short") });
});

test("a database that was made with another key is refused at start", async () => {
  const database = await sqliteDatabase();
  onTestFinished(database.remove);
  await (await database.open()).close();
  const other = new Secret(randomBytes(32).toString("hex"));
  await expect(database.open({ masterKey: other })).rejects.toMatchObject({
    code: "E-KEY-FILE",
    message: expect.stringMatching(/made with the master key [0-9a-f]{8}/),
  });
  await (await database.open()).close();
});
