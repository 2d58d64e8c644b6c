import { expect, test } from "vitest";
import { helpCommands } from "../../commands/help.ts";
import { journalCommands } from "../../commands/journal.ts";
import type { AnyCommand } from "../../src/core/commands/definition.ts";
import { dispatch } from "../../src/core/commands/dispatch.ts";
import { commandRegistry } from "../../src/core/commands/registry.ts";
import type { Locale } from "../../src/core/session.ts";
import { callBy } from "./command-call.ts";

const commands: readonly AnyCommand[] = [...helpCommands({ commands: () => commands }), ...journalCommands];
const registry = commandRegistry(commands);

const ask = async (text: string, locale: Locale = "en") =>
  (await dispatch(registry, null, { type: "line", text }, callBy({ locale }))).body;

test("help names every command with its arguments and its summary", async () => {
  const said = await ask("/help");
  expect(said.split("\n").slice(0, 3)).toEqual([
    "What I can do:",
    "- /help [command]: What I can do, or how one command works",
    "- /journal write <text>: Write an entry in your private journal",
  ]);
  for (const { name } of commands) expect(said).toContain(`- /${name}`);
});

test("help speaks the language of the person", async () => {
  expect(await ask("/help", "de")).toContain("- /journal write <text>: Etwas in dein privates Tagebuch schreiben");
});

test("help about a group tells of all that is in it", async () => {
  const said = await ask("/help journal");
  expect(said.match(/^\/journal \w+/gm)).toEqual([
    "/journal write",
    "/journal list",
    "/journal search",
    "/journal delete",
  ]);
});

test.each(["/help journal delete", "/help /journal delete", "/HELP  Journal   Delete"])(
  "%s tells what the command takes and who sees its answer",
  async (line) => {
    expect(await ask(line)).toBe(
      [
        "/journal delete <number>",
        "Delete an entry for good. Only you see the answer.",
        "- number: The entry's number in the list",
      ].join("\n"),
    );
  },
);

test.each([
  ["/help jornal", "I don't know /jornal. Did you mean /journal? /help shows all. [E-COMMAND-UNKNOWN]"],
  ["/help jornal write", "I don't know /jornal write. Did you mean /journal? /help shows all. [E-COMMAND-UNKNOWN]"],
  [
    "/help journal serch",
    "I don't know /journal serch. Did you mean /journal search? /help shows all. [E-COMMAND-UNKNOWN]",
  ],
  ["/help zebra", "I don't know /zebra. /help shows what I can do. [E-COMMAND-UNKNOWN]"],
])("%s names the command that was probably meant", async (line, answer) => {
  expect(await ask(line)).toBe(answer);
});
