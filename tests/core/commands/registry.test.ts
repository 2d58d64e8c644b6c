import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { type AnyCommand, command } from "../../../src/core/commands/definition.ts";
import { described, fieldsOf, usageOf } from "../../../src/core/commands/fields.ts";
import { commandRegistry } from "../../../src/core/commands/registry.ts";

const named = (name: string, args: z.ZodObject = z.object({})): AnyCommand =>
  command({
    name,
    summary: { en: `about ${name}`, de: `über ${name}` },
    args,
    visibility: "place",
    run: async () => name,
  });

const registry = commandRegistry([
  named("help"),
  named("journal write", z.object({ text: z.string() })),
  named("journal list"),
  named("dice", z.object({ kind: z.enum(["d6", "d20"]).meta(described({ en: "Which die", de: "Welcher Würfel" })) })),
]);

describe("a registry", () => {
  test("lists commands in the order of their declaration", () => {
    expect(registry.commands.map(({ name }) => name)).toEqual(["help", "journal write", "journal list", "dice"]);
  });

  test.each<[string, string, string]>([
    ["journal write slept  badly", "journal write", "slept  badly"],
    ["JOURNAL   Write slept", "journal write", "slept"],
    ["journal\twrite\nslept\nwell", "journal write", "slept\nwell"],
    ["help", "help", ""],
  ])("finds in %j the command %s", (line, name, rest) => {
    expect(registry.match(line)).toMatchObject({ type: "command", command: { name }, rest });
  });

  test.each<[string, object]>([
    ["journal", { type: "group", name: "journal", rest: "" }],
    ["journal dance now", { type: "group", name: "journal", rest: "dance now" }],
    ["dance", { type: "none", name: "dance" }],
    ["", { type: "none", name: "" }],
  ])("finds no command in %j", (line, match) => expect(registry.match(line)).toEqual(match));

  test("finds every command by its own name, whatever follows it", () => {
    fc.assert(
      fc.property(fc.constantFrom(...registry.commands), fc.string(), (one, rest) => {
        expect(registry.match(`${one.name} ${rest}`)).toMatchObject({ command: { name: one.name }, rest: rest.trim() });
      }),
    );
  });

  test.each<[string, readonly AnyCommand[]]>([
    ["two of one name", [named("mood"), named("mood")]],
    ["a group that is a command too", [named("mood"), named("mood set")]],
    ["an upper-case name", [named("Mood")]],
    ["two blanks in a name", [named("mood  set")]],
    ["a slash in a name", [named("/mood")]],
    ["an empty name", [named("")]],
    ["four words", [named("a b c d")]],
    ["an argument that is an object", [named("mood", z.object({ of: z.object({}) }))]],
    ["an argument that no platform can name", [named("mood", z.object({ Of: z.string() }))]],
    ["a demand after the last text", [named("mood", z.object({ of: z.string(), times: z.number() }))]],
  ])("refuses %s", (_what, commands) => {
    expect(() => commandRegistry(commands)).toThrow(expect.objectContaining({ code: "E-INTERNAL" }));
  });
});

describe("completion", () => {
  test.each<[string, readonly string[]]>([
    ["/", ["/help", "/journal", "/dice"]],
    ["/jo", ["/journal"]],
    ["/JO", ["/journal"]],
    ["/journal", ["/journal"]],
    ["/journal ", ["write", "list"]],
    ["/journal L", ["list"]],
    ["/dice ", ["d6", "d20"]],
    ["/dice d2", ["d20"]],
    ["/journal write ", []],
    ["/zebra", []],
    ["hello", []],
    ["", []],
  ])("of %j offers %j", (line, values) => {
    expect(registry.suggest(line, "en").map(({ value }) => value)).toEqual(values);
  });

  test("explains each choice in the person's language, and a group by its subcommands", () => {
    expect(registry.suggest("/", "de").map(({ label }) => label)).toEqual(["über help", "write, list", "über dice"]);
    expect(registry.suggest("/dice d6", "de")).toEqual([{ value: "d6", label: "Welcher Würfel" }]);
  });

  test("offers only what completes the last word, for any line", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const word = `/${text}`.toLowerCase().split(/\s+/u).at(-1) ?? "";
        for (const { value } of registry.suggest(`/${text}`, "en")) expect(value.startsWith(word)).toBe(true);
      }),
    );
  });
});

describe("the fields of a command", () => {
  test("tell kind, choices and need, whatever wraps the schema", () => {
    const args = z.object({
      a: z.string().trim().min(1),
      b: z.number().optional(),
      c: z.int().default(1),
      d: z.boolean().nullable().optional(),
      e: z.enum(["x", "y"]),
      f: z.string().transform((text) => text.length),
    });
    expect(fieldsOf(named("all", args)).map(({ kind, required, choices }) => [kind, required, choices])).toEqual([
      ["text", true, []],
      ["number", false, []],
      ["integer", false, []],
      ["boolean", false, []],
      ["choice", true, ["x", "y"]],
      ["text", true, []],
    ]);
    expect(usageOf(named("all", args))).toBe("/all <a> [b] [c] [d] <x|y> <f>");
  });

  test("are described in both languages, or in the one that there is", () => {
    const args = z.object({
      both: z
        .int()
        .meta(described({ en: "Which", de: "Welche" }))
        .optional(),
      plain: z.int().describe("Plain"),
      none: z.int(),
    });
    expect(fieldsOf(named("all", args)).map(({ description }) => description)).toEqual([
      { en: "Which", de: "Welche" },
      { en: "Plain", de: "Plain" },
      { en: "", de: "" },
    ]);
  });
});
