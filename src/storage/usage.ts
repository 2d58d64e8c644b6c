import type { Usage } from "../core/storage.ts";
import type { Database } from "./database.ts";

export const usage = ({ atomically, ids }: Database): Usage => ({
  add: (entry) =>
    atomically(async (tx) => {
      await tx.usage.create({ data: { id: ids.next(), ...entry }, select: { id: true } });
    }),
});
