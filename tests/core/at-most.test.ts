import { expect, test } from "vitest";
import { atMost, type Urgency } from "../../src/core/at-most.ts";

const soon = () => new Promise((resolve) => setImmediate(resolve));

/** A room in which everybody waits for a word of ours, first inside and then, who wants to, aside. */
function room(count: number) {
  const enter = atMost(count);
  const inside: string[] = [];
  const words = new Map<string, () => void>();
  const wordFor = (name: string) => new Promise<void>((resolve) => void words.set(name, resolve));
  const leave = (name: string): void => void inside.splice(inside.indexOf(name), 1);
  const stay = async (name: string): Promise<void> => {
    inside.push(name);
    await wordFor(name);
    leave(name);
  };
  return {
    inside,
    come: (name: string, urgency?: Urgency) => enter(() => stay(name), urgency),
    comeAndStepAside: (name: string) =>
      enter(async (aside) => {
        await stay(name);
        await aside(() => wordFor(`${name} outside`));
        await stay(name);
      }),
    tell: async (name: string) => {
      words.get(name)?.();
      await soon();
    },
  };
}

test("no more than so many are inside, and the others come in their order", async () => {
  const { inside, come, tell } = room(2);
  const gone = ["a", "b", "c", "d"].map((name) => come(name));
  await soon();
  expect(inside).toEqual(["a", "b"]);
  await tell("b");
  expect(inside).toEqual(["a", "c"]);
  await tell("a");
  await tell("c");
  await tell("d");
  await Promise.all(gone);
  expect(inside).toEqual([]);
});

test("who steps aside lets the next one in, and waits for a place to come back", async () => {
  const { inside, come, comeAndStepAside, tell } = room(1);
  const gone = [comeAndStepAside("a"), come("b")];
  await soon();
  await tell("a");
  expect(inside).toEqual(["b"]);
  await tell("a outside");
  expect(inside).toEqual(["b"]);
  await tell("b");
  expect(inside).toEqual(["a"]);
  await tell("a");
  await Promise.all(gone);
});

test("what is urgent goes before all that waits, in its own order", async () => {
  const { inside, come, tell } = room(1);
  const gone = [come("a"), come("b"), come("c", "urgent"), come("d", "urgent")];
  const seen: string[][] = [];
  for (const name of ["a", "c", "d", "b"]) {
    await soon();
    seen.push([...inside]);
    await tell(name);
  }
  await Promise.all(gone);
  expect(seen).toEqual([["a"], ["c"], ["d"], ["b"]]);
});

test("who fails leaves its place", async () => {
  const enter = atMost(1);
  await expect(enter(() => Promise.reject(new Error("no")))).rejects.toThrow("no");
  await expect(enter(async () => "in")).resolves.toBe("in");
});
