/** Who was thought dead and still lives writes nothing into a database that another process has taken over. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { ConfigError } from "../../src/core/errors.ts";
import type { Storage } from "../../src/core/storage.ts";
import { takeOver } from "../../src/storage/ownership.ts";
import { postgresAdapter, postgresClient } from "../../src/storage/postgresql.ts";
import { answeredTurn } from "../contracts/storage-inbox.ts";
import { accepted, arrivalOf, askIn, at, later, newPlace, reply } from "../contracts/storage-rows.ts";
import { type ManualClock, manualClock } from "../doubles/manual-clock.ts";
import { postgresDatabase, silent, sqliteDatabase, type TestDatabase } from "../storage-fixture.ts";
import { rowsOf } from "../storage-rows-of.ts";

/** The first loses its lock without a word, and a second opens the database. */
const successions: Readonly<Record<string, readonly [() => Promise<TestDatabase>, Succession]>> = {
  SQLite: [
    sqliteDatabase,
    async (database) => {
      await rm(join(database.home, "familiar.db.lock"));
      return database.open();
    },
  ],
  PostgreSQL: [
    postgresDatabase,
    async (database) => {
      const admin = new pg.Client({ connectionString: database.options.databaseUrl.reveal() });
      await admin.connect();
      const here = "database = (SELECT oid FROM pg_database WHERE datname = current_database())";
      const held = `FROM pg_locks WHERE locktype = 'advisory' AND objid = 1 AND ${here}`;
      await admin.query(`SELECT pg_terminate_backend(pid) ${held}`);
      await expect.poll(async () => (await admin.query(`SELECT 1 ${held}`)).rowCount).toBe(0);
      await admin.end();
      return database.open();
    },
  ],
  "PostgreSQL, whose lock still seems to be there,": [
    postgresDatabase,
    async ({ options }) => {
      const client = postgresClient(postgresAdapter({ url: options.databaseUrl, log: silent }));
      await takeOver(client, later);
      return { close: () => client.$disconnect() };
    },
  ],
};

type Succession = (database: TestDatabase) => Promise<Pick<Storage, "close">>;

interface Twice {
  readonly database: TestDatabase;
  readonly clock: ManualClock;
  readonly first: Storage;
  readonly succeed: () => Promise<Pick<Storage, "close">>;
}

/** Time goes on until it is over: what waits for its lock tries again, and finds that another has it. */
async function goingOn<T>(clock: ManualClock, work: Promise<T>): Promise<T> {
  let over = false;
  const end = (): void => {
    over = true;
  };
  work.then(end, end);
  while (!over) {
    clock.advance(1_000);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return work;
}

for (const [name, [create, succession]] of Object.entries(successions)) {
  async function twice(): Promise<Twice> {
    const database = await create();
    // Its own time stands still: it does not try to get its lock back.
    const clock = manualClock();
    const first = await database.open({ clock });
    onTestFinished(() => database.remove());
    onTestFinished(() => first.close());
    const succeed = async (): Promise<Pick<Storage, "close">> => {
      const second = await succession(database);
      onTestFinished(() => second.close());
      return second;
    };
    return { database, clock, first, succeed };
  }

  test(`on ${name} every write of the inbox by the one that was replaced is refused and leaves no trace`, async () => {
    const { database, clock, first, succeed } = await twice();
    const { inbox } = first;
    const [waiting, answering] = [await accepted(first), await accepted(first)];
    await inbox.begin(answering, [], at);
    const ask = askIn(newPlace(), "hi");
    const answered = await answeredTurn(first, ask);
    await inbox.sending(answered, 0, at);
    const deleted = askIn(newPlace(), "deleted");
    const withdrawing = await answeredTurn(first, deleted);
    await inbox.withdraw(deleted.key, at);
    const writes: Readonly<Record<string, () => Promise<unknown>>> = {
      accept: () => inbox.accept([arrivalOf(askIn(newPlace(), "new"))]),
      begin: () => inbox.begin(waiting, [], later),
      "begin with others": () => inbox.begin(waiting, [answering], later),
      answered: () => inbox.answered(answering, reply, later),
      "answered again": () => inbox.answered(answered, reply, later),
      sending: () => inbox.sending(answered, 1, later),
      posted: () => inbox.posted(answered, 0, "m0", later),
      removing: () => inbox.removing(),
      removed: () => inbox.removed(answered, 0),
      check: () => inbox.check(answered),
      delivered: () => inbox.delivered(answered, later),
      end: () => inbox.end(waiting, "failed", "E-INTERNAL", later),
      withdraw: () => inbox.withdraw(ask.key, later),
      withdrawn: () => inbox.withdrawn(withdrawing, later),
      open: () => inbox.open(),
      blank: () => inbox.blank([answered]),
      "how far it has heard": () => first.places.heard("mock", "1"),
      "a transaction": () =>
        first.transaction(async (tx) => {
          await tx.pluginValues.set("a", "b", "beside it");
          await tx.inbox.answered(answering, reply, later);
        }),
    };
    const second = await succeed();
    const allRefused = async (): Promise<void> => {
      const before = await rowsOf(database);
      for (const [call, write] of Object.entries(writes)) {
        const error: unknown = await write().catch((thrown) => thrown);
        expect(error, call).toBeInstanceOf(ConfigError);
        expect(error, call).toMatchObject({ code: "E-DATABASE-TAKEN", message: expect.stringContaining("process") });
      }
      expect(await rowsOf(database)).toEqual(before);
    };
    await allRefused();
    await second.close();
    // Also where the first has got its lock back: the database has been another's meanwhile.
    for (let n = 0; n < 5; n += 1) {
      clock.advance(1_000);
      await allRefused();
    }
  });

  test(`on ${name} a write that is under way while another takes over is refused, or was there before`, async () => {
    const { database, clock, first, succeed } = await twice();
    const turns = await Promise.all(Array.from({ length: 20 }, () => accepted(first)));
    const begun = Promise.allSettled(turns.map((turn) => first.inbox.begin(turn, [], at)));
    await succeed();
    const kept = (await goingOn(clock, begun)).map(({ status }) => status === "fulfilled");
    const [rows = []] = await rowsOf(database);
    const begunRows = rows.filter((row) => row["state"] === "answering").map((row) => row["id"]);
    expect(begunRows.sort()).toEqual(turns.filter((_, n) => kept[n]).sort());
  });
}
