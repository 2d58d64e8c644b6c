import { onTestFinished } from "vitest";
import type { Storage } from "../../../src/core/storage.ts";
import type { MessageBoard } from "../../doubles/message-board.ts";
import { sqliteDatabase, type TestDatabase, testStorage } from "../../storage-fixture.ts";
import { type Town, type TownOptions, town } from "./town.ts";

/** A town that is served, on a database of its own. */
export const opened = async (options: Omit<TownOptions, "storage"> = {}): Promise<Town> => {
  const place = town({ storage: await testStorage(), ...options });
  place.talk.open();
  return place;
};

/** A database that outlives the runs of the program on it. */
export async function lasting(): Promise<
  TestDatabase & {
    run(options?: Omit<TownOptions, "storage">): Promise<Town & { readonly storage: Storage; crash(): Promise<void> }>;
  }
> {
  const database = await sqliteDatabase();
  const boards = new Map<string, MessageBoard>();
  const storages = new Set<Storage>();
  onTestFinished(async () => {
    for (const storage of storages) await storage.close();
    await database.remove();
  });
  return {
    ...database,
    run: async (options = {}) => {
      const storage = await database.open();
      storages.add(storage);
      const place = town({ storage, ...options }, boards);
      await place.talk.recover();
      const crash = async (): Promise<void> => {
        storages.delete(storage);
        await storage.close();
      };
      return Object.assign(place, { storage, crash });
    },
  };
}

/** The same inbox but for these steps. */
export const replacing = (inbox: Storage["inbox"], steps: Partial<Storage["inbox"]>): Storage["inbox"] =>
  new Proxy(inbox, { get: (target, name) => Reflect.get(name in steps ? steps : target, name) });
