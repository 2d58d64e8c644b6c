import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Appraisal, type Mood, type MoodEvent, moodCauses } from "../../../src/core/mood/mood.ts";
import { baseline, bounds, moodAt, moodEvent, nextMood, replay } from "../../../src/core/mood/next-mood.ts";

const start = new Date("2026-01-01T12:00:00Z");
const later = (ms: number, from = start): Date => new Date(from.getTime() + ms);
const harsh: Appraisal = { sentiment: -1, cause: "harsh-words", towards: "companion" };
const kind: Appraisal = { sentiment: 1, cause: "kind-words", towards: "companion" };
const hour = 3_600_000;

const appraisals = fc.record<Appraisal>({
  sentiment: fc.double({ min: -1, max: 1, noNaN: true }),
  cause: fc.constantFrom(...moodCauses, null),
  towards: fc.constantFrom("companion", "self", "other"),
});
const talk = fc.array(fc.tuple(appraisals, fc.integer({ min: 0, max: 10 * hour })), { maxLength: 200 });

interface Told {
  readonly mood: Mood | null;
  readonly events: readonly MoodEvent[];
}

/** What a room keeps while it is talked to: a mood is stored with its event, and only then. */
function kept(said: readonly (readonly [Appraisal, number])[]): Told {
  let now = start;
  let told: Told = { mood: null, events: [] };
  for (const [appraisal, pause] of said) {
    now = later(pause, now);
    const event = moodEvent(appraisal, "Lea", now);
    if (event) told = { mood: nextMood(told.mood, appraisal, now), events: [...told.events, event] };
  }
  return told;
}

describe("a mood", () => {
  test("moves a little with kind and with harsh words, and says nothing of it without them", () => {
    const before = moodAt(null, start);
    expect(nextMood(before, kind, start).valence).toBeGreaterThan(before.valence);
    expect(nextMood(before, harsh, start).valence).toBeLessThan(before.valence);
    expect(Math.abs(nextMood(before, harsh, start).valence - before.valence)).toBeLessThan(0.1);
    expect(nextMood(before, { sentiment: 0.9, cause: null, towards: "other" }, start)).toEqual(before);
  });

  test("goes half the way back to its baseline in three hours", () => {
    const glad: Mood = { valence: 0.8, energy: 0.3, at: start };
    expect(moodAt(glad, later(3 * hour)).valence).toBeCloseTo((0.8 + baseline.valence) / 2);
    expect(moodAt(glad, later(48 * hour)).valence).toBeCloseTo(baseline.valence);
  });

  test("is not lowered by sorrow, however much of it, and keeps no trace of it", () => {
    const sad: Appraisal = { sentiment: -1, cause: "sad-news", towards: "self" };
    let mood = moodAt(null, start);
    for (let count = 0; count < 1_000; count += 1) mood = nextMood(mood, sad, start);
    expect(mood).toEqual(moodAt(null, start));
    expect(moodEvent(sad, "Lea", start)).toBeNull();
  });

  test("stays above its floor through ten thousand hostile messages, and recovers", () => {
    let mood: Mood | null = null;
    for (let count = 0; count < 10_000; count += 1) mood = nextMood(mood, harsh, later(count));
    expect(mood?.valence).toBeGreaterThanOrEqual(bounds.floor);
    expect(moodAt(mood, later(24 * hour)).valence).toBeGreaterThan(0);
  });

  test("never leaves its bounds, whatever is said and whenever", () => {
    fc.assert(
      fc.property(talk, (said) => {
        const { mood } = kept(said);
        if (!mood) return;
        expect(mood.valence).toBeGreaterThanOrEqual(bounds.floor);
        expect(mood.valence).toBeLessThanOrEqual(bounds.ceiling);
        expect(mood.energy).toBeGreaterThanOrEqual(0);
        expect(mood.energy).toBeLessThanOrEqual(1);
      }),
    );
  });

  test("is, to the bit, what replaying its events gives", () => {
    fc.assert(
      fc.property(talk, (said) => {
        const { mood, events } = kept(said);
        expect(replay(events)).toEqual(mood);
      }),
    );
  });

  test("does not run wild when the clock is set back", () => {
    const mood = nextMood({ valence: 0.5, energy: 0.5, at: start }, kind, later(-1_000 * hour));
    expect(mood.valence).toBeLessThanOrEqual(bounds.ceiling);
    expect(mood.at).toEqual(later(-1_000 * hour));
  });
});
