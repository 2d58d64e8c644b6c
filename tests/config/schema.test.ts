import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { fileSchema } from "../../src/config/file.ts";
import { readConfig } from "../../src/config.ts";

test("familiar.config.schema.json is what the code asks for (npm run config-schema writes it anew)", async () => {
  const schema = z.toJSONSchema(fileSchema, { io: "input" });
  await expect(`${JSON.stringify(schema, null, 2)}\n`).toMatchFileSnapshot("../../familiar.config.schema.json");
});

test("familiar.config.example.json is accepted, and names a key of every group", () => {
  const env = { FAMILIAR_CONFIG: "familiar.config.example.json" };
  expect(() => readConfig({ env, cwd: process.cwd(), argv: [] })).not.toThrow();
  const example = JSON.parse(readFileSync("familiar.config.example.json", "utf8"));
  expect(Object.keys(example).sort()).toEqual(Object.keys(fileSchema.shape).sort());
});
