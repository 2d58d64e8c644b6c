const discordEpoch = 1_420_070_400_000;
const perMillisecond = 4096;

/** Makes ids that grow, each with the time of its making in it. */
export function snowflakes(now: () => number): () => string {
  let last = 0;
  let serial = 0;
  return () => {
    const at = Math.max(now(), last);
    serial = at === last ? serial + 1 : 0;
    const overflow = Math.floor(serial / perMillisecond);
    serial %= perMillisecond;
    last = at + overflow;
    return String((BigInt(last - discordEpoch) << 22n) + BigInt(serial));
  };
}

/** When it was made. */
export const timeOf = (snowflake: string): number => Number(BigInt(snowflake) >> 22n) + discordEpoch;

export const isSnowflake = (value: unknown): value is string => typeof value === "string" && /^\d{1,20}$/.test(value);

/** In order of making. */
export const bySnowflake = (a: { readonly id: string }, b: { readonly id: string }): number =>
  Number(BigInt(a.id) - BigInt(b.id));
