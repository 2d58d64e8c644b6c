import { expect, test } from "vitest";
import { turnstile } from "../../src/storage/turnstile.ts";

/** One that is served without a pause, as by a database that answers at once. */
const pass = async ({ enter }: ReturnType<typeof turnstile>): Promise<void> => {
  const leave = await enter();
  leave();
};

test("one passes at a time, in the order of coming", async () => {
  const gate = turnstile();
  const leave = await gate.enter();
  const passed: string[] = [];
  const others = ["a", "b"].map((name) => pass(gate).then(() => passed.push(name)));
  expect(passed).toEqual([]);
  leave();
  await Promise.all(others);
  expect(passed).toEqual(["a", "b"]);
});

test("while a crowd passes, the program goes on with what else there is", async () => {
  const gate = turnstile();
  let crowd = 200;
  let heard = 0;
  const others = Array.from({ length: crowd }, () =>
    pass(gate).then(() => {
      crowd -= 1;
    }),
  );
  const listen = (): void => {
    if (crowd === 0) return;
    heard += 1;
    setImmediate(listen);
  };
  setImmediate(listen);
  await Promise.all(others);
  expect(heard).toBeGreaterThan(50);
});
