import {
  type AnyCommand,
  command,
  type Locale,
  localized,
  type Markdown,
  type MoodEvent,
  moodAt,
  moodWords,
  words,
  z,
} from "familiar/kit";

/** What is older has worn off. */
const recentMs = 24 * 3_600_000;
const readEvents = 50;
const shownCauses = 5;

/** How the companion feels in this room now, and whose words made it so; what was said is never quoted. */
export const moodCommands: readonly AnyCommand[] = [
  command({
    name: "mood",
    summary: localized((w) => w.mood.summary()),
    args: z.object({}),
    visibility: "place",
    run: async (_args, { room, now, locale, repositories: { moods } }) => {
      const mood = moodAt(await moods.get(room.key), now);
      const events = await moods.events(room.key, readEvents);
      return [
        words(locale).mood.now(moodWords(mood, locale)),
        ...reasons(events, now, locale, room.kind === "direct"),
      ].join("\n");
    },
  }),
];

interface Cause {
  /** The newest of its kind. */
  readonly event: MoodEvent;
  readonly times: number;
}

/** In a direct room all words are those of the one who asks. */
function reasons(events: readonly MoodEvent[], now: Date, locale: Locale, direct: boolean): readonly Markdown[] {
  const say = words(locale).mood;
  const recent = events.filter(({ at }) => now.getTime() - at.getTime() < recentMs);
  if (recent.length === 0) return [say.unmoved()];
  const rows = causesOf(recent).map(({ event, times }) =>
    say.row(say.causes[event.cause], direct ? null : event.by, times, event.at, now),
  );
  return [say.because(), ...rows.slice(0, shownCauses).map((row) => `- ${row}`)];
}

/** One row for each kind of words and each person, the newest first. */
function causesOf(newestFirst: readonly MoodEvent[]): readonly Cause[] {
  const causes = new Map<string, Cause>();
  for (const event of newestFirst) {
    const key = `${event.cause} ${event.by}`;
    const known = causes.get(key);
    causes.set(key, known ? { ...known, times: known.times + 1 } : { event, times: 1 });
  }
  return [...causes.values()];
}
