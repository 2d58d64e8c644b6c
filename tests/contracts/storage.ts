import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Storage } from "../../src/core/storage.ts";
import type { TestDatabase } from "../storage-fixture.ts";
import { arrivals } from "./storage-arrivals.ts";
import { attachments } from "./storage-attachments.ts";
import { books } from "./storage-books.ts";
import { inbox } from "./storage-inbox.ts";
import { memories, scopes } from "./storage-memories.ts";
import { messages } from "./storage-messages.ts";
import { parts } from "./storage-parts.ts";
import { journal, people, sessions } from "./storage-people.ts";
import { accepted, askIn, at, newPerson, newPlace } from "./storage-rows.ts";
import { transactions } from "./storage-transactions.ts";
import { walks } from "./storage-walk.ts";
import { wanted } from "./storage-wanted.ts";
import { withdrawals } from "./storage-withdraw.ts";

/** What every database must do, the same for all of them. */
export function storageContract(name: string, create: () => Promise<TestDatabase>): void {
  describe(`storage on ${name}`, () => {
    let database: TestDatabase;
    let storage: Storage;
    beforeAll(async () => {
      database = await create();
      storage = await database.open();
    });
    afterAll(async () => {
      await storage.close();
      await database.remove();
    });
    const opened = (): Storage => storage;
    transactions(opened);
    inbox(opened);
    arrivals(opened);
    parts(opened);
    withdrawals(opened);
    wanted(opened);
    walks(opened);
    people(opened);
    sessions(opened);
    messages(opened);
    attachments(opened);
    memories(opened);
    scopes(opened);
    journal(opened);
    books(opened);

    test("everything is there again after it was closed and opened", async () => {
      const person = await newPerson(storage);
      await storage.journal.write(person, "slept badly", at);
      const ask = askIn(newPlace(), "what is my dog called?");
      const turn = await accepted(storage, ask);
      await storage.close();
      storage = await database.open();
      expect(await storage.journal.list(person, 5)).toEqual([{ number: 1, text: "slept badly", writtenAt: at }]);
      expect((await storage.inbox.open()).find(({ id }) => id === turn)?.ask).toEqual(ask);
    });
  });
}
