import { setImmediate as nextTick } from "node:timers/promises";
import { expect, test } from "vitest";
import { z } from "zod";
import { pluginCommand } from "../../src/core/commands/definition.ts";
import { dispatch } from "../../src/core/commands/dispatch.ts";
import { commandRegistry } from "../../src/core/commands/registry.ts";
import { UserError } from "../../src/core/errors.ts";
import { type AnyPlugin, type PluginContext, plugin } from "../../src/core/plugin.ts";
import type { Clock } from "../../src/core/ports.ts";
import type { PluginValues } from "../../src/core/storage.ts";
import { hostPlugins, type PluginHostOptions } from "../../src/plugin-host/host.ts";
import { callBy } from "../commands/command-call.ts";
import { recordingLogger } from "./recording-logger.ts";

const clock: Clock = { now: () => new Date(0), sleep: () => new Promise(() => undefined) };

function valuesInMemory(): PluginValues & { readonly kept: ReadonlyMap<string, string> } {
  const kept = new Map<string, string>();
  return {
    kept,
    get: async (name, key) => kept.get(`${name}/${key}`) ?? null,
    set: async (name, key, value) => void kept.set(`${name}/${key}`, value),
    delete: async (name, key) => void kept.delete(`${name}/${key}`),
  };
}

const optionsWith = (changes: Partial<Omit<PluginHostOptions, "logger">> = {}) => {
  const logger = recordingLogger();
  const storage = valuesInMemory();
  return { configOf: () => undefined, fetch, storage, clock, logger, builtIn: [saying("help", "help")], ...changes };
};

const saying = (name: string, run: string | (() => unknown)) =>
  pluginCommand({
    name,
    summary: { en: name, de: name },
    args: z.object({}),
    visibility: "place",
    run: async () => (typeof run === "string" ? run : ((await run()) as string)),
  });

const plain = {
  version: "1.0.0",
  description: "",
  permissions: { hosts: () => [], storage: false },
  config: z.object({}),
};
const pluginSaying = (name: string, run: string | (() => unknown)): AnyPlugin =>
  plugin({ ...plain, name, setup: () => ({ commands: [saying(name, run)] }) });

/** Lends a plugin's context out, to see what it can reach. */
function contextOf(changes: Partial<AnyPlugin>, options = optionsWith()): PluginContext<unknown> {
  let lent: PluginContext<unknown> | null = null;
  const curious: AnyPlugin = {
    ...plain,
    name: "curious",
    ...changes,
    setup: (context) => {
      lent = context;
      return { commands: [] };
    },
  };
  hostPlugins([curious], options);
  if (lent === null) throw new Error("the plugin was not set up");
  return lent;
}

const ask = (options: PluginHostOptions, plugins: readonly AnyPlugin[], line: string, locale: "en" | "de" = "en") =>
  dispatch(
    commandRegistry([...options.builtIn, ...hostPlugins(plugins, options)]),
    null,
    { type: "line", text: line },
    callBy({ locale }),
  );

test("a plugin's command is answered like any other", async () => {
  expect(await ask(optionsWith(), [pluginSaying("dice", "four")], "/dice")).toEqual({
    body: "four",
    visibility: "place",
  });
});

test.each([
  ["throws", () => Promise.reject(new Error("secret detail"))],
  ["throws what is no error", () => Promise.reject("secret detail")],
  ["says nothing", () => ""],
  ["gives no text", () => ({ toString: () => "text" })],
  ["says far too much", () => "x".repeat(20_001)],
])("a command that %s is answered in words, and the others live", async (_what, run) => {
  const options = optionsWith();
  const plugins = [pluginSaying("broken", run), pluginSaying("dice", "four")];
  const { body } = await ask(options, plugins, "/broken");
  expect(body).toMatch(/broke down.*\[E-PLUGIN\]$/);
  expect(body).not.toContain("secret detail");
  expect(options.logger.lines).toMatchObject([
    { level: "error", fields: { plugin: "broken", command: "broken" }, error: { code: "E-PLUGIN" } },
  ]);
  expect((await ask(options, plugins, "/dice")).body).toBe("four");
});

test("the words of a failure are in the language of the person", async () => {
  const { body } = await ask(optionsWith(), [pluginSaying("broken", () => Promise.reject())], "/broken", "de");
  expect(body).toMatch(/zusammengebrochen/);
});

test("what a plugin tells the person to mend is no fault of the plugin", async () => {
  const options = optionsWith();
  const strict = pluginSaying("dice", () => Promise.reject(new UserError("E-COMMAND-INPUT", () => "Name a die.")));
  expect((await ask(options, [strict], "/dice")).body).toBe("Name a die. [E-COMMAND-INPUT]");
  expect(options.logger.lines).toEqual([]);
});

test("a command that never ends is not waited for", async () => {
  const late: Clock = { ...clock, sleep: () => nextTick() };
  const { body } = await ask(
    optionsWith({ clock: late }),
    [pluginSaying("slow", () => new Promise(() => undefined))],
    "/slow",
  );
  expect(body).toMatch(/\[E-PLUGIN\]$/);
});

