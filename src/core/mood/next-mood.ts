import type { Appraisal, Mood, MoodCause, MoodEvent } from "./mood.ts";

/** How the companion feels where nothing has moved it. */
export type Baseline = Pick<Mood, "valence" | "energy">;
export const baseline: Baseline = { valence: 0.2, energy: 0.3 };

/** Half of what is above or below the baseline is gone after this long. */
const halfLifeMs = { valence: 3 * 3_600_000, energy: 45 * 60_000 };

/** However much is said, valence is never pushed beyond these. Low is near the middle on purpose: nobody can break it. */
export const bounds = { floor: -0.3, ceiling: 0.8 };

/** One step goes a share of the way that is left: small, and smaller the nearer its end. */
interface Pull {
  readonly towards: number;
  readonly share: number;
}
interface Effect {
  readonly valence: Pull | null;
  readonly energy: Pull | null;
}

const effects: Readonly<Record<MoodCause, Effect>> = {
  "kind-words": { valence: { towards: bounds.ceiling, share: 0.12 }, energy: { towards: 0.6, share: 0.08 } },
  thanks: { valence: { towards: bounds.ceiling, share: 0.06 }, energy: null },
  "good-news": { valence: { towards: bounds.ceiling, share: 0.1 }, energy: { towards: 0.8, share: 0.12 } },
  "harsh-words": { valence: { towards: bounds.floor, share: 0.08 }, energy: { towards: 0.15, share: 0.08 } },
  "lively-talk": { valence: null, energy: { towards: 0.9, share: 0.12 } },
  // Sorrow gets sympathy in the answer. It moves nothing and leaves no event: how a person feels is theirs.
  "sad-news": { valence: null, energy: null },
};

const clamp = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

const decayed = (value: number, rest: number, elapsedMs: number, halfLife: number): number =>
  rest + (value - rest) * 0.5 ** (elapsedMs / halfLife);

/** The mood as it is now, if nothing was said since: it drifts back to the baseline. A clock set back changes nothing. */
export function moodAt(mood: Mood | null, now: Date, rest: Baseline = baseline): Mood {
  if (!mood) return { ...rest, at: now };
  const elapsed = Math.max(0, now.getTime() - mood.at.getTime());
  return {
    valence: decayed(mood.valence, rest.valence, elapsed, halfLifeMs.valence),
    energy: decayed(mood.energy, rest.energy, elapsed, halfLifeMs.energy),
    at: now,
  };
}

/** `value` moved along, never past the goal and never back from beyond it. */
function pulled(value: number, pull: Pull | null, strength: number, rest: number): number {
  if (!pull) return value;
  const step = (pull.towards - value) * pull.share * strength;
  const forwards = Math.sign(pull.towards - rest);
  return Math.sign(step) === forwards ? value + step : value;
}

/** What one message makes of the mood: first the time that passed, then the words. Pure. */
export function nextMood(mood: Mood | null, appraisal: Appraisal, now: Date, rest: Baseline = baseline): Mood {
  const current = moodAt(mood, now, rest);
  if (appraisal.cause === null) return current;
  const { valence, energy } = effects[appraisal.cause];
  const strength = (1 + clamp(Math.abs(appraisal.sentiment), 0, 1)) / 2;
  return {
    valence: clamp(pulled(current.valence, valence, strength, rest.valence), -1, 1),
    energy: clamp(pulled(current.energy, energy, strength, rest.energy), 0, 1),
    at: now,
  };
}

/** What is kept of a change: its cause, whose words, when. Null when nothing changed that is worth a trace. */
export function moodEvent(appraisal: Appraisal, by: string, at: Date): MoodEvent | null {
  const { cause, sentiment } = appraisal;
  if (cause === null || (!effects[cause].valence && !effects[cause].energy)) return null;
  return { cause, by, sentiment, at };
}

/** The mood that these events (oldest first) led to: the same, to the bit, as the one kept with the last of them. */
export const replay = (events: readonly MoodEvent[], rest: Baseline = baseline): Mood | null =>
  events.reduce<Mood | null>(
    (mood, { cause, sentiment, at }) => nextMood(mood, { cause, sentiment, towards: "other" }, at, rest),
    null,
  );
