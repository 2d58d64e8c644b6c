import { ConfigError } from "../core/errors.ts";

/** One process per database. */
export interface DatabaseLock {
  /** Throws where the lock was lost, so that a process that is thought dead cannot write. */
  check(): void;
  /** `opened` tells whether the database was whole and could be used. */
  release(opened: boolean): Promise<void>;
}

/** `by` names the process that holds it. */
export const inUse = (database: string, by: string): ConfigError =>
  new ConfigError(
    "E-DATABASE-IN-USE",
    `Another Familiar uses ${database}: ${by}. Two would answer everybody twice. Stop that one first, or give this one its own FAMILIAR_HOME or DATABASE_URL.`,
  );
