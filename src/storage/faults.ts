import { ConfigError, FamiliarError, StorageError } from "../core/errors.ts";

/** What Prisma, a driver or Node threw, in our words. The original stays as its cause. */
export function toStorageError(error: unknown): FamiliarError {
  if (error instanceof FamiliarError) return error;
  const codes = [...codesOf(error)];
  const known = faults.find(({ matches }) => codes.some((code) => matches.test(code)));
  if (known) return known.make(error);
  return new StorageError("E-DATABASE", `The database refused a request (${codes.join(", ") || "no code"}).`, {
    cause: error,
  });
}

/** What drivers say without any code: `pg` of a connection that is gone, libsql of a file that does not open. */
const codeless = [
  {
    says: /Connection terminated|not queryable|timeout expired|timeout exceeded when trying to connect/,
    code: "ECONNRESET",
  },
  { says: /^ConnectionFailed\("Unable to open connection to local database/, code: "SQLITE_CANTOPEN" },
];

/** An error of Prisma's carries the driver's under `meta`, and both their own under `cause`. */
function* codesOf(error: unknown, depth = 0): Generator<string> {
  if (typeof error !== "object" || error === null || depth > 5) return;
  const { code, originalCode, kind, cause, meta, driverAdapterError, message } = error as Readonly<
    Record<string, unknown>
  >;
  for (const known of codeless) if (typeof message === "string" && known.says.test(message)) yield known.code;
  for (const name of [code, originalCode, kind]) if (typeof name === "string") yield name;
  for (const inner of [cause, meta, driverAdapterError]) yield* codesOf(inner, depth + 1);
}

export const unwritable = (what: string, cause: unknown): ConfigError =>
  new ConfigError(
    "E-HOME",
    `Familiar cannot open or write ${what}. Give this user the right to write there, or name another place in FAMILIAR_HOME or DATABASE_URL.`,
    { cause },
  );

interface Fault {
  readonly matches: RegExp;
  readonly make: (cause: unknown) => FamiliarError;
}

const faults: readonly Fault[] = [
  {
    matches: /^(SQLITE_FULL|ENOSPC|53100)$/,
    make: (cause) =>
      new StorageError(
        "E-DATABASE-FULL",
        "The disk of the database is full, and nothing more can be kept. Free some space on it: what arrives waits for up to five minutes, and is taken as soon as there is room.",
        { cause, retryable: true },
      ),
  },
  {
    matches: /^(SQLITE_CORRUPT.*|SQLITE_NOTADB|XX001|XX002)$/,
    make: (cause) =>
      new StorageError(
        "E-DATABASE-CORRUPT",
        "The database is damaged. Stop Familiar, keep a copy of the file, and restore a backup.",
        { cause },
      ),
  },
  {
    matches: /^(SQLITE_BUSY.*|SQLITE_LOCKED.*|P1008|P2028|P2034|40001|40P01|55P03)$/,
    make: (cause) =>
      new StorageError(
        "E-DATABASE-BUSY",
        "The database was busy for too long: another program is holding it. Close that program.",
        { cause, retryable: true },
      ),
  },
  {
    matches:
      /^(P1001|P1017|P2037|ConnectionClosed|DatabaseNotReachable|08...|53300|57P0.|ECONN.*|EPIPE|ETIMEDOUT|ENOTFOUND)$/,
    make: (cause) =>
      new StorageError(
        "E-DATABASE-UNREACHABLE",
        "The connection to the database is lost. See that it runs and can be reached: what arrives waits for up to five minutes, and is taken as soon as it answers again.",
        { cause, retryable: true },
      ),
  },
  {
    matches: /^(SQLITE_READONLY.*|SQLITE_CANTOPEN.*|SQLITE_PERM|EACCES|EPERM|EROFS|EISDIR|ENOTDIR)$/,
    make: (cause) => unwritable("its database", cause),
  },
];
