import type { TurnId } from "../core/session.ts";
import type { Receipts } from "../core/storage.ts";
import type { Database } from "./database.ts";

export const receipts = ({ client, atomically }: Database): Receipts => ({
  add: (turn, { memories, ...receipt }, at) =>
    atomically(async (tx) => {
      await tx.receipt.deleteMany({ where: { turn } }); // of an earlier answer to the same question
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
