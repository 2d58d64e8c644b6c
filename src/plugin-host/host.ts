import { z } from "zod";
import type { AnyCommand, AnyPluginCommand, PluginCall } from "../core/commands/definition.ts";
import { commandProblem } from "../core/commands/registry.ts";
import { FamiliarError, PluginError } from "../core/errors.ts";
import type { AnyPlugin } from "../core/plugin.ts";
import { contextFor, type HostPorts } from "./context.ts";
import { type HttpLimits, httpLimits } from "./http.ts";

export interface PluginHostOptions extends Omit<HostPorts, "httpLimits"> {
  /** What the configuration says for a plugin; undefined where it says nothing. */
  readonly configOf: (plugin: string) => unknown;
  /** Commands of the program itself, whose names no plugin can take. */
  readonly builtIn: readonly AnyCommand[];
  readonly httpLimits?: HttpLimits;
  /** How long one command of a plugin may take. */
  readonly commandTimeoutMs?: number;
}

const validName = /^[a-z][a-z0-9-]{0,31}$/;
const answer = z.string().trim().min(1).max(20_000);

/** The commands that plugins contribute. A plugin that cannot stand is off, with a line in the log; the others live. */
export function hostPlugins(plugins: readonly AnyPlugin[], options: PluginHostOptions): readonly AnyCommand[] {
  const contributed: AnyCommand[] = [];
  const names = new Set<string>();
  for (const plugin of plugins) {
    try {
      if (names.has(plugin.name)) throw problem(plugin, "Another plugin has the same name.");
      contributed.push(...commandsOf(plugin, [...options.builtIn, ...contributed], options));
      names.add(plugin.name);
    } catch (error) {
      options.logger.error({ plugin: plugin.name }, "a plugin is off", asPluginError(plugin, error));
    }
  }
  return contributed;
}

function commandsOf(plugin: AnyPlugin, others: readonly AnyCommand[], options: PluginHostOptions) {
  if (!validName.test(plugin.name)) throw problem(plugin, 'A plugin\'s name is made of a-z, 0-9 and "-".');
  const ports = { ...options, httpLimits: options.httpLimits ?? httpLimits };
  const context = contextFor(plugin, configOf(plugin, options), ports);
  const commands: AnyCommand[] = [];
  for (const command of plugin.setup(context).commands) {
    const trouble = commandProblem(command, [...others, ...commands]);
    if (trouble) throw problem(plugin, trouble);
    commands.push(confined(plugin, command, options));
  }
  return commands;
}

function configOf(plugin: AnyPlugin, options: PluginHostOptions): unknown {
  const schema: z.ZodType = plugin.config;
  const parsed = schema.safeParse(options.configOf(plugin.name) ?? {});
  if (parsed.success) return parsed.data;
  const issues = parsed.error.issues.map(
    (issue) => `plugins.${[plugin.name, ...issue.path].join(".")}: ${issue.message}`,
  );
  throw problem(plugin, `Its configuration is not valid: ${issues.join("; ")}.`);
}

const problem = (plugin: AnyPlugin, what: string): PluginError =>
  new PluginError("E-PLUGIN", `The plugin "${plugin.name}" is off. ${what} Mend that and start again.`);

/**
 * A plugin's command with its faults named after it: whatever it throws or gives, the rest of the program goes on. It may
 * ask a service, so it is never part of a commit.
 */
function confined(plugin: AnyPlugin, command: AnyPluginCommand, options: PluginHostOptions): AnyCommand {
  const run = async (args: unknown, call: PluginCall): Promise<string> => {
    try {
      return answer.parse(await inTime(command.run(args, frozenCall(call)), plugin, options));
    } catch (error) {
      const fault = asPluginError(plugin, error);
      if (fault instanceof PluginError)
        options.logger.error({ plugin: plugin.name, command: command.name }, "a plugin's command failed", fault);
      throw fault;
    }
  };
  const { name, summary, args, visibility, form } = command;
  return { name, summary, args, visibility, ...(form && { form }), run, outside: true };
}

/** What the program's own errors say is kept: a plugin may tell a person what to mend. */
const asPluginError = (plugin: AnyPlugin, error: unknown): FamiliarError =>
  error instanceof FamiliarError
    ? error
    : new PluginError("E-PLUGIN", `The plugin "${plugin.name}" failed; its cause tells where.`, { cause: error });

/** What is named here, and nothing else that a call may hold. */
const frozenCall = ({ person, author, place, room, locale, now }: PluginCall): PluginCall =>
  Object.freeze({
    person,
    author: Object.freeze({ ...author }),
    place: Object.freeze({ ...place }),
    room: Object.freeze({ ...room }),
    locale,
    now: new Date(now),
  });

async function inTime(work: Promise<string>, plugin: AnyPlugin, options: PluginHostOptions): Promise<string> {
  const ms = options.commandTimeoutMs ?? 30_000;
  const done = new AbortController();
  const late = options.clock.sleep(ms, done.signal).then((): never => {
    throw new PluginError(
      "E-PLUGIN",
      `The plugin "${plugin.name}" did not answer within ${ms} ms, so it is not waited for.`,
    );
  });
  late.catch(() => undefined);
  try {
    return await Promise.race([work, late]);
  } finally {
    done.abort();
  }
}
