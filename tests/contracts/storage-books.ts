/** What the smaller repositories promise. */
import { expect, test } from "vitest";
import type { MemoryId, Place, RoomKey, TurnId } from "../../src/core/session.ts";
import type { Storage } from "../../src/core/storage.ts";
import { arrivalOf, askIn, at, ids, later, newPlace, newTurn, reply } from "./storage-rows.ts";

export function books(storage: () => Storage): void {
  test("a room's mood is its last, and its events come newest first", async () => {
    const room = ids.next() as RoomKey;
    const event = { cause: "kind-words" as const, by: "Priya", sentiment: 0.5, at };
    expect(await storage().moods.get(room)).toBeNull();
    await storage().moods.set(room, { valence: 0.1, energy: 0.2, at }, { event, turn: newTurn() });
    const thanks = { event: { ...event, cause: "thanks" as const }, turn: newTurn() };
    await storage().moods.set(room, { valence: 0.3, energy: 0.4, at: later }, thanks);
    expect(await storage().moods.get(room)).toEqual({ valence: 0.3, energy: 0.4, at: later });
    expect((await storage().moods.events(room, 9)).map(({ cause }) => cause)).toEqual(["thanks", "kind-words"]);
    expect(await storage().moods.events(room, 1)).toHaveLength(1);
    expect(await storage().moods.events(room)).toHaveLength(2);
  });

  test("what a turn has moved goes with it, in every room, and a room without events has no mood", async () => {
    const [hall, yard] = [ids.next() as RoomKey, ids.next() as RoomKey];
    const [gone, kept] = [newTurn(), newTurn()];
    const event = { cause: "thanks" as const, by: "Oda", sentiment: 0.5, at };
    const mood = { valence: 0.1, energy: 0.2, at };
    await storage().moods.set(hall, mood, { event, turn: gone });
    await storage().moods.set(hall, mood, { event: { ...event, by: "Ben" }, turn: kept });
    await storage().moods.set(yard, mood, { event, turn: gone });
    expect(new Set(await storage().moods.erase([gone, newTurn()]))).toEqual(new Set([hall, yard]));
    expect((await storage().moods.events(hall)).map(({ by }) => by)).toEqual(["Ben"]);
    await storage().moods.put(hall, { ...mood, valence: 0.4 });
    await storage().moods.put(yard, null);
    expect(await storage().moods.get(hall)).toEqual({ ...mood, valence: 0.4 });
    expect(await storage().moods.get(yard)).toBeNull();
    expect(await storage().moods.erase([gone])).toEqual([]);
  });

  test("the turns that drew on a memory are found, after the memory is gone too", async () => {
    const [first, second, third] = [newTurn(), newTurn(), newTurn()];
    const [rex, momo] = [ids.next() as MemoryId, ids.next() as MemoryId];
    const receipt = { ...reply.receipt, provider: "p", model: "m", inputTokens: 1, outputTokens: 2 };
    const add = (turn: TurnId, used: readonly MemoryId[]) =>
      storage().receipts.add(turn, { ...receipt, usd: 0.25, firstTokenMs: null, memories: used }, at);
    await add(first, [rex, momo, rex]);
    await add(second, [momo]);
    await add(third, []);
    expect(new Set(await storage().receipts.turnsThatUsed([rex, momo]))).toEqual(new Set([first, second]));
    expect(await storage().receipts.turnsThatUsed([rex])).toEqual([first]);
    expect(await storage().receipts.turnsThatUsed([])).toEqual([]);
  });

  test("every model call of a turn has its own row", async () => {
    const entry = { turn: newTurn(), provider: "p", model: "m", inputTokens: 1, outputTokens: 2, usd: null, at };
    await storage().usage.add({ ...entry, outcome: "timeout" });
    await storage().usage.add({ ...entry, outcome: "end" });
  });

  test("a platform's places are known by whoever turned to the companion there, the most recent first", async () => {
    const platform = `platform ${ids.next()}`;
    const [first, second] = ["a/b", "c"].map((channel) => ({ platform, guild: null, channel, thread: null }));
    const say = (place: Place | undefined, when: Date) =>
      storage().inbox.accept([{ ...arrivalOf(askIn(place ?? newPlace(), "hi")), at: when }]);
    await say(first, at);
    await say(second, at);
    await say(first, later);
    expect(await storage().places.past(platform, 9)).toEqual({ places: [first, second], heardUntil: null });
    expect((await storage().places.past(platform, 1)).places).toEqual([first]);
  });

  test("how far a platform was heard is kept for each of them", async () => {
    const platform = `platform ${ids.next()}`;
    await storage().places.heard(platform, "17");
    await storage().places.heard(platform, "18");
    expect(await storage().places.past(platform, 9)).toEqual({ places: [], heardUntil: "18" });
    expect((await storage().places.past("another", 9)).heardUntil).toBeNull();
  });

  test("a plugin's values are its own", async () => {
    await storage().pluginValues.set("weather", "home", "Oslo");
    await storage().pluginValues.set("weather", "home", "Lisbon");
    expect(await storage().pluginValues.get("weather", "home")).toBe("Lisbon");
    expect(await storage().pluginValues.get("dice", "home")).toBeNull();
    await storage().pluginValues.delete("dice", "home");
    await storage().pluginValues.delete("weather", "home");
    expect(await storage().pluginValues.get("weather", "home")).toBeNull();
  });
}
