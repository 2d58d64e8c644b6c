import type { Deed } from "./deed.ts";
import type { Delete, Doing, Edit, React, Say, StopStream } from "./doings.ts";
import { isStreaming, type Message, nameOf, stateOf } from "./messages.ts";
import type { Person } from "./options.ts";
import type { Parts } from "./parts.ts";
import { messagePayload } from "./payloads.ts";
import { endStream, newMessage, post, remove, stateFrom } from "./posting.ts";
import { react } from "./reacting.ts";
import { tellEdited, tellMention } from "./telling.ts";
import type { Channel, Team } from "./world.ts";

/** What people do with messages. */
export function chatting(parts: Parts, doing: Doing, team: Team): Deed | null {
  switch (doing.type) {
    case "say":
      return say(parts, doing, team);
    case "edit":
      return edit(parts, doing);
    case "delete":
      return destroy(parts, doing);
    case "react":
    case "unreact":
      return reacted(parts, doing);
    case "stop":
      return stop(parts, doing);
    default:
      return null;
  }
}

interface Naming {
  readonly by: Person;
  readonly channel: string | null;
  readonly with?: readonly string[];
}

/** The channel that somebody names, where they can write; into a public one they come by that. */
export function placeFor({ world }: Parts, { by, channel: id, with: others = [] }: Naming, team: Team): Channel | null {
  const channel = id === null ? world.direct(team.id, [by.id, ...others]) : world.channel(id);
  if (!channel || channel.archived) return null;
  const open = channel.kind === "channel" && (by.team ?? channel.team) === channel.team && by.guest === undefined;
  if (open) channel.members.add(by.id);
  return channel.members.has(by.id) ? channel : null;
}

/** The message that somebody names, where they can see it. */
export function messageFor(
  { world, messages }: Parts,
  by: Person,
  { channel, ts }: { readonly channel: string; readonly ts: string },
): Message | null {
  const place = world.channel(channel);
  if (!place || (place.kind !== "channel" && !place.members.has(by.id))) return null;
  return messages.shown(channel, ts, by.id);
}

const mentions = (text: string, team: Team): boolean =>
  text.includes(`<@${team.bot.user}>`) || text.includes(`<@${team.bot.user}|`);

function say(parts: Parts, doing: Say, team: Team): Deed | null {
  const { by, text, thread = null, broadcast = false, files = [] } = doing;
  const channel = placeFor(parts, doing, team);
  const head =
    channel && thread !== null
      ? (parts.messages.alive(channel.id, thread) ?? parts.messages.tombstone(channel.id, thread))
      : null;
  if (!channel || (thread !== null && !head) || (text === "" && files.length === 0)) return null;
  const where = { team: by.team ?? team.id, user: by.id, channel: channel.id };
  const kept = files.map((file) => parts.files.keep(file, where));
  const subtype = broadcast ? "thread_broadcast" : kept.length > 0 ? "file_share" : null;
  const origin = { author: by.id, thread, broadcast, subtype, files: kept };
  const message = newMessage(parts, channel, { text, blocks: [] }, origin);
  const id = nameOf(channel.id, message.ts);
  const tell = (): void => post(parts, message, id, mentions(text, team));
  return { id, team: team.id, channel: channel.id, ts: message.ts, thread, tell };
}

const about = (parts: Parts, { team, channel, ts, thread }: Message, tell: (cause: string) => void): Deed => {
  const id = parts.makeId("E");
  return { id, team, channel, ts, thread, tell: () => tell(id) };
};

/** Whoever is mentioned by an edit is told of that, with the time of the message. */
function edit(parts: Parts, { by, text, ...name }: Edit): Deed | null {
  const message = messageFor(parts, by, name);
  if (!message || message.author !== by.id) return null;
  const team = parts.world.team(message.team);
  const newly = mentions(text, team) && !mentions(stateOf(message).text ?? "", team);
  const before = messagePayload(message, parts);
  message.edited = { user: by.id, ts: parts.stamps.now() };
  parts.messages.change(message, stateFrom(parts, { text, blocks: [] }));
  return about(parts, message, (cause) => {
    tellEdited(parts, message, before, cause);
    if (newly) tellMention(parts, message, cause);
  });
}

function destroy(parts: Parts, { by, ...name }: Delete): Deed | null {
  const message = messageFor(parts, by, name);
  if (!message || isStreaming(message)) return null;
  return about(parts, message, (cause) => remove(parts, message, cause));
}

function reacted(parts: Parts, { type, by, emoji, ...name }: React): Deed | null {
  const message = messageFor(parts, by, name);
  const has = message?.reactions.get(emoji)?.has(by.id) ?? false;
  if (!message || message.visibleTo !== null || has === (type === "react")) return null;
  return about(parts, message, (cause) => void react(parts, message, { type, by: by.id, emoji, cause }));
}

function stop(parts: Parts, { by, ...name }: StopStream): Deed | null {
  const message = messageFor(parts, by, name);
  if (!message || !isStreaming(message)) return null;
  return about(parts, message, () => endStream(parts, message, "user"));
}
