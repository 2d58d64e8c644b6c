import type { z } from "zod";
import type { Markdown, Visibility } from "../reply.ts";
import type { Author, Locale, PersonId, Place, Room } from "../session.ts";

export type Localized = Readonly<Record<Locale, string>>;

/** Who asks, from where, and when: all that a command is told beside its arguments. */
export interface CommandCall {
  readonly person: PersonId;
  readonly author: Author;
  readonly place: Place;
  readonly room: Room;
  readonly locale: Locale;
  readonly now: Date;
}

/** A command declared once, for every platform. Throws `UserError` for what the person can mend. */
export interface CommandDefinition<Args extends z.ZodObject = z.ZodObject> {
  /** `journal write`: a blank makes a subcommand. */
  readonly name: string;
  readonly summary: Localized;
  /** Flat. On a line the fields are taken in order; the last text field takes the rest of the line. */
  readonly args: Args;
  /** Static: it cannot depend on what the command finds. */
  readonly visibility: Visibility;
  readonly run: (args: z.output<Args>, call: CommandCall) => Promise<Markdown>;
}

// biome-ignore lint/suspicious/noExplicitAny: a list of commands forgets each one's arguments; only the registry calls run, with what its own args parsed.
export type AnyCommand = CommandDefinition<any>;

/** Keeps the arguments' types while declaring. */
export const command = <Args extends z.ZodObject>(definition: CommandDefinition<Args>): CommandDefinition<Args> =>
  definition;
