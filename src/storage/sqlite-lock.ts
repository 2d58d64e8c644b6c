import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import Database from "libsql";
import { z } from "zod";
import { unwritable } from "./faults.ts";
import { type DatabaseLock, inUse } from "./lock.ts";

const holder = z.object({ pid: z.number(), host: z.string(), since: z.string() });
type Holder = z.infer<typeof holder>;

interface SqliteLock extends DatabaseLock {
  /** Whether the last one to hold it has ended without giving it back. */
  readonly unclean: boolean;
}

/**
 * Holds an exclusive transaction on an empty database beside the file: the kernel ends it with the process, however
 * that ends. Who holds it stands in a file of its own, because nobody else can read the locked one.
 */
export function lockSqlite(path: string, since: Date): SqliteLock {
  const record = `${path}.holder`;
  const file = openLock(path);
  try {
    file.exec("BEGIN EXCLUSIVE");
  } catch (error) {
    file.close();
    throw isBusy(error) ? inUse(path, describe(readHolder(record))) : unwritable(`${path}.lock`, error);
  }
  const unclean = existsSync(record);
  const self: Holder = { pid: process.pid, host: hostname(), since: since.toISOString() };
  writeFileSync(record, `${JSON.stringify(self)}\n`, { mode: 0o600 });
  return {
    unclean,
    check: () => {},
    release: async (opened) => {
      // A database that was doubted and could not be opened is doubted at the next start, too.
      if (opened || !unclean) rmSync(record, { force: true });
      file.close();
    },
  };
}

function openLock(path: string): Database.Database {
  try {
    return new Database(`${path}.lock`, { timeout: 0 });
  } catch (error) {
    throw unwritable(`${path}.lock`, error);
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");

/** Null while the other process is between taking the lock and writing its name. */
function readHolder(record: string): Holder | null {
  try {
    return holder.parse(JSON.parse(readFileSync(record, "utf8")));
  } catch {
    return null;
  }
}

const describe = (found: Holder | null): string =>
  found ? `process ${found.pid} on ${found.host}, since ${found.since}` : "another process";
