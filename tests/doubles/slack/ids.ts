import { createHash } from "node:crypto";

/** Makes ids as Slack's look: a letter that tells the kind, and ten letters and digits. */
export type MakeId = (kind: string) => string;

export function ids(seed: number): MakeId {
  let serial = 0;
  return (kind) => {
    serial += 1;
    const hash = createHash("sha256").update(`${seed} ${serial}`).digest("hex");
    return `${kind}0${BigInt(`0x${hash.slice(0, 16)}`)
      .toString(36)
      .toUpperCase()
      .padStart(9, "0")
      .slice(-9)}`;
  };
}

/** Times of messages: each once in its channel, and in order; two channels may well have the same. */
export interface Stamps {
  next(channel: string): string;
  /** Now, as the times of events are written. */
  now(): string;
}

const written = (micros: bigint): string => {
  const text = String(micros).padStart(7, "0");
  return `${text.slice(0, -6)}.${text.slice(-6)}`;
};

export function stamps(now: () => number): Stamps {
  const last = new Map<string, bigint>();
  const micros = (): bigint => BigInt(Math.round(now())) * 1_000n;
  return {
    next: (channel) => {
      const before = last.get(channel) ?? 0n;
      const own = micros() > before ? micros() : before + 1n;
      last.set(channel, own);
      return written(own);
    },
    now: () => written(micros()),
  };
}

export const isStamp = (value: unknown): value is string =>
  typeof value === "string" && /^\d{1,10}\.\d{6}$/.test(value);
