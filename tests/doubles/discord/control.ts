import { controlCall } from "../control-call.ts";
import type { Fate } from "./desk.ts";
import type { Doing } from "./doings.ts";
import type { Faults } from "./faults.ts";
import type { GatewayAction } from "./gateway.ts";
import type { Activity, History, PersonEvent, RequestKind } from "./records.ts";

/** What a trial does with Discord: people's doings, weather, and a look at what has happened. */
export interface DiscordControl {
  readonly address: string;
  /** Null where what it is about is not there, or Discord would not let this person. */
  does(doing: Doing): Promise<PersonEvent | null>;
  faults(changes: Partial<Faults>): Promise<void>;
  /** What becomes of the next request of this kind, whatever the faults. */
  fate(kind: RequestKind, fate: Fate): Promise<void>;
  gateway(action: GatewayAction): Promise<void>;
  /** Puts its clock forward. */
  advance(ms: number): Promise<void>;
  history(): Promise<History>;
  activity(): Promise<Activity>;
}

/** The control of a double that may be a process of its own. */
export function discordControl(address: string): DiscordControl {
  const call = controlCall(address);
  return {
    address,
    does: async (doing) => (await call("POST", "doings", doing))["event"] as PersonEvent | null,
    faults: async (changes) => void (await call("PATCH", "faults", changes)),
    fate: async (kind, fate) => void (await call("POST", "fates", { kind, fate })),
    gateway: async (action) => void (await call("POST", "gateway", action)),
    advance: async (ms) => void (await call("POST", "advance", { ms })),
    history: async () => (await call("GET", "history")) as unknown as History,
    activity: async () => (await call("GET", "activity")) as unknown as Activity,
  };
}
