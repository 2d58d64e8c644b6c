import { type ApiError, invalidForm } from "./errors.ts";

type Fields = Record<string, readonly [code: string, message: string]>;
type Own = Readonly<Record<string, unknown>>;

const types = { row: 1, text: 4, textDisplay: 10, label: 18 } as const;

const list = (value: unknown): readonly Own[] =>
  Array.isArray(value) ? value.map((one) => (typeof one === "object" && one !== null ? one : {}) as Own) : [];

const isText = (value: unknown, least: number, most: number): boolean =>
  typeof value === "string" && value.length >= least && value.length <= most;

/** A text that need not be there. */
const mayBeText = (value: unknown, most: number): boolean => value === undefined || isText(value, 0, most);

const isBetween = (value: unknown, least: number, most: number): boolean =>
  value === undefined || (Number.isInteger(value) && Number(value) >= least && Number(value) <= most);

/** What Discord refuses of a modal; null: nothing. */
export function wrongInModal(modal: Own): ApiError | null {
  const components = list(modal["components"]);
  const ids = inputsIn(modal).map((input) => input["custom_id"]);
  const wrong: Fields = {
    ...(!isText(modal["custom_id"], 1, 100) && { custom_id: badLength(1, 100) }),
    ...(!isText(modal["title"], 1, 45) && { title: badLength(1, 45) }),
    ...((components.length < 1 || components.length > 5) && { components: badLength(1, 5) }),
    ...(!components.every(isRight) && { components: ["UNION_TYPE_CHOICES", "A component is not valid in a modal"] }),
    ...(new Set(ids).size < ids.length && {
      components: ["COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated"],
    }),
  };
  return Object.keys(wrong).length > 0 ? invalidForm(wrong) : null;
}

const badLength = (least: number, most: number): readonly [string, string] => [
  "BASE_TYPE_BAD_LENGTH",
  `Must be between ${least} and ${most} in length.`,
];

/** A row holds one input that has a label of its own; a label holds one that has none. */
function isRight(component: Own): boolean {
  const { type, label, description, component: inner } = component;
  if (type === types.textDisplay) return isText(component["content"], 1, 4_000);
  const [input, ...more] = list(type === types.row ? component["components"] : [inner]);
  if (!input || more.length > 0 || !isInput(input)) return false;
  if (type === types.row) return isText(input["label"], 1, 45);
  const bare = input["label"] === undefined;
  return type === types.label && bare && isText(label, 1, 45) && mayBeText(description, 100);
}

function isInput(input: Own): boolean {
  const { type, custom_id, style, min_length, max_length, value, placeholder, required } = input;
  return (
    type === types.text &&
    isText(custom_id, 1, 100) &&
    (style === 1 || style === 2) &&
    isBetween(min_length, 0, 4_000) &&
    isBetween(max_length, 1, 4_000) &&
    mayBeText(value, 4_000) &&
    mayBeText(placeholder, 100) &&
    (required === undefined || typeof required === "boolean")
  );
}

/** The texts that a modal asks for. */
export const inputsIn = (modal: { readonly components?: unknown }): readonly Own[] =>
  list(modal.components)
    .flatMap((one) => [...list(one["components"]), ...list([one["component"]])])
    .filter(({ type }) => type === types.text);

/** Whether a person's client sends it: what must be there is, and nothing is too long or too short. */
export const canSubmit = (inputs: readonly Own[], fields: Readonly<Record<string, string>>): boolean =>
  Object.keys(fields).every((name) => inputs.some((input) => input["custom_id"] === name)) &&
  inputs.every((input) => {
    const value = fields[String(input["custom_id"])] ?? String(input["value"] ?? "");
    if (value === "") return input["required"] === false;
    return value.length >= Number(input["min_length"] ?? 0) && value.length <= Number(input["max_length"] ?? 4_000);
  });

const integer = 4;
const number = 10;

/** At most 25, each with a name, and a value of the option's own type. */
export function wrongInChoices(choices: readonly Own[], option: number | null): ApiError | null {
  if (choices.length > 25) return invalidForm({ choices: badLength(0, 25) });
  const fits = (value: unknown): boolean => {
    if (option === integer) return Number.isInteger(value);
    return option === number ? typeof value === "number" : isText(value, 1, 100);
  };
  const right = choices.every(({ name, value }) => isText(name, 1, 100) && fits(value));
  return right
    ? null
    : invalidForm({ choices: ["APPLICATION_COMMAND_OPTIONS_CHOICE_INVALID", "A choice is not valid"] });
}
