import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Audience, type Scope, scopeKey } from "../../src/core/memory/audience.ts";
import type { Memory } from "../../src/core/memory/fact.ts";
import type { Reply } from "../../src/core/reply.ts";
import {
  type Ask,
  type AskKey,
  type MemoryId,
  type MessageAsk,
  type MessageId,
  type PersonId,
  type Place,
  placeKey,
  type Room,
  type RoomKey,
  roomOf,
  type SessionId,
  type TurnId,
} from "../../src/core/session.ts";
import type { Storage, StoredMessage } from "../../src/core/storage.ts";
import { systemClock, uuidV7 } from "../../src/system.ts";
import type { TestDatabase } from "../storage-fixture.ts";

const at = new Date("2026-03-01T12:00:00.123Z");
const later = new Date("2026-03-02T09:30:00.456Z");
const ids = uuidV7(systemClock);

const newPlace = (): Place => ({ platform: "mock", guild: "g", channel: ids.next(), thread: null });
const newTurn = (): TurnId => ids.next() as TurnId;
const newPerson = (storage: Storage): Promise<PersonId> =>
  storage.people.of("mock", { id: ids.next(), name: "Priya" }, at);
const newScope = (): Scope => ({ kind: "room", room: ids.next() as RoomKey });
const audience = (...scopes: readonly Scope[]): Audience => scopes as unknown as Audience;

const askIn = (place: Place, text: string): MessageAsk => ({
  type: "message",
  key: ids.next() as AskKey,
  place,
  room: roomOf(place, "channel"),
  author: { id: "u1", name: "Priya" },
  locale: "de",
  sentAt: at,
  addressing: "mention",
  text,
  quoted: { author: "Tom", text: "the words replied to" },
});

const reply: Reply = {
  body: "Rex.",
  visibility: "place",
  notices: [{ code: null, text: "I'll remember that." }],
  offRecord: false,
  receipt: {
    provider: "offline",
    model: "offline",
    inputTokens: 3,
    outputTokens: 1,
    usd: null,
    firstTokenMs: 1.5,
    memories: ["m1"],
  },
};

const messageOf = (session: SessionId, scope: Scope, changes: Partial<StoredMessage> = {}): StoredMessage => ({
  id: ids.next() as MessageId,
  session,
  turn: newTurn(),
  role: "user",
  person: "p" as PersonId,
  authorName: "Priya",
  scope,
  text: "my dog is called Rex",
  tokens: 6,
  terms: ["dog", "call", "rex", "dog_call", "call_rex"],
  recallable: true,
  at,
  ...changes,
});

const memoryOf = (scope: Scope, changes: Partial<Memory> = {}): Memory => ({
  id: ids.next() as MemoryId,
  scope,
  person: "p" as PersonId,
  saidBy: "Priya",
  kind: "possession",
  about: "dog",
  attribute: "name",
  value: "Rex",
  single: true,
  span: "my dog is called Rex",
  importance: { score: 0.6, components: { kind: 0.5, named: 0.1 } },
  confidence: 0.9,
  sourceMessage: "m" as MessageId,
  sourceTurn: newTurn(),
  validFrom: at,
  validTo: null,
  supersededBy: null,
  count: 1,
  pinned: false,
  terms: ["dog", "rex"],
  ...changes,
});

async function accepted(storage: Storage, ask: Ask = askIn(newPlace(), "hi")): Promise<TurnId> {
  const { turn } = await storage.inbox.accept({ id: newTurn(), ask, person: "p" as PersonId, at });
  return turn.id;
}

/** A promise and the function that resolves it. */
function signal(): { readonly promise: Promise<void>; readonly give: () => void } {
  let give = (): void => {};
  const promise = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { promise, give };
}

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
    people(opened);
    sessions(opened);
    messages(opened);
    memories(opened);
    scopes(opened);
    journal(opened);
    smaller(opened);

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

