import type { Usage } from "../core/storage.ts";
import type { Database } from "./database.ts";

export const usage = ({ client, ids }: Database): Usage => ({
  add: async (entry) => {
    await client.usage.create({ data: { id: ids.next(), ...entry }, select: { id: true } });
  },
});
