import { words } from "../../locales/words.ts";
import { PluginError, UserError } from "../errors.ts";
import type { Markdown, Visibility } from "../reply.ts";
import type { CommandInput, Locale } from "../session.ts";
import type { AnyCommand, CommandCall } from "./definition.ts";
import { usageOf } from "./fields.ts";
import { type Parsed, parseFields, parseLine } from "./line.ts";
import type { CommandRegistry } from "./registry.ts";

/** What somebody has given a command: not what was withheld from it. */
export type Given = Exclude<CommandInput, { type: "withheld" }>;

export interface CommandAnswer {
  readonly body: Markdown;
  readonly visibility: Visibility;
}

/**
 * Answers one command. `name` is null where the line itself names it (`/journal write ...`); otherwise a line holds
 * the arguments alone. What the person or a plugin got wrong is answered in words, for them alone where the command is
 * private or `complaints` are; any other error is thrown.
 */
export async function dispatch(
  registry: CommandRegistry,
  name: string | null,
  input: Given,
  call: CommandCall,
  complaints: Visibility = "place",
): Promise<CommandAnswer> {
  const line = lineOf(name, input);
  const visibility = visibilityOf(registry, line);
  try {
    const parsed = input.type === "line" ? parseLine(registry, line) : parseFields(registry, name ?? "", input.values);
    return { body: await answerTo(parsed, call), visibility };
  } catch (error) {
    return { body: inWords(error, call.locale), visibility: complaints === "person" ? complaints : visibility };
  }
}

function lineOf(name: string | null, input: Given): string {
  const text = input.type === "line" ? input.text : "";
  return name === null ? text : `/${name} ${text}`;
}

/** Whether answering it asks something outside the database. */
export const reachesOutside = (registry: CommandRegistry, name: string | null, input: Given): boolean =>
  addressed(registry, lineOf(name, input)).some((one) => one.outside);

function addressed(registry: CommandRegistry, line: string): readonly AnyCommand[] {
  const found = registry.match(line.trim().slice(1));
  return found.type === "command" ? [found.command] : registry.under(found.name);
}

/** Known before anything is parsed, so that a private command's complaints are private too. */
function visibilityOf(registry: CommandRegistry, line: string): Visibility {
  const concerned = addressed(registry, line);
  return concerned.length > 0 && concerned.every((one) => one.visibility === "person") ? "person" : "place";
}

async function answerTo(parsed: Parsed, call: CommandCall): Promise<Markdown> {
  if (parsed.type === "call") return parsed.command.run(parsed.args, call);
  const list = parsed.commands.map((one) => `- ${usageOf(one)}: ${one.summary[call.locale]}`);
  return [words(call.locale).command.group(parsed.name), ...list].join("\n");
}

function inWords(error: unknown, locale: Locale): Markdown {
  const say = words(locale);
  if (error instanceof UserError) return `${error.say(say)} [${error.code}]`;
  if (error instanceof PluginError) return `${say.plugin[error.code]()} [${error.code}]`;
  throw error;
}
