/**
 * A Prisma driver adapter over the synchronous `libsql`. It holds one connection, and a query outside a transaction
 * waits for the open one: run at once it would join it, and vanish with its rollback although its promise had resolved.
 */
import {
  DriverAdapterError,
  type Error as DriverFault,
  type MappedError,
  type SqlDriverAdapter,
  type SqlDriverAdapterFactory,
  type SqlQuery,
  type SqlResultSet,
  type Transaction,
} from "@prisma/driver-adapter-utils";
import type Database from "libsql";
import { PrismaClient } from "./generated/sqlite/client.ts";
import { toResultSet, toSqlite } from "./sqlite-values.ts";
import { type Turnstile, turnstile } from "./turnstile.ts";

const info = { provider: "sqlite", adapterName: "familiar-sqlite" } as const;
const keptStatements = 200;

/** Errors in their short form: the long one quotes the source, and values with it. */
export const sqliteClient = (adapter: SqlDriverAdapterFactory): PrismaClient =>
  new PrismaClient({ adapter, errorFormat: "minimal" });

/** The adapter for an open file. Disposing it closes the file. */
export function sqliteDriver(file: Database.Database): SqlDriverAdapterFactory {
  file.defaultSafeIntegers(true);
  const connection = new Connection(file);
  const gate = turnstile();
  const alone = async <T>(work: () => T): Promise<T> => {
    const leave = await gate.enter();
    try {
      return work();
    } finally {
      leave();
    }
  };
  const adapter: SqlDriverAdapter = {
    ...info,
    queryRaw: (query) => alone(() => connection.whole(query, () => connection.query(query))),
    executeRaw: (query) => alone(() => connection.whole(query, () => connection.execute(query))),
    executeScript: (script) => alone(() => connection.script(script)),
    startTransaction: () => begin(connection, gate),
    // As SQLite is compiled; Prisma assumes 999.
    getConnectionInfo: () => ({ supportsRelationJoins: false, maxBindValues: 32_766 }),
    dispose: () => alone(() => connection.close()),
  };
  return { ...info, connect: async () => adapter };
}

/** IMMEDIATE: a transaction that begins by reading could not be sure to write later. */
async function begin(connection: Connection, gate: Turnstile): Promise<Transaction> {
  const leave = await gate.enter();
  try {
    connection.script("BEGIN IMMEDIATE");
  } catch (error) {
    leave();
    throw error;
  }
  const finish = async (statement: "COMMIT" | "ROLLBACK"): Promise<void> => {
    try {
      connection.finish(statement);
    } finally {
      leave();
    }
  };
  return {
    ...info,
    options: { usePhantomQuery: true },
    queryRaw: async (query) => connection.inTransaction().query(query),
    executeRaw: async (query) => connection.inTransaction().execute(query),
    commit: () => finish("COMMIT"),
    rollback: () => finish("ROLLBACK"),
    createSavepoint: async (name) => connection.inTransaction().script(`SAVEPOINT ${name}`),
    rollbackToSavepoint: async (name) => connection.inTransaction().script(`ROLLBACK TO ${name}`),
    releaseSavepoint: async (name) => connection.inTransaction().script(`RELEASE ${name}`),
  };
}

interface KeptStatement {
  readonly statement: Database.Statement;
  /** Null where it gives no rows. */
  readonly columns: readonly Database.ColumnDefinition[] | null;
}

class Connection {
  readonly #file: Database.Database;
  /** In order of last use, so that the oldest goes first. */
  readonly #statements = new Map<string, KeptStatement>();

  constructor(file: Database.Database) {
    this.#file = file;
  }

