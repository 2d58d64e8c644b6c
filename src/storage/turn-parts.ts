import type { Part } from "../core/reply.ts";
import type { TurnId } from "../core/session.ts";
import type { TurnState } from "../core/storage.ts";
import type { Database } from "./database.ts";
import { explain, hold } from "./ownership.ts";
import { toPart } from "./turn-rows.ts";
import { move } from "./turn-steps.ts";

const showing = ["answering", "answered"] as const satisfies readonly TurnState[];
/** What had begun before a deletion comes to its end, and is known by it. */
const known = [...showing, "withdrawing"] as const satisfies readonly TurnState[];

/** Touches the turn, so that no deletion comes between the question whether it may be shown and the answer. */
export async function sendingPart(database: Database, turn: TurnId, part: number, at: Date): Promise<Part> {
  const { client } = database;
  if (!(await move(database, turn, showing, { changedAt: at }))) await explain(database, turn, []);
  const there = await client.delivery.findUnique({ where: { turnId_part: { turnId: turn, part } } });
  return toPart(there ?? (await client.delivery.create({ data: { turnId: turn, part, since: at } })));
}

interface Posted {
  readonly turn: TurnId;
  readonly part: number;
  readonly platformId: string;
  readonly at: Date;
}

export async function postedPart(database: Database, { turn, part, platformId, at }: Posted): Promise<void> {
  if (!(await move(database, turn, known, { changedAt: at }))) await explain(database, turn, []);
  await database.client.delivery.upsert({
    where: { turnId_part: { turnId: turn, part } },
    create: { turnId: turn, part, platformId, since: at },
    update: { platformId },
  });
}

/** Whatever the turn has come to: what was posted can also be taken away after its end. */
export async function removedPart(database: Database, turn: TurnId, part: number): Promise<void> {
  await hold(database);
  await database.client.delivery.deleteMany({ where: { turnId: turn, part } });
}

export async function checkPart(database: Database, turn: TurnId): Promise<void> {
  const { client, epoch } = database;
  const ours = await client.turn.findFirst({
    where: { id: turn, epoch, state: { in: [...showing] } },
    select: { seq: true },
  });
  if (!ours) await explain(database, turn, []);
}
