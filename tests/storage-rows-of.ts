import { join } from "node:path";
import SqliteFile from "libsql";
import pg from "pg";
import type { TestDatabase } from "./storage-fixture.ts";

const tables = ["Turn", "Delivery", "Owner", "Person", "Account", "PluginValue"] as const;

export type RawRow = Readonly<Record<string, unknown>>;

/** All rows of the tables that an inbox writes to, as the database itself gives them; those of turns first. */
export async function rowsOf({ home, options }: TestDatabase): Promise<readonly (readonly RawRow[])[]> {
  const url = options.databaseUrl.reveal();
  const queries = tables.map((table) => `SELECT * FROM "${table}" ORDER BY 1, 2`);
  if (!url.startsWith("postgres")) {
    const file = new SqliteFile(join(home, "familiar.db"));
    try {
      return queries.map((sql) => file.prepare(sql).all() as RawRow[]);
    } finally {
      file.close();
    }
  }
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const all: RawRow[][] = [];
    for (const sql of queries) all.push((await client.query<RawRow>(sql)).rows);
    return all;
  } finally {
    await client.end();
  }
}
