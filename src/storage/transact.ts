import type { Client } from "./client.ts";
import { toStorageError } from "./faults.ts";
import type { PrismaClient } from "./generated/sqlite/client.ts";
import type { Attempt } from "./patience.ts";

/** What became of a commit whose answer was lost on the way. */
export interface Commits {
  /** Names the open transaction. */
  mark(tx: Client): Promise<string>;
  /** Whether that transaction was committed. Rejects as unreachable while it is not decided. */
  stands(client: Client, mark: string): Promise<boolean>;
}

/** How long Prisma lets a transaction wait to begin, and live. Ours are short: these end a mistake, not a slow disk. */
const limits = { maxWait: 10_000, timeout: 20_000 };

interface Run<T> {
  thrown: { readonly error: unknown } | null;
  /** Present once all of its work was done and only the commit was left. */
  done: { readonly result: T; readonly mark: string } | null;
}

/**
 * What `work` throws comes out unchanged, after the rollback; only the transaction's own faults are translated. A commit
 * that failed without saying how it ended is asked about: made again it would do everything twice.
 */
export async function transact<T>(
  { client, commits }: { readonly client: PrismaClient; readonly commits: Commits | null },
  attempt: Attempt,
  work: (tx: Client) => Promise<T>,
): Promise<T> {
  const run: Run<T> = { thrown: null, done: null };
  try {
    return await client.$transaction((tx) => watched(tx, commits, run, work), limits);
  } catch (error) {
    if (run.thrown) throw run.thrown.error;
    const { done } = run;
    if (done && commits && (await attempt(() => asked(commits, client, done.mark)))) return done.result;
    throw toStorageError(error);
  }
}

async function watched<T>(
  tx: Client,
  commits: Commits | null,
  run: Run<T>,
  work: (tx: Client) => Promise<T>,
): Promise<T> {
  const result = await work(tx).catch((error: unknown) => {
    run.thrown = { error };
    throw error;
  });
  if (commits) run.done = { result, mark: await commits.mark(tx) };
  return result;
}

async function asked(commits: Commits, client: Client, mark: string): Promise<boolean> {
  try {
    return await commits.stands(client, mark);
  } catch (error) {
    throw toStorageError(error);
  }
}
