import { randomUUID } from "node:crypto";
import { type Message, type Stream, stateOf } from "./messages.ts";
import type { Parts } from "./parts.ts";
import { messagePayload } from "./payloads.ts";
import type { Block, MessageState, Metadata } from "./records.ts";
import { tellDeleted, tellEdited, tellMessage } from "./telling.ts";
import { pingsIn, richText, textsIn } from "./text.ts";
import type { Channel } from "./world.ts";

/** What a message says, as an app or a person has put it. */
export interface Content {
  readonly text: string;
  readonly markdown?: boolean;
  readonly blocks: readonly Block[];
  readonly attachments?: readonly unknown[];
  readonly metadata?: Metadata | null;
  readonly streaming?: MessageState["streaming"];
  /** Names without brackets count as mentions. */
  readonly parsed?: boolean;
}

export interface Origin {
  readonly author: string;
  readonly thread?: string | null;
  readonly broadcast?: boolean;
  readonly bot?: string | null;
  readonly method?: string | null;
  readonly subtype?: string | null;
  readonly answers?: string | null;
  readonly visibleTo?: string | null;
  readonly files?: Message["files"];
  readonly stream?: Stream | null;
}

export function newMessage(parts: Parts, channel: Channel, content: Content, origin: Origin): Message {
  const { visibleTo = null, bot = null } = origin;
  return {
    ...{ team: channel.team, channel: channel.id, ts: parts.stamps.next(channel.id) },
    ...{ thread: null, broadcast: false, method: null, subtype: null, answers: null, files: [], stream: null },
    ...{ bot, visibleTo },
    ...origin,
    audience: visibleTo === null ? [...channel.members] : [visibleTo],
    clientId: bot === null ? randomUUID() : null,
    states: [{ ...stateFrom(parts, content), at: parts.now() }],
    edited: null,
    reactions: new Map(),
  };
}

export function stateFrom({ makeId }: Parts, content: Content): Omit<MessageState, "at"> {
  const { text, blocks, attachments = [], metadata = null, streaming = null, parsed = false } = content;
  const { markdown = false } = content;
  const shown = blocks.length === 0 && text !== "" ? [richText(text, makeId("").slice(0, 5))] : blocks;
  const pings = pingsIn([text, ...textsIn(blocks), ...textsIn(attachments)], parsed);
  return { text, markdown, blocks: shown, attachments, metadata, streaming, pings };
}

/** A new message stands in its channel, and the app is told. */
export function post(parts: Parts, message: Message, cause: string | null, mention = false): void {
  parts.messages.add(message);
  if (message.bot !== null) parts.statuses.end(message.channel, message.thread);
  tellMessage(parts, message, cause, mention);
}

export function change(parts: Parts, message: Message, content: Content, cause: string | null): void {
  const before = messagePayload(message, parts);
  parts.messages.change(message, stateFrom(parts, content));
  tellEdited(parts, message, before, cause);
}

/** The head of a thread leaves a tombstone behind. */
export function remove(parts: Parts, message: Message, cause: string | null): void {
  const before = messagePayload(message, parts);
  parts.files.remove(message.files);
  parts.messages.remove(message);
  if (parts.messages.tombstone(message.channel, message.ts)) tellEdited(parts, message, before, cause);
  else tellDeleted(parts, message, before, cause);
}

/** A stream ends by itself after its time, or when nothing was appended for a while. */
export function watchStream(parts: Parts, message: Message): void {
  const { stream } = message;
  if (!stream || stream.stopped !== null) return;
  const { streamMs, streamIdleMs } = parts.settings;
  const until = Math.min(stream.startedAt + streamMs, stream.appendedAt + streamIdleMs);
  if (parts.now() < until) parts.timers.at(until, () => watchStream(parts, message));
  else endStream(parts, message, "time");
}

export function endStream(
  parts: Parts,
  message: Message,
  by: NonNullable<Stream["stopped"]>,
  content?: Partial<Content>,
): void {
  const { stream } = message;
  if (!stream) return;
  stream.stopped = by;
  if (stateOf(message).text === null) return;
  const { text, markdown, blocks, metadata } = stateOf(message);
  const before = messagePayload(message, parts);
  const streaming = by === "time" ? "errored" : "completed";
  const state = stateFrom(parts, { text: text ?? "", markdown, blocks, metadata, ...content, streaming });
  parts.messages.change(message, state);
  tellEdited(parts, message, before, null);
}
