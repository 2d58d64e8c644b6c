import type { z } from "zod";
import type { Markdown, Visibility } from "../reply.ts";
import type { Author, Locale, PersonId, Place, Room } from "../session.ts";
import type { Journal, Repositories } from "../storage.ts";

export type Localized = Readonly<Record<Locale, string>>;

/** Who asks, from where, and when: all that a plugin's command is told beside its arguments. */
export interface PluginCall {
  readonly person: PersonId;
  readonly author: Author;
  readonly place: Place;
  readonly room: Room;
  readonly locale: Locale;
  readonly now: Date;
}

/** The same for the program's own commands, with what is kept: one commit with the command's answer. */
export interface CommandCall extends PluginCall {
  readonly repositories: Repositories;
}

/** A command declared once, for every platform. Throws `UserError` for what the person can mend. */
export interface CommandDefinition<Args extends z.ZodObject = z.ZodObject, Call = CommandCall> {
  /** `journal write`: a blank makes a subcommand. */
  readonly name: string;
  readonly summary: Localized;
  /** Flat. On a line the fields are taken in order; the last text field takes the rest of the line. */
  readonly args: Args;
  /** Static: it cannot depend on what the command finds. */
  readonly visibility: Visibility;
  /** Where what it must have is missing, a platform that has forms asks for all its arguments in one. */
  readonly form?: true;
  /** It asks something outside the database, a service for one, and so cannot be part of a commit. */
  readonly outside?: true;
  readonly run: (args: z.output<Args>, call: Call) => Promise<Markdown>;
}

/** A completion for what a person is typing: `value` replaces the word, `label` is what they read. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** Somebody who is typing an argument. Nothing is asked yet, and so nothing can be changed. */
export interface Typing {
  readonly typed: string;
  readonly locale: Locale;
  /** Null where they were never heard: typing makes nobody known. */
  readonly person: PersonId | null;
  readonly journal: Pick<Journal, "list">;
}

/** A command of the program's own. It may complete arguments whose values depend on who is typing. */
export interface OwnCommand<Args extends z.ZodObject = z.ZodObject> extends CommandDefinition<Args> {
  readonly suggest?: {
    readonly [Field in keyof z.output<Args>]?: (typing: Typing) => Promise<readonly Choice[]>;
  };
}

// biome-ignore lint/suspicious/noExplicitAny: a list of commands forgets each one's arguments; only the registry calls run, with what its own args parsed.
export type AnyCommand = OwnCommand<any>;

// biome-ignore lint/suspicious/noExplicitAny: as above; what a plugin declares can be run without the program's own call.
export type AnyPluginCommand = CommandDefinition<any, PluginCall>;

/** The same for a plugin. */
export const pluginCommand = <Args extends z.ZodObject>(
  definition: CommandDefinition<Args, PluginCall>,
): CommandDefinition<Args, PluginCall> => definition;

/** Keeps the arguments' types while declaring. */
export const command = <Args extends z.ZodObject>(definition: OwnCommand<Args>): OwnCommand<Args> => definition;
