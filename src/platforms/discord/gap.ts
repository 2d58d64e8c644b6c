import { ChannelType, type GatewayGuildCreateDispatchData, type Snowflake } from "discord.js";
import type { Clock } from "../../core/ports.ts";
import { idAt, isLater, timeOf } from "./snowflakes.ts";

/** What was said after this message, and where that may be long ago, not before this time. */
export interface Gap {
  readonly after: Snowflake;
  readonly since: Date | null;
}

/** An event may be dispatched so much later than others that were said after it. */
const lateMs = 120_000;
/** Who asked longer ago has given up. */
const longestMs = 86_400_000;

/**
 * With whatever may still have been on its way, and not from so long ago that nobody waits for an answer. An id that
 * tells of longer ago may as well be one of a server that counts its ids: then the messages tell their time themselves.
 */
export function beginning(until: Snowflake | null, clock: Clock): Gap | null {
  if (until === null) return null;
  const oldest = clock.now().getTime() - longestMs;
  return timeOf(until) < oldest
    ? { after: until, since: new Date(oldest) }
    : { after: idAt(timeOf(until) - lateMs), since: null };
}

/** Now, or what was told last where that is from long ago: nothing was said after it, or ids tell no time. */
export function firstReach(told: Snowflake | null, clock: Clock): Snowflake {
  const now = clock.now().getTime();
  return told !== null && timeOf(told) < now - longestMs ? told : idAt(now);
}

/**
 * Where a first run begins to listen: kept before it does, so that one that dies at its first word is followed by one
 * that looks for it. Null where ids tell no time, which a server shows by those that it gives us.
 */
export function firstMark(own: Snowflake, clock: Clock): Snowflake | null {
  const isCounted = timeOf(own) < timeOf("0") + longestMs;
  return isCounted ? null : idAt(clock.now().getTime());
}

type Listed = GatewayGuildCreateDispatchData["channels"][number] | GatewayGuildCreateDispatchData["threads"][number];

const lastIn = (channel: Listed): Snowflake | null | undefined =>
  "last_message_id" in channel ? channel.last_message_id : undefined;

export const idsIn = (channel: Listed): readonly Snowflake[] => {
  const last = lastIn(channel);
  return last ? [channel.id, last] : [channel.id];
};

const textTypes: ReadonlySet<ChannelType> = new Set([ChannelType.GuildText, ChannelType.GuildAnnouncement]);

/** Where a server does not tell of the last message, there may be one. */
export function mayHaveNews(channel: Listed, gap: Gap | null, isKnown: boolean): boolean {
  if (gap === null) return false;
  const last = lastIn(channel);
  if (typeof last === "string") return isLater(last, gap.after);
  return isKnown || (last === undefined && textTypes.has(channel.type));
}
