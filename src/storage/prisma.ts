import { ConfigError } from "../core/errors.ts";
import type { Clock, Ids, Logger } from "../core/ports.ts";
import type { Secret } from "../core/secret.ts";
import type { Storage } from "../core/storage.ts";
import { otherKey, type Sealer, sealer } from "./crypto.ts";
import { toStorageError } from "./faults.ts";
import type { PrismaClient } from "./generated/sqlite/client.ts";
import type { DatabaseLock } from "./lock.ts";
import { masterKey } from "./master-key.ts";
import { migrate } from "./migrate.ts";
import { takeOver } from "./ownership.ts";
import { storageOf } from "./repositories.ts";
import { postgresSearch, type SearchIndex, sqliteSearch } from "./search.ts";
import type { Commits } from "./transact.ts";

export interface StorageOptions {
  /** Where the key file lives. */
  readonly home: string;
  /** `file:` with a path, or postgresql://... */
  readonly databaseUrl: Secret;
  /** Encrypts the whole SQLite file; null leaves it plain. */
  readonly databaseKey: Secret | null;
  /** Seals single bodies; null means the key file in `home`. */
  readonly masterKey: Secret | null;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly log: Logger;
}

/** A database that is ours alone, migrated, with a client to it. Closing the client closes the connections. */
interface Opened {
  readonly client: PrismaClient;
  readonly search: SearchIndex;
  readonly commits: Commits | null;
  readonly lock: DatabaseLock;
}

/** Opens the database, or refuses in words: see the E-DATABASE, E-MIGRATION and E-KEY codes. */
export async function openStorage(options: StorageOptions): Promise<Storage> {
  const seals = sealer(await masterKey(options.home, options.masterKey));
  const { client, search, commits, lock } = await open(options);
  const close = async (opened: boolean): Promise<void> => {
    try {
      await client.$disconnect();
    } finally {
      await lock.release(opened);
    }
  };
  try {
    await checkKey(client, seals);
    const epoch = await takeOver(client, options.clock.now());
    return storageOf({
      ...options,
      client,
      search,
      commits,
      sealer: seals,
      epoch,
      check: lock.check,
      close: () => close(true),
    });
  } catch (error) {
    await close(false);
    throw toStorageError(error);
  }
}

/** Only the driver that is used is loaded. */
async function open(options: StorageOptions): Promise<Opened> {
  const url = options.databaseUrl.reveal();
  if (/^postgres(ql)?:/.test(url)) return openPostgres(options);
  if (url.startsWith("file:")) return openFile(options, url);
  throw new ConfigError("E-CONFIG-INVALID", "DATABASE_URL must begin with file: or postgresql:, and it does not.");
}

async function openFile({ databaseKey, clock, log }: StorageOptions, url: string): Promise<Opened> {
  const [{ openSqlite, sqliteMigrations, sqlitePath }, { sqliteClient, sqliteDriver }, { lockSqlite }] =
    await Promise.all([import("./sqlite-file.ts"), import("./sqlite-driver.ts"), import("./sqlite-lock.ts")]);
  const path = await sqlitePath(url);
  return holding(lockSqlite(path, clock.now()), async (lock) => {
    const file = await openSqlite(path, databaseKey, { log, unclean: lock.unclean });
    try {
      tell(await migrate(sqliteMigrations(file)), log);
    } catch (error) {
      file.close();
      throw error;
    }
    return { client: sqliteClient(sqliteDriver(file)), search: sqliteSearch, commits: null, lock };
  });
}

async function openPostgres({ databaseUrl: url, clock, log }: StorageOptions): Promise<Opened> {
  const { lockPostgres, postgresAdapter, postgresClient, postgresCommits, withConnection } = await import(
    "./postgresql.ts"
  );
  return holding(await lockPostgres({ url, clock, log }), async (lock) => {
    tell(await withConnection(url, migrate), log);
    const client = postgresClient(postgresAdapter({ url, log }));
    return { client, search: postgresSearch, commits: postgresCommits, lock };
  });
}

/** The lock is given back when what it was taken for does not succeed. */
async function holding<L extends DatabaseLock, T>(lock: L, work: (lock: L) => Promise<T>): Promise<T> {
  try {
    return await work(lock);
  } catch (error) {
    await lock.release(false);
    throw toStorageError(error);
  }
}

const tell = (migrations: readonly string[], log: Logger): void => {
  if (migrations.length > 0) log.info({ count: migrations.length }, "the database was brought up to date");
};

/** The first start seals a known text. A key that cannot open it would fail at the first journal entry: it fails here. */
async function checkKey(client: PrismaClient, seals: Sealer): Promise<void> {
  const cell = { table: "KeyCheck", column: "body", row: seals.keyId };
  const [made] = await client.keyCheck.findMany();
  if (!made) await client.keyCheck.create({ data: { kid: seals.keyId, body: seals.seal("familiar", cell) } });
  else if (made.kid !== seals.keyId) throw otherKey(made.kid, seals.keyId);
  else seals.open(made.body, cell);
}
