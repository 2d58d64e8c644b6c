import { z } from "zod";
import type { AnyCommand, Localized } from "./definition.ts";

type FieldKind = "text" | "number" | "integer" | "boolean" | "choice";

/** One argument of a command, as a platform offers it: a typed option, a field of a form, a word on a line. */
export interface Field {
  readonly name: string;
  readonly kind: FieldKind;
  /** What can be chosen; empty for every other kind. */
  readonly choices: readonly string[];
  readonly required: boolean;
  /** Of a text, in UTF-16 units; null where nothing bounds it, and for every other kind. */
  readonly longest: number | null;
  /** Empty where the command describes none. */
  readonly description: Localized;
}

type Schema = z.core.$ZodType;

const wrapper = (schema: Schema): Schema | null => {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault)
    return schema.unwrap();
  return schema instanceof z.ZodPipe ? schema.in : null;
};

/** The schema itself and what it wraps, outermost first. */
function layers(schema: Schema): readonly Schema[] {
  const inner = wrapper(schema);
  return inner === null ? [schema] : [schema, ...layers(inner)];
}

function kindOf(schema: Schema): FieldKind | null {
  if (schema instanceof z.ZodString) return "text";
  if (schema instanceof z.ZodNumber) return schema.format?.includes("int") ? "integer" : "number";
  if (schema instanceof z.ZodBoolean) return "boolean";
  return schema instanceof z.ZodEnum ? "choice" : null;
}

/** What zod keeps beside a schema: `z.string().meta(described({ en, de }))`. */
export const described = (text: Localized) => ({ description: text.en, ...text });

function descriptionOf(all: readonly Schema[]): Localized {
  const meta = all.map((layer) => z.globalRegistry.get(layer)).find((one) => one?.description);
  const { description = "", en, de } = meta ?? {};
  return { en: typeof en === "string" ? en : description, de: typeof de === "string" ? de : description };
}

/** As Discord's options are named, the strictest of the platforms. */
const validName = /^[a-z][a-z0-9_-]{0,31}$/;

function fieldOf(name: string, schema: Schema): Field | null {
  const all = layers(schema);
  const innermost = all.at(-1) ?? schema;
  const kind = kindOf(innermost);
  if (kind === null || !validName.test(name)) return null;
  return {
    name,
    kind,
    choices: innermost instanceof z.ZodEnum ? innermost.options.map(String) : [],
    required: !z.safeParse(schema, undefined).success,
    longest: innermost instanceof z.ZodString ? innermost.maxLength : null,
    description: descriptionOf(all),
  };
}

const shapeOf = (command: AnyCommand): readonly [string, Schema][] =>
  Object.entries((command.args as z.ZodObject).shape);

/** The arguments of a command in the order in which a line gives them. */
export const fieldsOf = (command: AnyCommand): readonly Field[] =>
  shapeOf(command).flatMap(([name, schema]) => fieldOf(name, schema) ?? []);

/** Names of the arguments that no platform could ask for. */
export const unusableFields = (command: AnyCommand): readonly string[] =>
  shapeOf(command).flatMap(([name, schema]) => (fieldOf(name, schema) === null ? [name] : []));

const placeholder = ({ name, choices, required }: Field): string => {
  const inside = choices.length > 0 ? choices.join("|") : name;
  return required ? `<${inside}>` : `[${inside}]`;
};

/** How a command is written on a line: `/journal write <text>`. */
export const usageOf = (command: AnyCommand): string =>
  [`/${command.name}`, ...fieldsOf(command).map(placeholder)].join(" ");
