import type { CommandCall } from "../../src/core/commands/definition.ts";
import { type PersonId, type Place, roomOf } from "../../src/core/session.ts";
import type { Repositories } from "../../src/core/storage.ts";

const place: Place = { platform: "console", guild: null, channel: "console", thread: null };

interface Changes extends Partial<Omit<CommandCall, "repositories">> {
  /** What the command asks; it has nothing else. */
  readonly repositories?: Partial<Repositories>;
}

/** Priya, in a direct room, on a fixed afternoon. */
export const callBy = ({ repositories = {}, ...changes }: Changes = {}): CommandCall => ({
  person: "priya" as PersonId,
  author: { id: "1", name: "Priya" },
  place,
  room: roomOf(place, "direct"),
  locale: "en",
  now: new Date("2026-11-23T14:05:00"),
  ...changes,
  repositories: repositories as Repositories,
});
