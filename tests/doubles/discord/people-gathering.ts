import type { Deed } from "./deed.ts";
import type { ChangeChannel, Doing, JoinOrLeave, Kick, OpenThread } from "./doings.ts";
import { intents } from "./intents.ts";
import type { Parts } from "./parts.ts";
import { channelPayload, memberPayload, type Payload, userPayload } from "./payloads.ts";
import { placeFor } from "./people-chatting.ts";
import { type Channel, channelTypes, newChannel } from "./world.ts";

/** What people do to guilds, channels and threads. */
export function gathering(parts: Parts, doing: Doing): Deed | null {
  switch (doing.type) {
    case "thread":
      return openThread(parts, doing);
    case "join":
    case "leave":
      return member(parts, doing);
    case "kick":
      return kick(parts, doing);
    case "channel-create":
    case "channel-update":
    case "channel-delete":
      return changeChannel(parts, doing);
    default:
      return null;
  }
}

function emit(parts: Parts, guild: string, name: string, open: Payload, event: string, intent: number): void {
  parts.feed.emit({ name, event, guild, intents: intent, open, veiled: open }, null);
}

function openThread(parts: Parts, doing: OpenThread): Deed | null {
  const parent = placeFor(parts, doing.by, doing.channel);
  if (!parent || parent.guild === null || parent.type !== channelTypes.text) return null;
  const { guild } = parent;
  const id = parts.makeId();
  const thread = newChannel({
    id,
    guild,
    type: doing.private ? channelTypes.privateThread : channelTypes.publicThread,
    parent: parent.id,
    name: doing.name,
    owner: doing.by.id,
    members: new Set([doing.by.id, ...(doing.members ?? [])]),
  });
  parts.world.channels.set(id, thread);
  return { id, channel: id, tell: () => tellThread(parts, thread, guild) };
}

function tellThread(parts: Parts, thread: Channel, guild: string): void {
  if (!parts.world.sees(parts.world.bot.id, thread)) return;
  const open = { ...channelPayload(thread, parts.world), newly_created: true };
  emit(parts, guild, "THREAD_CREATE", open, thread.id, intents.guilds);
}

function member(parts: Parts, { type, by, guild: id }: JoinOrLeave): Deed | null {
  const guild = parts.world.guilds.get(id);
  if (!guild) return null;
  if (type === "leave") guild.members.delete(by.id);
  const event = parts.makeId();
  const user = userPayload(by);
  const open = { guild_id: id, user, ...(type === "join" && memberPayload(id, by)) };
  const name = type === "join" ? "GUILD_MEMBER_ADD" : "GUILD_MEMBER_REMOVE";
  return { id: event, channel: null, tell: () => emit(parts, id, name, open, event, intents.guildMembers) };
}

function kick(parts: Parts, { guild: id }: Kick): Deed | null {
  const guild = parts.world.guilds.get(id);
  if (!guild?.present) return null;
  guild.present = false;
  const event = parts.makeId();
  return { id: event, channel: null, tell: () => emit(parts, id, "GUILD_DELETE", { id }, event, intents.guilds) };
}

const channelEvents = {
  "channel-create": "CHANNEL_CREATE",
  "channel-update": "CHANNEL_UPDATE",
  "channel-delete": "CHANNEL_DELETE",
} as const;

function changeChannel(parts: Parts, { type, guild, channel: id, name }: ChangeChannel): Deed | null {
  const event = parts.makeId();
  const known = parts.world.channel(id);
  const channel =
    type === "channel-create" ? newChannel({ id: event, type: channelTypes.text, guild, name: name ?? "new" }) : known;
  if (!channel || channel.guild !== guild || !parts.world.guilds.get(guild)?.present) return null;
  if (name !== undefined) channel.name = name;
  parts.world.channels.set(channel.id, channel);
  if (type === "channel-delete") parts.world.channels.delete(channel.id);
  const open = channelPayload(channel, parts.world);
  const tell = (): void => emit(parts, guild, channelEvents[type], open, event, intents.guilds);
  return { id: event, channel: channel.id, tell };
}
