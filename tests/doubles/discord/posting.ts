import { intents } from "./intents.ts";
import { type Message, stateOf } from "./messages.ts";
import type { Parts } from "./parts.ts";
import { memberPayload, messagePayload, type Payload, userPayload } from "./payloads.ts";
import type { Dispatch } from "./sessions.ts";
import { type Channel, kindOf } from "./world.ts";

/** Tells those who see the channel. `event` is the person's doing behind it, null where a bot has done it. */
export function tell(
  { feed, world }: Parts,
  channel: Channel,
  dispatch: Pick<Dispatch, "name" | "event" | "intents" | "open"> & Partial<Dispatch>,
): void {
  // What the bot cannot see it does not hear of.
  if (!world.sees(world.bot.id, channel)) return;
  feed.emit({ guild: channel.guild, veiled: dispatch.open, ...dispatch }, channel.id);
}

/** The intent without which nothing is heard of messages there. */
const messageIntent = (channel: Channel): number =>
  kindOf(channel) === "dm" ? intents.directMessages : intents.guildMessages;

export const reactionIntent = (channel: Channel): number =>
  kindOf(channel) === "dm" ? intents.directMessageReactions : intents.guildMessageReactions;

/** A new message stands in its channel, and those who may are told. */
export function post(parts: Parts, message: Message, event: string | null): void {
  const channel = parts.world.channel(message.channel);
  parts.messages.add(message);
  if (!channel || message.visibleTo !== null) return;
  channel.lastMessage = message.id;
  tellMessage(parts, "MESSAGE_CREATE", message, event);
}

export function tellMessage(parts: Parts, name: string, message: Message, event: string | null): void {
  const channel = parts.world.channel(message.channel);
  // Ephemeral messages are never dispatched.
  if (!channel || message.visibleTo !== null) return;
  const body = (open: boolean): Payload => ({
    ...messagePayload(message, { ...parts, open }),
    channel_type: channel.type,
    ...(channel.guild !== null && guildPart(parts, message, channel.guild)),
    ...(name === "MESSAGE_CREATE" && message.nonce !== null && { nonce: message.nonce }),
  });
  const bodies = { open: body(true), veiled: body(false) };
  tell(parts, channel, { name, event, intents: messageIntent(channel), ...bodies });
}

/** In a guild its author and those whom it mentions come as members, which REST does not tell. */
const guildPart = ({ world }: Parts, message: Message, guild: string): Payload => ({
  guild_id: guild,
  member: memberPayload(guild, message.author),
  mentions: stateOf(message).pings.users.flatMap((id) => {
    const user = world.users.get(id);
    return user ? [{ ...userPayload(user), member: memberPayload(guild, user) }] : [];
  }),
});

export function removeMessages(parts: Parts, messages: readonly Message[], event: string | null): void {
  const [first] = messages;
  const channel = first && parts.world.channel(first.channel);
  parts.files.remove(messages.flatMap((message) => stateOf(message).attachments));
  const seen = messages.filter(({ id, visibleTo }) => parts.messages.remove(id) && visibleTo === null);
  if (!channel || seen.length === 0) return;
  const where = { channel_id: channel.id, ...(channel.guild !== null && { guild_id: channel.guild }) };
  const ids = seen.map(({ id }) => id);
  const bulk = { name: "MESSAGE_DELETE_BULK", open: { ids, ...where } };
  const single = { name: "MESSAGE_DELETE", open: { id: ids[0], ...where } };
  tell(parts, channel, { ...(ids.length > 1 ? bulk : single), event, intents: messageIntent(channel) });
}

/** What a reply refers to must be there and in the same channel. */
export function referenced({ messages }: Parts, id: string | null, channel: string): Message | null {
  const found = messages.alive(id);
  return found?.channel === channel ? found : null;
}

export const isLoading = (message: Message): boolean => stateOf(message).loading;
