import type { Snowflake } from "discord.js";

const discordEpoch = 1_420_070_400_000;

/** A snowflake tells when it was made. */
export const timeOf = (id: Snowflake): number => Number(BigInt(id) >> 22n) + discordEpoch;

/** What an interaction brings is void after this time. */
const freshMs = 15 * 60_000;

/** When that was made which comes just now. A server that only counts its ids tells no time by them. */
export function madeAt(id: Snowflake, now: Date): Date {
  const made = timeOf(id);
  return Math.abs(now.getTime() - made) < freshMs ? new Date(made) : now;
}

/** The first id of that millisecond: whatever was made later has a higher one. */
export const idAt = (ms: number): Snowflake => String(BigInt(Math.max(0, ms - discordEpoch)) << 22n);

export const isLater = (id: Snowflake, than: Snowflake): boolean => BigInt(id) > BigInt(than);

export const latest = (ids: readonly Snowflake[]): Snowflake | null =>
  ids.reduce<Snowflake | null>((last, id) => (last === null || isLater(id, last) ? id : last), null);
