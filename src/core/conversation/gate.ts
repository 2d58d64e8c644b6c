import { isCommandLine } from "../commands/line.ts";
import { concernIn } from "../safety/concern.ts";
import type { Ask, CommandAsk, ConcernAsk, Locale, MessageAsk } from "../session.ts";
import { localeOf } from "./locale.ts";

/**
 * What may enter. Danger goes before everything: what showed it is not kept, only that it is to be answered. What is not
 * addressed to the companion is not stored and not answered; a message that begins with a slash is a command, on every
 * platform.
 */
export function gate(ask: Ask, fallback: Locale): Ask | null {
  if (ask.type !== "message") return ask;
  if (ask.addressing === "ambient") return null;
  if (isCommandLine(ask.text)) return toCommand(ask);
  const concern = concernIn(ask.text);
  return concern === null ? ask : toConcern(ask, concern, localeOf(ask, fallback));
}

type Frame = Pick<MessageAsk, "key" | "place" | "room" | "author" | "locale" | "sentAt">;

const frameOf = ({ key, place, room, author, locale, sentAt }: MessageAsk): Frame => ({
  key,
  place,
  room,
  author,
  locale,
  sentAt,
});

const toCommand = (ask: MessageAsk): CommandAsk => ({
  ...frameOf(ask),
  type: "command",
  command: null,
  input: { type: "line", text: ask.text },
  handle: null,
});

const toConcern = (ask: MessageAsk, concern: ConcernAsk["concern"], locale: Locale): ConcernAsk => ({
  ...frameOf(ask),
  type: "concern",
  concern,
  locale,
});
