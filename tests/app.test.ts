import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { flagAnswer, version } from "../src/app.ts";
import { readConfig } from "../src/config.ts";

const asked = (...argv: readonly string[]): string | null => flagAnswer(readConfig({ env: {}, cwd: "/", argv }));

test("the version that is shown is that of package.json", () => {
  expect(version).toBe(JSON.parse(readFileSync("package.json", "utf8")).version);
  expect(asked("--version")).toBe(`familiar ${version}`);
});

test("--help tells how to begin, and without a flag nothing is told", () => {
  expect(asked("--help")).toContain("npm start");
  expect(asked()).toBeNull();
});
