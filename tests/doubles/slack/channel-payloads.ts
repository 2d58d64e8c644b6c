import type { Payload } from "./payload.ts";
import type { ChannelKind } from "./records.ts";
import type { Channel, Team } from "./world.ts";

export const channelTypeOf = ({ kind }: Channel): ChannelKind => kind;

/** A conversation as conversations.info and the lists show it to the bot. */
export function channelPayload(channel: Channel, { bot, id: team }: Team): Payload {
  const { kind } = channel;
  if (kind === "im") return directPayload(channel, bot.user, team);
  const shared = channel.connected.size > 0;
  return {
    id: channel.id,
    name: channel.name,
    is_channel: kind === "channel",
    is_group: kind === "group",
    is_im: false,
    is_mpim: kind === "mpim",
    is_private: kind !== "channel",
    created: seconds(channel),
    is_archived: channel.archived,
    is_general: channel.name === "general",
    unlinked: 0,
    name_normalized: channel.name,
    is_shared: shared,
    is_org_shared: false,
    is_pending_ext_shared: false,
    pending_shared: [],
    context_team_id: team,
    updated: channel.created,
    parent_conversation: null,
    creator: channel.creator,
    is_ext_shared: shared,
    shared_team_ids: [channel.team, ...channel.connected],
    pending_connected_team_ids: [],
    ...(shared && { connected_team_ids: [...channel.connected], conversation_host_id: channel.team }),
    is_member: channel.members.has(bot.user),
    topic: { value: channel.topic, creator: channel.topic === "" ? "" : channel.creator, last_set: 0 },
    purpose: { value: "", creator: "", last_set: 0 },
    previous_names: [],
  };
}

const seconds = ({ created }: Channel): number => Math.floor(created / 1_000);

const directPayload = (channel: Channel, bot: string, team: string): Payload => ({
  id: channel.id,
  created: seconds(channel),
  is_archived: false,
  is_im: true,
  is_org_shared: false,
  context_team_id: team,
  updated: channel.created,
  user: [...channel.members].find((user) => user !== bot),
  is_user_deleted: false,
  is_open: true,
  priority: 0,
});

/** What interactions call the channel: no name of anything private. */
export function nameIn({ kind, name }: Channel): string {
  if (kind === "im") return "directmessage";
  return kind === "channel" ? name : "privategroup";
}
