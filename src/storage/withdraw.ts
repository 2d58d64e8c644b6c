import type { AskKey, TurnId } from "../core/session.ts";
import type { Withdrawal } from "../core/storage.ts";
import type { Database } from "./database.ts";
import { keepDeletion } from "./deletions.ts";
import type { Turn as TurnRow } from "./generated/sqlite/client.ts";
import { hold } from "./ownership.ts";
import { isWordless, openAsk } from "./sealed-turn.ts";
import { changeWordless, open, whole } from "./turn-rows.ts";

/** The message with this key was deleted. */
export async function withdraw(database: Database, key: AskKey, at: Date): Promise<Withdrawal> {
  const { client } = database;
  await hold(database);
  // Touched before it is read: no step of it comes in between.
  await client.turn.updateMany({ where: { key, state: { in: [...open] } }, data: { changedAt: at } });
  const row = await client.turn.findUnique({ where: { key } });
  if (!row) {
    await keepDeletion(database, key, at);
    return { type: "unknown" };
  }
  const id = row.id as TurnId;
  const lead = row.lead as TurnId | null;
  if (!open.some((state) => state === row.state)) return { type: "over", turn: lead ?? id };
  if (lead !== null) return leave(database, row, lead, at);
  return (await othersOf(database, id)) > 0 ? goOnWithout(database, row, at) : takeBack(database, row, at);
}

const othersOf = ({ client }: Database, lead: TurnId): Promise<number> =>
  client.turn.count({ where: { lead, state: { in: [...open] } } });

async function takeBack(database: Database, row: TurnRow, at: Date): Promise<Withdrawal> {
  await changeWordless(database, [row], { state: "withdrawing", changedAt: at });
  return { type: "withdrawing", turn: await whole(database, row.id as TurnId) };
}

/** One of several that are answered together: the reply to all of them is not the reply to the rest, if any is left. */
async function leave(database: Database, row: TurnRow, lead: TurnId, at: Date): Promise<Withdrawal> {
  await changeWordless(database, [row], { state: "withdrawn", lead: null, changedAt: at });
  const first = await database.client.turn.findUniqueOrThrow({ where: { id: lead } });
  if (isWordless(openAsk(database.sealer, lead, first.ask)) && (await othersOf(database, lead)) === 0)
    return takeBack(database, first, at);
  await reopen(database, lead, at);
  return { type: "reopened", turn: await whole(database, lead) };
}

/**
 * The one whose message the reply answers visibly stays to carry the others, without its words. Told once more, it keeps
 * what was answered since.
 */
async function goOnWithout(database: Database, row: TurnRow, at: Date): Promise<Withdrawal> {
  const id = row.id as TurnId;
  if (!isWordless(openAsk(database.sealer, id, row.ask))) {
    await changeWordless(database, [row], { changedAt: at });
    await reopen(database, id, at);
  }
  return { type: "reopened", turn: await whole(database, id) };
}

const reopen = async ({ client }: Database, id: TurnId, at: Date): Promise<void> => {
  await client.turn.update({ where: { id }, data: { state: "accepted", reply: null, changedAt: at } });
};
