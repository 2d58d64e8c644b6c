import type { APIApplicationCommandAutocompleteInteraction, APIApplicationCommandOptionChoice } from "discord.js";
import type { AnyCommand, Choice } from "../../core/commands/definition.ts";
import { fieldsOf } from "../../core/commands/fields.ts";
import type { AdapterHost, Query } from "../../core/platform.ts";
import type { Locale } from "../../core/session.ts";
import { typedIn } from "./commands.ts";
import { callerIn, discord, localeIn } from "./inbound.ts";
import type { Outbound, Ticket } from "./outbound.ts";

export interface CompletionOptions {
  readonly host: AdapterHost;
  readonly outbound: Outbound;
  readonly commands: readonly AnyCommand[];
  readonly locale: Locale;
}

/** Offers what may be meant by what somebody is typing. They alone see it. */
export async function complete(
  data: APIApplicationCommandAutocompleteInteraction,
  ticket: Ticket,
  { host, outbound, commands, locale }: CompletionOptions,
): Promise<void> {
  const typed = typedIn(data);
  const author = callerIn(data);
  const query = typed && { platform: discord, author, locale: localeIn(data) ?? locale, ...typed };
  const found = query ? await host.complete(query) : [];
  const value = query && isNumber(query, commands) ? Number : String;
  await outbound.offer(ticket, found.map(toChoice(value)));
}

const longest = 100;

const toChoice =
  (value: (text: string) => string | number) =>
  (choice: Choice): APIApplicationCommandOptionChoice => ({
    // Half a sign is none.
    name: choice.label.slice(0, longest).replace(/[\ud800-\udbff]$/, "") || choice.value,
    value: value(choice.value),
  });

/** Discord takes a value only in the option's own type. */
const isNumber = ({ command, field }: Query, commands: readonly AnyCommand[]): boolean =>
  commands
    .filter(({ name }) => name === command)
    .flatMap(fieldsOf)
    .some(({ name, kind }) => name === field && (kind === "number" || kind === "integer"));
