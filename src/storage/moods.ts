import { z } from "zod";
import { type MoodEvent, moodCauses } from "../core/mood/mood.ts";
import type { Moods } from "../core/storage.ts";
import type { Database } from "./database.ts";

const cause = z.enum(moodCauses);

export const moods = ({ client, atomically }: Database): Moods => ({
  get: async (room) => {
    const row = await client.mood.findUnique({ where: { room } });
    return row && { valence: row.valence, energy: row.energy, at: row.at };
  },
  set: (room, mood, event) =>
    atomically(async (tx) => {
      await tx.mood.upsert({ where: { room }, create: { room, ...mood }, update: { ...mood } });
      await tx.moodEvent.create({ data: { room, ...event } });
    }),
  events: async (room, limit) => {
    const rows = await client.moodEvent.findMany({ where: { room }, orderBy: { seq: "desc" }, take: limit });
    return rows.map(
      (row): MoodEvent => ({ cause: cause.parse(row.cause), by: row.by, sentiment: row.sentiment, at: row.at }),
    );
  },
});
