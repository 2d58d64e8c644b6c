import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { command } from "../../../src/core/commands/definition.ts";
import { isCommandLine, parseFields, parseLine } from "../../../src/core/commands/line.ts";
import { commandRegistry } from "../../../src/core/commands/registry.ts";
import { UserError } from "../../../src/core/errors.ts";
import { words } from "../../../src/locales/words.ts";

const declare = (name: string, args: z.ZodObject) =>
  command({ name, summary: { en: "", de: "" }, args, visibility: "place", run: async () => "" });

const registry = commandRegistry([
  declare("journal write", z.object({ text: z.string().trim().min(1).max(100) })),
  declare("journal list", z.object({ page: z.int().min(1).max(9).default(1) })),
  declare("weather", z.object({ place: z.string() })),
  declare("set", z.object({ name: z.string(), loud: z.boolean().optional(), note: z.string().optional() })),
  declare(
    "roll",
    z.object({ times: z.int().optional(), die: z.enum(["d6", "D20"]).default("d6"), odds: z.number().optional() }),
  ),
]);

const argsOf = (line: string) => {
  const parsed = parseLine(registry, line);
  return parsed.type === "call" ? parsed.args : parsed;
};

const complaint = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof UserError) return `${error.say(words("en"))} [${error.code}]`;
    throw error;
  }
  throw new Error("there was nothing to complain about");
};

describe("a line", () => {
  test.each<[string, object]>([
    ["/journal write slept badly", { text: "slept badly" }],
    ['/journal write "slept" badly  again ', { text: '"slept" badly  again' }],
    ["/journal write one\ntwo", { text: "one\ntwo" }],
    ["/JOURNAL WRITE Grüße 🎉 東京", { text: "Grüße 🎉 東京" }],
    ["/journal write /weather Oslo", { text: "/weather Oslo" }],
    ["/journal list", { page: 1 }],
    ["/journal list 2", { page: 2 }],
    ["/journal list #2", { page: 2 }],
    ['/set "my cat" yes and so on', { name: "my cat", loud: true, note: "and so on" }],
    ["/set „meine Katze“ nein", { name: "meine Katze", loud: false }],
    ["/set “my cat” and so on", { name: "my cat", note: "and so on" }],
    ['/set "my cat', { name: '"my', note: "cat" }],
    ["/roll", { die: "d6" }],
    ["/roll 3", { times: 3, die: "d6" }],
    ["/roll d20 0,5", { die: "D20", odds: 0.5 }],
    ["/roll 2 D6 -1.5", { times: 2, die: "d6", odds: -1.5 }],
  ])("%j gives its arguments", (line, args) => expect(argsOf(line)).toEqual(args));

  test("with a group's name alone gives the group", () => {
    expect(argsOf("/journal")).toMatchObject({
      type: "group",
      name: "journal",
      commands: [{ name: "journal write" }, { name: "journal list" }],
    });
  });

  test.each<[string, string]>([
    ["/journal write", "Something is missing: text. Write it like this: /journal write <text> [E-COMMAND-INPUT]"],
    [
      "/journal write \u00a0 ",
      "Something is missing: text. Write it like this: /journal write <text> [E-COMMAND-INPUT]",
    ],
    [
      "/journal list abc",
      "For page I expected a suitable whole number. Write it like this: /journal list [page] [E-COMMAND-INPUT]",
    ],
    [
      "/journal list 1.5",
      "For page I expected a suitable whole number. Write it like this: /journal list [page] [E-COMMAND-INPUT]",
    ],
    [
      "/journal list 99",
      "For page I expected a suitable whole number. Write it like this: /journal list [page] [E-COMMAND-INPUT]",
    ],
    [
      "/journal list 1 2",
      "There is more on that line than I can use. Write it like this: /journal list [page] [E-COMMAND-INPUT]",
    ],
    [
      "/roll 1 d6 1 2",
      "There is more on that line than I can use. Write it like this: /roll [times] [d6|D20] [odds] [E-COMMAND-INPUT]",
    ],
    ["/wether Oslo", "I don't know /wether. Did you mean /weather? /help shows all. [E-COMMAND-UNKNOWN]"],
    [
      "/journal wirte x",
      "I don't know /journal wirte. Did you mean /journal write? /help shows all. [E-COMMAND-UNKNOWN]",
    ],
    ["/journal dance", "I don't know /journal dance. Did you mean /journal? /help shows all. [E-COMMAND-UNKNOWN]"],
    [
      "/roll abc",
      "There is more on that line than I can use. Write it like this: /roll [times] [d6|D20] [odds] [E-COMMAND-INPUT]",
    ],
    ["/shrug text", "I don't know /shrug. /help shows what I can do. [E-COMMAND-UNKNOWN]"],
    ["/x", "I don't know /x. /help shows what I can do. [E-COMMAND-UNKNOWN]"],
    ["/", "I don't know that command. /help shows what I can do. [E-COMMAND-UNKNOWN]"],
    ["/usr/bin/env node", "I don't know that command. /help shows what I can do. [E-COMMAND-UNKNOWN]"],
    ["/<@123> **bold**", "I don't know that command. /help shows what I can do. [E-COMMAND-UNKNOWN]"],
  ])("%j gets one friendly line", (line, answer) => expect(complaint(() => parseLine(registry, line))).toBe(answer));

  test("that is far too long is not said back", () => {
    const name = "x".repeat(5000);
    expect(complaint(() => parseLine(registry, `/${name}`))).toMatch(/^I don't know that command\./);
    expect(complaint(() => parseLine(registry, `/journal write ${name}`))).toMatch(
      /^That is too long for text: at most 100/,
    );
  });

  test("is answered in words even where there is no command at all", () => {
    expect(complaint(() => parseLine(commandRegistry([]), "/help me"))).toMatch(/^I don't know \/help\./);
  });

  test("of any kind is read or answered in words, and never breaks anything", () => {
    const beginnings = fc.constantFrom("/", "/journal ", "/journal write ", "/set ", "/roll ", "");
    const rest = fc.oneof(fc.string({ unit: "binary" }), fc.string(), fc.stringMatching(/^[\d#"„“ yes,.-]*$/));
    fc.assert(
      fc.property(beginnings, rest, (beginning, text) => {
        try {
          expect(["call", "group"]).toContain(parseLine(registry, beginning + text).type);
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
          const said = (error as UserError).say(words("de"));
          expect(said).not.toMatch(/\n|undefined|null/);
          expect(said.length).toBeLessThan(300);
        }
      }),
      { numRuns: 500 },
    );
  });

  test("gives a journal its words as they were written", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 30 }), (text) => {
        fc.pre(text.trim() !== "");
        expect(argsOf(`/journal write ${text}`)).toEqual({ text: text.trim() });
      }),
    );
  });
});

