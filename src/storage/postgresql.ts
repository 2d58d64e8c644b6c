import { hostname } from "node:os";
import { PrismaPg } from "@prisma/adapter-pg";
import type { SqlDriverAdapterFactory } from "@prisma/driver-adapter-utils";
import pg from "pg";
import { ConfigError, StorageError } from "../core/errors.ts";
import type { Clock, Logger } from "../core/ports.ts";
import type { Secret } from "../core/secret.ts";
import { connections } from "./database.ts";
import { toStorageError } from "./faults.ts";
import { PrismaClient } from "./generated/postgresql/client.ts";
import type { PrismaClient as SqliteClient } from "./generated/sqlite/client.ts";
import { type DatabaseLock, inUse } from "./lock.ts";
import type { MigrationConnection } from "./migrate.ts";
import type { Commits } from "./transact.ts";

export interface PostgresOptions {
  readonly url: Secret;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Two numbers, because that form of the lock cannot meet Prisma's, which is one. */
const lockKey = [0x46_41_4d, 1] as const;
const connectMs = 5_000;
const idleMs = 10_000;
/** Soon at first: mostly the server is there, and needs a moment to see that the old connection is gone. */
const regainPauses = [50, 200, 500, 1_000] as const;

const settings = (url: Secret): pg.ClientConfig => ({
  connectionString: url.reveal(),
  application_name: `familiar ${process.pid} on ${hostname()}`.slice(0, 63),
  connectionTimeoutMillis: connectMs,
  keepAlive: true,
  // A process that stands still in the middle of a transaction must not hold up the one that takes its place.
  idle_in_transaction_session_timeout: idleMs,
});

/** One set of models makes both clients: they differ in filters of their own, which no repository uses. */
export const postgresClient = (adapter: SqlDriverAdapterFactory): SqliteClient =>
  new PrismaClient({ adapter, errorFormat: "minimal" }) as unknown as SqliteClient;

/** A pool of connections, as Prisma uses it. */
export const postgresAdapter = ({ url, log }: Omit<PostgresOptions, "clock">): PrismaPg =>
  new PrismaPg(
    { ...settings(url), max: connections },
    {
      onPoolError: (error) =>
        log.warn({ code: "E-DATABASE-UNREACHABLE" }, `a database connection was lost: ${error.message}`),
    },
  );

/** PostgreSQL remembers how each transaction ended, also when nobody was there any more to hear it. */
export const postgresCommits: Commits = {
  mark: async (tx) => {
    const [row] = await tx.$queryRaw<{ xid: string }[]>`SELECT pg_current_xact_id()::text AS "xid"`;
    if (!row) throw new Error("a transaction has no name");
    return row.xid;
  },
  stands: async (client, mark) => {
    const [row] = await client.$queryRaw<{ status: string | null }[]>`
      SELECT pg_xact_status(${mark}::text::xid8) AS "status"`;
    if (row?.status !== "in progress") return row?.status === "committed";
    // Its connection is lost, which the server does not know yet: left alone it may hold its rows for hours.
    await client.$queryRaw`
      SELECT pg_terminate_backend("pid") FROM pg_stat_activity
      WHERE "datname" = current_database() AND "backend_xid" = ${mark}::text::xid8::xid`;
    throw toStorageError({ code: "ConnectionClosed" });
  },
};

/** One connection, for as long as `work` runs. */
export async function withConnection<T>(
  url: Secret,
  work: (connection: MigrationConnection) => Promise<T>,
): Promise<T> {
  const client = await connect(url);
  try {
    return await work({
      provider: "postgresql",
      run: async (script) => {
        await client.query(script);
      },
      query: async (sql, values = []) => (await client.query<Record<string, unknown>>(sql, [...values])).rows,
    });
  } finally {
    await client.end();
  }
}

async function connect(url: Secret): Promise<pg.Client> {
  const client = clientOf(url);
  // A lost connection is told by the next request on it; without a listener Node would end the process.
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw unreachable(url, error);
  }
}

/** Making a client already reads the certificates that its address names. */
function clientOf(url: Secret): pg.Client {
  try {
    return new pg.Client(settings(url));
  } catch (cause) {
    const file =
      cause instanceof Error && "path" in cause ? ` (it names the file ${cause.path}, which cannot be read)` : "";
    throw new ConfigError(
      "E-CONFIG-INVALID",
      `DATABASE_URL cannot be used${file}. Check its parameters, such as sslrootcert, sslcert and sslkey.`,
      { cause },
    );
  }
}

/**
 * A session's advisory lock on a connection of its own. When that connection is lost nothing is read or written until
 * the lock is ours again, because meanwhile another process may have taken it.
 */
export async function lockPostgres({ url, clock, log }: PostgresOptions): Promise<DatabaseLock> {
  const stopped = new AbortController();
  let held: pg.Client | null = null;
  const hold = (client: pg.Client): void => {
    held = client;
    client.once("end", () => {
      held = null;
      if (!stopped.signal.aborted) void regain();
    });
  };
  const regain = async (): Promise<void> => {
    const lost = "the connection that holds the database's lock is lost; nothing is read or kept until it is back";
    log.warn({ code: "E-DATABASE-UNREACHABLE" }, lost);
    for (let tries = 0; !stopped.signal.aborted && held === null; tries += 1) {
      await clock.sleep(regainPauses[tries] ?? 1_000, stopped.signal);
      await acquire(url).then(hold, (error) => log.debug({}, `the lock is not back: ${toStorageError(error).message}`));
    }
    if (stopped.signal.aborted) await held?.end();
    else log.debug({}, "the database's lock is back");
  };
  hold(await acquire(url));
  return {
    check: () => {
      if (held === null) throw toStorageError({ code: "ConnectionClosed" });
    },
    release: async () => {
      stopped.abort();
      await held?.end();
    },
  };
}

async function acquire(url: Secret): Promise<pg.Client> {
  const client = await connect(url);
  try {
    const { rows } = await client.query<{ taken: boolean }>("SELECT pg_try_advisory_lock($1, $2) AS taken", [
      ...lockKey,
    ]);
    if (rows[0]?.taken) return client;
    throw inUse(whereIs(url), await whoHolds(client));
  } catch (error) {
    await client.end();
    throw error;
  }
}

async function whoHolds(client: pg.Client): Promise<string> {
  const { rows } = await client.query<{ name: string; since: Date }>(
    `SELECT a.application_name AS name, a.backend_start AS since
       FROM pg_locks l JOIN pg_stat_activity a ON a.pid = l.pid
      WHERE l.locktype = 'advisory' AND l.granted AND l.classid = $1 AND l.objid = $2
        AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [...lockKey],
  );
  const [holder] = rows;
  return holder
    ? `${holder.name || "a process without a name"}, since ${holder.since.toISOString()}`
    : "another process";
}

/** Host, port and database of an address, never its user or password. */
function whereIs(url: Secret): string {
  const { host, port, database } = clientOf(url);
  return `PostgreSQL at ${host}:${port} (database ${database})`;
}

const refusals: Readonly<Record<string, string>> = {
  "28P01": "refused the password",
  "28000": "refused the user",
  "3D000": "has no database of that name",
  "53300": "has no connection left",
};

function unreachable(url: Secret, cause: unknown): StorageError {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const what = refusals[code] ?? `does not answer${code ? ` (${code})` : ""}`;
  return new StorageError(
    "E-DATABASE-UNREACHABLE",
    `${whereIs(url)} ${what}. Nothing can be read or kept without it. See that it runs and that DATABASE_URL names it rightly.`,
    { cause, retryable: true },
  );
}
