import { placeKey } from "../core/session.ts";
import type { Accepted, Arrival, Turn } from "../core/storage.ts";
import type { Database } from "./database.ts";
import { hold } from "./ownership.ts";
import { people } from "./people.ts";
import { sealAsk, withoutWords } from "./sealed-turn.ts";
import { fromRow } from "./turn-rows.ts";

/** All in one commit, in this order. */
export async function acceptAll(database: Database, arrivals: readonly Arrival[]): Promise<readonly Accepted[]> {
  await hold(database);
  const accepted: Accepted[] = [];
  for (const arrival of arrivals) accepted.push(await accept(database, arrival));
  return accepted;
}

async function accept(database: Database, arrival: Arrival): Promise<Accepted> {
  const { ask, at } = arrival;
  const person = await people(database).of(ask.place.platform, ask.author, at);
  const refused = arrival.room !== null && (await waitingIn(database, arrival)) >= arrival.room;
  const turn: Turn = {
    id: arrival.id,
    ask: refused ? withoutWords(ask) : ask,
    person,
    state: refused ? "refused" : "accepted",
    reason: refused ? "E-BUSY" : null,
    attempts: 0,
    reply: null,
    acceptedAt: at,
    parts: [],
    joined: [],
  };
  return (await insert(database, turn)) ? { turn, fresh: true } : first(database, turn);
}

const waitingIn = ({ client }: Database, { ask }: Arrival): Promise<number> =>
  client.turn.count({ where: { place: placeKey(ask.place), state: "accepted" } });

async function insert({ client, sealer, epoch }: Database, turn: Turn): Promise<boolean> {
  const { id, ask, person, state, reason, acceptedAt: at } = turn;
  const sealed = sealAsk(sealer, id, ask);
  const made = await client.$executeRaw`
    INSERT INTO "Turn" ("id", "key", "place", "person", "state", "reason", "epoch", "ask", "acceptedAt", "changedAt")
    VALUES (${id}, ${ask.key}, ${placeKey(ask.place)}, ${person}, ${state}, ${reason}, ${epoch}, ${sealed}, ${at}, ${at})
    ON CONFLICT ("key") DO NOTHING`;
  return made === 1;
}

/** The same words were here before; under our own name where an earlier try was carried out and its answer was lost. */
async function first({ client, sealer }: Database, turn: Turn): Promise<Accepted> {
  const where = { key: turn.ask.key };
  const row = await client.turn.findUniqueOrThrow({ where, include: { deliveries: true } });
  return { turn: fromRow(sealer, row), fresh: row.id === turn.id };
}
