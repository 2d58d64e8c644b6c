import { type PlaceKey, placeKey, placeNamed } from "../core/session.ts";
import type { Arrival, Places } from "../core/storage.ts";
import type { Database } from "./database.ts";
import { hold } from "./ownership.ts";

export const places = (database: Database): Places => ({
  past: async (platform, limit) => {
    const { client } = database;
    const [rows, hearing] = await Promise.all([
      client.place.findMany({ where: { platform }, orderBy: { activeAt: "desc" }, take: limit }),
      client.hearing.findUnique({ where: { platform } }),
    ]);
    return { places: rows.map(({ key }) => placeNamed(key as PlaceKey)), heardUntil: hearing?.until ?? null };
  },
  heard: (platform, until) =>
    database.atomically(async (client) => {
      await hold({ ...database, client });
      await client.hearing.upsert({ where: { platform }, create: { platform, until }, update: { until } });
    }),
});

/** Somebody has turned to the companion there. One statement a place, however much arrives at once. */
export async function keepPlaces({ client }: Pick<Database, "client">, arrivals: readonly Arrival[]): Promise<void> {
  const newest = new Map(arrivals.map(({ ask, at }) => [placeKey(ask.place), { ...ask.place, at }] as const));
  for (const [key, { platform, at }] of newest)
    await client.$executeRaw`
      INSERT INTO "Place" ("key", "platform", "activeAt") VALUES (${key}, ${platform}, ${at})
      ON CONFLICT ("key") DO UPDATE SET "activeAt" = excluded."activeAt"`;
}
