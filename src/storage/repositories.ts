import { atMost } from "../core/at-most.ts";
import type { Clock } from "../core/ports.ts";
import type { Repositories, Storage } from "../core/storage.ts";
import { attachments } from "./attachments.ts";
import type { Client } from "./client.ts";
import { connections, type Database } from "./database.ts";
import { toStorageError } from "./faults.ts";
import { feedback } from "./feedback.ts";
import type { PrismaClient } from "./generated/sqlite/client.ts";
import { inbox } from "./inbox.ts";
import { journal } from "./journal.ts";
import { memories } from "./memories.ts";
import { messages } from "./messages.ts";
import { moods } from "./moods.ts";
import { stillOurs } from "./ownership.ts";
import { type Attempt, once, patient } from "./patience.ts";
import { people } from "./people.ts";
import { places } from "./places.ts";
import { pluginValues } from "./plugin-values.ts";
import { receipts } from "./receipts.ts";
import { sessions } from "./sessions.ts";
import { type Commits, transact } from "./transact.ts";
import { usage } from "./usage.ts";

export interface StorageParts extends Pick<Database, "search" | "sealer" | "ids" | "log" | "epoch"> {
  readonly client: PrismaClient;
  /** Null where a commit never leaves its caller in doubt. */
  readonly commits: Commits | null;
  readonly clock: Clock;
  /** Throws where this process may not use the database any more. */
  readonly check: () => void;
  readonly close: () => Promise<void>;
}

/** All repositories over one database, and the transactions that bind them. */
export function storageOf(parts: StorageParts): Storage {
  const closing = new AbortController();
  let closed: Promise<void> | null = null;
  const insist = patient({ ...parts, ours: () => stillOurs(parts), closing: closing.signal });
  // A crowd is no outage, and each call that gave up waiting and came again would make it larger.
  const inLine = atMost(connections);
  const attempt: Attempt = (work) => insist(work, inLine);
  // Whoever sent it waits to be told that it was heard, and for seconds only.
  const first: Attempt = (work) => insist(work, (call) => inLine(call, "urgent"));
  // What is asked about a commit is asked by a call that has its place already.
  const begin = <T>(work: (client: Client) => Promise<T>): Promise<T> => transact(parts, insist, work);
  const root: Database = { ...parts, atomically: begin };
  const within = (client: Client): Database => ({ ...parts, client, atomically: (work) => work(client) });
  const { accept } = attempting(inbox(root), first);
  const all = repositories(root, attempt);
  return {
    ...all,
    inbox: { ...all.inbox, accept },
    transaction: (work) => attempt(() => begin((client) => work(repositories(within(client), once)))),
    close: () => {
      closing.abort();
      closed ??= parts.close();
      return closed;
    },
  };
}

const repositories = (database: Database, attempt: Attempt): Repositories => ({
  inbox: attempting(inbox(database), attempt),
  people: attempting(people(database), attempt),
  places: attempting(places(database), attempt),
  sessions: attempting(sessions(database), attempt),
  messages: attempting(messages(database), attempt),
  attachments: attempting(attachments(database), attempt),
  memories: attempting(memories(database), attempt),
  moods: attempting(moods(database), attempt),
  journal: attempting(journal(database), attempt),
  receipts: attempting(receipts(database), attempt),
  usage: attempting(usage(database), attempt),
  feedback: attempting(feedback(database), attempt),
  pluginValues: attempting(pluginValues(database), attempt),
});

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
