import { controlCall } from "../control-call.ts";
import type { Fate } from "./desk.ts";
import type { Doing } from "./doings.ts";
import type { Faults } from "./faults.ts";
import type { Target } from "./posts.ts";
import type { Activity, History, PersonEvent } from "./records.ts";
import type { SocketAction } from "./sockets.ts";

/** What a trial does with Slack: people's doings, weather, and a look at what has happened. */
export interface SlackControl {
  readonly address: string;
  /** Null where what it is about is not there, or Slack would not let this person. */
  does(doing: Doing): Promise<PersonEvent | null>;
  faults(changes: Partial<Faults>): Promise<void>;
  /** What becomes of the next request of this method, whatever the faults; also `response_url` and `file`. */
  fate(method: string, fate: Fate): Promise<void>;
  sockets(action: SocketAction): Promise<void>;
  /** From now on by HTTP; false where the app did not answer the challenge. Null: by sockets again. */
  http(target: Target | null): Promise<boolean>;
  /** Puts its clock forward. */
  advance(ms: number): Promise<void>;
  history(): Promise<History>;
  activity(): Promise<Activity>;
}

/** The control of a double that may be a process of its own. */
export function slackControl(address: string): SlackControl {
  const call = controlCall(address);
  return {
    address,
    does: async (doing) => (await call("POST", "doings", doing))["event"] as PersonEvent | null,
    faults: async (changes) => void (await call("PATCH", "faults", changes)),
    fate: async (method, fate) => void (await call("POST", "fates", { method, fate })),
    sockets: async (action) => void (await call("POST", "sockets", action)),
    http: async (target) => (await call("POST", "http", { target }))["verified"] === true,
    advance: async (ms) => void (await call("POST", "advance", { ms })),
    history: async () => (await call("GET", "history")) as unknown as History,
    activity: async () => (await call("GET", "activity")) as unknown as Activity,
  };
}
