import { z } from "zod";
import { type Audience, scopeKey } from "../core/memory/audience.ts";
import { factKinds, type Memory } from "../core/memory/fact.ts";
import type { MemoryId, MessageId, PersonId, TurnId } from "../core/session.ts";
import type { Memories } from "../core/storage.ts";
import type { Client } from "./client.ts";
import type { Database } from "./database.ts";
import type { Memory as MemoryRow, Prisma } from "./generated/sqlite/client.ts";
import { type SearchQuery, scopeFrom, searchText, termsIn } from "./search.ts";

export function memories(database: Database): Memories {
  const { client } = database;
  return {
    add: (memory) => database.atomically((tx) => add(tx, memory)),
    current: async (audience, limit) => {
      const rows = await client.memory.findMany({ where: holdsFor(audience), orderBy: byImportance, take: limit });
      return rows.map(toMemory);
    },
    search: (audience, terms, limit) => search(database, { audience, terms, limit }),
    count: async (scope) => {
      const tally = await client.memoryTally.findUnique({ where: { scope: scopeKey(scope) } });
      return tally?.kept ?? 0;
    },
    learnedIn: async (turns) => {
      const rows = await client.memory.findMany({ where: { sourceTurn: { in: [...turns] } } });
      return rows.map(toMemory);
    },
    supersede: async (memory, by, at) => {
      await client.memory.updateMany({ where: { id: memory, validTo: null }, data: { validTo: at, supersededBy: by } });
    },
    replacedBy: (ids) => replacedBy(client, ids),
    repeat: (memory) =>
      database.atomically(async (tx) => {
        await tx.memory.updateMany({ where: { id: memory }, data: { count: { increment: 1 } } });
      }),
    erase: async (ids) => {
      const { count } = await client.memory.deleteMany({ where: { id: { in: [...ids] } } });
      return count;
    },
  };
}

const holdsFor = (audience: Audience) => ({ scope: { in: audience.map(scopeKey) }, validTo: null });
const byImportance: Prisma.MemoryOrderByWithRelationInput[] = [
  { importance: "desc" },
  { validFrom: "desc" },
  { seq: "desc" },
];

async function add(client: Client, { scope, terms, importance, ...memory }: Memory): Promise<void> {
  const key = scopeKey(scope);
  await client.memory.create({
    data: {
      ...memory,
      scope: key,
      importance: importance.score,
      components: { ...importance.components },
      search: searchText(scope, terms),
    },
    select: { seq: true },
  });
  await client.$executeRaw`
    INSERT INTO "MemoryTally" ("scope", "kept") VALUES (${key}, 1)
    ON CONFLICT ("scope") DO UPDATE SET "kept" = "MemoryTally"."kept" + 1`;
}

/** The index has chosen; scope and validity are asked of the rows once more, as a second wall. */
async function search({ client, search }: Database, query: SearchQuery): Promise<readonly Memory[]> {
  const found = await search.memories(client, query);
  if (found.length === 0) return [];
  const rows = await client.memory.findMany({
    where: { seq: { in: [...found] }, ...holdsFor(query.audience) },
    orderBy: byImportance,
  });
  return rows.map(toMemory);
}

/** A memory may have replaced one that had replaced another. */
async function replacedBy(client: Client, ids: readonly MemoryId[]): Promise<readonly Memory[]> {
  if (ids.length === 0) return [];
  const rows = await client.memory.findMany({ where: { supersededBy: { in: [...ids] } } });
  const earlier = await replacedBy(
    client,
    rows.map(({ id }) => id as MemoryId),
  );
  return [...rows.map(toMemory), ...earlier];
}

/** Made once: a turn reads hundreds of rows. */
const factKind = z.enum(factKinds);
const numbers = z.record(z.string(), z.number());

const toMemory = ({ seq: _, search, components, ...row }: MemoryRow): Memory => ({
  ...row,
  id: row.id as MemoryId,
  scope: scopeFrom(row.scope),
  person: row.person as PersonId,
  kind: factKind.parse(row.kind),
  importance: { score: row.importance, components: numbers.parse(components) },
  sourceMessage: row.sourceMessage as MessageId,
  sourceTurn: row.sourceTurn as TurnId,
  supersededBy: row.supersededBy as MemoryId | null,
  terms: termsIn(search),
});
