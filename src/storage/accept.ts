import type { AskKey } from "../core/session.ts";
import { placeKey } from "../core/session.ts";
import type { Accepted, Arrival, Turn } from "../core/storage.ts";
import type { Database } from "./database.ts";
import { deletedAmong } from "./deletions.ts";
import { hold } from "./ownership.ts";
import { people } from "./people.ts";
import { keepPlaces } from "./places.ts";
import { sealAsk, withoutWords } from "./sealed-turn.ts";
import { fromRow } from "./turn-rows.ts";

/** All in one commit, in this order. A platform that delivers again and again costs one look for all of it. */
export async function acceptAll(database: Database, arrivals: readonly Arrival[]): Promise<readonly Accepted[]> {
  await hold(database);
  const keys = arrivals.map(({ ask }) => ask.key);
  const [known, deleted] = [await turnsBy(database, keys), await deletedAmong(database, keys)];
  const accepted: Accepted[] = [];
  for (const arrival of arrivals) {
    const turn = known.get(arrival.ask.key);
    accepted.push(turn ? takenBefore(turn, arrival) : await accept(database, arrival, deleted.has(arrival.ask.key)));
  }
  await keepPlaces(
    database,
    arrivals.filter(({ ask }) => !known.has(ask.key)),
  );
  return accepted;
}

async function turnsBy({ client, sealer }: Database, keys: readonly AskKey[]): Promise<ReadonlyMap<AskKey, Turn>> {
  const rows = await client.turn.findMany({ where: { key: { in: [...keys] } }, include: { deliveries: true } });
  return new Map(rows.map((row) => [row.key as AskKey, fromRow(sealer, row)]));
}

/** The same words were here before; under our own name where an earlier try was carried out and its answer was lost. */
const takenBefore = (turn: Turn, arrival: Arrival): Accepted => ({ turn, fresh: turn.id === arrival.id });

/** What was deleted before it came is over as it comes. */
async function accept(database: Database, arrival: Arrival, deleted: boolean): Promise<Accepted> {
  const { ask, at } = arrival;
  const person = await people(database).of(ask.place.platform, ask.author, at);
  const full = arrival.room !== null && (await waitingIn(database, arrival)) >= arrival.room;
  const state = deleted ? "withdrawn" : full ? "refused" : "accepted";
  const turn: Turn = {
    id: arrival.id,
    ask: state === "accepted" ? ask : withoutWords(ask),
    person,
    state,
    reason: state === "refused" ? "E-BUSY" : null,
    attempts: 0,
    reply: null,
    acceptedAt: at,
    parts: [],
    joined: [],
  };
  if (await insert(database, turn)) return { turn, fresh: !deleted };
  const first = (await turnsBy(database, [ask.key])).get(ask.key);
  if (!first) throw new Error(`what was said under ${ask.key} is neither new nor known`);
  return takenBefore(first, arrival);
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
