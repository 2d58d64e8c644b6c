import { expect, test } from "vitest";
import { z } from "zod";
import { type AnyCommand, command } from "../../../src/core/commands/definition.ts";
import { described } from "../../../src/core/commands/fields.ts";
import { formFor, offered } from "../../../src/core/commands/form.ts";
import { commandRegistry } from "../../../src/core/commands/registry.ts";

const asking = (args: z.ZodObject, form?: true): AnyCommand =>
  command({
    name: "poem",
    summary: { en: "A poem", de: "Ein Gedicht" },
    args,
    visibility: "place",
    ...(form && { form }),
    run: async () => "",
  });

const about = z
  .string()
  .trim()
  .max(3_000)
  .meta(described({ en: "What about", de: "Worüber" }));
const poem = asking(z.object({ about, title: z.string().max(60).optional(), lines: z.int().default(4) }), true);

test("a form asks for every argument, with the words that the command has for them", () => {
  expect(formFor(poem, { lines: 8 }, "de")).toEqual({
    command: "poem",
    title: "Ein Gedicht",
    inputs: [
      { name: "about", label: "Worüber", long: true, required: true, longest: 3_000 },
      { name: "title", label: "title", long: false, required: false, longest: 60 },
      { name: "lines", label: "lines", long: false, required: false, longest: null },
    ],
  });
});

test("nothing is asked for where nothing is missing, or where a command has no form", () => {
  expect(formFor(poem, { about: "the sea" }, "en")).toBeNull();
  expect(formFor(asking(z.object({ about })), {}, "en")).toBeNull();
});

test.each<[string, z.ZodObject]>([
  ["a choice", z.object({ about: z.enum(["sea", "snow"]) })],
  ["yes or no", z.object({ about: z.boolean() })],
  ["six things", z.object(Object.fromEntries([..."abcdef"].map((name) => [name, z.string().optional()])))],
  ["nothing", z.object({})],
])("a form that asks for %s cannot stand", (_what, args) => {
  expect(() => commandRegistry([asking(args, true)])).toThrow(/form of \/poem/);
});

test("a private command is offered by its form where it must have something, and else is called at once", () => {
  const offer = (args: z.ZodObject) => offered({ ...asking(args), visibility: "person" }, "en");
  expect(offer(z.object({ about }))).toMatchObject({ command: "poem", inputs: [{ name: "about", required: true }] });
  expect(offer(z.object({ lines: z.int().default(4) }))).toBe("call");
  expect(offer(z.object({}))).toBe("call");
});

test("what is public, not there, or must have what no form asks for is not offered", () => {
  expect(offered(asking(z.object({ about })), "en")).toBeNull();
  expect(offered(null, "en")).toBeNull();
  expect(offered({ ...asking(z.object({ loud: z.boolean() })), visibility: "person" }, "en")).toBeNull();
});
