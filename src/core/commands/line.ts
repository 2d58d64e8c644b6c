import { UserError } from "../errors.ts";
import { nearest } from "../nearest.ts";
import type { CommandInput } from "../session.ts";
import type { AnyCommand } from "./definition.ts";
import { type Field, fieldsOf, usageOf } from "./fields.ts";
import type { CommandRegistry } from "./registry.ts";

/** What a person asked for: a command with the arguments its schema has parsed, or a group's list of subcommands. */
export type Parsed =
  | { readonly type: "call"; readonly command: AnyCommand; readonly args: Readonly<Record<string, unknown>> }
  | { readonly type: "group"; readonly name: string; readonly commands: readonly AnyCommand[] };

type Values = Extract<CommandInput, { type: "fields" }>["values"];
type Value = Values[string];

/** Whether a message is meant as a command. A slash says so, even where no such command exists. */
export const isCommandLine = (text: string): boolean => text.trimStart().startsWith("/");

/** The command that a line names, with what it is given; null where it names none, or gives it what does not fit. */
export function callIn(
  registry: CommandRegistry,
  line: string,
): { readonly command: AnyCommand; readonly values: Values } | null {
  const found = registry.match(line.trim().slice(1));
  if (found.type !== "command") return null;
  try {
    return { command: found.command, values: valuesIn(found.command, found.rest) };
  } catch (error) {
    if (error instanceof UserError) return null;
    throw error;
  }
}

/** Reads `/journal write slept badly`. Throws nothing but `UserError`. */
export function parseLine(registry: CommandRegistry, line: string): Parsed {
  const found = registry.match(line.trim().slice(1));
  if (found.type === "command") return callOf(found.command, valuesIn(found.command, found.rest));
  if (found.type === "none") throw unknownCommand(registry.commands, found.name);
  if (found.rest !== "") throw unknownCommand(registry.commands, `${found.name} ${firstWord(found.rest)}`);
  return { type: "group", name: found.name, commands: registry.under(found.name) };
}

/** Reads arguments that a platform has already parted; a form's numbers may come as text. */
export function parseFields(registry: CommandRegistry, name: string, values: Values): Parsed {
  const command = registry.get(name);
  if (command === null) throw unknownCommand(registry.commands, name);
  const given = fieldsOf(command).flatMap((field) => {
    const value = values[field.name];
    if (value === undefined || value === "") return [];
    const read = typeof value === "string" ? readWord(field, value) : value;
    if (read === null) throw unfit(command, field);
    return [[field.name, read] as const];
  });
  return callOf(command, Object.fromEntries(given));
}

const firstWord = (text: string): string => text.split(/\s/u, 1)[0]?.toLowerCase() ?? "";

function callOf(command: AnyCommand, values: Values): Parsed {
  const fields = fieldsOf(command);
  const missing = fields.find((field) => field.required && values[field.name] === undefined);
  if (missing) throw new UserError("E-COMMAND-INPUT", (w) => w.command.missing(missing.name, usageOf(command)));
  const parsed = command.args.safeParse(values);
  if (parsed.success) return { type: "call", command, args: parsed.data };
  const issue = parsed.error.issues[0];
  const field = fields.find(({ name }) => name === issue?.path[0]);
  if (issue?.code === "too_big" && field?.kind === "text") throw tooLong(command, field, Number(issue.maximum));
  throw field ? unfit(command, field) : extra(command);
}

/** Fields take words in order; an optional one leaves a word that does not fit to the next; the last text takes the rest. */
function valuesIn(command: AnyCommand, line: string): Values {
  const fields = fieldsOf(command);
  const last = fields.findLast((field) => field.kind === "text");
  const values: Record<string, Value> = {};
  let rest = line;
  for (const field of fields) {
    if (rest === "") break;
    const { word, after } = field === last ? { word: rest, after: "" } : nextWord(rest);
    const value = readWord(field, word);
    if (value === null && field.required) throw unfit(command, field);
    if (value === null) continue;
    values[field.name] = value;
    rest = after;
  }
  if (rest !== "") throw leftOver(command, fields, values);
  return values;
}

/** One word, or several in quotes of any usual kind. */
function nextWord(line: string): { readonly word: string; readonly after: string } {
  const [taken = line, straight, curly, low] = /^(?:"([^"]*)"|“([^”]*)”|„([^“”]*)[“”]|\S+)/u.exec(line) ?? [];
  return { word: straight ?? curly ?? low ?? taken, after: line.slice(taken.length).trimStart() };
}

const yes = ["true", "yes", "on", "ja", "an"];
const no = ["false", "no", "off", "nein", "aus"];

/** A word as its field understands it; null where it does not fit. */
function readWord(field: Field, word: string): Value | null {
  if (field.kind === "text") return word;
  const plain = word.trim().toLowerCase();
  if (field.kind === "choice") return field.choices.find((choice) => choice.toLowerCase() === plain) ?? null;
  if (field.kind === "boolean") return yes.includes(plain) ? true : no.includes(plain) ? false : null;
  if (field.kind === "integer") return /^#?-?\d{1,15}$/.test(plain) ? Number(plain.replace("#", "")) : null;
  return /^-?\d{1,15}(?:[.,]\d{1,15})?$/.test(plain) ? Number(plain.replace(",", ".")) : null;
}

const unfit = (command: AnyCommand, field: Field): UserError =>
  new UserError("E-COMMAND-INPUT", (w) => w.command.unfit(field, usageOf(command)));

const tooLong = (command: AnyCommand, field: Field, limit: number): UserError =>
  new UserError("E-COMMAND-INPUT", (w) => w.command.tooLong(field.name, limit, usageOf(command)));

const extra = (command: AnyCommand): UserError =>
  new UserError("E-COMMAND-INPUT", (w) => w.command.extra(usageOf(command)));

/** What is left over was meant for the one field that it did not fit, if there is but one. */
function leftOver(command: AnyCommand, fields: readonly Field[], values: Values): UserError {
  const [open, ...others] = fields.filter(({ name }) => values[name] === undefined);
  return open && others.length === 0 ? unfit(command, open) : extra(command);
}

/** Only what looks like a name is said back: a line may hold links, mentions or a thousand characters. */
const sayable = (name: string): string | null => (/^[\p{L}\p{N} _-]{1,40}$/u.test(name) ? name : null);

/** Says that there is no such command, and which was probably meant. */
export function unknownCommand(commands: readonly AnyCommand[], name: string): UserError {
  const names = commands.map((command) => command.name);
  return new UserError("E-COMMAND-UNKNOWN", (w) => w.command.unknown(sayable(name), nearestName(names, name)));
}

/** Compares word by word, so that the group's name does not make all its subcommands look alike. */
function nearestName(names: readonly string[], name: string): string | null {
  const group = name.slice(0, Math.max(0, name.lastIndexOf(" ")));
  const before = group === "" ? "" : `${group} `;
  const beside = names
    .filter((one) => one.startsWith(before))
    .map((one) => one.slice(before.length).split(" ")[0] ?? "");
  if (beside.length === 0) return group === "" ? null : nearestName(names, group);
  const near = nearest(name.slice(before.length), [...new Set(beside)]);
  return near === null ? group || null : before + near;
}
