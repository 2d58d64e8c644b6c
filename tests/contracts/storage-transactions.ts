/** What a transaction promises. */
import { expect, test } from "vitest";
import type { Storage } from "../../src/core/storage.ts";
import { at, ids, later, newPerson } from "./storage-rows.ts";

/** A promise and the function that resolves it. */
function signal(): { readonly promise: Promise<void>; readonly give: () => void } {
  let give = (): void => {};
  const promise = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { promise, give };
}

export function transactions(storage: () => Storage): void {
  test("a write that resolves while another transaction is open survives that transaction's rollback", async () => {
    const { inside, end } = { inside: signal(), end: signal() };
    const failing = storage().transaction(async (tx) => {
      await tx.pluginValues.set("tx", "inside", "gone");
      inside.give();
      await end.promise;
      throw new Error("rolled back");
    });
    await inside.promise;
    const outside = storage().pluginValues.set("tx", "outside", "kept");
    // It resolves now or waits for the end of the other: either is right, being lost is not.
    await Promise.race([outside, new Promise((resolve) => setImmediate(resolve))]);
    end.give();
    await expect(failing).rejects.toThrow("rolled back");
    await outside;
    expect(await storage().pluginValues.get("tx", "outside")).toBe("kept");
    expect(await storage().pluginValues.get("tx", "inside")).toBeNull();
  });

  test("a reader outside never sees uncommitted rows", async () => {
    const { inside, end } = { inside: signal(), end: signal() };
    const failing = storage().transaction(async (tx) => {
      await tx.pluginValues.set("tx", "dirty", "uncommitted");
      expect(await tx.pluginValues.get("tx", "dirty")).toBe("uncommitted");
      inside.give();
      await end.promise;
      throw new Error("rolled back");
    });
    await inside.promise;
    const read = storage().pluginValues.get("tx", "dirty");
    await Promise.race([read, new Promise((resolve) => setImmediate(resolve))]);
    end.give();
    await expect(failing).rejects.toThrow("rolled back");
    expect(await read).toBeNull();
  });

  test("what the work throws comes out unchanged, and nothing of it is kept", async () => {
    const mine = { not: "even an Error" };
    const thrown = await storage()
      .transaction(async (tx) => {
        await tx.pluginValues.set("tx", "thrown", "gone");
        throw mine;
      })
      .catch((error: unknown) => error);
    expect(thrown).toBe(mine);
    expect(await storage().pluginValues.get("tx", "thrown")).toBeNull();
  });

  test("a transaction gives what its work gives, and all of its writes stand together", async () => {
    const person = await storage().transaction(async (tx) => {
      const found = await tx.people.of("mock", { id: ids.next(), name: "Tom" }, at);
      await tx.journal.write(found, "first", at);
      await tx.journal.write(found, "second", later);
      return found;
    });
    expect((await storage().journal.list(person, 9)).map(({ text }) => text)).toEqual(["second", "first"]);
  });

  test("a hundred transactions at once all commit", async () => {
    const person = await newPerson(storage());
    const write = (n: number) =>
      storage().transaction(async (tx) => {
        const { number } = await tx.journal.write(person, `entry ${n}`, at);
        await tx.pluginValues.set("parallel", String(number), "done");
        return number;
      });
    const numbers = await Promise.all(Array.from({ length: 100 }, (_, n) => write(n)));
    expect(new Set(numbers).size).toBe(100);
    expect(Math.max(...numbers)).toBe(100);
  });
}
