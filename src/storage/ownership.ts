import { hostname } from "node:os";
import { ConfigError, StorageError } from "../core/errors.ts";
import type { TurnId } from "../core/session.ts";
import type { TurnState } from "../core/storage.ts";
import type { Client } from "./client.ts";
import type { Database } from "./database.ts";
import { toStorageError } from "./faults.ts";
import type { PrismaClient } from "./generated/sqlite/client.ts";
import { open } from "./turn-rows.ts";

const only = 1;

/**
 * From here on the database is ours, and with it every open turn: whoever had it before finds a higher epoch than its
 * own, and can write nothing.
 */
export async function takeOver(client: PrismaClient, since: Date): Promise<number> {
  const mine = { name: `process ${process.pid} on ${hostname()}`, since };
  return client.$transaction(async (tx) => {
    const { epoch } = await tx.owner.upsert({
      where: { id: only },
      create: { id: only, epoch: 1, ...mine },
      update: { epoch: { increment: 1 }, ...mine },
    });
    await tx.turn.updateMany({ where: { state: { in: [...open] } }, data: { epoch } });
    return epoch;
  });
}

/** Holds the owner's row until the transaction ends: nobody takes over in between. */
export async function hold({ client, epoch }: Database): Promise<void> {
  const { count } = await client.owner.updateMany({ where: { id: only, epoch }, data: { epoch } });
  if (count === 0) throw taken(await ownerOf(client));
}

/** Rejects where another process has taken over. */
export async function stillOurs({ client, epoch }: Pick<Database, "client" | "epoch">): Promise<void> {
  const owner = await ownerOf(client).catch((error: unknown) => {
    throw toStorageError(error);
  });
  if (owner?.epoch !== epoch) throw taken(owner);
}

/**
 * Why a step found no turn to take: another process owns the database, or the turn is elsewhere. Resolves where we have
 * taken the step before, and only its answer was lost.
 */
export async function explain({ client, epoch }: Database, turn: TurnId, steps: readonly TurnState[]): Promise<void> {
  await stillOurs({ client, epoch });
  const row = await client.turn.findUnique({ where: { id: turn }, select: { state: true } });
  if (!steps.some((state) => state === row?.state)) throw gone(turn, row?.state ?? "unknown");
}

const ownerOf = (client: Client) => client.owner.findUnique({ where: { id: only } });

const gone = (turn: TurnId, state: string): StorageError =>
  new StorageError("E-TURN-GONE", `The turn ${turn} is ${state} and cannot go on: it was deleted or ended meanwhile.`);

const taken = (owner: { readonly name: string; readonly since: Date } | null): ConfigError =>
  new ConfigError(
    "E-DATABASE-TAKEN",
    `Another Familiar has taken over this database${owner ? ` (${owner.name}, since ${owner.since.toISOString()})` : ""}, so this one stops. Nothing is lost: the other one answers. Give each its own FAMILIAR_HOME or DATABASE_URL.`,
  );
