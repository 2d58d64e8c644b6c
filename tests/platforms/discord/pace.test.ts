import fc from "fast-check";
import { expect, test } from "vitest";
import { pace } from "../../../src/platforms/discord/pace.ts";

/** Time passes only when it is told to, and who sleeps is woken at once: it is only noted for how long. */
function timetable() {
  let now = 1_000_000;
  let slept = 0;
  const sleep = async (ms: number): Promise<void> => {
    slept = ms;
  };
  return {
    clock: { now: () => new Date(now), sleep },
    /** When somebody may leave who asks after this pause. */
    leaves: async (pause: number, turn: () => Promise<void>): Promise<number> => {
      now += pause;
      slept = 0;
      await turn();
      return now + slept;
    },
  };
}

test("whenever requests come, no second has more than the limit and what may leave at once", async () => {
  const crowd = fc.array(fc.constantFrom(0, 0, 0, 1, 7, 40), { minLength: 50, maxLength: 120 });
  const pauses = fc
    .array(crowd, { minLength: 1, maxLength: 3 })
    .map((crowds) => crowds.flatMap((one) => [3_000, ...one]));
  await fc.assert(
    fc.asyncProperty(pauses, async (all) => {
      const { clock, leaves } = timetable();
      const { turn } = pace({ clock, perSecond: 40, atOnce: 4 });
      const leaving: number[] = [];
      for (const ms of all) leaving.push(await leaves(ms, turn));
      for (const at of leaving) expect(leaving.filter((one) => one >= at && one < at + 1_000).length).toBeLessThan(45);
    }),
  );
});
