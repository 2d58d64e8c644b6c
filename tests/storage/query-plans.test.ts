import { createSecretKey, randomBytes } from "node:crypto";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapter, SqlDriverAdapterFactory, SqlQuery, SqlQueryable } from "@prisma/driver-adapter-utils";
import Database from "libsql";
import { expect, onTestFinished, test } from "vitest";
import type { Audience, Scope } from "../../src/core/memory/audience.ts";
import type { MemoryId, MessageId, PersonId, RoomKey, SessionId, TurnId } from "../../src/core/session.ts";
import { roomOf } from "../../src/core/session.ts";
import type { Storage } from "../../src/core/storage.ts";
import { keyIdOf, sealer } from "../../src/storage/crypto.ts";
import { migrate } from "../../src/storage/migrate.ts";
import { takeOver } from "../../src/storage/ownership.ts";
import { postgresClient, postgresCommits, withConnection } from "../../src/storage/postgresql.ts";
import { storageOf } from "../../src/storage/repositories.ts";
import { postgresSearch, type SearchIndex, sqliteSearch } from "../../src/storage/search.ts";
import { sqliteClient, sqliteDriver } from "../../src/storage/sqlite-driver.ts";
import { sqliteMigrations } from "../../src/storage/sqlite-file.ts";
import type { Commits } from "../../src/storage/transact.ts";
import { systemClock, uuidV7 } from "../../src/system.ts";
import { postgresDatabase, silent } from "../storage-fixture.ts";

/** The same adapter; every statement that finds rows is noted. */
function noting(factory: SqlDriverAdapterFactory, statements: Set<string>): SqlDriverAdapterFactory {
  const note = <Q extends SqlQueryable>(queryable: Q): Q =>
    new Proxy(queryable, {
      get: (target, name) => {
        const member: unknown = Reflect.get(target, name);
        if (typeof member !== "function") return member;
        return (query: SqlQuery | undefined, ...rest: readonly unknown[]) => {
          if (query && /^\s*(SELECT|UPDATE|DELETE)/i.test(query.sql)) statements.add(query.sql);
          const result: unknown = Reflect.apply(member, target, [query, ...rest]);
          return name === "startTransaction" ? (result as Promise<SqlQueryable>).then(note) : result;
        };
      },
    });
  return { ...factory, connect: async (): Promise<SqlDriverAdapter> => note(await factory.connect()) };
}

const at = new Date("2026-03-01T12:00:00Z");
const scope: Scope = { kind: "room", room: "r" as RoomKey };
const audience = [scope, { kind: "person", person: "p" as PersonId }] as unknown as Audience;
const place = { platform: "mock", guild: "g", channel: "c", thread: null };
const room = roomOf(place, "channel");

