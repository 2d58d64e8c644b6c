import { type APIChannel, ChannelType, type Snowflake } from "discord.js";
import { PlatformError } from "../../core/errors.ts";
import type { RoomKind } from "../../core/session.ts";
import { discord, type Where } from "./inbound.ts";

/** A channel or thread as far as it decides who hears what. */
export interface Channel {
  readonly where: Where;
  /** Null where it is no thread. */
  readonly thread: { readonly owner: Snowflake | null } | null;
}

/** Channels by their ids: told by the gateway, or asked for once. */
export interface Rooms {
  /**
   * With the guild that an event names, null where it names none: not everything that tells a channel tells whose it
   * is, and a server may tell nothing of one.
   */
  of(channel: Snowflake, guild?: Snowflake | null): Promise<Channel>;
  /** As an interaction tells it: it may come from a channel that we cannot see, and has no time for a question. */
  told(channel: APIChannel): Promise<Channel>;
  know(channel: APIChannel, guild?: Snowflake): void;
  forget(channel: Snowflake): void;
}

export function rooms(ask: (channel: Snowflake) => Promise<APIChannel>): Rooms {
  const known = new Map<Snowflake, Promise<Channel>>();
  const find = (id: Snowflake): Promise<Channel> => {
    const found = ask(id).then(toChannel);
    found.catch(() => known.delete(id));
    return found;
  };
  return {
    of: async (id, guild) => {
      const channel = known.get(id) ?? find(id);
      known.set(id, channel);
      try {
        return inGuild(await channel, guild);
      } catch (error) {
        if (guild === undefined || !isRefused(error)) throw error;
        return unseen(id, guild);
      }
    },
    told: (channel) => known.get(channel.id) ?? Promise.resolve(toChannel(channel)),
    know: (channel, guild) => void known.set(channel.id, Promise.resolve(inGuild(toChannel(channel), guild))),
    forget: (id) => void known.delete(id),
  };
}

const isRefused = (error: unknown): boolean => error instanceof PlatformError && !error.retryable;

/** As far as it is known by what is said there: a room of its own, whose words reach no other. */
const unseen = (channel: Snowflake, guild: Snowflake | null): Channel => ({
  where: { place: { platform: discord, guild, channel, thread: null }, kind: guild === null ? "direct" : "channel" },
  thread: null,
});

const privateTypes: ReadonlySet<ChannelType> = new Set([ChannelType.DM, ChannelType.GroupDM]);
const threadTypes: ReadonlySet<ChannelType> = new Set([
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);

/** Whether it tells enough to know who hears what is said there. */
export const isWhole = (channel: APIChannel): boolean =>
  "type" in channel && (!threadTypes.has(channel.type) || ("parent_id" in channel && Boolean(channel.parent_id)));

function toChannel(channel: APIChannel): Channel {
  const { id, type } = channel;
  const guild = "guild_id" in channel ? (channel.guild_id ?? null) : null;
  const parent = "parent_id" in channel ? (channel.parent_id ?? null) : null;
  if (!threadTypes.has(type) || parent === null)
    return {
      where: { place: { platform: discord, guild, channel: id, thread: null }, kind: kindOf(type) },
      thread: null,
    };
  const owner = "owner_id" in channel ? (channel.owner_id ?? null) : null;
  return {
    where: { place: { platform: discord, guild, channel: parent, thread: id }, kind: kindOf(type) },
    thread: { owner },
  };
}

function inGuild({ where, thread }: Channel, guild: Snowflake | null = null): Channel {
  const { place } = where;
  return { where: { ...where, place: { ...place, guild: place.guild ?? guild } }, thread };
}

function kindOf(type: ChannelType): RoomKind {
  if (type === ChannelType.PrivateThread) return "private-thread";
  if (type === ChannelType.GroupDM) return "group";
  return privateTypes.has(type) ? "direct" : "channel";
}
