import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inspect } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Config, readConfig } from "../src/config.ts";
import { ConfigError } from "../src/core/errors.ts";

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "familiar-config-"));
});
afterEach(() => rmSync(cwd, { recursive: true }));

type Variables = Readonly<Record<string, string>>;

const read = (env: Variables = {}, argv: readonly string[] = []): Config => readConfig({ env, cwd, argv });

const write = (content: unknown, name = "familiar.config.json"): void =>
  writeFileSync(join(cwd, name), typeof content === "string" ? content : JSON.stringify(content));

function refusal(env: Variables = {}, argv: readonly string[] = []): ConfigError {
  try {
    read(env, argv);
  } catch (error) {
    if (error instanceof ConfigError) return error;
    throw error;
  }
  throw new Error("the configuration was accepted");
}

const key = "sk-canary-0123456789abcdef";

describe("without any setting", () => {
  test("the companion starts with a SQLite file in ./data, no model named and nothing secret", () => {
    const config = read();
    expect(config).toMatchObject({
      home: join(cwd, "data"),
      model: null,
      databaseKey: null,
      masterKey: null,
      ollama: { host: null },
      openai: { apiKey: null, baseUrl: null },
      plugins: { weather: {} },
      limits: { messageCharacters: 10_000 },
      locale: "en",
      color: true,
      logLevel: null,
      flags: { json: false, help: false, version: false },
      secrets: [],
    });
    expect(config.databaseUrl.reveal()).toBe(`file:${join(cwd, "data", "familiar.db")}`);
  });

  test("an empty variable counts as not set", () => {
    const empty = {
      FAMILIAR_HOME: "",
      FAMILIAR_MODEL: "",
      OPENAI_API_KEY: "",
      OPENAI_API_KEY_FILE: "",
      LOG_LEVEL: " ",
      NO_COLOR: "",
      FAMILIAR_NONSENSE: "",
    };
    expect(read(empty)).toEqual(read());
  });

  test("variables that are not ours are nobody's problem", () => {
    expect(read({ PATH: "/bin", SHLVL: "1" }).model).toBeNull();
  });
});

describe("the model", () => {
  test.each([
    ["ollama:llama3.2:3b", { provider: "ollama", model: "llama3.2:3b" }],
    ["anthropic:claude-x", { provider: "anthropic", model: "claude-x" }],
    ["offline", "offline"],
    ["Offline", "offline"],
    ["Ollama:hf.co/Owner/Model:Q4", { provider: "ollama", model: "hf.co/Owner/Model:Q4" }],
  ])("%s is read from the environment", (name, choice) => {
    expect(read({ FAMILIAR_MODEL: name, ANTHROPIC_API_KEY: key }).model).toEqual(choice);
  });

  test("in the environment wins over the one in the file", () => {
    write({ model: "ollama:one" });
    expect(read().model).toEqual({ provider: "ollama", model: "one" });
    expect(read({ FAMILIAR_MODEL: "ollama:two" }).model).toEqual({ provider: "ollama", model: "two" });
  });

  test("is not chosen because a key happens to be set", () => {
    expect(read({ OPENAI_API_KEY: key, ANTHROPIC_API_KEY: key }).model).toBeNull();
  });

  test.each(["gpt-4o", "offline:", "ollama:a b", "mistral:large", "openai:", "openai", ":x"])(
    "%s is refused with the form it should have",
    (name) => {
      const error = refusal({ FAMILIAR_MODEL: name });
      expect(error.code).toBe("E-CONFIG-INVALID");
      expect(error.message).toContain("provider:model");
    },
  );

  test.each([
    ["openai", "OPENAI"],
    ["anthropic", "ANTHROPIC"],
  ])("of %s needs a key or an address of its own", (provider, prefix) => {
    expect(refusal({ FAMILIAR_MODEL: `${provider}:x` }).message).toContain(
      `Set ${prefix}_API_KEY, or ${prefix}_BASE_URL`,
    );
    expect(
      read({ FAMILIAR_MODEL: `${provider}:x`, [`${prefix}_BASE_URL`]: "http://127.0.0.1:9/v1" }).model,
    ).not.toBeNull();
  });
});