/** Everything that a turn, and what follows it, asks of the database. */
async function everyCall(storage: Storage): Promise<void> {
  const turn = "t" as TurnId;
  const person = await storage.people.of("mock", { id: "u", name: "Priya" }, at);
  await storage.people.of("mock", { id: "u", name: "Priya K." }, at);
  const ask = {
    ...{ type: "message" as const, key: "k" as never, place, room, author: { id: "u", name: "Priya" } },
    ...{ locale: null, sentAt: at, addressing: "direct" as const, text: "hi", quoted: null, attachments: [] },
  };
  for (let n = 0; n < 2; n += 1) await storage.inbox.accept([{ id: turn, ask, at, room: 20 }]);
  await storage.inbox.begin(turn, [], at);
  for (const other of ["j", "l"])
    await storage.inbox.accept([
      { id: other as TurnId, ask: { ...ask, key: `key ${other}` as never }, at, room: null },
    ]);
  await storage.inbox.begin("l" as TurnId, ["j" as TurnId], at);
  await storage.places.heard("mock", "1");
  await storage.places.past("mock", 20);
  const session = await storage.sessions.current(place, room, at);
  await storage.sessions.start(place, room, null, at);
  await storage.sessions.list(place, 5);
  await storage.sessions.inRoom(room.key);
  const message = {
    ...{ id: "m" as MessageId, session: session.id as SessionId, turn, role: "user" as const, person, scope, at },
    ...{ authorName: "Priya", text: "Rex", tokens: 1, terms: ["rex"], recallable: true },
  };
  await storage.messages.append(message);
  await storage.messages.recent(session.id, 20);
  const text = { kind: "text", text: "Rex" } as const;
  await storage.attachments.keep({ session: session.id, message: message.id, name: "a", content: text, at });
  for (const kinds of ["text", "all"] as const) await storage.attachments.recent(session.id, kinds, at);
  await storage.attachments.expire(at);
  await storage.messages.search(audience, ["rex", "dog"], 20);
  await storage.messages.saidBy(person, audience);
  await storage.messages.ofTurns([turn, "u" as TurnId]);
  const memory = {
    ...{ id: "f" as MemoryId, scope, person, saidBy: "Priya", kind: "name" as const, about: "self", attribute: "name" },
    ...{ value: "Priya", single: true, span: "Priya", importance: { score: 1, components: {} }, confidence: 1 },
    ...{ sourceMessage: message.id, sourceTurn: turn, validFrom: at, validTo: null, supersededBy: null, count: 1 },
    ...{ pinned: false, terms: ["rex"] },
  };
  await storage.memories.add(memory);
  await storage.memories.current(audience, 20);
  await storage.memories.search(audience, ["rex", "dog"], 20);
  await storage.memories.count(scope);
  await storage.memories.repeat(memory.id);
  await storage.memories.replacedBy([memory.id]);
  await storage.memories.supersede(memory.id, null, at);
  await storage.memories.erase([memory.id, "g" as MemoryId]);
  await storage.moods.get(room.key);
  const event = { cause: "thanks", by: "Priya", sentiment: 0, at } as const;
  await storage.moods.set(room.key, { valence: 0, energy: 0, at }, { event, turn });
  await storage.moods.events(room.key, 5);
  await storage.moods.erase([turn, "u" as TurnId]);
  await storage.moods.put(room.key, null);
  const receipt = { provider: "p", model: "m", inputTokens: 1, outputTokens: 1, usd: null, firstTokenMs: null };
  await storage.receipts.add(turn, { ...receipt, memories: ["f"] }, at);
  await storage.receipts.turnsThatUsed([memory.id, "g" as MemoryId]);
  await storage.inbox.answered(
    turn,
    { body: "", visibility: "place", aside: null, notices: [], addresses: [], offRecord: false, receipt: null },
    at,
  );
  await storage.inbox.open();
  await storage.inbox.blank([turn, "u" as TurnId]);
  await storage.inbox.sending(turn, 0, at);
  await storage.inbox.posted(turn, 0, "1", at);
  await storage.inbox.check(turn);
  await storage.inbox.removed(turn, 0);
  await storage.inbox.delivered(turn, at);
  for (const key of ["key j", "key l"]) await storage.inbox.withdraw(key as never, at);
  await storage.inbox.withdrawn("l" as TurnId, at);
  await storage.inbox.end("l" as TurnId, "failed", "E-INTERNAL", at).catch(() => {});
  await storage.messages.hide([message.id, "n" as MessageId]);
  await storage.messages.eraseTurns([turn, "u" as TurnId]);
  await storage.journal.write(person, "slept badly", at);
  await storage.journal.list(person, 5);
  await storage.journal.count(person);
  await storage.journal.search(person, "slept", 5);
  await storage.journal.delete(person, 1);
  await storage.pluginValues.set("weather", "home", "Oslo");
  await storage.pluginValues.get("weather", "home");
  await storage.pluginValues.delete("weather", "home");
}

