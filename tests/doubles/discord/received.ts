export interface Received {
  readonly op: number;
  readonly d: unknown;
}

/** What a client sent, or null where it cannot be read. */
export function received(data: unknown): Received | null {
  try {
    const payload: unknown = JSON.parse(String(data));
    const known = typeof payload === "object" && payload !== null && "op" in payload && typeof payload.op === "number";
    return known ? { op: Number(payload.op), d: "d" in payload ? payload.d : null } : null;
  } catch {
    return null;
  }
}
