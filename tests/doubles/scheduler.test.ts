import { expect, test } from "vitest";
import { scheduler } from "./scheduler.ts";

test("what is due is done once and in order, though doing it plans more", () => {
  let now = 0;
  const done: string[] = [];
  const planned = scheduler(
    () => now,
    () => 1,
  );
  for (const name of ["a", "b", "c"])
    planned.at(10, () => {
      done.push(name);
      planned.at(10, () => done.push(`after ${name}`));
    });
  now = 10;
  planned.wake();
  planned.stop();
  expect(done).toEqual(["a", "b", "c", "after a", "after b", "after c"]);
});