function transactions(storage: () => Storage): void {
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

function inbox(storage: () => Storage): void {
  test("the same words arriving again are the turn that they were", async () => {
    const ask = askIn(newPlace(), "hi");
    const arrive = () => storage().inbox.accept({ id: newTurn(), ask, person: "p" as PersonId, at });
    const all = await Promise.all(Array.from({ length: 8 }, arrive));
    expect(all.filter(({ fresh }) => fresh)).toHaveLength(1);
    expect(new Set(all.map(({ turn }) => turn.id)).size).toBe(1);
    const again = await arrive();
    expect(again.fresh).toBe(false);
    expect(again.turn).toEqual({
      id: all[0]?.turn.id,
      ask,
      person: "p",
      state: "accepted",
      reason: null,
      attempts: 0,
      reply: null,
      acceptedAt: at,
    });
  });

  test("a turn goes from accepted to delivered, and is open until then", async () => {
    const turn = await accepted(storage());
    const found = async () => (await storage().inbox.open()).find(({ id }) => id === turn);
    await storage().inbox.begin(turn, at);
    await storage().inbox.begin(turn, later);
    expect(await found()).toMatchObject({ state: "answering", attempts: 2, reply: null });
    await storage().inbox.answered(turn, reply, later);
    expect(await found()).toMatchObject({ state: "answered", reply });
    await storage().inbox.delivered(turn, ["part-1", "part-2"], later);
    expect(await found()).toBeUndefined();
  });

  test("a turn that was ended or delivered is not taken up again", async () => {
    const ended = await accepted(storage());
    await storage().inbox.end(ended, "expired", "E-TOO-LATE", at);
    expect((await storage().inbox.open()).map(({ id }) => id)).not.toContain(ended);
    await expect(storage().inbox.begin(ended, at)).rejects.toMatchObject({ code: "E-DATABASE" });
    const fresh = await accepted(storage());
    await expect(storage().inbox.answered(fresh, reply, at)).rejects.toMatchObject({ code: "E-DATABASE" });
    await expect(storage().inbox.delivered(fresh, [], at)).rejects.toMatchObject({ code: "E-DATABASE" });
  });

  test("open turns come in the order in which they arrived, commands too, with their dates as dates", async () => {
    const place = newPlace();
    const base = askIn(place, "");
    const { addressing: _a, text: _t, quoted: _q, ...said } = base;
    const asks: readonly Ask[] = [
      { ...askIn(place, "first"), locale: null, quoted: null },
      { ...said, type: "command", command: "journal write", input: { type: "line", text: "slept badly" } },
      {
        ...said,
        key: ids.next() as AskKey,
        type: "command",
        command: null,
        input: { type: "fields", values: { text: "x", count: 3, on: true } },
      },
    ];
    for (const ask of asks) await accepted(storage(), ask);
    const open = (await storage().inbox.open()).filter(({ ask }) => placeKey(ask.place) === placeKey(place));
    expect(open.map(({ ask }) => ask)).toEqual(asks);
  });

  test("a blanked turn keeps its state and has no words any more", async () => {
    const turn = await accepted(storage(), askIn(newPlace(), "my secret"));
    await storage().inbox.begin(turn, at);
    await storage().inbox.answered(turn, reply, at);
    await storage().inbox.blank([turn]);
    const found = (await storage().inbox.open()).find(({ id }) => id === turn);
    expect(found).toMatchObject({
      state: "answered",
      ask: { text: "", quoted: null },
      reply: { body: "", notices: [] },
    });
  });

  test("any text comes back from the inbox as it was sent", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (text) => {
        const turn = await accepted(storage(), askIn(newPlace(), text));
        const found = (await storage().inbox.open()).find(({ id }) => id === turn);
        await storage().inbox.end(turn, "refused", "test", at);
        expect(found?.ask).toMatchObject({ text });
      }),
      { numRuns: 20 },
    );
  });
}

function people(storage: () => Storage): void {
  test("an account is one person, however often and by whatever name it comes", async () => {
    const account = ids.next();
    const seen = (name: string) => storage().people.of("mock", { id: account, name }, at);
    const first = await Promise.all([seen("Priya"), seen("Priya"), seen("Priya"), seen("Priya")]);
    expect(new Set([...first, await seen("Priya K.")]).size).toBe(1);
    expect(await storage().people.of("other", { id: account, name: "Priya" }, at)).not.toBe(first[0]);
  });
}

function sessions(storage: () => Storage): void {
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
}

