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
  const fields = fieldsOf(command);
  const missing = fields.some(({ name, required }) => required && given[name] === undefined);
  if (!command.form || !missing) return null;
  return {
    command: command.name,
    title: command.summary[locale],
    inputs: fields.map((field) => toInput(field, locale)),
  };
}

const toInput = ({ name, kind, required, longest, description }: Field, locale: Locale): FormInput => ({
  name,
  label: description[locale] || name,
  long: kind === "text" && (longest ?? Number.POSITIVE_INFINITY) > longestLine,
  required,
  longest,
});

/** What keeps a command from being asked for in a form, in words; null where nothing does. */
export function formProblem(command: AnyCommand): string | null {
  if (!command.form) return null;
  const fields = fieldsOf(command);
  const typed = fields.every(({ kind }) => kind === "text" || kind === "number" || kind === "integer");
  if (typed && fields.length > 0 && fields.length <= mostInputs) return null;
  return `The form of /${command.name} must ask for one to ${mostInputs} texts or numbers.`;
}
