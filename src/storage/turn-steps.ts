import type { Reply } from "../core/reply.ts";
import type { TurnId } from "../core/session.ts";
import type { TurnState } from "../core/storage.ts";
import type { Client } from "./client.ts";
import type { Database } from "./database.ts";
import { explain } from "./ownership.ts";
import { openReply, sealReply } from "./sealed-turn.ts";
import { changeWordless, open } from "./turn-rows.ts";

type Change = Parameters<Client["turn"]["updateMany"]>[0]["data"];

const beginnable = ["accepted", "answering"] as const satisfies readonly TurnState[];

/** Whether one of our turns was in a state from which it could be changed; then it is. */
export async function move(
  { client, epoch }: Database,
  turn: TurnId,
  from: readonly TurnState[],
  data: Change,
): Promise<boolean> {
  const { count } = await client.turn.updateMany({ where: { id: turn, epoch, state: { in: [...from] } }, data });
  return count === 1;
}

export async function begin(database: Database, turn: TurnId, joined: readonly TurnId[], at: Date): Promise<void> {
  const alone = { state: "answering", lead: null, changedAt: at };
  if (!(await move(database, turn, beginnable, { ...alone, attempts: { increment: 1 } })))
    await explain(database, turn, []);
  if (joined.length === 0) return;
  const member = { ...alone, lead: turn };
  for (const id of joined) if (!(await move(database, id, beginnable, member))) await explain(database, id, []);
  // Those that a member had led before it was reopened come with it.
  const followers = { lead: { in: [...joined] }, state: { in: [...open] } };
  await database.client.turn.updateMany({ where: followers, data: member });
}

/** A reply that is there already stays: the commit that made it was ours, and only its answer was lost. */
export async function answered(database: Database, turn: TurnId, reply: Reply, at: Date): Promise<Reply> {
  const { client, sealer } = database;
  const sealed = sealReply(sealer, turn, reply);
  if (await move(database, turn, ["answering"], { state: "answered", reply: sealed, changedAt: at })) return reply;
  await explain(database, turn, ["answered"]);
  const { reply: kept } = await client.turn.findUniqueOrThrow({ where: { id: turn }, select: { reply: true } });
  return kept === null ? reply : openReply(sealer, turn, kept);
}

export async function delivered(database: Database, turn: TurnId, at: Date): Promise<void> {
  if (!(await move(database, turn, ["answered"], { state: "delivered" })))
    return explain(database, turn, ["delivered"]);
  await finish(database, turn, { state: "delivered", changedAt: at });
}

export async function end(
  database: Database,
  turn: TurnId,
  { state, reason, at }: { readonly state: TurnState; readonly reason: string; readonly at: Date },
): Promise<void> {
  if (!(await move(database, turn, ["accepted", "answering", "answered"], { state })))
    return explain(database, turn, [state]);
  await finish(database, turn, { state, reason, changedAt: at });
}

export async function withdrawn(database: Database, turn: TurnId, at: Date): Promise<void> {
  if (!(await move(database, turn, ["withdrawing"], { state: "withdrawn", changedAt: at })))
    return explain(database, turn, ["withdrawn"]);
  await database.client.delivery.deleteMany({ where: { turnId: turn } });
}

/** The end of a turn is the end of those that its reply answers too, of the words in their rows and of the reply. */
async function finish(database: Database, turn: TurnId, change: Change & { readonly state: TurnState }): Promise<void> {
  const members = { lead: turn, state: { in: [...open] } };
  const rows = await database.client.turn.findMany({ where: { OR: [{ id: turn }, members] } });
  await changeWordless(database, rows, { ...change, reply: null });
}
