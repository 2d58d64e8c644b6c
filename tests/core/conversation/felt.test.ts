import { expect, test } from "vitest";
import { replay } from "../../../src/core/mood/next-mood.ts";
import { roomOf, type TurnId } from "../../../src/core/session.ts";
import type { Storage } from "../../../src/core/storage.ts";
import { testStorage } from "../../storage-fixture.ts";
import { until } from "../../until.ts";
import { echo, pausing, type Town, town } from "./town.ts";

const room = roomOf({ platform: "town", guild: "g", channel: "general", thread: null }, "channel");

async function opened(): Promise<{ readonly place: Town; readonly storage: Storage }> {
  const storage = await testStorage();
  const place = town({ storage });
  place.talk.open();
  return { place, storage };
}

const movedBy = async ({ moods }: Storage): Promise<readonly string[]> =>
  (await moods.events(room.key)).map(({ by }) => by);

/** What the room feels, and what its events make of it. */
async function feltIn({ moods }: Storage) {
  return { felt: await moods.get(room.key), replayed: replay((await moods.events(room.key)).toReversed()) };
}

async function says(place: Town, who: string, text: string, key: string): Promise<TurnId> {
  const taken = await place.says(text, { key, who });
  await place.answered(key);
  if (!("turn" in taken)) throw new Error("it got no turn");
  return taken.turn;
}

const delivered = ({ inbox }: Storage, turn: TurnId): Promise<void> =>
  until(async () => (await inbox.find(turn))?.state === "delivered", "it is delivered");

test("a message that is deleted leaves the mood as if it had not been said", async () => {
  const { place, storage } = await opened();
  await says(place, "ben", "you are wonderful, I love talking to you", "b");
  const before = await storage.moods.get(room.key);
  await says(place, "anna", "thank you so much, you are the best!", "a");
  expect(await movedBy(storage)).toEqual(["anna", "ben"]);
  await place.deletes("a");
  expect(await movedBy(storage)).toEqual(["ben"]);
  expect(await storage.moods.get(room.key)).toEqual(before);
  await place.deletes("b");
  expect(await storage.moods.get(room.key)).toBeNull();
});

test("what somebody wants forgotten moves nobody any more, and what others said still does", async () => {
  const { place, storage } = await opened();
  await says(place, "anna", "my dog is called Rex. You are wonderful!", "a");
  await says(place, "ben", "thank you so much, you are the best!", "b");
  await says(place, "anna", "forget everything about me", "c");
  expect(await movedBy(storage)).toEqual(["ben"]);
  const { felt, replayed } = await feltIn(storage);
  expect(felt).toEqual(replayed);
});

test("a question that is answered again has moved the mood once", async () => {
  const { place, storage } = await opened();
  const turn = await says(place, "anna", "thank you so much, you are the best!", "a");
  place.sayings.set("a", "thank you, you are wonderful!");
  await delivered(storage, turn);
  expect(await place.presses(turn, "again")).toMatchObject({ type: "done" });
  await place.until(() => place.repliesTo("a")[0] === "re: thank you, you are wonderful!");
  await delivered(storage, turn);
  expect(await movedBy(storage)).toEqual(["anna"]);
  const { felt, replayed } = await feltIn(storage);
  expect(felt).toEqual(replayed);
});

test("what is answered anew because a part of it was deleted has moved the mood once", async () => {
  const { place, storage } = await opened();
  const { mind, goOn } = pausing("");
  place.mind = mind;
  await place.says("running", { key: "z" });
  await place.until(() => place.asked.length === 1);
  await place.says("a mistake", { key: "a" });
  await place.says("thank you so much, you are the best!", { key: "b" });
  place.board("b").fates = Array(50).fill("refused");
  place.mind = echo;
  goOn();
  await place.clock.sleeping(1_000);
  expect(await movedBy(storage)).toEqual(["anna"]);
  await place.deletes("a");
  place.board("b").fates = [];
  await place.answered("b");
  expect(place.repliesTo("b")).toEqual(["re: thank you so much, you are the best!"]);
  expect(await movedBy(storage)).toEqual(["anna"]);
});
