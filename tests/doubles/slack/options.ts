import type { ScaledTime } from "../scaled-clock.ts";
import { type Limits, usualLimits } from "./limits.ts";

/** A user of Slack. */
export interface Person {
  /** `U` and then letters and digits. */
  readonly id: string;
  readonly name: string;
  readonly realName?: string;
  /** The workspace that they belong to, where it is another one than that of the channel: Slack Connect. */
  readonly team?: string;
  /** A guest of several channels (`is_restricted`), or of one (`is_ultra_restricted`). */
  readonly guest?: "several" | "one";
  /** As `users.info` tells it where it is asked for; without it `en-US`. */
  readonly locale?: string;
  /** A user that is another app. */
  readonly bot?: boolean;
}

/** A channel as it is before anything happens. */
export interface ChannelOptions {
  /** `C` and then letters and digits, also of a private one. */
  readonly id: string;
  readonly name: string;
  readonly topic?: string;
  readonly private?: boolean;
  /** Users who are in it; without it every member of the workspace but guests. */
  readonly members?: readonly string[];
  /** Whether the bot is in it, as it is by default. */
  readonly bot?: boolean;
  readonly archived?: boolean;
  /** Other workspaces that it is shared with. */
  readonly connected?: readonly string[];
}

/** A workspace in which the app is installed. */
export interface TeamOptions {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly token: string;
  /** The bot's user, and the bot itself. */
  readonly bot: { readonly user: string; readonly id: string };
  /** What the token is granted; without it `usualScopes`. */
  readonly scopes?: readonly string[];
  readonly channels: readonly ChannelOptions[];
  readonly members?: readonly Person[];
}

/** What can be set before it starts. Times are milliseconds of its own clock, unless they say otherwise. */
export interface SlackOptions {
  readonly seed?: number;
  readonly time?: ScaledTime;
  readonly app?: { readonly id: string; readonly name: string };
  readonly appToken?: string;
  readonly signingSecret?: string;
  /** The old token that payloads carry. */
  readonly verificationToken?: string;
  readonly teams?: readonly TeamOptions[];
  /** Slash commands that are registered, and callback ids of shortcuts: global ones and those of messages. */
  readonly commands?: readonly string[];
  readonly shortcuts?: readonly string[];
  readonly messageShortcuts?: readonly string[];
  /** Events that the app has subscribed to, `message.channels` and so on; without it all there are. */
  readonly events?: readonly string[] | null;
  /** How long a delivery waits for its acknowledgement. */
  readonly acknowledgeMs?: number;
  /** When an event that was not acknowledged is sent again, after the time ran out. */
  readonly retryMs?: readonly number[];
  /** How long a trigger id is good for. */
  readonly triggerMs?: number;
  readonly responseUrl?: { readonly uses: number; readonly ms: number };
  /** How long a stream lives at most, and without anything appended. */
  readonly streamMs?: number;
  readonly streamIdleMs?: number;
  /** How long an address of a socket can be used. */
  readonly ticketMs?: number;
  /** Sockets that are open at once at most. */
  readonly sockets?: number;
  /** How often it pings, by the machine's time; a socket that has not answered two of them is closed. */
  readonly pingMs?: number;
  /** How long a socket stays open after it was told to be refreshed. */
  readonly refreshMs?: number;
  /** History as commercially distributed apps have it: 15 items, once a minute. */
  readonly distributed?: boolean;
  /** Whose time signs HTTP requests. */
  readonly signedBy?: "machine" | "clock";
  readonly limits?: Partial<Limits>;
}

/** Options with nothing left open. */
export type Settings = Required<Omit<SlackOptions, "limits">> & { readonly limits: Limits };

const second = 1_000;
const minute = 60 * second;

export const usualScopes: readonly string[] = [
  ...["app_mentions:read", "assistant:write", "chat:write", "commands", "files:read", "im:write", "mpim:write"],
  ...["channels:history", "groups:history", "im:history", "mpim:history"],
  ...["channels:read", "groups:read", "im:read", "mpim:read"],
  ...["reactions:read", "reactions:write", "team:read", "users:read"],
];

const defaultTeam: TeamOptions = {
  id: "T0HARBOUR01",
  name: "The Harbour",
  domain: "the-harbour",
  token: "xoxb-double-of-slack",
  bot: { user: "U0FAMILIAR1", id: "B0FAMILIAR1" },
  channels: [
    { id: "C0GENERAL01", name: "general" },
    { id: "C0QUIET0001", name: "quiet" },
  ],
};

export function settingsOf(options: SlackOptions): Settings {
  const limits = { ...usualLimits, ...options.limits };
  return {
    seed: 1,
    time: { base: Date.now(), speed: 1, ahead: 0 },
    app: { id: "A0FAMILIAR1", name: "Familiar" },
    appToken: "xapp-double-of-slack",
    signingSecret: "double of slack",
    verificationToken: "verification of the double",
    teams: [defaultTeam],
    commands: ["/familiar"],
    shortcuts: [],
    messageShortcuts: [],
    events: null,
    acknowledgeMs: 3 * second,
    retryMs: [0, minute, 5 * minute],
    triggerMs: 3 * second,
    responseUrl: { uses: 5, ms: 30 * minute },
    streamMs: 5 * minute,
    streamIdleMs: 30 * second,
    ticketMs: 30 * second,
    sockets: 10,
    pingMs: 10 * second,
    refreshMs: 10 * second,
    distributed: false,
    signedBy: "machine",
    ...options,
    limits,
  };
}
