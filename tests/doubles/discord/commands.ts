import type { Values } from "./doings.ts";

export const commandTypes = { chatInput: 1, user: 2, message: 3 } as const;
const optionTypes = { subcommand: 1, group: 2, string: 3, integer: 4, boolean: 5, user: 6 } as const;

/** A command as it was registered. */
export interface Command {
  readonly id: string;
  readonly type: number;
  readonly name: string;
  readonly guild: string | null;
  readonly options: readonly Option[];
  readonly rest: Readonly<Record<string, unknown>>;
}

interface Option {
  readonly type: number;
  readonly name: string;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly options?: readonly Option[];
}

/** An option as an interaction has it. */
interface OptionGiven {
  readonly type: number;
  readonly name: string;
  readonly value?: string | number | boolean;
  readonly focused?: boolean;
  readonly options?: readonly OptionGiven[];
}

/** What is registered, for all guilds (null) and for each. */
export interface Commands {
  in(guild: string | null): readonly Command[];
  get(id: string): Command | null;
  /** Writes one; a known name of the same type is overwritten. */
  put(body: unknown, guild: string | null): Command;
  replaceAll(bodies: readonly unknown[], guild: string | null): readonly Command[];
  remove(id: string): void;
  /** What a person finds under a name: the guild's own goes first. */
  find(name: string, type: number, guild: string | null): Command | null;
  registered(): Readonly<Record<string, readonly string[]>>;
}

export function commands(makeId: () => string): Commands {
  let all: readonly Command[] = [];
  const within = (guild: string | null): readonly Command[] => all.filter((one) => one.guild === guild);
  const put: Commands["put"] = (body, guild) => {
    const given = (body ?? {}) as Record<string, unknown>;
    const { name = "", type = commandTypes.chatInput, options = [], ...rest } = given;
    const known = within(guild).find((one) => one.name === name && one.type === type);
    const kept = { id: known?.id ?? makeId(), name: String(name), type: Number(type), guild, rest };
    const command = { ...kept, options: options as readonly Option[] };
    all = [...all.filter((one) => one !== known), command];
    return command;
  };
  const named = (name: string, type: number, guild: string | null): Command | undefined =>
    within(guild).find((one) => one.name === name && one.type === type);
  return {
    in: within,
    get: (id) => all.find((one) => one.id === id) ?? null,
    put,
    replaceAll: (bodies, guild) => {
      const written = bodies.map((body) => put(body, guild));
      all = all.filter((one) => one.guild !== guild || written.includes(one));
      return written;
    },
    remove: (id) => {
      all = all.filter((one) => one.id !== id);
    },
    find: (name, type, guild) => (guild === null ? null : named(name, type, guild)) ?? named(name, type, null) ?? null,
    registered: () => {
      const guilds = [...new Set(all.map(({ guild }) => guild))];
      return Object.fromEntries(guilds.map((guild) => [guild ?? "", within(guild).map(({ name }) => name)]));
    },
  };
}

export const commandPayload = ({ rest, guild, options, ...command }: Command, application: string) => ({
  ...usualCommand,
  ...rest,
  ...command,
  ...(options.length > 0 && { options }),
  application_id: application,
  version: command.id,
  // Only those of all guilds have contexts.
  ...(guild !== null && { guild_id: guild, contexts: null }),
});

/** What is told of a command whose registration did not say otherwise. */
const usualCommand = {
  name_localizations: null,
  description: "",
  description_localizations: null,
  default_member_permissions: null,
  dm_permission: true,
  contexts: null,
  integration_types: [0],
  nsfw: false,
};

/**
 * What a person's client sends for a command path and its values. Null where the client would not let them: an option
 * that is not there, a required one that is missing, a value of another type.
 */
export function optionsFor(
  command: Command,
  path: readonly string[],
  values: Values,
  focused: string | null,
): readonly OptionGiven[] | null {
  return within(command.options, path, values, focused);
}

function within(
  options: readonly Option[],
  [next, ...path]: readonly string[],
  values: Values,
  focused: string | null,
): readonly OptionGiven[] | null {
  if (next === undefined) return given(options, values, focused);
  const found = options.find(({ name, type }) => name === next && isNode(type));
  const inner = found && within(found.options ?? [], path, values, focused);
  return inner ? [{ type: found.type, name: next, options: inner }] : null;
}

const isNode = (type: number): boolean => type === optionTypes.subcommand || type === optionTypes.group;

function given(options: readonly Option[], values: Values, focused: string | null): readonly OptionGiven[] | null {
  const names = Object.keys(values);
  const unknown = names.some((name) => !options.some((one) => one.name === name && !isNode(one.type)));
  const missing = focused === null && options.some((one) => one.required && values[one.name] === undefined);
  const bare = options.some(({ type }) => isNode(type));
  if (unknown || missing || bare || !canComplete(options, focused)) return null;
  const sent = options.flatMap(({ name, type }) => {
    const value = values[name];
    const isFocused = name === focused;
    return value === undefined ? [] : [{ type, name, value, ...(isFocused && { focused: true }) }];
  });
  return sent.every((one) => one.name === focused || fits(one.type, one.value)) ? sent : null;
}

const canComplete = (options: readonly Option[], focused: string | null): boolean =>
  focused === null || options.some(({ name, autocomplete }) => name === focused && autocomplete === true);

function fits(type: number, value: unknown): boolean {
  if (type === optionTypes.integer) return Number.isInteger(value);
  if (type === optionTypes.boolean) return typeof value === "boolean";
  return type === 10 ? typeof value === "number" : typeof value === "string";
}

/** Type of the option that is being typed; null where none is. */
export const focusedIn = (options: readonly OptionGiven[]): number | null =>
  options
    .map(({ type, focused, options: inner = [] }) => (focused ? type : focusedIn(inner)))
    .find((one) => one !== null) ?? null;

/** Ids of the users that its options name. */
export const usersIn = (options: readonly OptionGiven[]): readonly string[] =>
  options.flatMap(({ type, value, options: inner = [] }) => [
    ...(type === optionTypes.user && typeof value === "string" ? [value] : []),
    ...usersIn(inner),
  ]);