function messages(storage: () => Storage): void {
  const newSession = async (): Promise<SessionId> => {
    const place = newPlace();
    return (await storage().sessions.current(place, roomOf(place, "channel"), at)).id;
  };

  test("the newest messages come oldest first, whole, and move their session's activity", async () => {
    const place = newPlace();
    const { id: session } = await storage().sessions.current(place, roomOf(place, "channel"), at);
    const all = ["one", "two", "three"].map((text) => messageOf(session, newScope(), { text, at: later }));
    for (const message of all) await storage().messages.append(message);
    expect(await storage().messages.recent(session, 2)).toEqual(all.slice(1));
    const [moved] = await storage().sessions.list(place, 1);
    expect(moved).toMatchObject({ lastActiveAt: later, messages: 3 });
  });

  test("a search finds what people said in that scope by any of its words, newest first", async () => {
    const session = await newSession();
    const scope = newScope();
    const said = (terms: readonly string[], changes: Partial<StoredMessage> = {}) =>
      messageOf(session, scope, { terms, ...changes });
    const first = said(["dog", "rex"]);
    const second = said(["cat", "日本", "ठीक", "naïve_x"]);
    const answer = said(["dog"], { role: "assistant" });
    const private_ = said(["dog"], { recallable: false });
    const elsewhere = messageOf(session, newScope(), { terms: ["dog"] });
    for (const message of [first, second, answer, private_, elsewhere]) await storage().messages.append(message);
    const find = async (terms: readonly string[], limit = 9) =>
      (await storage().messages.search(audience(scope), terms, limit)).map(({ message }) => message);
    expect(await find(["dog", "cat", "nothing"])).toEqual([second.id, first.id]);
    expect(await find(["dog", "cat"], 1)).toEqual([second.id]);
    for (const term of ["日本", "ठीक", "naïve_x"]) expect(await find([term])).toEqual([second.id]);
    expect(await find([])).toEqual([]);
    expect(await find(["do"])).toEqual([]);
    expect(await storage().messages.search(audience(), ["dog"], 9)).toEqual([]);
    expect(await storage().messages.search(audience(scope), ["rex"], 9)).toEqual([
      {
        message: first.id,
        turn: first.turn,
        person: first.person,
        saidBy: "Priya",
        text: first.text,
        saidAt: first.at,
      },
    ]);
  });

  test("a hidden message stays in the transcript and is never found again", async () => {
    const session = await newSession();
    const scope = newScope();
    const message = messageOf(session, scope);
    await storage().messages.append(message);
    await storage().messages.hide([message.id]);
    expect(await storage().messages.search(audience(scope), ["rex"], 9)).toEqual([]);
    expect(await storage().messages.recent(session, 9)).toEqual([{ ...message, recallable: false }]);
  });

  test("erasing turns takes both sides of them, from the index too", async () => {
    const place = newPlace();
    const { id: session } = await storage().sessions.current(place, roomOf(place, "channel"), at);
    const scope = newScope();
    const [gone, kept] = [newTurn(), newTurn()];
    const rows = [
      messageOf(session, scope, { turn: gone }),
      messageOf(session, scope, { turn: gone, role: "assistant", terms: [] }),
      messageOf(session, scope, { turn: kept }),
    ];
    for (const row of rows) await storage().messages.append(row);
    expect(await storage().messages.ofTurns([gone, kept])).toEqual(rows);
    expect(await storage().messages.eraseTurns([gone])).toBe(2);
    expect(await storage().messages.recent(session, 9)).toEqual(rows.slice(2));
    expect(await storage().messages.search(audience(scope), ["rex"], 9)).toHaveLength(1);
    expect((await storage().sessions.list(place, 1))[0]?.messages).toBe(1);
  });

  test("a character that a database cannot keep costs that character and not the message", async () => {
    const session = await newSession();
    await storage().messages.append(messageOf(session, newScope(), { text: "a\0b \u{1F600} العربية" }));
    expect((await storage().messages.recent(session, 1))[0]?.text).toBe("ab \u{1F600} العربية");
  });
}

function memories(storage: () => Storage): void {
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

function scopes(storage: () => Storage): void {
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

function journal(storage: () => Storage): void {
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

function smaller(storage: () => Storage): void {
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
