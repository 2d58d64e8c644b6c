import type { TurnId } from "../../../../src/core/session.ts";
import type { Storage, TurnState } from "../../../../src/core/storage.ts";
import { testStorage } from "../../../storage-fixture.ts";
import { type Town, type TownOptions, town } from "../town.ts";

/** Somebody who has not asked, and the same person as a moderator. */
export const ben = { id: "ben", name: "ben" };
export const moderator = { author: ben, moderator: true };

export type Opened = Town & { readonly storage: Storage };

/** A town of which nothing is served yet, and its database. */
export const townOn = (storage: Storage): Opened => Object.assign(town({ storage }), { storage });

export async function opened(options: Omit<TownOptions, "storage"> = {}): Promise<Opened> {
  const storage = await testStorage();
  const place = Object.assign(town({ storage, ...options }), { storage });
  place.talk.open();
  return place;
}

export const turnOf = async (taken: Promise<{ readonly type: string; readonly turn?: TurnId }>): Promise<TurnId> => {
  const { turn } = await taken;
  if (!turn) throw new Error("it got no turn");
  return turn;
};

/** Something is said, answered, and delivered. */
export async function answered(place: Opened, text = "hello", key = "a"): Promise<TurnId> {
  const turn = await turnOf(place.says(text, { key }));
  await delivered(place, turn);
  return turn;
}

export const delivered = (place: Opened, turn: TurnId): Promise<void> => comesTo("delivered", place, turn);

export async function comesTo(end: TurnState, place: Opened, turn: TurnId): Promise<void> {
  let state = "";
  while (state !== end) {
    state = (await place.storage.inbox.find(turn))?.state ?? "";
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** All that the database holds of it. */
export const everything = async ({ storage }: Opened, turn: TurnId): Promise<string> =>
  JSON.stringify([
    await storage.messages.ofTurns([turn]),
    await storage.memories.learnedIn([turn]),
    await storage.inbox.find(turn),
  ]);
