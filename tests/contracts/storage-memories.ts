/** What memories promise, and what no search may ever give. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { type Scope, scopeKey } from "../../src/core/memory/audience.ts";
import { type PersonId, type RoomKey, roomOf } from "../../src/core/session.ts";
import type { Storage } from "../../src/core/storage.ts";
import { at, audience, later, memoryOf, messageOf, newPlace, newScope } from "./storage-rows.ts";

export function memories(storage: () => Storage): void {
  test("what holds now comes most important first, then newest, and comes back whole", async () => {
    const scope = newScope();
    const weight = (score: number) => ({ importance: { score, components: { kind: score } } });
    const old = memoryOf(scope, { ...weight(0.5), pinned: true });
    const young = memoryOf(scope, { ...weight(0.5), validFrom: later });
    const heavy = memoryOf(scope, weight(0.9));
    for (const memory of [old, young, heavy]) await storage().memories.add(memory);
    expect(await storage().memories.current(audience(scope), 9)).toEqual([heavy, young, old]);
    expect(await storage().memories.current(audience(scope), 1)).toEqual([heavy]);
    expect(await storage().memories.search(audience(scope), ["rex", "x"], 9)).toEqual([heavy, young, old]);
    expect(await storage().memories.search(audience(scope), ["cat"], 9)).toEqual([]);
  });

  test("a superseded memory is kept, and neither listed nor found", async () => {
    const scope = newScope();
    const [rex, momo] = [memoryOf(scope), memoryOf(scope, { value: "Momo", terms: ["dog", "momo"] })];
    await storage().memories.add(rex);
    await storage().memories.add(momo);
    await storage().memories.supersede(rex.id, momo.id, later);
    expect(await storage().memories.current(audience(scope), 9)).toEqual([momo]);
    expect(await storage().memories.search(audience(scope), ["dog", "rex"], 9)).toEqual([momo]);
    expect(await storage().memories.count(scope)).toBe(2);
  });

  test("what a memory replaced is told all the way back", async () => {
    const scope = newScope();
    const [rex, momo, kiki] = [memoryOf(scope), memoryOf(scope), memoryOf(scope)];
    for (const memory of [rex, momo, kiki]) await storage().memories.add(memory);
    await storage().memories.supersede(rex.id, momo.id, later);
    await storage().memories.supersede(momo.id, kiki.id, later);
    const replaced = await storage().memories.replacedBy([kiki.id]);
    expect(replaced.map(({ id }) => id)).toEqual([momo.id, rex.id]);
    expect(await storage().memories.replacedBy([])).toEqual([]);
  });

  test("a memory that is said again counts up, and an erased one is gone but has been", async () => {
    const scope = newScope();
    const memory = memoryOf(scope);
    expect(await storage().memories.count(scope)).toBe(0);
    await storage().memories.add(memory);
    await storage().memories.repeat(memory.id);
    expect((await storage().memories.current(audience(scope), 9))[0]?.count).toBe(2);
    expect(await storage().memories.erase([memory.id])).toBe(1);
    expect(await storage().memories.erase([memory.id])).toBe(0);
    expect(await storage().memories.current(audience(scope), 9)).toEqual([]);
    expect(await storage().memories.search(audience(scope), ["rex"], 9)).toEqual([]);
    expect(await storage().memories.count(scope)).toBe(1);
  });
}

export function scopes(storage: () => Storage): void {
  /** Ids as awkward as platforms make them: one inside another, and with signs that indexes treat as blanks. */
  const part = fc.constantFrom("a", "A", "ab", "a/b", "a:b", "a b", "@a", '"', "%2F", "é");
  const scope: fc.Arbitrary<Scope> = fc.oneof(
    part.map((person) => ({ kind: "person" as const, person: person as PersonId })),
    part.map((room) => ({ kind: "room" as const, room: room as RoomKey })),
    part.map((guild) => ({ kind: "guild" as const, platform: "mock", guild })),
  );
  const term = fc.constantFrom("dog", "rex", "person", "room", "a", "guild_mock");
  const row = fc.record({ scope, terms: fc.array(term, { maxLength: 4 }) });

  test("no search and no list ever gives a row of a scope outside the audience, and none inside is missing", async () => {
    const place = newPlace();
    const { id: session } = await storage().sessions.current(place, roomOf(place, "channel"), at);
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 12 }),
        fc.array(scope, { maxLength: 4 }),
        fc.array(term, { minLength: 1, maxLength: 3 }),
        async (rows, heard, asked) => {
          const messages = rows.map((made) => messageOf(session, made.scope, { terms: made.terms }));
          const memories = rows.map((made) => memoryOf(made.scope, { terms: made.terms }));
          for (const message of messages) await storage().messages.append(message);
          for (const memory of memories) await storage().memories.add(memory);
          const keys = heard.map(scopeKey);
          const heardOf = <T extends { readonly scope: Scope; readonly id: string }>(items: readonly T[]) =>
            items.filter((item) => keys.includes(scopeKey(item.scope))).map(({ id }) => id);
          const matching = <T extends { readonly terms: readonly string[] }>(items: readonly T[]) =>
            items.filter(({ terms }) => terms.some((said) => asked.some((word) => word === said)));
          const audible = audience(...heard);
          const found = await storage().messages.search(audible, asked, 99);
          const recalled = await storage().memories.search(audible, asked, 99);
          const current = await storage().memories.current(audible, 99);
          await storage().messages.eraseTurns(messages.map(({ turn }) => turn));
          await storage().memories.erase(memories.map(({ id }) => id));
          expect(new Set(found.map(({ message }) => message))).toEqual(new Set(heardOf(matching(messages))));
          expect(new Set(recalled.map(({ id }) => id))).toEqual(new Set(heardOf(matching(memories))));
          expect(new Set(current.map(({ id }) => id))).toEqual(new Set(heardOf(memories)));
        },
      ),
      { numRuns: 25 },
    );
  });

  test("an audience of a thousand rooms and a question of three hundred words are still one search", async () => {
    const place = newPlace();
    const { id: session } = await storage().sessions.current(place, roomOf(place, "channel"), at);
    const rooms = Array.from({ length: 1_000 }, newScope);
    const [first] = rooms;
    const words = Array.from({ length: 300 }, (_, n) => `word${n}`);
    if (first) await storage().messages.append(messageOf(session, first, { terms: ["word299"] }));
    if (first) await storage().memories.add(memoryOf(first, { terms: ["word299"] }));
    expect(await storage().messages.search(audience(...rooms), words, 9)).toHaveLength(1);
    expect(await storage().memories.search(audience(...rooms), words, 9)).toHaveLength(1);
    expect(await storage().memories.current(audience(...rooms), 9)).toHaveLength(1);
  });

  test("a word made to look like a scope's mark opens no scope", async () => {
    const place = newPlace();
    const { id: session } = await storage().sessions.current(place, roomOf(place, "channel"), at);
    const [mine, yours] = [newScope(), newScope()];
    const marks = ['"', "@x OR", "x) OR (y", "*", "a*", "NEAR", "search:x", "@"];
    await storage().messages.append(messageOf(session, yours, { terms: [...marks, "dog"] }));
    expect(await storage().messages.search(audience(mine), [...marks, "dog"], 9)).toEqual([]);
    expect(await storage().messages.search(audience(yours), marks.slice(0, 2), 9)).toEqual([]);
    expect(await storage().messages.search(audience(yours), ["NEAR", "dog"], 9)).toHaveLength(1);
  });
}
