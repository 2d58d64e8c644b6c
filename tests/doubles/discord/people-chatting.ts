import type { Deed } from "./deed.ts";
import type { Delete, Doing, Edit, React, Say } from "./doings.ts";
import { flags } from "./draft.ts";
import { pingsOf } from "./mentions.ts";
import { type Message, messageTypes, type Snapshot, stateOf } from "./messages.ts";
import type { Person } from "./options.ts";
import type { Parts } from "./parts.ts";
import { memberPayload, userPayload } from "./payloads.ts";
import { post, reactionIntent, referenced, removeMessages, tell, tellMessage } from "./posting.ts";
import type { MessageState } from "./records.ts";
import type { Channel } from "./world.ts";

/** What people do with messages. */
export function chatting(parts: Parts, doing: Doing): Deed | null {
  if (doing.type === "say") return say(parts, doing);
  if (doing.type === "edit") return edit(parts, doing);
  if (doing.type === "delete") return remove(parts, doing);
  return doing.type === "react" || doing.type === "unreact" ? react(parts, doing) : null;
}

/** The channel that somebody names, where they can see it; null names their direct messages. */
export function placeFor({ world }: Parts, by: Person, channel: string | null): Channel | null {
  const found = channel === null ? world.dmOf(by.id) : world.channel(channel);
  return found && world.sees(by.id, found) ? found : null;
}

function say(parts: Parts, doing: Say): Deed | null {
  const { makeId, now } = parts;
  const channel = placeFor(parts, doing.by, doing.channel);
  const reference = doing.reference === undefined ? null : referenced(parts, doing.reference, channel?.id ?? "");
  const forwarded = doing.forward === undefined ? null : snapshotOf(parts, doing.forward);
  if (!channel || (doing.reference !== undefined && !reference) || (doing.forward !== undefined && !forwarded))
    return null;
  const id = makeId();
  const message: Message = {
    id,
    channel: channel.id,
    author: doing.by,
    bot: null,
    type: reference ? messageTypes.reply : messageTypes.usual,
    nonce: null,
    reference: reference?.id ?? null,
    forwarded,
    interaction: null,
    visibleTo: null,
    states: [{ ...said(parts, doing, reference), at: now() }],
    reactions: new Map(),
  };
  return { id, channel: channel.id, tell: () => post(parts, message, id) };
}

function said(
  { makeId, files }: Parts,
  { content, ping = true, attachments = [], forward }: Say,
  reference: Message | null,
) {
  const allowed = ping ? null : { parse: ["users", "roles", "everyone"], replied_user: false };
  return {
    content,
    loading: false,
    embeds: [],
    components: [],
    attachments: attachments.map(({ base64, ...file }) => files.keep({ id: makeId(), ...file }, base64)),
    flags: forward === undefined ? 0 : flags.hasSnapshot,
    allowedMentions: allowed,
    pings: pingsOf(content, allowed, reference?.author.id ?? null),
  } satisfies Omit<MessageState, "at">;
}

function snapshotOf({ messages }: Parts, id: string): Snapshot | null {
  const found = messages.alive(id);
  if (!found) return null;
  const state = stateOf(found);
  return { message: id, channel: found.channel, type: found.type, postedAt: found.states[0]?.at ?? 0, state };
}

function edit(parts: Parts, { by, message: id, content }: Edit): Deed | null {
  const message = parts.messages.alive(id);
  if (!message || message.author.id !== by.id) return null;
  const state = stateOf(message);
  // Whoever was pinged by the reply stays so.
  const replied = parts.messages.alive(message.reference)?.author.id ?? null;
  const pings = pingsOf(content, state.allowedMentions, replied);
  parts.messages.change(id, { ...state, content, pings });
  const event = parts.makeId();
  return { id: event, channel: message.channel, tell: () => tellMessage(parts, "MESSAGE_UPDATE", message, event) };
}

/** Also of the bot's messages, as a moderator can. */
function remove(parts: Parts, { messages: ids }: Delete): Deed | null {
  const found = ids.flatMap((id) => parts.messages.alive(id) ?? []);
  const [first] = found;
  if (!first || found.length < ids.length) return null;
  const event = parts.makeId();
  return { id: event, channel: first.channel, tell: () => removeMessages(parts, found, event) };
}

function react(parts: Parts, { type, by, message: id, emoji }: React): Deed | null {
  const message = parts.messages.alive(id);
  const channel = message && parts.world.channel(message.channel);
  if (!message || !channel || !parts.world.sees(by.id, channel)) return null;
  const users = message.reactions.get(emoji) ?? new Set();
  if (users.has(by.id) === (type === "react")) return null;
  const event = parts.makeId();
  return { id: event, channel: channel.id, tell: () => reactAs(parts, message, { type, by, emoji }, event) };
}

/** A reaction of anybody, the bot too, is set or taken away, and told. */
export function reactAs(
  parts: Parts,
  message: Message,
  { type, by, emoji }: Pick<React, "type" | "by" | "emoji">,
  event: string | null,
): void {
  const channel = parts.world.channel(message.channel);
  const users = message.reactions.get(emoji) ?? new Set();
  if (!channel || users.has(by.id) === (type === "react")) return;
  if (type === "react") message.reactions.set(emoji, users.add(by.id));
  else if (users.delete(by.id) && users.size === 0) message.reactions.delete(emoji);
  const added = { message_author_id: message.author.id, burst: false, type: 0 };
  const open = {
    user_id: by.id,
    channel_id: channel.id,
    message_id: message.id,
    emoji: { id: null, name: emoji },
    ...(type === "react" && added),
    ...(channel.guild !== null && { guild_id: channel.guild }),
    ...(channel.guild !== null &&
      type === "react" && { member: { ...memberPayload(channel.guild, by), user: userPayload(by) } }),
  };
  const name = type === "react" ? "MESSAGE_REACTION_ADD" : "MESSAGE_REACTION_REMOVE";
  tell(parts, channel, { name, event, intents: reactionIntent(channel), open });
}
