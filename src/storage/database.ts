import type { Ids, Logger } from "../core/ports.ts";
import type { Client } from "./client.ts";
import type { Sealer } from "./crypto.ts";
import type { SearchIndex } from "./search.ts";

/** So many calls go on at once, each with a connection; the others wait before them, in order and without a limit. */
export const connections = 10;

/** What every repository is made of. */
export interface Database {
  readonly client: Client;
  readonly search: SearchIndex;
  readonly sealer: Sealer;
  readonly ids: Ids;
  readonly log: Logger;
  /** Names this process among all that have ever owned the database. */
  readonly epoch: number;
  /** Several writes as one: a transaction of their own, or the one that is open already. */
  atomically<T>(work: (client: Client) => Promise<T>): Promise<T>;
}
