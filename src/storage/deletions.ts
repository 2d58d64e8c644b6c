import type { AskKey } from "../core/session.ts";
import type { Database } from "./database.ts";

/** Platforms say again what was not acknowledged, for minutes. */
const keptMs = 24 * 3_600_000;

/** A message was deleted of which nothing is known: it may be on its way yet. */
export async function keepDeletion({ client }: Pick<Database, "client">, key: AskKey, at: Date): Promise<void> {
  await client.deletion.deleteMany({ where: { at: { lt: new Date(at.getTime() - keptMs) } } });
  await client.deletion.upsert({ where: { key }, create: { key, at }, update: {} });
}

/** Those that were deleted before they came. */
export async function deletedAmong(
  { client }: Pick<Database, "client">,
  keys: readonly AskKey[],
): Promise<ReadonlySet<string>> {
  const rows = await client.deletion.findMany({ where: { key: { in: [...keys] } } });
  return new Set(rows.map(({ key }) => key));
}
