import type { Part } from "../core/reply.ts";
import type { PersonId, TurnId } from "../core/session.ts";
import type { Turn, TurnState } from "../core/storage.ts";
import type { Client } from "./client.ts";
import type { Sealer } from "./crypto.ts";
import type { Database } from "./database.ts";
import type { Delivery as DeliveryRow, Turn as TurnRow } from "./generated/sqlite/client.ts";
import { openAsk, openReply, sealAsk, sealReply, withoutAnswer, withoutWords } from "./sealed-turn.ts";

/** The states in which a turn still has something to do. */
export const open = ["accepted", "answering", "answered", "withdrawing"] as const satisfies readonly TurnState[];

export type FullRow = TurnRow & { readonly deliveries: readonly DeliveryRow[] };

export const fromRow = (sealer: Sealer, row: FullRow, joined: readonly Turn[] = []): Turn => ({
  id: row.id as TurnId,
  ask: openAsk(sealer, row.id as TurnId, row.ask),
  person: row.person as PersonId,
  state: row.state as TurnState,
  reason: row.reason,
  attempts: row.attempts,
  reply: row.reply === null ? null : openReply(sealer, row.id as TurnId, row.reply),
  acceptedAt: row.acceptedAt,
  parts: row.deliveries.map(toPart).sort((a, b) => a.part - b.part),
  joined,
});

export const toPart = ({ part, since, platformId }: DeliveryRow): Part => ({ part, since, id: platformId });

/** A turn with those that its reply answers too. */
export async function whole(database: Database, id: TurnId, states: readonly TurnState[] = open): Promise<Turn> {
  const { client, sealer } = database;
  const row = await client.turn.findUniqueOrThrow({ where: { id }, include: { deliveries: true } });
  const members = await client.turn.findMany({
    where: { lead: id, state: { in: [...states] } },
    orderBy: { seq: "asc" },
    include: { deliveries: true },
  });
  return fromRow(
    sealer,
    row,
    members.map((member) => fromRow(sealer, member)),
  );
}

/** Changes these rows, and takes the words of ask and reply out of them. */
export async function changeWordless(
  { client, sealer }: Database,
  rows: readonly TurnRow[],
  change: Parameters<Client["turn"]["update"]>[0]["data"],
): Promise<void> {
  for (const row of rows) {
    const id = row.id as TurnId;
    const ask = sealAsk(sealer, id, withoutWords(openAsk(sealer, id, row.ask)));
    const reply = row.reply && sealReply(sealer, id, withoutAnswer(openReply(sealer, id, row.reply)));
    await client.turn.update({ where: { id }, data: { ask, reply, ...change }, select: { seq: true } });
  }
}
