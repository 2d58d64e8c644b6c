import {
  type APIApplicationCommandBasicOption,
  type APIApplicationCommandInteractionDataOption,
  type APIApplicationCommandOption,
  type APIChatInputApplicationCommandInteraction,
  ApplicationCommandOptionType,
  ApplicationCommandType,
  InteractionContextType,
  type InteractionType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
} from "discord.js";
import type { AnyCommand, Localized } from "../../core/commands/definition.ts";
import { type Field, fieldsOf } from "../../core/commands/fields.ts";
import type { Query } from "../../core/platform.ts";
import type { Typed } from "../shared/markdown/calling.ts";

/** What stands at the top of Discord's list; the rest is found below one name, so that nobody's list is flooded. */
const atTop: ReadonlySet<string> = new Set([
  "help",
  "journal",
  "weather",
  "memory",
  "mood",
  "persona",
  "why",
  "privacy",
  "remind",
]);
export const front = "familiar";
const longestDescription = 100;

/** The words by which a command is called on Discord: `session new` is `/familiar session new`. */
const pathOf = (name: string): readonly string[] => {
  const words = name.split(" ");
  return atTop.has(words[0] ?? "") ? words : [front, ...words];
};

export const typed: Typed = (command) => `/${pathOf(command).join(" ")}`;

const nameOf = (path: readonly string[]): string => (path[0] === front ? path.slice(1) : path).join(" ");

export type Registered = RESTPostAPIChatInputApplicationCommandsJSONBody;

/** All commands as Discord registers them, in a fixed order. */
export function toDiscordCommands(commands: readonly AnyCommand[]): readonly Registered[] {
  const tops = [...new Set(commands.map(({ name }) => pathOf(name)[0] ?? ""))];
  return tops.toSorted().map((top) => {
    const below = commands.filter(({ name }) => pathOf(name)[0] === top);
    const alone = below.find(({ name }) => pathOf(name).length === 1);
    return {
      type: ApplicationCommandType.ChatInput,
      name: top,
      ...described(alone?.summary ?? groupSummary(below)),
      options: alone ? optionsOf(alone) : branches(below, 1),
      contexts: [InteractionContextType.Guild, InteractionContextType.BotDM],
    };
  });
}

function branches(commands: readonly AnyCommand[], depth: number): APIApplicationCommandOption[] {
  const words = [...new Set(commands.map(({ name }) => pathOf(name)[depth] ?? ""))];
  return words.map((word): APIApplicationCommandOption => {
    const below = commands.filter(({ name }) => pathOf(name)[depth] === word);
    const leaf = below.find(({ name }) => pathOf(name).length === depth + 1);
    if (leaf)
      return {
        type: ApplicationCommandOptionType.Subcommand,
        name: word,
        ...described(leaf.summary),
        options: optionsOf(leaf),
      };
    const options = below.map((command) => ({
      type: ApplicationCommandOptionType.Subcommand as const,
      name: pathOf(command.name)[depth + 1] ?? "",
      ...described(command.summary),
      options: optionsOf(command),
    }));
    return {
      type: ApplicationCommandOptionType.SubcommandGroup,
      name: word,
      ...described(groupSummary(below)),
      options,
    };
  });
}

const groupSummary = (commands: readonly AnyCommand[]): Localized => {
  const list = commands.map(({ name }) => name.split(" ").at(-1)).join(", ");
  return { en: list, de: list };
};

const cut = (text: string): string => text.slice(0, longestDescription) || "-";

const described = ({ en, de }: Localized) => ({ description: cut(en), description_localizations: { de: cut(de) } });

/** Discord wants what is required first; what a form can ask for is not. */
const optionsOf = (command: AnyCommand): APIApplicationCommandBasicOption[] =>
  fieldsOf(command)
    .map((field) => ({ ...field, required: field.required && !command.form }))
    .toSorted((a, b) => Number(b.required) - Number(a.required))
    .map((field) => toOption(field, command.suggest?.[field.name] !== undefined));

function toOption(field: Field, autocomplete: boolean): APIApplicationCommandBasicOption {
  const { name, kind, required, choices, description } = field;
  const base = { name, required, ...described(description) };
  if (kind === "boolean") return { ...base, type: ApplicationCommandOptionType.Boolean };
  if (choices.length > 0) {
    const listed = choices.map((choice) => ({ name: choice, value: choice }));
    return { ...base, type: ApplicationCommandOptionType.String, choices: listed };
  }
  const completed = { ...base, ...(autocomplete && { autocomplete }) };
  if (kind === "number") return { ...completed, type: ApplicationCommandOptionType.Number };
  if (kind === "integer") return { ...completed, type: ApplicationCommandOptionType.Integer };
  return { ...completed, type: ApplicationCommandOptionType.String };
}

/** What is registered and what is to be: null where nothing is to be written. */
export function difference(registered: readonly object[], wanted: readonly Registered[]): readonly Registered[] | null {
  const there = registered.map(comparable).toSorted();
  const here = wanted.map(comparable).toSorted();
  return there.length === here.length && there.every((one, index) => one === here[index]) ? null : wanted;
}

/** Only what we say ourselves: Discord adds ids, versions, and its own defaults. */
const ours = [
  ...["name", "description", "description_localizations", "type", "required", "choices", "value", "contexts"],
  "autocomplete",
];

function comparable(command: object): string {
  const pick = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(pick);
    if (typeof value !== "object" || value === null) return value;
    const kept = Object.entries(value).filter(
      ([key, one]) => (ours.includes(key) || key === "options" || key === "de") && !isDefault(one),
    );
    return Object.fromEntries(kept.map(([key, one]) => [key, pick(one)] as const).toSorted(byName));
  };
  return JSON.stringify(pick(command));
}

const isDefault = (value: unknown): boolean =>
  value === null || value === undefined || value === false || (Array.isArray(value) && value.length === 0);

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1);

export interface Called {
  readonly command: string;
  readonly values: Readonly<Record<string, string | number | boolean>>;
}

type CallData = Pick<APIChatInputApplicationCommandInteraction["data"], "name"> & {
  readonly options?: readonly APIApplicationCommandInteractionDataOption<CallType>[];
};
type CallType = InteractionType.ApplicationCommand | InteractionType.ApplicationCommandAutocomplete;

/** The command's name, and the options that stand below it. What has no value is a word of the name. */
function optionsIn(data: CallData) {
  const path = [data.name];
  let options = data.options ?? [];
  for (let [first] = options; first && !("value" in first); [first] = options) {
    path.push(first.name);
    options = first.options ?? [];
  }
  return { command: nameOf(path), options: options.flatMap((option) => ("value" in option ? [option] : [])) };
}

/** Which command a person has called, and with what. */
export function calledBy({ data }: { readonly data: CallData }): Called {
  const { command, options } = optionsIn(data);
  return { command, values: Object.fromEntries(options.map(({ name, value }) => [name, value])) };
}

/** Which argument a person is typing, and what stands there so far; null where it is none. */
export function typedIn({ data }: { readonly data: CallData }): Pick<Query, "command" | "field" | "typed"> | null {
  const { command, options } = optionsIn(data);
  const typed = options.find((option) => "focused" in option && option.focused === true);
  return typed ? { command, field: typed.name, typed: String(typed.value) } : null;
}