describe("addresses", () => {
  test.each([
    ["127.0.0.1", "http://127.0.0.1:11434"],
    ["localhost:9999", "http://localhost:9999"],
    ["0.0.0.0", "http://127.0.0.1:11434"],
    [":5000", "http://127.0.0.1:5000"],
    ["0.0.0.0:5000", "http://127.0.0.1:5000"],
    ["http://0.0.0.0:5000/", "http://127.0.0.1:5000"],
    ["::1", "http://[::1]:11434"],
    ["[::]:5000", "http://127.0.0.1:5000"],
    ["ollama", "http://ollama:11434"],
    ["192.168.1.20", "http://192.168.1.20:11434"],
    ["https://models.example.com", "https://models.example.com"],
    ["https://models.example.com/ollama/", "https://models.example.com/ollama"],
  ])("OLLAMA_HOST=%s means %s", (given, host) => {
    expect(read({ OLLAMA_HOST: given }).ollama.host).toBe(host);
  });

  test.each(["http://models.example.com", "models.example.com", "http://8.8.8.8:11434", "http://[2001:db8::1]"])(
    "plain http to %s is refused: the conversation would cross the internet readable",
    (given) => expect(refusal({ OLLAMA_HOST: given }).message).toContain("Use https"),
  );

  test.each([
    "http://10.1.2.3:8000/v1",
    "http://vllm:8000/v1",
    "http://box.local/v1",
    "http://[fd00::1]:8000/v1",
    "http://[::1]:8000/v1",
  ])("a model server in a private network may be plain: %s", (given) =>
    expect(read({ OPENAI_BASE_URL: given }).openai.baseUrl).toBe(given),
  );

  test("the weather's address may be plain on this machine only", () => {
    expect(read({ WEATHER_API_URL: "http://127.0.0.1:8080/v1/forecast" }).plugins).toEqual({
      weather: { weatherUrl: "http://127.0.0.1:8080/v1/forecast" },
    });
    expect(refusal({ WEATHER_API_URL: "http://192.168.1.20/" }).message).toContain("this machine only");
    write({ plugins: { weather: { geocodingUrl: "http://example.com" } } });
    expect(refusal().message).toContain("familiar.config.json plugins.weather.geocodingUrl: Plain http");
  });

  test.each(["ftp://host", "not an address", "javascript:1", "http://"])("%s is no address", (given) => {
    expect(refusal({ OPENAI_BASE_URL: given }).message).toMatch(/OPENAI_BASE_URL: This is not an address/);
  });

  test("a password inside an address is refused and not repeated", () => {
    const { message } = refusal({ OPENAI_BASE_URL: `https://me:${key}@models.example.com/v1` });
    expect(message).toContain("holds a name or password");
    expect(message).not.toContain(key);
  });
});

