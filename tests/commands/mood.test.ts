import { expect, test } from "vitest";
import { moodCommands } from "../../commands/mood.ts";
import type { Mood, MoodEvent } from "../../src/core/mood/mood.ts";
import { type Locale, type Place, type RoomKind, roomOf } from "../../src/core/session.ts";
import { callBy } from "./command-call.ts";

const now = new Date("2026-03-01T12:00:00Z");
const ago = (minutes: number): Date => new Date(now.getTime() - minutes * 60_000);
const place: Place = { platform: "discord", guild: "g", channel: "c", thread: null };

async function ask(
  locale: Locale,
  mood: Mood | null,
  events: readonly MoodEvent[],
  kind: RoomKind = "channel",
): Promise<string> {
  const [command] = moodCommands;
  if (!command) throw new Error("there is no /mood");
  const unused = async (): Promise<never> => expect.fail("it only looks");
  const looking = { get: async () => mood, events: async () => events };
  const moods = { ...looking, set: unused, erase: unused, put: unused };
  const room = roomOf(place, kind);
  return command.run({}, callBy({ place, room, locale, now, repositories: { moods } }));
}

test("/mood in a fresh room is at rest, for no reason", async () => {
  expect(await ask("en", null, [])).toBe(
    "In this room I feel calm and content, as far as a program can.\nNothing that was said here lately has moved me.",
  );
});

test("/mood names its causes, whose they are and when, and quotes nobody", async () => {
  const events: readonly MoodEvent[] = [
    { cause: "kind-words", by: "Priya", sentiment: 0.7, at: ago(5) },
    { cause: "harsh-words", by: "Tom", sentiment: -0.7, at: ago(90) },
    { cause: "kind-words", by: "Priya", sentiment: 0.7, at: ago(100) },
    { cause: "thanks", by: "Lea", sentiment: 0.5, at: ago(60 * 30) },
  ];
  const said = await ask("en", { valence: 0.7, energy: 0.3, at: ago(5) }, events);
  expect(said.split("\n")).toEqual([
    "In this room I feel quietly glad, as far as a program can.",
    "What moved me lately:",
    "- kind words from Priya, 2 times, the last 5 minutes ago",
    "- harsh words from Tom, 1 hour ago",
  ]);
});

test("/mood speaks German, and tells the mood as it is now, not as it was", async () => {
  const events: readonly MoodEvent[] = [{ cause: "thanks", by: "Lea", sentiment: 0.5, at: ago(60 * 20) }];
  expect(await ask("de", { valence: 0.8, energy: 0.9, at: ago(60 * 20) }, events)).toBe(
    "In diesem Raum bin ich ruhig und zufrieden, soweit ein Programm das sein kann.\nWas mich in letzter Zeit bewegt hat:\n- Dank von Lea, vor 20 Stunden",
  );
});

test("in a direct room the causes are one's own", async () => {
  const events: readonly MoodEvent[] = [{ cause: "thanks", by: "priya.k", sentiment: 0.5, at: ago(2) }];
  expect(await ask("en", null, events, "direct")).toMatch(/- thanks from you, 2 minutes ago$/);
  expect(await ask("de", null, events, "direct")).toMatch(/- Dank von dir, vor 2 Minuten$/);
});
