import type { AdapterHost, Query } from "../platform.ts";
import type { Logger } from "../ports.ts";
import type { Repositories } from "../storage.ts";
import type { Choice } from "./definition.ts";
import type { CommandRegistry } from "./registry.ts";

export interface CompletionDeps {
  readonly registry: CommandRegistry;
  readonly storage: Pick<Repositories, "people" | "journal">;
  readonly log: Logger;
}

/** Discord's, the strictest of the platforms. */
const mostChoices = 25;

/** Completes arguments while they are typed. What is typed is nobody's ask: it is not kept, and not logged. */
export const completion =
  ({ registry, storage, log }: CompletionDeps): AdapterHost["complete"] =>
  async (query) => {
    try {
      return (await choicesFor(query, registry, storage)).slice(0, mostChoices);
    } catch {
      log.debug({ command: query.command, field: query.field }, "an argument could not be completed");
      return [];
    }
  };

async function choicesFor(
  { platform, author, locale, command, field, typed }: Query,
  registry: CommandRegistry,
  { people, journal }: CompletionDeps["storage"],
): Promise<readonly Choice[]> {
  const completed = registry.get(command)?.suggest ?? {};
  const suggest = Object.hasOwn(completed, field) ? completed[field] : undefined;
  if (!suggest) return [];
  const person = await people.known(platform, author.id);
  return suggest({ typed, locale, person, journal: { list: journal.list } });
}
