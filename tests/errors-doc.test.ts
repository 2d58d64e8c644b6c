import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ConfigError, errorCodes, lastWords, PlatformError } from "../src/core/errors.ts";

interface Row {
  readonly code: string;
  readonly whose: string;
  readonly happened: string;
  readonly remedy: string;
}

const rows = (): readonly Row[] =>
  readFileSync("docs/errors.md", "utf8")
    .split("\n")
    .filter((line) => line.startsWith("| `E-"))
    .map((line) => {
      const [, code = "", whose = "", happened = "", remedy = ""] = line.split("|").map((cell) => cell.trim());
      return { code: code.replaceAll("`", ""), whose, happened, remedy };
    });

test("docs/errors.md names every code once, with the blame that the code has, and no other", () => {
  const written = rows().map(({ code, whose }) => [code, whose]);
  expect(Object.fromEntries(written)).toEqual(errorCodes);
  expect(written).toHaveLength(Object.keys(errorCodes).length);
});

test("each code has words for what happened and a remedy", () => {
  for (const { code, happened, remedy } of rows()) {
    expect(happened, code).toMatch(/\w.*\.$/);
    expect(remedy, code).toMatch(/\w.*\.$/);
  }
});

test("a wrong token, a missing intent, permission or scope end with the exit codes that docs/errors.md tells", () => {
  const page = readFileSync("docs/errors.md", "utf8");
  const told = [...page.matchAll(/(\d+)\s`(E-(?:DISCORD|SLACK)-\w+)`/g)].map(([, exitCode, code]) => [
    code,
    Number(exitCode),
  ]);
  const errors = [
    new ConfigError("E-DISCORD-TOKEN", ""),
    new ConfigError("E-DISCORD-INTENT", ""),
    new PlatformError("E-DISCORD-PERMISSION", ""),
    new ConfigError("E-SLACK-TOKEN", ""),
    new ConfigError("E-SLACK-SCOPE", ""),
  ];
  expect(told).toEqual(errors.map((error) => [error.code, lastWords(error).exitCode]));
});
