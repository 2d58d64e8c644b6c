import { z } from "zod";
import type { Reread } from "../../core/platform.ts";
import {
  type Addressing,
  type AskKey,
  type Attachment,
  type Author,
  type MessageAsk,
  type MessageDeleted,
  type Place,
  type RoomKind,
  roomOf,
} from "../../core/session.ts";
import { withoutFront } from "../shared/front.ts";
import type { Self } from "./self.ts";
import { mentionedIn, withoutSigns } from "./signs.ts";

export const slack = "slack";

/** Ids stand in keys of ours: what is none in Slack's form is nothing of Slack's. */
export const channelId = z.string().regex(/^[CDG][A-Z0-9]{1,63}$/);
export const userId = z.string().regex(/^[UW][A-Z0-9]{1,63}$/);
export const ts = z.string().regex(/^\d{1,12}\.\d{1,9}$/);
const file = z.object({
  name: z.string().nullish(),
  size: z.number().nullish(),
  url_private_download: z.string().nullish(),
  url_private: z.string().nullish(),
});
const passedOn = z.object({
  is_share: z.boolean().nullish(),
  is_msg_unfurl: z.boolean().nullish(),
  author_name: z.string().nullish(),
  text: z.string().nullish(),
  files: z.array(file).nullish(),
});

/** A message as an event or a history tells it. What is missing is missing, whatever the documents say. */
export const messageSchema = z.object({
  channel: channelId,
  ts,
  channel_type: z.string().nullish(),
  subtype: z.string().nullish(),
  user: userId.nullish(),
  bot_id: z.string().nullish(),
  text: z.string().nullish(),
  thread_ts: ts.nullish(),
  parent_user_id: z.string().nullish(),
  files: z.array(file).nullish(),
  attachments: z.array(passedOn).nullish(),
});
export type SlackMessage = z.output<typeof messageSchema>;

const said: ReadonlySet<string> = new Set(["file_share", "thread_broadcast", "me_message"]);

/** What people say; what apps, channels and Slack itself say is nobody's question. */
export const isSaid = ({ subtype, user, bot_id }: SlackMessage): boolean =>
  Boolean(user) && !bot_id && (!subtype || said.has(subtype));

/** By workspace, channel and time: one mention comes in two events, and an event comes again and again. */
const messageKey = (team: string, channel: string, time: string): AskKey =>
  [slack, team, channel, time].join(":") as AskKey;

/** The message that a key names; null for a command's. */
export function messageIn(key: AskKey): { readonly channel: string; readonly ts: string } | null {
  const [, , channel, time] = key.split(":");
  return channel && time ? { channel, ts: time } : null;
}

/** Where Slack does not say what kind of a channel it is, its id does for direct messages alone. */
export function kindOf(channel: string, type: string | null | undefined): RoomKind {
  if (type === "im" || channel.startsWith("D")) return "direct";
  return type === "mpim" ? "group" : "channel";
}

/** In a channel an answer opens a thread, or goes on in the one that is there. */
export function placeOf(
  message: Pick<SlackMessage, "channel" | "thread_ts" | "ts">,
  kind: RoomKind,
  self: Self,
): Place {
  const { channel, thread_ts: thread = null, ts: time } = message;
  return placeIn(channel, thread ?? (kind === "channel" ? time : null), kind, self);
}

export const placeIn = (channel: string, thread: string | null, kind: RoomKind, { team }: Self): Place => ({
  platform: slack,
  guild: kind === "channel" ? team : null,
  channel,
  thread,
});

/** How a message turns to the companion, apart from threads, where it depends on who else writes there. */
export function addressingOf({ text }: SlackMessage, kind: RoomKind, self: Self): Addressing {
  if (kind !== "channel") return "direct";
  return text?.includes(`<@${self.user}>`) || text?.includes(`<@${self.user}|`) ? "mention" : "ambient";
}

export interface Told {
  readonly kind: RoomKind;
  readonly addressing: Addressing;
  readonly author: Author;
  /** Names of those whom the text mentions, by their ids. */
  readonly names: ReadonlyMap<string, string>;
}

export function toMessageAsk(message: SlackMessage, { kind, addressing, author, names }: Told, self: Self): MessageAsk {
  const place = placeOf(message, kind, self);
  const read = (text: string): string => withoutSigns(text, names, self);
  return {
    type: "message",
    key: messageKey(self.team, message.channel, message.ts),
    place,
    room: roomOf(place, kind),
    author,
    locale: null,
    sentAt: timeOf(message.ts),
    addressing,
    text: withoutFront(read(message.text ?? ""), self.front),
    quoted: quotedIn(message, read),
    attachments: attachmentsOf(message),
  };
}

export const timeOf = (time: string): Date => new Date(Math.round(Number(time) * 1_000));

/** A message as it reads now. */
export const toReread = (message: SlackMessage, names: ReadonlyMap<string, string>, self: Self): Reread => ({
  text: withoutFront(withoutSigns(message.text ?? "", names, self), self.front),
  quoted: quotedIn(message, (text) => withoutSigns(text, names, self)),
  attachments: attachmentsOf(message),
});

/** A message that was passed on. */
const sharedIn = ({ attachments }: SlackMessage) =>
  attachments?.find(({ is_share, is_msg_unfurl, text }) => (is_share || is_msg_unfurl) && text);

/** People whom a message names, or the one that it passes on. */
export const namedIn = (message: SlackMessage, self: Self): readonly string[] =>
  mentionedIn(`${message.text ?? ""} ${sharedIn(message)?.text ?? ""}`, self);

function quotedIn(message: SlackMessage, read: (text: string) => string): MessageAsk["quoted"] {
  const shared = sharedIn(message);
  return shared?.text ? { author: shared.author_name ?? "", text: read(shared.text) } : null;
}

function attachmentsOf({ files, attachments }: SlackMessage): readonly Attachment[] {
  const theirs =
    attachments?.flatMap((one) => (one.files ?? []).map((it) => toAttachment(it, one.author_name ?? ""))) ?? [];
  return [...(files ?? []).map((one) => toAttachment(one, null)), ...theirs];
}

const toAttachment = (one: z.output<typeof file>, quotedFrom: string | null): Attachment => ({
  name: one.name ?? "file",
  size: one.size ?? 0,
  source: one.url_private_download ?? one.url_private ?? "",
  quotedFrom,
});

/** A deletion, whatever the message was: only what was heard is known. */
export function toDeleted(message: SlackMessage, self: Self): MessageDeleted {
  const place = placeOf(message, kindOf(message.channel, message.channel_type), self);
  return { type: "deleted", key: messageKey(self.team, message.channel, message.ts), place };
}
