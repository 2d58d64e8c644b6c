import { z } from "zod";
import { type Mood, type MoodEvent, moodCauses } from "../core/mood/mood.ts";
import type { RoomKey } from "../core/session.ts";
import type { Moods } from "../core/storage.ts";
import type { Client } from "./client.ts";
import type { Database } from "./database.ts";

const cause = z.enum(moodCauses);

export const moods = ({ client, atomically }: Database): Moods => ({
  get: async (room) => {
    const row = await client.mood.findUnique({ where: { room } });
    return row && { valence: row.valence, energy: row.energy, at: row.at };
  },
  set: (room, mood, { event, turn }) =>
    atomically(async (tx) => {
      await upsert(tx, room, mood);
      await tx.moodEvent.create({ data: { room, ...event, turn } });
    }),
  events: async (room, limit) => {
    const rows = await client.moodEvent.findMany({
      where: { room },
      orderBy: { seq: "desc" },
      ...(limit && { take: limit }),
    });
    return rows.map(
      (row): MoodEvent => ({ cause: cause.parse(row.cause), by: row.by, sentiment: row.sentiment, at: row.at }),
    );
  },
  erase: (turns) =>
    atomically(async (tx) => {
      const where = { turn: { in: [...turns] } };
      const moved = await tx.moodEvent.findMany({ where, distinct: ["room"], select: { room: true } });
      await tx.moodEvent.deleteMany({ where });
      return moved.map(({ room }) => room as RoomKey);
    }),
  put: async (room, mood) => {
    if (mood) await upsert(client, room, mood);
    else await client.mood.deleteMany({ where: { room } });
  },
});

const upsert = (client: Client, room: RoomKey, mood: Mood) =>
  client.mood.upsert({ where: { room }, create: { room, ...mood }, update: { ...mood } });
