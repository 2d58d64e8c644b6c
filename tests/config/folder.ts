import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach } from "vitest";
import { type Config, readConfig } from "../../src/config.ts";
import { ConfigError } from "../../src/core/errors.ts";

export type Variables = Readonly<Record<string, string>>;

/** What must never be repeated. */
export const key = "sk-canary-0123456789abcdef";

/** An empty folder for each test, and what is read there. */
export function folder() {
  let cwd = "";
  beforeEach(() => {
    cwd = mkdtempSync(join(tmpdir(), "familiar-config-"));
  });
  afterEach(() => rmSync(cwd, { recursive: true }));
  const read = (env: Variables = {}, argv: readonly string[] = []): Config => readConfig({ env, cwd, argv });
  return {
    read,
    cwd: () => cwd,
    write: (content: unknown, name = "familiar.config.json"): void =>
      writeFileSync(join(cwd, name), typeof content === "string" ? content : JSON.stringify(content)),
    refusal: (env: Variables = {}, argv: readonly string[] = []): ConfigError => {
      try {
        read(env, argv);
      } catch (error) {
        if (error instanceof ConfigError) return error;
        throw error;
      }
      throw new Error("the configuration was accepted");
    },
  };
}