test("a configuration that does not fit puts that plugin off, in words, and leaves the others", () => {
  const options = optionsWith({ configOf: (name) => (name === "strict" ? { sides: "six" } : {}) });
  const strict = plugin({
    ...plain,
    name: "strict",
    config: z.object({ sides: z.number() }),
    setup: () => ({ commands: [] }),
  });
  const commands = hostPlugins([strict, pluginSaying("dice", "four")], options);
  expect(commands.map(({ name }) => name)).toEqual(["dice"]);
  const [line] = options.logger.lines;
  expect(line).toMatchObject({ fields: { plugin: "strict" }, error: { code: "E-PLUGIN" } });
  expect(String(line?.error)).toMatch(/plugins\.strict\.sides: .*expected number/);
});

test.each<[string, AnyPlugin]>([
  ["shadows a built-in command", pluginSaying("help", "mine")],
  [
    "puts a subcommand under a built-in command",
    plugin({ ...plain, name: "sly", setup: () => ({ commands: [saying("help me", "mine")] }) }),
  ],
  ["takes another plugin's name", pluginSaying("dice", "five")],
  ["has no proper name", pluginSaying("../secrets", "x")],
  [
    "cannot be set up",
    plugin({
      ...plain,
      name: "sick",
      setup: () => {
        throw new Error("sick");
      },
    }),
  ],
])("a plugin that %s is off", (_what, bad) => {
  const options = optionsWith();
  const commands = hostPlugins([pluginSaying("dice", "four"), bad], options);
  expect(commands.map(({ name }) => name)).toEqual(["dice"]);
  expect(options.logger.lines).toMatchObject([
    { level: "error", message: "a plugin is off", error: { code: "E-PLUGIN" } },
  ]);
});

test("a plugin that is off leaves none of its commands behind", () => {
  const half = plugin({
    ...plain,
    name: "half",
    setup: () => ({ commands: [saying("good", "x"), saying("help", "x")] }),
  });
  expect(hostPlugins([half], optionsWith())).toEqual([]);
});

test("stored values are the plugin's own", async () => {
  const storage = valuesInMemory();
  const { storage: own } = contextOf({ permissions: { hosts: () => [], storage: true } }, optionsWith({ storage }));
  await own.set("colour", "blue");
  expect(await own.get("colour")).toBe("blue");
  expect([...storage.kept.keys()]).toEqual(["curious/colour"]);
  await own.delete("colour");
  expect(await own.get("colour")).toBeNull();
});

test("without the permission nothing is stored", async () => {
  const storage = valuesInMemory();
  const { storage: refused } = contextOf({}, optionsWith({ storage }));
  await expect(refused.set("colour", "blue")).rejects.toMatchObject({ code: "E-PLUGIN" });
  await expect(refused.get("colour")).rejects.toMatchObject({ code: "E-PLUGIN" });
  expect(storage.kept.size).toBe(0);
});

test("a plugin that reaches for a host it did not name is stopped in words", async () => {
  const nosy = plugin({
    ...plain,
    name: "nosy",
    permissions: { hosts: () => ["api.example"], storage: false },
    setup: ({ http }) => ({
      commands: [saying("nosy", async () => String(await http.getJson(new URL("https://elsewhere.example/"))))],
    }),
  });
  expect((await ask(optionsWith(), [nosy], "/nosy")).body).toMatch(/may not reach.*\[E-PLUGIN-HOST-DENIED\]$/);
});

test("a plugin reaches its capabilities and nothing else, and can change none of them", () => {
  const config = z.object({ colours: z.array(z.string()).default(["blue"]) });
  const context = contextOf({ config, permissions: { hosts: () => [], storage: true } });
  expect(Object.keys(context).sort()).toEqual(["clock", "config", "http", "log", "storage"]);
  const reachable = [context, ...Object.values(context), (context.config as { colours: string[] }).colours];
  for (const part of reachable) expect(Object.isFrozen(part)).toBe(true);
  expect(Object.keys(context.http)).toEqual(["getJson"]);
  expect(context.clock).not.toBe(clock);
});

test("what a plugin logs bears its name", () => {
  const options = optionsWith();
  contextOf({}, options).log.child({ step: 1 }).info({ count: 2 }, "rolled");
  expect(options.logger.lines).toMatchObject([{ fields: { plugin: "curious", step: 1, count: 2 }, message: "rolled" }]);
});

test("a command learns who asks, and cannot change it for others", async () => {
  const call = callBy();
  const rude = plugin({
    ...plain,
    name: "rude",
    setup: () => ({
      commands: [
        { ...saying("rude", ""), run: async (_args, given) => String(Reflect.set(given.author, "name", "Mallory")) },
      ],
    }),
  });
  const options = optionsWith();
  const registry = commandRegistry(hostPlugins([rude], options));
  expect((await dispatch(registry, "rude", { type: "fields", values: {} }, call)).body).toBe("false");
  expect(call.author.name).toBe("Priya");
});
