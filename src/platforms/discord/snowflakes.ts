import type { Snowflake } from "discord.js";

const discordEpoch = 1_420_070_400_000;

/** A snowflake tells when it was made. */
export const timeOf = (id: Snowflake): number => Number(BigInt(id) >> 22n) + discordEpoch;

/** The first id of that millisecond: whatever was made later has a higher one. */
export const idAt = (ms: number): Snowflake => String(BigInt(Math.max(0, ms - discordEpoch)) << 22n);

export const isLater = (id: Snowflake, than: Snowflake): boolean => BigInt(id) > BigInt(than);
