import { channelPayload, isoTime, memberPayload, type Payload, userPayload, usualPermissions } from "./payloads.ts";
import { timeOf } from "./snowflakes.ts";
import { type Guild, isThread, type World } from "./world.ts";

/** As it comes whole to whoever has just identified. */
export function guildPayload(guild: Guild, world: World): Payload {
  const own = [...world.channels.values()].filter(
    (channel) => channel.guild === guild.id && world.sees(world.bot.id, channel),
  );
  const [threads, channels] = [own.filter(isThread), own.filter((channel) => !isThread(channel))];
  return {
    ...bareGuild(guild),
    joined_at: isoTime(timeOf(guild.id)),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    // As without the members' intent: the bot alone.
    members: [{ ...memberPayload(guild.id, world.bot), user: userPayload(world.bot) }],
    channels: channels.map((channel) => withoutGuild(channelPayload(channel, world))),
    threads: threads.map((thread) => channelPayload(thread, world)),
    voice_states: [],
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

/** The channels of a guild that comes whole do not say whose they are; its threads do. */
function withoutGuild({ guild_id: _, ...channel }: Payload): Payload {
  return channel;
}

/** As REST shows it. */
export const bareGuild = ({ id, name, roles }: Guild): Payload => ({
  id,
  name,
  icon: null,
  owner_id: id,
  roles: [{ id, name: "@everyone" }, ...roles].map((role) => ({
    ...role,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: 0,
    permissions: usualPermissions,
    managed: false,
    mentionable: true,
    flags: 0,
  })),
  emojis: [],
  stickers: [],
  features: [],
  preferred_locale: "en-US",
  afk_timeout: 300,
  verification_level: 0,
  default_message_notifications: 0,
  explicit_content_filter: 0,
  mfa_level: 0,
  nsfw_level: 0,
  premium_tier: 0,
  system_channel_flags: 0,
  premium_progress_bar_enabled: false,
  ...nothingSet,
});

/** What a guild has not chosen, and is named all the same. */
const nothingSet = Object.fromEntries(
  [
    ...["splash", "discovery_splash", "banner", "description", "vanity_url_code", "application_id", "hub_type"],
    ...["afk_channel_id", "system_channel_id", "rules_channel_id", "public_updates_channel_id"],
    ...["safety_alerts_channel_id", "incidents_data"],
  ].map((name) => [name, null]),
);
