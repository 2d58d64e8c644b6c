/** What people want of a reply that is there already, whichever process has posted it: the turn is ours from here on. */
import type { Ask, TurnId } from "../core/session.ts";
import type { Turn, TurnState } from "../core/storage.ts";
import type { Database } from "./database.ts";
import { hold } from "./ownership.ts";
import { sealAsk } from "./sealed-turn.ts";
import { changeWordless, fromRow, open, whole } from "./turn-rows.ts";

const showing = [...open, "delivered"] as const satisfies readonly TurnState[];

/** A turn that another one carries is found as that one. */
export async function find(database: Database, id: TurnId): Promise<Turn | null> {
  const row = await database.client.turn.findUnique({ where: { id }, include: { deliveries: true } });
  if (!row) return null;
  return row.lead === null ? whole(database, id, showing) : fromRow(database.sealer, row);
}

const removable = ["accepted", "answering", "answered", "delivered", "failed"] as const satisfies readonly TurnState[];

export async function remove(database: Database, id: TurnId, at: Date): Promise<Turn | null> {
  const { client, epoch } = database;
  await hold(database);
  // Touched before it is read: no step of it comes in between.
  const data = { state: "withdrawing", epoch, changedAt: at };
  const { count } = await client.turn.updateMany({ where: { id, lead: null, state: { in: [...removable] } }, data });
  if (count === 0) return null;
  const members = await client.turn.findMany({ where: { lead: id } });
  await changeWordless(database, members, { state: "withdrawn", changedAt: at });
  await changeWordless(database, await client.turn.findMany({ where: { id } }), {});
  return whole(database, id);
}

export async function reopen(database: Database, id: TurnId, at: Date): Promise<boolean> {
  const { client, epoch } = database;
  await hold(database);
  const data = { state: "accepted", epoch, reply: null, changedAt: at };
  const { count } = await client.turn.updateMany({ where: { id, lead: null, state: "delivered" }, data });
  if (count === 1) await client.turn.updateMany({ where: { lead: id, state: "delivered" }, data });
  return count === 1;
}

export async function reword({ client, sealer, ...database }: Database, ask: Ask, at: Date): Promise<boolean> {
  await hold({ client, sealer, ...database });
  const row = await client.turn.findUnique({ where: { key: ask.key }, select: { id: true } });
  if (!row) return false;
  const sealed = sealAsk(sealer, row.id as TurnId, ask);
  const where = { id: row.id, state: "accepted" };
  const { count } = await client.turn.updateMany({ where, data: { ask: sealed, changedAt: at } });
  return count === 1;
}
