import { setImmediate as tick } from "node:timers/promises";
import fc from "fast-check";
import { expect, test } from "vitest";
import { pace } from "../../../src/platforms/discord/pace.ts";
import { manualClock } from "../../doubles/manual-clock.ts";

const evenly = { perSecond: 40, atOnce: 2, underWay: 8 };

/** A platform that notes when it takes a request, and takes none while it stands still. */
function gate() {
  const clock = manualClock();
  const taken: number[] = [];
  const arrived: (() => void)[] = [];
  const { through, isFull } = pace({ clock, ...evenly });
  const takeAll = (): void => {
    for (const answer of arrived.splice(0)) {
      taken.push(clock.now().getTime());
      answer();
    }
  };
  return {
    taken,
    arrived,
    isFull,
    come: () => void through(() => new Promise<void>((resolve) => void arrived.push(resolve))),
    pass: async (ms: number, standsStill = false) => {
      clock.advance(ms);
      await tick();
      if (!standsStill) takeAll();
      await tick();
    },
  };
}

const stretch = fc.record({
  ms: fc.constantFrom(1, 5, 25, 30, 600),
  times: fc.constantFrom(1, 10, 40),
  come: fc.constantFrom(0, 1, 3, 30),
  standsStill: fc.boolean(),
});

test("whenever requests come and whatever stands still, no second of the platform's has more than fifty", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(stretch, { minLength: 3, maxLength: 12 }), async (stretches) => {
      const { taken, come, pass } = gate();
      for (const { ms, times, come: each, standsStill } of stretches)
        for (let time = 0; time < times; time += 1) {
          for (let one = 0; one < each; one += 1) come();
          await pass(ms, standsStill);
        }
      const tooSoon = taken.filter((at, nth) => (taken[nth + 50] ?? Number.POSITIVE_INFINITY) - at < 1_000);
      expect(tooSoon).toEqual([]);
    }),
  );
});

test("everything that came leaves in the end, in a second as many as it may", async () => {
  const { taken, come, pass, isFull } = gate();
  for (let one = 0; one < 100; one += 1) come();
  expect(isFull()).toBe(true);
  for (let ms = 0; ms < 2_600; ms += 5) await pass(5);
  expect(taken).toHaveLength(100);
  expect(isFull()).toBe(false);
});

test("while nothing is answered, no more than a few are on their way", async () => {
  const { arrived, come, pass } = gate();
  for (let one = 0; one < 20; one += 1) come();
  for (let ms = 0; ms < 1_000; ms += 25) await pass(25, true);
  expect(arrived).toHaveLength(8);
});

test("a request that fails makes room for the next one", async () => {
  const { through } = pace({ clock: manualClock(), perSecond: 40, atOnce: 2, underWay: 1 });
  await expect(through(() => Promise.reject(new Error("no route")))).rejects.toThrow("no route");
  await expect(through(async () => "taken")).resolves.toBe("taken");
});
