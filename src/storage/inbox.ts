import type { TurnId } from "../core/session.ts";
import type { Inbox, Turn } from "../core/storage.ts";
import { acceptAll } from "./accept.ts";
import type { Database } from "./database.ts";
import { hold, stillOurs } from "./ownership.ts";
import { checkPart, postedPart, removedPart, sendingPart } from "./turn-parts.ts";
import { changeWordless, type FullRow, fromRow, open } from "./turn-rows.ts";
import { answered, begin, delivered, end, withdrawn } from "./turn-steps.ts";
import { find, remove, reopen, reword } from "./wanted.ts";
import { withdraw } from "./withdraw.ts";

export function inbox(database: Database): Inbox {
  const whole = <T>(work: (within: Database) => Promise<T>): Promise<T> =>
    database.atomically((client) => work({ ...database, client, atomically: (inner) => inner(client) }));
  return {
    accept: (arrivals) => whole((within) => acceptAll(within, arrivals)),
    begin: (turn, joined, at) => whole((within) => begin(within, turn, joined, at)),
    answered: (turn, reply, at) => whole((within) => answered(within, turn, reply, at)),
    sending: (turn, part, at) => whole((within) => sendingPart(within, turn, part, at)),
    posted: (turn, part, platformId, at) => whole((within) => postedPart(within, { turn, part, platformId, at })),
    removing: () => stillOurs(database),
    removed: (turn, part) => whole((within) => removedPart(within, turn, part)),
    check: (turn) => checkPart(database, turn),
    delivered: (turn, at) => whole((within) => delivered(within, turn, at)),
    end: (turn, state, reason, at) => whole((within) => end(within, turn, { state, reason, at })),
    withdraw: (key, at) => whole((within) => withdraw(within, key, at)),
    find: (turn) => find(database, turn),
    remove: (turn, at) => whole((within) => remove(within, turn, at)),
    reopen: (turn, at) => whole((within) => reopen(within, turn, at)),
    reword: (ask, at) => whole((within) => reword(within, ask, at)),
    withdrawn: (turn, at) => whole((within) => withdrawn(within, turn, at)),
    open: () => whole(takeUp),
    blank: (turns) => whole((within) => blank(within, turns)),
  };
}

/** What an earlier process had is ours now. */
async function takeUp(database: Database): Promise<readonly Turn[]> {
  const { client, epoch } = database;
  await hold(database);
  const where = { state: { in: [...open] } };
  await client.turn.updateMany({ where, data: { epoch } });
  const rows = await client.turn.findMany({ where, orderBy: { seq: "asc" }, include: { deliveries: true } });
  const turns = await readable(database, rows);
  const byId = new Map(turns.map(({ turn }) => [turn.id, turn]));
  const alone = turns.filter(({ lead }) => lead === null || !byId.has(lead as TurnId));
  return alone.map(({ turn }) => ({
    ...turn,
    joined: turns.filter((one) => one.lead === turn.id).map((one) => one.turn),
  }));
}

interface Read {
  readonly turn: Turn;
  readonly lead: string | null;
}

/** One turn that cannot be read any more must not keep the others from being answered. */
async function readable({ client, sealer, log }: Database, rows: readonly FullRow[]): Promise<readonly Read[]> {
  const turns: Read[] = [];
  for (const row of rows) {
    try {
      turns.push({ turn: fromRow(sealer, row), lead: row.lead });
    } catch (error) {
      log.error({ turn: row.id, code: "E-DATABASE-CORRUPT" }, "an open turn cannot be read and is given up", error);
      await client.turn.update({ where: { id: row.id }, data: { state: "failed", reason: "E-DATABASE-CORRUPT" } });
    }
  }
  return turns;
}

async function blank(database: Database, turns: readonly TurnId[]): Promise<void> {
  await hold(database);
  const ids = [...turns];
  const where = { OR: [{ id: { in: ids } }, { lead: { in: ids } }] };
  await changeWordless(database, await database.client.turn.findMany({ where }), {});
}
