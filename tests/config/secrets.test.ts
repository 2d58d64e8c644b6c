import { join } from "node:path";
import { inspect } from "node:util";
import { describe, expect, test } from "vitest";
import { folder, key } from "./folder.ts";

const { cwd, read, refusal, write } = folder();

describe("the database", () => {
  test.each([
    ["file:other.db", "other.db"],
    ["file:./deep/other.db", "deep/other.db"],
    ["file:my%20data/%C3%A4.db", "my data/ä.db"],
    ["file:my data/100%.db", "my data/100%.db"],
  ])("%s is a path below the working directory", (url, path) => {
    expect(read({ DATABASE_URL: url }).databaseUrl.reveal()).toBe(`file:${join(cwd(), path)}`);
  });

  test.each(["file:/srv/a.db", "file:///srv/a.db"])("%s is an absolute path", (url) => {
    expect(read({ DATABASE_URL: url }).databaseUrl.reveal()).toBe("file:/srv/a.db");
  });

  test("PostgreSQL's password counts as a secret, as written and as decoded", () => {
    const config = read({ DATABASE_URL: "postgresql://me:p%40ss-word@db/familiar" });
    expect(config.databaseUrl.reveal()).toBe("postgresql://me:p%40ss-word@db/familiar");
    expect(config.secrets.map((secret) => secret.reveal())).toEqual(["p%40ss-word", "p@ss-word"]);
  });

  test("passwords among PostgreSQL's parameters are secrets, too", () => {
    const config = read({
      DATABASE_URL: "postgresql://db/familiar?password=a%2Bb+c&sslpassword=second&sslmode=require",
    });
    expect(config.secrets.map((secret) => secret.reveal())).toEqual(["a%2Bb+c", "second", "a+b+c", "a+b c"]);
  });

  test.each([
    "file:a%00b.db",
    "file::memory%3A",
    "mysql://db/x",
    "familiar.db",
    "file:",
    "file::memory:",
    "file:a.db?mode=memory",
    "postgresql://me:a/b#c@db/x",
  ])("%s is refused with the forms it may have", (url) => {
    expect(refusal({ DATABASE_URL: url }).message).toContain("file:PATH for SQLite");
  });

  test("a key for the SQLite file beside PostgreSQL is refused, because it would encrypt nothing", () => {
    const env = { FAMILIAR_DATABASE_KEY: "a pass phrase", DATABASE_URL: "postgresql://db/familiar" };
    expect(refusal(env).message).toContain("nothing would be encrypted");
    expect(read({ FAMILIAR_DATABASE_KEY: "a pass phrase" }).databaseKey?.reveal()).toBe("a pass phrase");
  });
});

describe("secrets", () => {
  test("come from a file too, without its last line break", () => {
    write(`${key}\r\n`, "key.txt");
    expect(read({ OPENAI_API_KEY_FILE: "key.txt" }).openai.apiKey?.reveal()).toBe(key);
    write("postgresql://me:pw@db/x\n", "url.txt");
    expect(read({ DATABASE_URL_FILE: join(cwd(), "url.txt") }).databaseUrl.reveal()).toBe("postgresql://me:pw@db/x");
  });

  test("given twice, in an empty file or in none are refused", () => {
    write("\n", "empty.txt");
    write(key, "key.txt");
    expect(refusal({ OPENAI_API_KEY: key, OPENAI_API_KEY_FILE: "key.txt" }).message).toContain(
      "OPENAI_API_KEY is set too",
    );
    expect(refusal({ OPENAI_API_KEY_FILE: "empty.txt" }).message).toContain("That file is empty");
    expect(refusal({ OPENAI_API_KEY_FILE: "nowhere.txt" }).message).toContain(
      "OPENAI_API_KEY_FILE: That file cannot be read",
    );
  });

  test.each([
    ["64 hexadecimal digits", "0f".repeat(32)],
    ["base64", Buffer.alloc(32, 7).toString("base64")],
    ["base64 for addresses", Buffer.alloc(32, 255).toString("base64url")],
  ])("a master key in %s is taken", (_, value) => {
    expect(read({ FAMILIAR_MASTER_KEY: value }).masterKey?.reveal()).toBe(value);
  });

  test.each(["short", Buffer.alloc(31).toString("base64"), "0f".repeat(31), "zz".repeat(32)])(
    "a master key that is not 32 bytes is refused with the way to make one",
    (value) => {
      const { message } = refusal({ FAMILIAR_MASTER_KEY: value });
      expect(message).toContain("openssl rand -base64 32");
      expect(message).not.toContain(value);
    },
  );

  test("never show when the configuration is printed", () => {
    const config = read({
      OPENAI_API_KEY: key,
      DATABASE_URL: `postgresql://me:${key}@db/x`,
      FAMILIAR_MASTER_KEY: "0f".repeat(32),
    });
    for (const text of [
      inspect(config, { depth: null, showHidden: true }),
      JSON.stringify(config),
      `${config.openai.apiKey}`,
    ]) {
      expect(text).not.toContain(key);
      expect(text).not.toContain("0f0f");
    }
  });

  test("in the file are refused with the place where they belong", () => {
    write({ openai: { apiKey: key }, databaseUrl: `postgresql://me:${key}@db/x`, token: key });
    const { code, message } = refusal();
    expect(code).toBe("E-CONFIG-UNKNOWN-KEY");
    expect(message).toContain("familiar.config.json openai.apiKey: A secret does not belong in this file.");
    expect(message).toContain("set OPENAI_API_KEY, or OPENAI_API_KEY_FILE");
    expect(message).toContain("set DATABASE_URL, or DATABASE_URL_FILE");
    expect(message).not.toContain(key);
  });
});
