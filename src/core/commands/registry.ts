import { ConfigError } from "../errors.ts";
import type { Locale } from "../session.ts";
import type { AnyCommand, Choice } from "./definition.ts";
import { fieldsOf, unusableFields } from "./fields.ts";
import { formProblem } from "./form.ts";

/** What a line begins with: a command and the words after it, a group such as `journal` alone, or neither. */
type Match =
  | { readonly type: "command"; readonly command: AnyCommand; readonly rest: string }
  | { readonly type: "group"; readonly name: string; readonly rest: string }
  | { readonly type: "none"; readonly name: string };

export interface CommandRegistry {
  /** In the order of their declaration, which is the order of every list of them. */
  readonly commands: readonly AnyCommand[];
  get(name: string): AnyCommand | null;
  /** The commands of a group (`journal`), or the one command of that name. */
  under(name: string): readonly AnyCommand[];
  /** The longest name that a line (without its slash) begins with. */
  match(line: string): Match;
  /** Completions for the last word of a line that begins with a slash. */
  suggest(line: string, locale: Locale): readonly Choice[];
}

/** One to three words, as Discord can map them: command, group, subcommand. */
const validName = /^[a-z][a-z0-9-]{0,31}(?: [a-z][a-z0-9-]{0,31}){0,2}$/;

/** What keeps a command from standing beside the others, in words; null where nothing does. */
export function commandProblem(command: AnyCommand, others: readonly AnyCommand[]): string | null {
  const { name } = command;
  if (!validName.test(name)) return `"${name}" is not a command name: one to three words of a-z, 0-9 and "-".`;
  if (others.some((other) => other.name === name)) return `/${name} is declared twice.`;
  const above = others.find((other) => name.startsWith(`${other.name} `) || other.name.startsWith(`${name} `));
  if (above) return `/${name} and /${above.name} cannot both stand: no platform can run a group of subcommands itself.`;
  const [unusable] = unusableFields(command);
  if (unusable)
    return `The argument "${unusable}" of /${name} is no text, number, boolean or choice under a plain name.`;
  return unreachableProblem(command) ?? formProblem(command);
}

/** The last text takes the rest of a line, so that nothing after it can be demanded. */
function unreachableProblem(command: AnyCommand): string | null {
  const fields = fieldsOf(command);
  const lastText = fields.findLastIndex((field) => field.kind === "text");
  const after = lastText < 0 ? undefined : fields.slice(lastText + 1).find((field) => field.required);
  return after ? `The argument "${after.name}" of /${command.name} must come before its last text.` : null;
}

/** Every command by its name. A name that cannot stand is a fault of the program: nothing starts with it. */
export function commandRegistry(declared: readonly AnyCommand[]): CommandRegistry {
  for (const [index, command] of declared.entries()) {
    const problem = commandProblem(command, declared.slice(0, index));
    if (problem) throw new ConfigError("E-INTERNAL", `${problem} Mend it where it is declared.`);
  }
  const commands = [...declared];
  const byName = new Map(commands.map((command) => [command.name, command]));
  const under = (name: string) => commands.filter((one) => one.name === name || one.name.startsWith(`${name} `));
  return {
    commands,
    get: (name) => byName.get(name) ?? null,
    under,
    match: (line) => matchLine(line, byName, under),
    suggest: (line, locale) => suggest(line, locale, commands),
  };
}

function matchLine(
  line: string,
  byName: ReadonlyMap<string, AnyCommand>,
  under: (name: string) => readonly AnyCommand[],
): Match {
  const heads = [...line.matchAll(/\S+/gu)].slice(0, 3).map((word) => line.slice(0, word.index + word[0].length));
  for (const head of heads.toReversed()) {
    const name = nameIn(head);
    const rest = line.slice(head.length).trim();
    const command = byName.get(name);
    if (command) return { type: "command", command, rest };
    if (under(name).length > 0) return { type: "group", name, rest };
  }
  return { type: "none", name: nameIn(heads[0] ?? "") };
}

const nameIn = (head: string): string => head.trim().toLowerCase().replaceAll(/\s+/gu, " ");

/** Completes the word being typed: a part of a name, or one of the choices of the argument that comes next. */
function suggest(line: string, locale: Locale, commands: readonly AnyCommand[]): readonly Choice[] {
  if (!line.startsWith("/")) return [];
  const words = line.slice(1).toLowerCase().split(/\s+/u);
  const done = words.slice(0, -1);
  const typed = words.at(-1) ?? "";
  const slash = done.length === 0 ? "/" : "";
  return [...nextWords(done, locale, commands), ...nextChoices(done, locale, commands)]
    .filter(({ value }) => value.toLowerCase().startsWith(typed))
    .map(({ value, label }) => ({ value: slash + value, label }));
}

function nextWords(done: readonly string[], locale: Locale, commands: readonly AnyCommand[]): readonly Choice[] {
  const below = commands
    .map((command) => ({ command, words: command.name.split(" ") }))
    .filter(({ words }) => words.length > done.length && done.every((word, index) => words[index] === word));
  const values = [...new Set(below.map(({ words }) => words[done.length] ?? ""))];
  return values.map((value) => {
    const here = below.filter(({ words }) => words[done.length] === value);
    const alone = here.find(({ words }) => words.length === done.length + 1);
    const label = alone?.command.summary[locale] ?? here.map(({ words }) => words[done.length + 1]).join(", ");
    return { value, label };
  });
}

function nextChoices(done: readonly string[], locale: Locale, commands: readonly AnyCommand[]): readonly Choice[] {
  const command = commands.find(({ name }) => `${done.join(" ")} `.startsWith(`${name} `));
  const field = command && fieldsOf(command)[done.length - command.name.split(" ").length];
  return (field?.choices ?? []).map((value) => ({ value, label: field?.description[locale] ?? "" }));
}
