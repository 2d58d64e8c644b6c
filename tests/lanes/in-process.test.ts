import fc from "fast-check";
import { expect, test } from "vitest";
import type { Logger } from "../../src/core/ports.ts";
import type { PlaceKey } from "../../src/core/session.ts";
import { inProcessLanes } from "../../src/lanes/in-process.ts";
import { systemClock } from "../../src/system.ts";
import { manualClock } from "../doubles/manual-clock.ts";

const errors: unknown[] = [];
const log: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (_fields, _message, error) => errors.push(error),
  child: () => log,
};

const lanesOf = (concurrency: number) => {
  const lanes = inProcessLanes({ concurrency, clock: systemClock, log });
  lanes.open();
  return lanes;
};
const place = (name: string) => name as PlaceKey;

test("whatever arrives, each place is served in order and never twice at once, and the bound holds", async () => {
  const arrivals = fc.array(fc.constantFrom("a", "b", "c", "d"), { maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(arrivals, fc.integer({ min: 1, max: 3 }), async (names, concurrency) => {
      const lanes = lanesOf(concurrency);
      const served: Record<string, number[]> = {};
      const inside = new Set<string>();
      names.forEach((name, index) => {
        lanes.enter(place(name), async () => {
          expect(inside.has(name)).toBe(false);
          inside.add(name);
          expect(inside.size).toBeLessThanOrEqual(concurrency);
          await Promise.resolve();
          inside.delete(name);
          served[name] = [...(served[name] ?? []), index];
        });
      });
      await lanes.drain(5000);
      expect(Object.values(served).flat().length).toBe(names.length);
      for (const order of Object.values(served)) expect(order).toEqual([...order].sort((x, y) => x - y));
    }),
  );
});

test("an error in one turn is logged and the next turn of that place runs", async () => {
  const lanes = lanesOf(1);
  let ran = false;
  lanes.enter(place("a"), () => Promise.reject(new Error("broken")));
  lanes.enter(place("a"), async () => {
    ran = true;
  });
  await lanes.drain(5000);
  expect(ran).toBe(true);
  expect(errors).toContainEqual(new Error("broken"));
});

test("draining gives up after its time when a turn hangs", async () => {
  const lanes = lanesOf(1);
  lanes.enter(place("a"), () => new Promise(() => undefined));
  await lanes.drain(10);
  await expect(lanes.drain(10)).resolves.toBeUndefined();
});

test("nothing is served before the lanes are open, and then in order of arrival", async () => {
  const lanes = inProcessLanes({ concurrency: 2, clock: systemClock, log });
  const served: string[] = [];
  for (const name of ["a", "b", "a"]) lanes.enter(place(name), async () => void served.push(name));
  await Promise.resolve();
  expect(served).toEqual([]);
  lanes.open();
  await lanes.drain(5000);
  expect(served).toEqual(["a", "b", "a"]);
});

test("a turn that rests lets other places go on, keeps its own, and takes a slot again before it goes on", async () => {
  const clock = manualClock();
  const lanes = inProcessLanes({ concurrency: 1, clock, log });
  const steps: string[] = [];
  lanes.enter(place("a"), async (slot) => {
    steps.push("a rests");
    await slot.rest(60_000);
    steps.push("a goes on");
  });
  lanes.enter(place("a"), async () => void steps.push("a again"));
  lanes.enter(place("b"), async () => void steps.push("b"));
  lanes.open();
  await clock.sleeping(60_000);
  clock.advance(60_000);
  await lanes.drain(5000);
  expect(steps).toEqual(["a rests", "b", "a goes on", "a again"]);
});
