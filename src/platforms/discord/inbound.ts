import {
  type APIAttachment,
  type APIInteraction,
  type APIMessage,
  type APIUser,
  type GatewayMessageCreateDispatchData,
  MessageReferenceType,
  MessageType,
  type Snowflake,
} from "discord.js";
import type { Reread } from "../../core/platform.ts";
import {
  type Addressing,
  type AskKey,
  type Attachment,
  type Author,
  type CommandAsk,
  type Locale,
  type MessageAsk,
  type MessageDeleted,
  type Place,
  type RoomKind,
  roomOf,
} from "../../core/session.ts";
import { withoutFront } from "../shared/front.ts";
import { type Called, front } from "./commands.ts";
import { madeAt } from "./snowflakes.ts";

export const discord = "discord";

/** Where a channel id leads to. A thread is heard by whoever hears its channel, a private one only by those in it. */
export interface Where {
  readonly place: Place;
  readonly kind: RoomKind;
}

/** The companion's own account, as far as a message may name it. */
export interface Self {
  readonly id: Snowflake;
  readonly name: string;
}

/** By channel and message: the same message has the same key in whatever event it arrives. */
const messageKey = (channel: Snowflake, message: Snowflake): AskKey => [discord, channel, message].join(":") as AskKey;

/** The channel and the message that a key names; null for an interaction's. */
export function messageIn(key: AskKey): { readonly channel: Snowflake; readonly message: Snowflake } | null {
  const [, channel, message] = key.split(":");
  return channel && message ? { channel, message } : null;
}

const talk: ReadonlySet<MessageType> = new Set([MessageType.Default, MessageType.Reply]);

/** What people say; what bots, webhooks and the platform itself say is nobody's question. */
export const isSaid = ({ author, type, webhook_id }: GatewayMessageCreateDispatchData): boolean =>
  !author.bot && !webhook_id && talk.has(type);

/**
 * How a message turns to the companion, apart from threads, where it depends on who else writes there. That a message
 * names no guild says nothing: in the history none does.
 */
export function addressingOf(message: APIMessage, kind: RoomKind, self: Self): Addressing {
  if (kind === "direct" || kind === "group") return "direct";
  if (message.referenced_message?.author.id === self.id) return "reply";
  return message.mentions.some(({ id }) => id === self.id) ? "mention" : "ambient";
}

export function toMessageAsk(
  message: GatewayMessageCreateDispatchData,
  { place, kind }: Where,
  addressing: Addressing,
  self: Self,
): MessageAsk {
  return {
    type: "message",
    key: messageKey(message.channel_id, message.id),
    place,
    room: roomOf(place, kind),
    author: authorOf(message.author, message.member?.nick),
    locale: null,
    sentAt: new Date(message.timestamp),
    addressing,
    text: withoutFront(readable(message, self), front),
    quoted: quotedIn(message, self),
    attachments: attachmentsOf(message),
  };
}

const authorOf = ({ id, global_name, username }: APIUser, nick?: string | null): Author => ({
  id,
  name: nick ?? global_name ?? username,
});

type Written = Pick<APIMessage, "content" | "mentions">;

/** As people see it: names in place of ids, and without the mention that only calls the companion. */
function readable({ content, mentions }: Written, self: Self): string {
  const names = new Map(mentions.map((user) => [user.id, authorOf(user).name]));
  return content
    .replace(new RegExp(`^\\s*<@!?${self.id}>[\\s,:]*`), "")
    .replace(/<@!?(\d+)>/g, (mention, id: string) => (id === self.id ? `@${self.name}` : named(names.get(id), mention)))
    .replace(/<a?(:\w+:)\d+>/g, "$1")
    .trim();
}

const named = (name: string | undefined, mention: string): string => (name === undefined ? mention : `@${name}`);

