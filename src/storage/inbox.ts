import { StorageError } from "../core/errors.ts";
import type { PersonId, TurnId } from "../core/session.ts";
import type { Inbox, Turn, TurnState } from "../core/storage.ts";
import type { Client } from "./client.ts";
import type { Database } from "./database.ts";
import type { Turn as TurnRow } from "./generated/sqlite/client.ts";
import { openAsk, openReply, sealAsk, sealReply, withoutAnswer, withoutWords } from "./sealed-turn.ts";

const unfinished = ["accepted", "answering", "answered"] as const satisfies readonly TurnState[];

export function inbox(database: Database): Inbox {
  const { client, sealer } = database;
  return {
    accept: (turn) => accept(database, turn),
    begin: (turn, at) =>
      move(client, turn, ["accepted", "answering"], { state: "answering", attempts: { increment: 1 }, changedAt: at }),
    answered: (turn, reply, at) =>
      database.atomically(async (tx) => {
        const sealed = sealReply(sealer, turn, reply);
        await move(tx, turn, ["answering"], { state: "answered", reply: sealed, changedAt: at });
        await tx.delivery.create({ data: { turnId: turn, part: 0, state: "pending", changedAt: at } });
      }),
    delivered: (turn, parts, at) => database.atomically((tx) => delivered(tx, turn, parts, at)),
    end: (turn, state, reason, at) => move(client, turn, unfinished, { state, reason, changedAt: at }),
    open: () => open(database),
    blank: (turns) => database.atomically((tx) => blank({ ...database, client: tx }, turns)),
  };
}

async function accept({ client, sealer }: Database, arrived: Parameters<Inbox["accept"]>[0]) {
  const { id, ask, person, at } = arrived;
  const made = await client.$executeRaw`
    INSERT INTO "Turn" ("id", "key", "person", "state", "ask", "acceptedAt", "changedAt")
    VALUES (${id}, ${ask.key}, ${person}, 'accepted', ${sealAsk(sealer, id, ask)}, ${at}, ${at})
    ON CONFLICT ("key") DO NOTHING`;
  if (made === 0) {
    const first = await client.turn.findUniqueOrThrow({ where: { key: ask.key } });
    return { turn: toTurn(sealer, first), fresh: false };
  }
  const turn: Turn = { id, ask, person, state: "accepted", reason: null, attempts: 0, reply: null, acceptedAt: at };
  return { turn, fresh: true };
}

type Change = Parameters<Client["turn"]["updateMany"]>[0]["data"] & { readonly state: TurnState };

/** A turn goes through its states in order: one that is elsewhere was taken further by somebody else. */
async function move(client: Client, turn: TurnId, from: readonly TurnState[], data: Change): Promise<void> {
  const { count } = await client.turn.updateMany({ where: { id: turn, state: { in: [...from] } }, data });
  if (count === 0)
    throw new StorageError(
      "E-DATABASE",
      `The turn ${turn} cannot become ${data.state}: it is not ${from.join(" or ")}.`,
    );
}

async function delivered(client: Client, turn: TurnId, parts: readonly string[], at: Date): Promise<void> {
  await move(client, turn, ["answered"], { state: "delivered", changedAt: at });
  await client.delivery.deleteMany({ where: { turnId: turn } });
  const rows = parts.map((platformId, part) => ({ turnId: turn, part, state: "sent", platformId, changedAt: at }));
  if (rows.length > 0) await client.delivery.createMany({ data: rows });
}

/** One turn that cannot be read any more must not keep the others from being answered. */
async function open(database: Database): Promise<readonly Turn[]> {
  const { client, sealer, log } = database;
  const rows = await client.turn.findMany({ where: { state: { in: [...unfinished] } }, orderBy: { seq: "asc" } });
  const turns: Turn[] = [];
  for (const row of rows) {
    try {
      turns.push(toTurn(sealer, row));
    } catch (error) {
      log.error({ turn: row.id, code: "E-DATABASE-CORRUPT" }, "an open turn cannot be read and is given up", error);
      await client.turn.update({ where: { id: row.id }, data: { state: "failed", reason: "E-DATABASE-CORRUPT" } });
    }
  }
  return turns;
}

async function blank({ client, sealer }: Database, turns: readonly TurnId[]): Promise<void> {
  for (const row of await client.turn.findMany({ where: { id: { in: [...turns] } } })) {
    const { id, ask, reply } = toTurn(sealer, row);
    const data = {
      ask: sealAsk(sealer, id, withoutWords(ask)),
      reply: reply && sealReply(sealer, id, withoutAnswer(reply)),
    };
    await client.turn.update({ where: { id }, data, select: { seq: true } });
  }
}

function toTurn(sealer: Database["sealer"], row: TurnRow): Turn {
  const id = row.id as TurnId;
  return {
    id,
    ask: openAsk(sealer, id, row.ask),
    person: row.person as PersonId,
    state: row.state as TurnState,
    reason: row.reason,
    attempts: row.attempts,
    reply: row.reply === null ? null : openReply(sealer, id, row.reply),
    acceptedAt: row.acceptedAt,
  };
}
