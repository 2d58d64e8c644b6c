import { isCommandLine } from "../commands/line.ts";
import type { Ask, CommandAsk, MessageAsk } from "../session.ts";

/**
 * What may enter. What is not addressed to the companion is not stored and not answered; a message that begins with a
 * slash is a command, on every platform.
 */
export function gate(ask: Ask): Ask | null {
  if (ask.type === "command") return ask;
  if (ask.addressing === "ambient") return null;
  return isCommandLine(ask.text) ? toCommand(ask) : ask;
}

const toCommand = ({ key, place, room, author, locale, sentAt, text }: MessageAsk): CommandAsk => ({
  type: "command",
  key,
  place,
  room,
  author,
  locale,
  sentAt,
  command: null,
  input: { type: "line", text },
});
