/** What the smaller repositories promise. */
import { expect, test } from "vitest";
import type { MemoryId, RoomKey, TurnId } from "../../src/core/session.ts";
import type { Storage } from "../../src/core/storage.ts";
import { at, ids, later, newTurn, reply } from "./storage-rows.ts";

export function books(storage: () => Storage): void {
  test("a room's mood is its last, and its events come newest first", async () => {
    const room = ids.next() as RoomKey;
    const event = { cause: "kind-words" as const, by: "Priya", sentiment: 0.5, at };
    expect(await storage().moods.get(room)).toBeNull();
    await storage().moods.set(room, { valence: 0.1, energy: 0.2, at }, event);
    await storage().moods.set(room, { valence: 0.3, energy: 0.4, at: later }, { ...event, cause: "thanks" });
    expect(await storage().moods.get(room)).toEqual({ valence: 0.3, energy: 0.4, at: later });
    expect((await storage().moods.events(room, 9)).map(({ cause }) => cause)).toEqual(["thanks", "kind-words"]);
    expect(await storage().moods.events(room, 1)).toHaveLength(1);
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