describe("fields", () => {
  test.each<[string, Readonly<Record<string, string | number | boolean>>, object]>([
    ["journal list", { page: 2 }, { page: 2 }],
    ["journal list", { page: "2" }, { page: 2 }],
    ["journal list", { page: "" }, { page: 1 }],
    ["set", { name: "cat", loud: true, unasked: "x" }, { name: "cat", loud: true }],
  ])("of %s are read from %j", (name, values, args) => {
    expect(parseFields(registry, name, values)).toMatchObject({ type: "call", args });
  });

  test.each<[string, Readonly<Record<string, string | number | boolean>>, string]>([
    ["journal list", { page: 0.5 }, "For page I expected a suitable whole number."],
    ["journal list", { page: "two" }, "For page I expected a suitable whole number."],
    ["journal list", { page: true }, "For page I expected a suitable whole number."],
    ["set", { name: 7 }, "For name I expected a text that I can use."],
    ["set", {}, "Something is missing: name."],
    ["roll", { die: "d7" }, "For die I expected one of d6, D20."],
    ["journal", {}, "I don't know /journal."],
  ])("of %s that are %j get one friendly line", (name, values, answer) => {
    expect(complaint(() => parseFields(registry, name, values))).toContain(answer);
  });
});

test.each<[string, boolean]>([
  ["/help", true],
  ["  /help", true],
  ["/", true],
  ["1/2", false],
  ["and /help", false],
  ["", false],
])("%j is meant as a command: %s", (text, meant) => expect(isCommandLine(text)).toBe(meant));
