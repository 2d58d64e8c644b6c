import type { Author, PersonId } from "../core/session.ts";
import type { People } from "../core/storage.ts";
import type { Database } from "./database.ts";
import { withoutNul } from "./text.ts";

export function people(database: Database): People {
  const { client } = database;
  return {
    of: async (platform, { id, name: said }, at) => {
      const key = { platform, id };
      const name = withoutNul(said);
      const known = await client.account.findUnique({ where: { platform_id: key } });
      if (!known) return firstSeen(database, platform, { id, name }, at);
      if (known.name !== name) await client.account.update({ where: { platform_id: key }, data: { name } });
      return known.personId as PersonId;
    },
    known: async (platform, id) => {
      const found = await client.account.findUnique({ where: { platform_id: { platform, id } } });
      return (found?.personId ?? null) as PersonId | null;
    },
  };
}

/** Two first messages may come at once: one of them makes the account, and both get its person. */
const firstSeen = (database: Database, platform: string, { id, name }: Author, at: Date): Promise<PersonId> =>
  database.atomically(async (client) => {
    const person = database.ids.next();
    await client.person.create({ data: { id: person } });
    const made = await client.$executeRaw`
      INSERT INTO "Account" ("platform", "id", "personId", "name", "firstSeenAt")
      VALUES (${platform}, ${id}, ${person}, ${name}, ${at})
      ON CONFLICT ("platform", "id") DO NOTHING`;
    if (made === 1) return person as PersonId;
    await client.person.delete({ where: { id: person } });
    const first = await client.account.findUniqueOrThrow({ where: { platform_id: { platform, id } } });
    return first.personId as PersonId;
  });
