import type { CommandInput, Locale } from "../session.ts";
import type { AnyCommand } from "./definition.ts";
import { type Field, fieldsOf } from "./fields.ts";

/** One text that a form asks for. */
export interface FormInput {
  readonly name: string;
  readonly label: string;
  /** It takes more than a line. */
  readonly long: boolean;
  readonly required: boolean;
  /** In UTF-16 units; null where nothing bounds it. */
  readonly longest: number | null;
}

/** A command's arguments asked for at once, in one language. Its submission is what asks; opening it is nothing. */
export interface Form {
  readonly command: string;
  readonly title: string;
  readonly inputs: readonly FormInput[];
}

type Values = Extract<CommandInput, { type: "fields" }>["values"];

/** Discord's, the strictest of the platforms. */
const mostInputs = 5;
const longestLine = 200;

/** The form that asks for what is missing; null where nothing is, and where the command declares none. */
export function formFor(command: AnyCommand, given: Values, locale: Locale): Form | null {
  return command.form && lacks(command, given) ? formOf(command, locale) : null;
}

/**
 * What a button that offers a private command opens: its form, or the command itself where it needs nothing. Null where
 * there is no such command, or not for one person alone, or where it must have what no form can ask for.
 */
export function offered(command: AnyCommand | null, locale: Locale): Form | "call" | null {
  if (command?.visibility !== "person") return null;
  if (needsNothing(command)) return "call";
  return canBeAsked(command) ? formOf(command, locale) : null;
}

/** Whether what is sent may be a form of this command. */
export const hasForm = (command: AnyCommand): boolean =>
  command.form === true || (command.visibility === "person" && canBeAsked(command));

/** Whether it can be called by its name alone. */
export const needsNothing = (command: AnyCommand): boolean => !lacks(command, {});

const lacks = (command: AnyCommand, given: Values): boolean => missingIn(command, given).length > 0;

/** Arguments that it must have and that are not given, by their names. */
export const missingIn = (command: AnyCommand, given: Values): readonly string[] =>
  fieldsOf(command).flatMap(({ name, required }) => (required && given[name] === undefined ? [name] : []));

const formOf = (command: AnyCommand, locale: Locale): Form => ({
  command: command.name,
  title: command.summary[locale],
  inputs: fieldsOf(command).map((field) => toInput(field, locale)),
});

const toInput = ({ name, kind, required, longest, description }: Field, locale: Locale): FormInput => ({
  name,
  label: description[locale] || name,
  long: kind === "text" && (longest ?? Number.POSITIVE_INFINITY) > longestLine,
  required,
  longest,
});

/** What keeps a command from being asked for in a form, in words; null where nothing does. */
export function formProblem(command: AnyCommand): string | null {
  if (!command.form || canBeAsked(command)) return null;
  return `The form of /${command.name} must ask for one to ${mostInputs} texts or numbers.`;
}

function canBeAsked(command: AnyCommand): boolean {
  const fields = fieldsOf(command);
  const typed = fields.every(({ kind }) => kind === "text" || kind === "number" || kind === "integer");
  return typed && fields.length > 0 && fields.length <= mostInputs;
}
