import { type Place, type PlaceKey, placeKey, type Room, type RoomKey, type SessionId } from "../core/session.ts";
import type { Session, Sessions, SessionTally } from "../core/storage.ts";
import type { Database } from "./database.ts";
import type { Prisma, Session as SessionRow } from "./generated/sqlite/client.ts";
import { withoutNul } from "./text.ts";

export function sessions(database: Database): Sessions {
  const newest = (place: Place, limit: number) =>
    database.client.session.findMany({
      where: { place: placeKey(place) },
      orderBy: { number: "desc" },
      take: limit,
    });
  return {
    current: async (place, room, at) => {
      const [row] = await newest(place, 1);
      return row ? toSession(row) : toSession(await first(database, place, room, at));
    },
    start: async (place, room, name, at) => {
      const id = database.ids.next();
      while (!(await insert(database, { id, place, room, name: name && withoutNul(name), at }))) {
        // Another session took this place's next number meanwhile: the next after that one is ours.
      }
      return toSession(await database.client.session.findUniqueOrThrow({ where: { id } }));
    },
    list: async (place, limit) => (await newest(place, limit)).map(toSession),
    inRoom: (room) => inRoom(database, room),
  };
}

interface Beginning {
  readonly id: string;
  readonly place: Place;
  readonly room: Room;
  readonly name: string | null;
  readonly at: Date;
}

/** A place's sessions are numbered, so that of two that begin at once one is clearly the later. */
async function insert({ client }: Database, { id, place, room, name, at }: Beginning): Promise<boolean> {
  const key = placeKey(place);
  const made = await client.$executeRaw`
    INSERT INTO "Session" ("id", "place", "room", "number", "name", "startedAt", "lastActiveAt")
    VALUES (${id}, ${key}, ${room.key}, (SELECT COALESCE(MAX("number"), 0) + 1 FROM "Session" WHERE "place" = ${key}),
      ${name}, ${at}, ${at})
    ON CONFLICT ("place", "number") DO NOTHING`;
  return made === 1;
}

/** Where two find no session at once, one makes it and both have it. */
async function first({ client, ids }: Database, place: Place, room: Room, at: Date): Promise<SessionRow> {
  const key = placeKey(place);
  await client.$executeRaw`
    INSERT INTO "Session" ("id", "place", "room", "number", "startedAt", "lastActiveAt")
    VALUES (${ids.next()}, ${key}, ${room.key}, 1, ${at}, ${at})
    ON CONFLICT ("place", "number") DO NOTHING`;
  return client.session.findUniqueOrThrow({ where: { place_number: { place: key, number: 1 } } });
}

async function inRoom({ client }: Database, room: RoomKey): Promise<SessionTally> {
  const where = { room };
  const orderBy = [{ lastActiveAt: "desc" }, { number: "desc" }] satisfies Prisma.SessionOrderByWithRelationInput[];
  const [count, row] = await Promise.all([
    client.session.count({ where }),
    client.session.findFirst({ where, orderBy }),
  ]);
  return { count, newest: row && toSession(row) };
}

const toSession = (row: SessionRow): Session => ({
  id: row.id as SessionId,
  place: row.place as PlaceKey,
  name: row.name,
  startedAt: row.startedAt,
  lastActiveAt: row.lastActiveAt,
  messages: row.messageCount,
});
