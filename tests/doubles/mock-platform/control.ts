import type { Faults } from "./faults.ts";
import type { Activity, Doing, History, PlatformEvent, RequestKind } from "./records.ts";
import type { Fate } from "./requests.ts";

/** What a trial does with the platform: people's doings, weather, and a look at what has happened. */
export interface PlatformControl {
  readonly address: string;
  /** Null where what it is about is not there. */
  does(doing: Doing): Promise<PlatformEvent | null>;
  faults(changes: Partial<Faults>): Promise<void>;
  /** What becomes of the next request of this kind, whatever the faults. */
  fate(kind: RequestKind, fate: Fate): Promise<void>;
  /** Puts its clock forward. */
  advance(ms: number): Promise<void>;
  history(): Promise<History>;
  activity(): Promise<Activity>;
}

export function platformControl(address: string): PlatformControl {
  const call = async (method: string, path: string, body?: unknown): Promise<Record<string, unknown>> => {
    const response = await fetch(`${address}/control/${path}`, {
      method,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return (await response.json()) as Record<string, unknown>;
  };
  return {
    address,
    does: async (doing) => (await call("POST", "doings", doing))["event"] as PlatformEvent | null,
    faults: async (changes) => void (await call("PATCH", "faults", changes)),
    fate: async (kind, fate) => void (await call("POST", "fates", { kind, fate })),
    advance: async (ms) => void (await call("POST", "advance", { ms })),
    history: async () => (await call("GET", "history")) as unknown as History,
    activity: async () => (await call("GET", "activity")) as unknown as Activity,
  };
}
