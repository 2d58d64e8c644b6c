/** What people, sessions and journals promise. */
import { expect, test } from "vitest";
import { type Place, placeKey, type Room, roomOf } from "../../src/core/session.ts";
import type { Storage } from "../../src/core/storage.ts";
import { at, ids, later, newPerson, newPlace } from "./storage-rows.ts";

export function people(storage: () => Storage): void {
  test("an account is one person, however often and by whatever name it comes", async () => {
    const account = ids.next();
    const seen = (name: string) => storage().people.of("mock", { id: account, name }, at);
    const first = await Promise.all([seen("Priya"), seen("Priya"), seen("Priya"), seen("Priya")]);
    expect(new Set([...first, await seen("Priya K.")]).size).toBe(1);
    expect(await storage().people.of("other", { id: account, name: "Priya" }, at)).not.toBe(first[0]);
  });

  test("asking who somebody is makes nobody known", async () => {
    const account = ids.next();
    const { of, known } = storage().people;
    expect([await known("mock", account), await known("mock", account)]).toEqual([null, null]);
    const person = await of("mock", { id: account, name: "Priya" }, at);
    expect([await known("mock", account), await known("other", account)]).toEqual([person, null]);
  });
}

export function sessions(storage: () => Storage): void {
  const roomIn = (place: Place): Room => roomOf(place, "channel");

  test("a place has one session until another is started", async () => {
    const place = newPlace();
    const first = await Promise.all(
      Array.from({ length: 4 }, () => storage().sessions.current(place, roomIn(place), at)),
    );
    expect(new Set(first.map(({ id }) => id)).size).toBe(1);
    expect(first[0]).toEqual({
      id: first[0]?.id,
      place: placeKey(place),
      name: null,
      startedAt: at,
      lastActiveAt: at,
      messages: 0,
    });
    const named = await storage().sessions.start(place, roomIn(place), "trip", at);
    expect(named.name).toBe("trip");
    expect((await storage().sessions.current(place, roomIn(place), later)).id).toBe(named.id);
    expect((await storage().sessions.list(place, 9)).map(({ id }) => id)).toEqual([named.id, first[0]?.id]);
    expect(await storage().sessions.list(place, 1)).toHaveLength(1);
  });

  test("sessions that are started at once are all kept", async () => {
    const place = newPlace();
    const started = await Promise.all(
      Array.from({ length: 6 }, (_, n) => storage().sessions.start(place, roomIn(place), String(n), at)),
    );
    const listed = await storage().sessions.list(place, 9);
    expect(new Set(listed.map(({ id }) => id))).toEqual(new Set(started.map(({ id }) => id)));
    expect((await storage().sessions.current(place, roomIn(place), at)).id).toBe(listed[0]?.id);
  });

  test("a room tells how many sessions it has had, with those of its threads, and which was spoken in last", async () => {
    const place = newPlace();
    const { key } = roomIn(place);
    expect(await storage().sessions.inRoom(key)).toEqual({ count: 0, newest: null });
    const thread = { ...place, thread: "t" };
    await storage().sessions.start(newPlace(), roomIn(newPlace()), null, later);
    const spoken = await storage().sessions.current(thread, roomIn(thread), later);
    await storage().sessions.current(place, roomIn(place), at);
    await storage().sessions.start(place, roomIn(place), null, at);
    expect(await storage().sessions.inRoom(key)).toEqual({ count: 3, newest: spoken });
  });
}

export function journal(storage: () => Storage): void {
  test("entries are numbered for each person, and a number is never given twice", async () => {
    const [mine, yours] = [await newPerson(storage()), await newPerson(storage())];
    for (const text of ["one", "two"]) await storage().journal.write(mine, text, at);
    expect((await storage().journal.write(yours, "other", at)).number).toBe(1);
    expect(await storage().journal.delete(mine, 2)).toBe(true);
    expect(await storage().journal.delete(mine, 2)).toBe(false);
    expect(await storage().journal.delete(mine, 7)).toBe(false);
    expect((await storage().journal.write(mine, "three", at)).number).toBe(3);
    expect((await storage().journal.list(mine, 9)).map(({ number }) => number)).toEqual([3, 1]);
    expect(await storage().journal.list(mine, 1)).toHaveLength(1);
    expect([await storage().journal.count(mine), await storage().journal.count(yours)]).toEqual([2, 1]);
    expect((await storage().journal.list(yours, 9)).map(({ text }) => text)).toEqual(["other"]);
  });

  test("a search finds entries that have all the words, case and accents aside", async () => {
    const person = await newPerson(storage());
    const texts = ["Café with Zoë", "slept badly", "Das CAFE war zu"];
    for (const text of texts) await storage().journal.write(person, text, at);
    const find = async (words: string, limit = 9) =>
      (await storage().journal.search(person, words, limit)).map(({ text }) => text);
    expect(await find("cafe")).toEqual(["Das CAFE war zu", "Café with Zoë"]);
    expect(await find("ZOE café")).toEqual(["Café with Zoë"]);
    expect(await find("cafe", 1)).toEqual(["Das CAFE war zu"]);
    expect(await find("missing")).toEqual([]);
  });

  test("a search reaches entries far back", async () => {
    const person = await newPerson(storage());
    await storage().transaction(async (tx) => {
      await tx.journal.write(person, "the needle", at);
      for (let n = 0; n < 210; n += 1) await tx.journal.write(person, `hay ${n}`, at);
    });
    expect((await storage().journal.search(person, "needle", 3)).map(({ number }) => number)).toEqual([1]);
  });
}
