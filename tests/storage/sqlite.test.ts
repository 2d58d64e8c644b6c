import { expect, test } from "vitest";
import { storageContract } from "../contracts/storage.ts";
import { sqliteDatabase, testStorage } from "../storage-fixture.ts";

storageContract("SQLite", sqliteDatabase);

test("on SQLite what waits for a transaction is served after it, in the order in which it came", async () => {
  const storage = await testStorage();
  const served: string[] = [];
  const inside = storage.transaction(async (tx) => {
    await tx.pluginValues.set("order", "last", "inside");
    await new Promise((resolve) => setImmediate(resolve));
    served.push("transaction");
  });
  const outside = ["first", "second", "third"].map(async (value) => {
    await storage.pluginValues.set("order", "last", value);
    served.push(value);
  });
  await Promise.all([inside, ...outside]);
  expect(served.filter((value) => value !== "transaction")).toEqual(["first", "second", "third"]);
  expect(await storage.pluginValues.get("order", "last")).toBe("third");
});
