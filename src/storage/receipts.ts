import type { TurnId } from "../core/session.ts";
import type { Receipts } from "../core/storage.ts";
import type { Database } from "./database.ts";

export const receipts = ({ client, atomically }: Database): Receipts => ({
  add: (turn, { memories, ...receipt }, at) =>
    atomically(async (tx) => {
      // A turn that lost one of its questions is answered anew.
      await tx.receipt.deleteMany({ where: { turn } });
      await tx.receipt.create({ data: { turn, ...receipt, at } });
      const used = [...new Set(memories)].map((memory) => ({ turn, memory }));
      if (used.length > 0) await tx.receiptMemory.createMany({ data: used });
    }),
  turnsThatUsed: async (memories) => {
    const rows = await client.receiptMemory.findMany({
      where: { memory: { in: [...memories] } },
      select: { turn: true },
    });
    return [...new Set(rows.map(({ turn }) => turn as TurnId))];
  },
});
