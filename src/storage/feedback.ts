import type { Feedback, Vote } from "../core/storage.ts";
import type { Database } from "./database.ts";

export const feedback = ({ client, atomically }: Database): Feedback => ({
  voteOf: async (turn, person) => {
    const row = await client.feedback.findUnique({ where: { turn_person: { turn, person } } });
    return row && { vote: row.vote as Vote["vote"], at: row.at };
  },
  vote: async (turn, person, vote) => {
    await client.feedback.upsert({
      where: { turn_person: { turn, person } },
      create: { turn, person, ...vote },
      update: vote,
    });
  },
  report: async (turn, person, at) => {
    const made = await client.$executeRaw`
      INSERT INTO "Report" ("turn", "person", "at") VALUES (${turn}, ${person}, ${at})
      ON CONFLICT ("turn", "person") DO NOTHING`;
    return made === 1;
  },
  erase: (turns) =>
    atomically(async (tx) => {
      const where = { turn: { in: [...turns] } };
      await tx.feedback.deleteMany({ where });
      await tx.report.deleteMany({ where });
    }),
});
