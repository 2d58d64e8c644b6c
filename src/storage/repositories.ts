import { StorageError } from "../core/errors.ts";
import type { Clock } from "../core/ports.ts";
import type { Repositories, Storage } from "../core/storage.ts";
import type { Client } from "./client.ts";
import type { Database } from "./database.ts";
import { toStorageError } from "./faults.ts";
import type { PrismaClient } from "./generated/sqlite/client.ts";
import { inbox } from "./inbox.ts";
import { journal } from "./journal.ts";
import { memories } from "./memories.ts";
import { messages } from "./messages.ts";
import { moods } from "./moods.ts";
import { people } from "./people.ts";
import { pluginValues } from "./plugin-values.ts";
import { receipts } from "./receipts.ts";
import { sessions } from "./sessions.ts";
import { usage } from "./usage.ts";

export interface StorageParts extends Pick<Database, "search" | "sealer" | "ids" | "log"> {
  readonly client: PrismaClient;
  readonly clock: Clock;
  /** Throws where this process may not use the database any more. */
  readonly check: () => void;
  readonly close: () => Promise<void>;
}

type Attempt = <T>(work: () => Promise<T>) => Promise<T>;

/** How long Prisma lets a transaction wait to begin, and live. Ours are short: these end a mistake, not a slow disk. */
const patience = { maxWait: 10_000, timeout: 20_000 };
/** Waits between attempts on a busy database, about three seconds in all. */
const pauses = [10, 30, 100, 300, 800, 1_600];

/** All repositories over one database, and the transactions that bind them. */
export function storageOf(parts: StorageParts): Storage {
  const attempt = retrying(parts);
  const begin = <T>(work: (client: Client) => Promise<T>): Promise<T> => transact(parts.client, work);
  const root: Database = { ...parts, atomically: begin };
  const within = (client: Client): Database => ({ ...parts, client, atomically: (work) => work(client) });
  return {
    ...repositories(root, attempt),
    transaction: (work) => attempt(() => begin((client) => work(repositories(within(client), once)))),
    close: parts.close,
  };
}

const repositories = (database: Database, attempt: Attempt): Repositories => ({
  inbox: attempting(inbox(database), attempt),
  people: attempting(people(database), attempt),
  sessions: attempting(sessions(database), attempt),
  messages: attempting(messages(database), attempt),
  memories: attempting(memories(database), attempt),
  moods: attempting(moods(database), attempt),
  journal: attempting(journal(database), attempt),
  receipts: attempting(receipts(database), attempt),
  usage: attempting(usage(database), attempt),
  pluginValues: attempting(pluginValues(database), attempt),
});

/** What `work` throws comes out unchanged, after the rollback; only the transaction's own faults are translated. */
async function transact<T>(client: PrismaClient, work: (client: Client) => Promise<T>): Promise<T> {
  const failure: { thrown: boolean; error?: unknown } = { thrown: false };
  const watched = async (tx: Client): Promise<T> => {
    try {
      return await work(tx);
    } catch (error) {
      Object.assign(failure, { thrown: true, error });
      throw error;
    }
  };
  try {
    return await client.$transaction(watched, patience);
  } catch (error) {
    throw failure.thrown ? failure.error : toStorageError(error);
  }
}

const once: Attempt = (work) => work();

/** Tries again while the database is busy, for a bounded time: nothing of a failed attempt was kept. */
const retrying =
  ({ check, clock }: StorageParts): Attempt =>
  async (work) => {
    const end = clock.now().getTime() + patience.maxWait;
    for (let failures = 0; ; failures += 1) {
      check();
      try {
        return await work();
      } catch (error) {
        const pause = pauses[failures];
        if (pause === undefined || !isBusy(error) || clock.now().getTime() > end) throw error;
        await clock.sleep(pause);
      }
    }
  };

const isBusy = (error: unknown): boolean => error instanceof StorageError && error.code === "E-DATABASE-BUSY";

/** The same repository: each of its calls made through `attempt`, each of its faults in our words. */
function attempting<R extends object>(repository: R, attempt: Attempt): R {
  return new Proxy(repository, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== "function") return member;
      const call = async (values: readonly unknown[]): Promise<unknown> => {
        try {
          return await Reflect.apply(member, target, values);
        } catch (error) {
          throw toStorageError(error);
        }
      };
      return (...values: readonly unknown[]) => attempt(() => call(values));
    },
  });
}
