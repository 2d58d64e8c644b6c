import type { CommandCall } from "../../src/core/commands/definition.ts";
import { type PersonId, type Place, roomOf } from "../../src/core/session.ts";

const place: Place = { platform: "console", guild: null, channel: "console", thread: null };

/** Priya, in a direct room, on a fixed afternoon. */
export const callBy = (changes: Partial<CommandCall> = {}): CommandCall => ({
  person: "priya" as PersonId,
  author: { id: "1", name: "Priya" },
  place,
  room: roomOf(place, "direct"),
  locale: "en",
  now: new Date("2026-11-23T14:05:00"),
  ...changes,
});
