import type { ScaledTime } from "../scaled-clock.ts";
import { type Limits, usualLimits } from "./limits.ts";

/** A user of Discord, or a bot. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** What they are called in guilds, where that is another name. */
  readonly nick?: string;
  /** Another bot than ours. */
  readonly bot?: boolean;
}

/** A channel as it is before anything happens. */
export interface ChannelOptions {
  readonly id: string;
  readonly name: string;
  readonly topic?: string;
  readonly nsfw?: boolean;
}

/** A guild as it is before anything happens. Ids need 17 to 19 digits, or discord.js gives all of them one queue. */
export interface GuildOptions {
  readonly id: string;
  readonly name: string;
  readonly channels: readonly ChannelOptions[];
  readonly members?: readonly Person[];
  readonly roles?: readonly { readonly id: string; readonly name: string }[];
  /** What the bot's roles allow there, as a number in text; without it everything but administrating. */
  readonly permissions?: string;
}

/** What can be set before it starts. Times are milliseconds of its own clock. */
export interface DiscordOptions {
  readonly seed?: number;
  readonly time?: ScaledTime;
  readonly token?: string;
  readonly application?: { readonly id: string; readonly name: string };
  /** The bot's user; Discord gives newer applications the same id for both. */
  readonly bot?: Person;
  readonly guilds?: readonly GuildOptions[];
  /** Privileged intents that the portal grants. */
  readonly messageContent?: boolean;
  readonly guildMembers?: boolean;
  /** How long a nonce is remembered. */
  readonly nonceMs?: number;
  /** How long a session can be resumed after its socket has gone. */
  readonly sessionMs?: number;
  readonly heartbeatMs?: number;
  /** How long an interaction waits for its first response. */
  readonly respondMs?: number;
  /** How long an interaction's token is valid. */
  readonly tokenMs?: number;
  /** Identifies in 24 hours; one more, and the token is reset. */
  readonly identifies?: number;
  /** The fewest shards that it takes; Discord asks for one in every 2,500 guilds. */
  readonly shards?: number;
  readonly limits?: Partial<Limits>;
}

/** Options with nothing left open. */
export type Settings = Required<Omit<DiscordOptions, "limits">> & { readonly limits: Limits };

const second = 1_000;
const minute = 60 * second;

const defaultGuild: GuildOptions = {
  id: "200000000000000001",
  name: "The Harbour",
  channels: [
    { id: "300000000000000001", name: "general" },
    { id: "300000000000000002", name: "quiet" },
  ],
};

export function settingsOf(options: DiscordOptions): Settings {
  return {
    seed: 1,
    time: { base: Date.now(), speed: 1, ahead: 0 },
    token: "double.of.discord",
    application: { id: "100000000000000001", name: "Familiar" },
    bot: { id: "100000000000000001", name: "Familiar", bot: true },
    guilds: [defaultGuild],
    messageContent: true,
    guildMembers: false,
    nonceMs: 3 * minute,
    sessionMs: 3 * minute,
    heartbeatMs: 41_250,
    respondMs: 3 * second,
    tokenMs: 15 * minute,
    identifies: 1_000,
    shards: 1,
    ...options,
    limits: { ...usualLimits, ...options.limits },
  };
}