async function asked(
  client: ReturnType<typeof sqliteClient>,
  { search, commits }: { readonly search: SearchIndex; readonly commits: Commits | null },
  statements: Set<string>,
): Promise<readonly string[]> {
  const key = createSecretKey(randomBytes(32));
  const storage = storageOf({
    ...{
      client,
      search,
      commits,
      sealer: sealer({ id: keyIdOf(key), key }),
      ids: uuidV7(systemClock),
      clock: systemClock,
    },
    ...{ log: silent, epoch: await takeOver(client, at), check: () => {}, close: () => client.$disconnect() },
  });
  await everyCall(storage);
  await storage.close();
  expect(statements.size).toBeGreaterThan(35);
  return [...statements];
}

interface Plan {
  readonly sql: string;
  readonly steps: readonly string[];
}

async function sqlitePlans(): Promise<readonly Plan[]> {
  const [used, plans] = [new Database(":memory:"), new Database(":memory:")];
  onTestFinished(() => void plans.close());
  for (const file of [used, plans]) await migrate(sqliteMigrations(file));
  const statements = new Set<string>();
  const client = sqliteClient(noting(sqliteDriver(used), statements));
  const found = await asked(client, { search: sqliteSearch, commits: null }, statements);
  return found.map((sql) => {
    const rows = plans.prepare(`EXPLAIN QUERY PLAN ${sql}`).raw().all() as readonly (readonly unknown[])[];
    return { sql, steps: rows.map((row) => String(row[3])) };
  });
}

test("on SQLite no statement of a turn reads a whole table", async () => {
  for (const { sql, steps } of await sqlitePlans()) {
    // A search by MATCH calls itself a scan of a virtual table; its letter M is the match. `sub` is what an index has found.
    const scans = steps.filter((step) => /^SCAN (?!sub$)/.test(step) && !/VIRTUAL TABLE INDEX \d+:M/.test(step));
    expect(scans, sql).toEqual([]);
  }
});

test("on SQLite what is newest is read in its order, and never sorted", async () => {
  const newest = /ORDER BY [^,]*[`"](seq|number|rowid)[`"] DESC/;
  const ordered = (await sqlitePlans()).filter(({ sql }) => sql.includes("LIMIT") && newest.test(sql));
  expect(ordered.length).toBeGreaterThanOrEqual(4);
  for (const { sql, steps } of ordered) expect(steps.join("\n"), sql).not.toContain("TEMP B-TREE");
});

/** Enough of them, in enough scopes, that the planner has a choice to make. */
const manyMemories = `
  INSERT INTO "Memory" SELECT n, 'id' || n, 'scope' || n % 100, 'p', 'P', 'name', 'self', 'name', 'v', true, 'v', 0.5, '{}', 1,
    'm', 't', now(), CASE WHEN n % 3 = 0 THEN now() END, NULL, 1, false, '@scope' || n % 100 || ' word' || n % 50
  FROM generate_series(1000, 3000) AS n;
  ANALYZE;`;

test("on PostgreSQL no statement of a turn reads a whole table", async () => {
  const database = await postgresDatabase();
  onTestFinished(database.remove);
  const url = database.options.databaseUrl;
  await withConnection(url, (connection) => migrate(connection));
  const statements = new Set<string>();
  const client = postgresClient(noting(new PrismaPg(url.reveal()), statements));
  const found = await asked(client, { search: postgresSearch, commits: postgresCommits }, statements);
  await withConnection(url, async (connection) => {
    await connection.run(manyMemories);
    // Tables this small are read whole when that is allowed: what is asked is whether there is another way.
    await connection.run("SET enable_seqscan = off");
    for (const sql of found) {
      const steps = await connection.query(`EXPLAIN (GENERIC_PLAN) ${sql}`);
      const plan = steps.map((step) => String(step["QUERY PLAN"])).join("\n");
      expect(plan, sql).not.toContain("Seq Scan");
      const [, table] = /FROM "(\w+)"\s+WHERE string_to_array/.exec(sql) ?? [];
      if (table) expect(plan, sql).toContain(`Bitmap Index Scan on "${table}_search_idx"`);
    }
  });
});
