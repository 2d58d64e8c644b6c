import { expect, test } from "vitest";
import { z } from "zod";
import { command } from "../../../src/core/commands/definition.ts";
import { dispatch } from "../../../src/core/commands/dispatch.ts";
import { commandRegistry } from "../../../src/core/commands/registry.ts";
import { PluginError, StorageError, UserError } from "../../../src/core/errors.ts";
import { callBy } from "../../commands/command-call.ts";

const declare = (name: string, visibility: "place" | "person", run: (text: string) => Promise<string>) =>
  command({
    name,
    summary: { en: `${name}, in English`, de: `${name}, auf Deutsch` },
    args: z.object({ text: z.string() }),
    visibility,
    run: ({ text }) => run(text),
  });

const registry = commandRegistry([
  declare("say", "place", async (text) => text),
  declare("diary write", "person", async (text) => `kept: ${text}`),
  declare("diary burn", "person", () => Promise.reject(new UserError("E-NOT-FOUND", (w) => w.journal.unknown(7)))),
  declare("broken", "place", () => Promise.reject(new PluginError("E-PLUGIN-RESPONSE", "for the operator"))),
  declare("full", "place", () => Promise.reject(new StorageError("E-DATABASE-FULL", "The disk is full."))),
]);

const line = (text: string, locale: "en" | "de" = "en") =>
  dispatch(registry, null, { type: "line", text }, callBy({ locale }));

test("a line that names its command, a line of arguments and parted fields come to the same", async () => {
  const answer = { body: "kept: slept badly", visibility: "person" };
  const fields = { type: "fields", values: { text: "slept badly" } } as const;
  expect(await line("/diary write slept badly")).toEqual(answer);
  expect(await dispatch(registry, "diary write", { type: "line", text: "slept badly" }, callBy())).toEqual(answer);
  expect(await dispatch(registry, "diary write", fields, callBy())).toEqual(answer);
});

test("arguments never turn into another command", async () => {
  const input = { type: "line", text: "/say hello" } as const;
  expect((await dispatch(registry, "diary write", input, callBy())).body).toBe("kept: /say hello");
});

test("what a person can mend is said in their language, with its code", async () => {
  expect((await line("/diary burn x", "de")).body).toBe(
    "In deinem Tagebuch gibt es keinen Eintrag #7. /journal list zeigt die Nummern. [E-NOT-FOUND]",
  );
});

test("a plugin's failure is said without the words meant for the operator", async () => {
  expect((await line("/broken x")).body).toBe(
    "The service behind that command gave an answer I can't read. Try again later. [E-PLUGIN-RESPONSE]",
  );
});

test("any other failure is not the command's to explain", async () => {
  await expect(line("/full x")).rejects.toMatchObject({ code: "E-DATABASE-FULL" });
});

test("what nobody has seen is refused for the person alone, and answered as ever", async () => {
  const unseen = (text: string) => dispatch(registry, null, { type: "line", text }, callBy(), "person");
  expect((await unseen("/saw hello")).visibility).toBe("person");
  expect((await unseen("/say")).visibility).toBe("person");
  expect((await unseen("/say hello")).visibility).toBe("place");
});

test("a private command is private in all it answers", async () => {
  expect((await line("/diary burn x")).visibility).toBe("person");
  expect((await line("/diary write")).visibility).toBe("person");
  expect((await line("/diary")).visibility).toBe("person");
  expect((await line("/say")).visibility).toBe("place");
  expect((await line("/nothing")).visibility).toBe("place");
});

test("a group's name alone shows what is in it", async () => {
  expect((await line("/diary", "de")).body.split("\n")).toEqual([
    "Mit /diary kannst du:",
    "- /diary write <text>: diary write, auf Deutsch",
    "- /diary burn <text>: diary burn, auf Deutsch",
  ]);
});