describe("the database", () => {
  test.each([
    ["file:other.db", "other.db"],
    ["file:./deep/other.db", "deep/other.db"],
    ["file:my%20data/%C3%A4.db", "my data/ä.db"],
    ["file:my data/100%.db", "my data/100%.db"],
  ])("%s is a path below the working directory", (url, path) => {
    expect(read({ DATABASE_URL: url }).databaseUrl.reveal()).toBe(`file:${join(cwd, path)}`);
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
    expect(read({ DATABASE_URL_FILE: join(cwd, "url.txt") }).databaseUrl.reveal()).toBe("postgresql://me:pw@db/x");
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

describe("familiar.config.json", () => {
  test("sets what is no secret", () => {
    write({
      $schema: "./familiar.config.schema.json",
      model: "ollama:qwen3",
      locale: "de",
      limits: { messageCharacters: 500, concurrentTurns: 2 },
      persona: { name: "Mia" },
      ollama: { host: "box:5000" },
      plugins: { weather: { weatherUrl: "https://weather.example.com/v1/" } },
    });
    expect(read({ LANG: "en_GB.UTF-8" })).toMatchObject({
      model: { provider: "ollama", model: "qwen3" },
      locale: "de",
      limits: { messageCharacters: 500, concurrentTurns: 2 },
      persona: { name: "Mia" },
      ollama: { host: "http://box:5000" },
      plugins: { weather: { weatherUrl: "https://weather.example.com/v1" } },
    });
  });

  test("may begin with a byte order mark", () => {
    write('\uFEFF{ "locale": "de" }');
    expect(read().locale).toBe("de");
  });

  test("may have another name, which must then exist", () => {
    write({ locale: "de" }, "mine.json");
    expect(read({ FAMILIAR_CONFIG: "mine.json" }).locale).toBe("de");
    const error = refusal({ FAMILIAR_CONFIG: "missing.json" });
    expect(error.code).toBe("E-CONFIG-FILE");
    expect(error.message).toContain("missing.json: There is no such file");
  });

  test("that cannot be read is told from one that is missing", () => {
    mkdirSync(join(cwd, "familiar.config.json"));
    expect(refusal().message).toContain("This file cannot be read");
  });

  test("that is no JSON is refused with line and column and without its text", () => {
    write(`{\n  "locale": "de",\n  "apiKey": ${key}\n}`);
    const error = refusal();
    expect(error.code).toBe("E-CONFIG-FILE");
    expect(error.message).toContain("line 3, column 13");
    expect(error.message).not.toContain("canary");
  });

  test.each(["[]", '"text"', "null", "7"])("that holds %s is refused", (content) => {
    write(content);
    expect(refusal().message).toContain("must hold one JSON object");
  });

  test("with an unknown key is refused with the nearest name", () => {
    write({ limits: { mesageCharacters: 5 }, modle: "offline", favourite: 1 });
    const error = refusal();
    expect(error.code).toBe("E-CONFIG-UNKNOWN-KEY");
    expect(error.message).toContain(
      "limits.mesageCharacters: There is no such setting. Did you mean limits.messageCharacters?",
    );
    expect(error.message).toContain("modle: There is no such setting. Did you mean model?");
    expect(error.message).toContain("favourite: There is no such setting. Take it out");
  });

  test.each([
    [{ locale: "fr" }, "locale: This must be one of: en, de."],
    [{ limits: 7 }, "limits: This must be an object"],
    [{ limits: { messageCharacters: 0 } }, "limits.messageCharacters: This must be at least 1."],
    [{ limits: { messageCharacters: 1.5 } }, "whole number"],
    [{ limits: { concurrentTurns: "8" } }, "limits.concurrentTurns: This must be a number"],
    [{ persona: { name: " " } }, "persona.name: A name needs a letter."],
    [{ persona: { name: 7 } }, "persona.name: This must be text."],
    [{ model: 7 }, "model: Write provider:model"],
  ])("%j is refused with its path", (content, words) => {
    write(content);
    expect(refusal().message).toContain(words);
  });
});

describe("all problems", () => {
  test("are told at once, each with its code where they differ, and without any value", () => {
    write({ locale: "klingon", secretToken: key });
    const env = {
      FAMILIAR_MODLE: "canary",
      LOG_LEVEL: "canary",
      OPENAI_API_KEY: `${key} `,
      FAMILIAR_MODEL: "openai:x",
    };
    const { code, message } = refusal(env, ["--jsn", key]);
    expect(code).toBe("E-CONFIG-INVALID");
    expect(message).toContain("7 settings");
    expect(message).toContain(
      "FAMILIAR_MODLE [E-CONFIG-UNKNOWN-KEY]: There is no such variable. Did you mean FAMILIAR_MODEL?",
    );
    expect(message).toContain("LOG_LEVEL [E-CONFIG-INVALID]: This must be one of: trace, debug");
    expect(message).toContain("OPENAI_API_KEY [E-CONFIG-INVALID]: This key holds a blank");
    expect(message).toContain("locale [E-CONFIG-INVALID]: This must be one of: en, de.");
    expect(message).toContain("Did you mean --json?");
    expect(message).not.toMatch(/canary|klingon/);
    expect(message).not.toContain("there is no key for it");
  });
});

describe("the console", () => {
  test.each([
    [{ LANG: "de_AT.UTF-8" }, "de"],
    [{ LANG: "fr_FR.UTF-8" }, "en"],
    [{ LC_ALL: "de_DE", LANG: "en_US" }, "de"],
    [{ LC_ALL: "C", LC_MESSAGES: "de_DE" }, "en"],
    [{ LC_MESSAGES: "de_DE", LANG: "en_US" }, "de"],
  ])("speaks by %j", (env, locale) => expect(read(env as Variables).locale).toBe(locale));

  test("has flags, and no colour where none is wanted", () => {
    expect(read({ NO_COLOR: "1" }, ["--json"])).toMatchObject({ color: false, flags: { json: true } });
    expect(read({}, ["--help", "--version"]).flags).toEqual({ json: false, help: true, version: true });
  });

  test("repeats of an unknown flag its name alone, and of other words nothing", () => {
    const { message } = refusal({}, [`--key=${key}`, "--jsonn", key]);
    expect(message).toContain("There is no flag --key.");
    expect(message).toContain("There is no flag --jsonn. Did you mean --json?");
    expect(message).toContain("There is a word that is no flag.");
    expect(message).not.toContain(key);
  });

  test("half of Slack is a problem at a start, and none where setting up says what is missing", () => {
    const env = { SLACK_BOT_TOKEN: "xoxb-1" };
    expect(refusal(env).message).toMatch(/SLACK_BOT_TOKEN: Slack needs one more thing.*SLACK_APP_TOKEN/);
    expect(readConfig({ env, cwd, argv: [], unfinished: true }).slack.appToken).toBeNull();
    expect(refusal({ ...env, SLACK_PORT: "99999" }).message).not.toContain("one more thing");
    expect(read({ ...env, SLACK_SIGNING_SECRET: "s", SLACK_PORT: "3000" }).slack.port).toBe(3000);
  });

  test("does not guess where our prefix is all that is alike", () => {
    expect(refusal({ FAMILIAR_TOKEN: "x" }).message).toContain(
      "FAMILIAR_TOKEN: There is no such variable. Take it out.",
    );
  });

  test("is told help and version beside any problem", () => {
    write("{");
    expect(read({ FAMILIAR_MODLE: "x" }, ["--help"]).flags.help).toBe(true);
    expect(read({ FAMILIAR_MODLE: "x" }, ["--version"]).flags.version).toBe(true);
  });

  test("reads LOG_LEVEL in any case", () => expect(read({ LOG_LEVEL: "INFO" }).logLevel).toBe("info"));
});
