import { describe, expect, test } from "vitest";
import { readConfig } from "../../src/config.ts";
import { folder, key, type Variables } from "./folder.ts";

const { cwd, read, refusal, write } = folder();

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
    expect(readConfig({ env, cwd: cwd(), argv: [], unfinished: true }).slack.appToken).toBeNull();
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
