import { channelPayload } from "./channel-payloads.ts";
import type { Deed } from "./deed.ts";
import type { ChangeChannel, CreateChannel, Doing, JoinOrLeave, ShareChannel } from "./doings.ts";
import type { Parts } from "./parts.ts";
import type { Payload } from "./payload.ts";
import { heardBy, tell, tellNotice } from "./telling.ts";
import type { Channel, Team } from "./world.ts";

/** What people do to channels and their members. */
export function gathering(parts: Parts, doing: Doing, team: Team): Deed | null {
  switch (doing.type) {
    case "join":
      return join(parts, doing, team);
    case "leave":
      return leave(parts, doing, team);
    case "create":
      return create(parts, doing, team);
    case "rename":
    case "archive":
    case "unarchive":
    case "remove-channel":
      return changeChannel(parts, doing, team);
    case "share":
    case "unshare":
      return share(parts, doing, team);
    default:
      return null;
  }
}

interface Gathered {
  readonly name: string;
  readonly event: Payload;
  /** What the channel itself says of it. */
  readonly notice?: Payload;
}

function gathered(parts: Parts, channel: Channel, team: Team, { name, event, notice }: Gathered): Deed {
  const id = parts.makeId("E");
  const whole = { type: name, ...event, event_ts: parts.stamps.now() };
  const telling = (): void => {
    if (!team.installed) return;
    tell(parts, { team, channel, name, event: whole, cause: id });
    if (notice) tellNotice(parts, channel, notice, id);
  };
  return { id, team: team.id, channel: channel.id, tell: telling };
}

/** Events of a private channel have names of their own. */
const named = ({ kind }: Channel, name: string): string => `${kind === "channel" ? "channel" : "group"}_${name}`;

const letterOf = ({ kind }: Channel): string => (kind === "channel" ? "C" : "G");

function join(parts: Parts, { by, channel: id, user = by.id }: JoinOrLeave, team: Team): Deed | null {
  const channel = parts.world.channel(id);
  if (!channel || channel.archived || channel.members.has(user) || !parts.world.users.has(user)) return null;
  if (channel.kind !== "channel" && !channel.members.has(by.id)) return null;
  channel.members.add(user);
  if (heardBy(parts, id) === null)
    return gathered(parts, channel, { ...team, installed: false }, { name: "", event: {} });
  const invited = user !== by.id && { inviter: by.id };
  const event = {
    user,
    channel: id,
    channel_type: letterOf(channel),
    team: parts.world.teamOf(user, team.id),
    ...invited,
  };
  const text = `<@${user}> has joined the channel`;
  return gathered(parts, channel, team, {
    ...{ name: "member_joined_channel", event },
    notice: { subtype: named(channel, "join"), user, text, ...invited },
  });
}

/** The bot hears of its own leaving in another way. */
function leave(parts: Parts, { by, channel: id, user = by.id }: JoinOrLeave, team: Team): Deed | null {
  const channel = parts.world.channel(id);
  if (!channel?.members.has(user)) return null;
  const heard = heardBy(parts, id) !== null;
  channel.members.delete(user);
  if (!heard) return gathered(parts, channel, { ...team, installed: false }, { name: "", event: {} });
  if (user === team.bot.user) {
    return gathered(parts, channel, team, { name: named(channel, "left"), event: { channel: id, actor_id: by.id } });
  }
  const event = { user, channel: id, channel_type: letterOf(channel), team: parts.world.teamOf(user, team.id) };
  const text = `<@${user}> has left the channel`;
  return gathered(parts, channel, team, {
    ...{ name: "member_left_channel", event },
    notice: { subtype: named(channel, "leave"), user, text },
  });
}

function create(parts: Parts, doing: CreateChannel, team: Team): Deed | null {
  const { by, name, private: hidden = false, members = [] } = doing;
  const channel: Channel = {
    ...{ id: parts.makeId("C"), team: team.id, kind: hidden ? "group" : "channel", name, topic: "", creator: by.id },
    ...{ created: parts.now(), members: new Set([by.id, ...members]), connected: new Set() },
    ...{ archived: false, deleted: false },
  };
  parts.world.channels.set(channel.id, channel);
  // Nobody tells the bot of a private channel.
  const seen = hidden ? { ...team, installed: false } : team;
  const event = { channel: { ...channelPayload(channel, team), creator: by.id } };
  return gathered(parts, channel, seen, { name: "channel_created", event });
}

function changeChannel(parts: Parts, { type, by, channel: id, name }: ChangeChannel, team: Team): Deed | null {
  const channel = parts.world.channel(id);
  if (!channel || channel.kind === "im" || !can(type, channel)) return null;
  const heard = channel.kind === "channel" || channel.members.has(team.bot.user);
  const before = channel.name;
  if (name !== undefined) channel.name = name;
  if (type === "archive" || type === "unarchive") channel.archived = type === "archive";
  if (type === "remove-channel") channel.deleted = true;
  const seen = heard ? team : { ...team, installed: false };
  return gathered(parts, channel, seen, changeOf(channel, { type, by: by.id, before }));
}

/** What is archived can be brought back or removed, and nothing else. */
const can = (type: ChangeChannel["type"], { archived }: Channel): boolean =>
  type === "remove-channel" || archived === (type === "unarchive");

interface Change {
  readonly type: ChangeChannel["type"];
  readonly by: string;
  readonly before: string;
}

function changeOf(channel: Channel, { type, by, before }: Change): Gathered {
  if (type === "remove-channel")
    return { name: named(channel, "deleted"), event: { channel: channel.id, actor_id: by } };
  if (type !== "rename") {
    const text = `<@${by}> ${type === "archive" ? "archived" : "un-archived"} the channel`;
    return {
      ...{ name: named(channel, type), event: { channel: channel.id, user: by, is_moved: 0 } },
      notice: { subtype: named(channel, type), user: by, text },
    };
  }
  const { id, name, created, kind } = channel;
  const shown = {
    id,
    name,
    name_normalized: name,
    created: Math.floor(created / 1_000),
    is_channel: kind === "channel",
    is_mpim: kind === "mpim",
  };
  const text = `has renamed the channel from "${before}" to "${name}"`;
  return {
    ...{ name: named(channel, "rename"), event: { channel: shown } },
    notice: { subtype: named(channel, "name"), user: by, text, old_name: before, name },
  };
}

function share(parts: Parts, { type, channel: id, connected }: ShareChannel, team: Team): Deed | null {
  const channel = parts.world.channel(id);
  if (!channel || channel.connected.has(connected) === (type === "share")) return null;
  if (type === "share") channel.connected.add(connected);
  else channel.connected.delete(connected);
  const event =
    type === "share"
      ? { connected_team_id: connected, channel: id }
      : { previously_connected_team_id: connected, channel: id, is_ext_shared: channel.connected.size > 0 };
  return gathered(parts, channel, team, { name: type === "share" ? "channel_shared" : "channel_unshared", event });
}