/** A message as it reads now; null where nothing of it can be read, as without the content intent. */
export function toReread(message: APIMessage, self: Self): Reread | null {
  const [quoted, attachments] = [quotedIn(message, self), attachmentsOf(message)];
  const isBlank = message.content === "" && quoted === null && attachments.length === 0;
  return isBlank ? null : { text: withoutFront(readable(message, self), front), quoted, attachments };
}

/** The message replied to, or the one that was forwarded. Without the content intent most of them arrive empty. */
function quotedIn(message: APIMessage, self: Self): MessageAsk["quoted"] {
  const { referenced_message: replied, message_reference: reference } = message;
  if (replied?.content) return { author: authorOf(replied.author).name, text: readable(replied, self) };
  const forwarded =
    reference?.type === MessageReferenceType.Forward ? message.message_snapshots?.[0]?.message : undefined;
  return forwarded?.content
    ? { author: "", text: readable({ ...forwarded, mentions: forwarded.mentions }, self) }
    : null;
}

/** Its own, and those of the message replied to or forwarded. */
function attachmentsOf(message: APIMessage): readonly Attachment[] {
  const { attachments, referenced_message: replied, message_snapshots: forwarded } = message;
  const theirs = replied?.attachments.map((file) => toAttachment(file, authorOf(replied.author).name)) ?? [];
  const passedOn = forwarded?.flatMap((snapshot) => snapshot.message.attachments) ?? [];
  return [
    ...attachments.map((file) => toAttachment(file, null)),
    ...theirs,
    ...passedOn.map((file) => toAttachment(file, "")),
  ];
}

const toAttachment = ({ filename, size, url }: APIAttachment, quotedFrom: string | null): Attachment => ({
  name: filename,
  size,
  source: url,
  quotedFrom,
});

/** A deletion, whatever the message was: only what was heard is known. */
export const toDeleted = (channel: Snowflake, message: Snowflake, place: Place): MessageDeleted => ({
  type: "deleted",
  key: messageKey(channel, message),
  place,
});

const locales: Readonly<Record<string, Locale>> = { de: "de", "en-US": "en", "en-GB": "en" };

/** What the person reads; null where we have no words of our own in it. */
export const localeIn = ({ locale }: { readonly locale?: string }): Locale | null => locales[locale ?? ""] ?? null;

/** Whoever calls a command, fills in a form, or types. */
export function callerIn({ member, user }: Pick<APIInteraction, "member" | "user">): Author {
  const account = member?.user ?? user;
  if (!account) throw new Error("an interaction without a user");
  return authorOf(account, member?.nick);
}

/** What a command is answered by: its token, and whether that is seen by its author alone. */
export interface Handle {
  readonly hidden: boolean;
  readonly token: string;
}

const hiddenMark = "hidden:";
const toHandle = ({ hidden, token }: Handle): string => `${hidden ? hiddenMark : ""}${token}`;
export const handleOf = (handle: string): Handle => ({
  hidden: handle.startsWith(hiddenMark),
  token: handle.startsWith(hiddenMark) ? handle.slice(hiddenMark.length) : handle,
});

/** A slash command, the form that it has asked for, or the button that offers it. */
export function toCommandAsk(
  interaction: Pick<APIInteraction, "id" | "token" | "member" | "user"> & { readonly locale?: string },
  { command, values }: Called,
  { place, kind }: Where,
  { hidden, now }: { readonly hidden: boolean; readonly now: Date },
): CommandAsk {
  const { id, token } = interaction;
  return {
    type: "command",
    key: [discord, id].join(":") as AskKey,
    place,
    room: roomOf(place, kind),
    author: callerIn(interaction),
    locale: localeIn(interaction),
    sentAt: madeAt(id, now),
    handle: toHandle({ hidden, token }),
    command,
    input: { type: "fields", values },
  };
}

/** The interaction that a key names; null for a message's. */
export const interactionIn = (key: AskKey): Snowflake | null => {
  const [, first, second] = key.split(":");
  return second === undefined ? (first ?? null) : null;
};
