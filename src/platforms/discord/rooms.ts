import { type APIChannel, ChannelType, type Snowflake } from "discord.js";
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
  of(channel: Snowflake): Promise<Channel>;
  /** As an interaction tells it: it may come from a channel that we cannot see, and has no time for a question. */
  told(channel: APIChannel): Promise<Channel>;
  know(channel: APIChannel): void;
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
    of: (id) => {
      const channel = known.get(id) ?? find(id);
      known.set(id, channel);
      return channel;
    },
    told: (channel) => known.get(channel.id) ?? Promise.resolve(toChannel(channel)),
    know: (channel) => void known.set(channel.id, Promise.resolve(toChannel(channel))),
    forget: (id) => void known.delete(id),
  };
}

const privateTypes: ReadonlySet<ChannelType> = new Set([ChannelType.DM, ChannelType.GroupDM]);
const threadTypes: ReadonlySet<ChannelType> = new Set([
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
  ChannelType.AnnouncementThread,
]);

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

function kindOf(type: ChannelType): RoomKind {
  if (type === ChannelType.PrivateThread) return "private-thread";
  if (type === ChannelType.GroupDM) return "group";
  return privateTypes.has(type) ? "direct" : "channel";
}