  query(query: SqlQuery): SqlResultSet {
    return this.#guarded(query, ({ statement, columns }, values) => {
      if (columns === null) {
        statement.run(...values);
        return { columnNames: [], columnTypes: [], rows: [] };
      }
      return toResultSet(columns, statement.all(...values) as unknown[][]);
    });
  }

  execute(query: SqlQuery): number {
    return this.#guarded(query, ({ statement, columns }, values) =>
      columns === null ? statement.run(...values).changes : statement.all(...values).length,
    );
  }

  /**
   * A single write as a transaction of its own. SQLite would make one by itself, but a statement that finds the database
   * busy while doing so stays begun until it is collected, and until then no other can commit.
   */
  whole<T>({ sql }: SqlQuery, work: () => T): T {
    if (/^\s*(SELECT|PRAGMA|EXPLAIN)\b/i.test(sql)) return work();
    this.script("BEGIN IMMEDIATE");
    try {
      const result = work();
      this.finish("COMMIT");
      return result;
    } catch (error) {
      this.finish("ROLLBACK");
      throw error;
    }
  }

  script(sql: string): void {
    try {
      this.#file.exec(sql);
    } catch (error) {
      throw toDriverError(error);
    }
  }

  /** SQLite ends a transaction by itself on a full disk, for one: what followed would be committed row by row. */
  inTransaction(): this {
    if (this.#file.inTransaction) return this;
    throw new DriverAdapterError({ kind: "TransactionAlreadyClosed", cause: "The transaction was rolled back." });
  }

  finish(statement: "COMMIT" | "ROLLBACK"): void {
    if (statement === "ROLLBACK" && !this.#file.inTransaction) return;
    try {
      this.inTransaction().script(statement);
    } finally {
      if (this.#file.inTransaction) this.script("ROLLBACK");
    }
  }

  /** Statements live until they are collected, and with them the connection: the log is not left to its end. */
  close(): void {
    this.#statements.clear();
    try {
      this.#file.exec("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch {
      // Nothing is lost by it: the next opening reads the log that stays.
    }
    this.#file.close();
  }

  #guarded<T>(query: SqlQuery, run: (kept: KeptStatement, values: readonly unknown[]) => T): T {
    try {
      const values = query.args.map((value, at) => toSqlite(value, query.argTypes[at]));
      return run(this.#prepared(query.sql), values);
    } catch (error) {
      this.#statements.delete(query.sql);
      throw toDriverError(error);
    }
  }

  #prepared(sql: string): KeptStatement {
    const kept = this.#statements.get(sql) ?? this.#prepare(sql);
    this.#statements.delete(sql);
    this.#statements.set(sql, kept);
    const oldest = this.#statements.keys().next();
    if (this.#statements.size > keptStatements && !oldest.done) this.#statements.delete(oldest.value);
    return kept;
  }

  #prepare(sql: string): KeptStatement {
    const statement = this.#file.prepare(sql);
    return statement.reader
      ? { statement: statement.raw(), columns: statement.columns() }
      : { statement, columns: null };
  }
}

interface SqliteFault {
  readonly code: string;
  readonly rawCode: number;
  readonly message: string;
}

const isSqliteFault = (error: unknown): error is SqliteFault =>
  error instanceof Error && "code" in error && typeof error.code === "string" && error.code.startsWith("SQLITE_");

function toDriverError(error: unknown): unknown {
  if (!isSqliteFault(error)) return error;
  const fault: DriverFault = { ...toKind(error), originalCode: error.code, originalMessage: error.message };
  return new DriverAdapterError(fault);
}

function toKind({ code, rawCode, message }: SqliteFault): MappedError {
  // "UNIQUE constraint failed: Turn.key, Turn.id"
  const fields = (message.split("constraint failed: ")[1] ?? "")
    .split(", ")
    .map((name) => name.split(".").pop() ?? name);
  switch (code) {
    case "SQLITE_CONSTRAINT_UNIQUE":
    case "SQLITE_CONSTRAINT_PRIMARYKEY":
      return { kind: "UniqueConstraintViolation", constraint: { fields } };
    case "SQLITE_CONSTRAINT_NOTNULL":
      return { kind: "NullConstraintViolation", constraint: { fields } };
    case "SQLITE_CONSTRAINT_FOREIGNKEY":
      return { kind: "ForeignKeyConstraintViolation", constraint: { foreignKey: {} } };
    case "SQLITE_BUSY":
    case "SQLITE_BUSY_SNAPSHOT":
      return { kind: "SocketTimeout" };
    default:
      return { kind: "sqlite", extendedCode: rawCode, message };
  }
}
