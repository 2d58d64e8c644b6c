import { needsNothing } from "../commands/form.ts";
import { isCommandLine } from "../commands/line.ts";
import type { CommandRegistry } from "../commands/registry.ts";
import { concernIn } from "../safety/concern.ts";
import type { Ask, CommandAsk, ConcernAsk, Locale, MessageAsk } from "../session.ts";
import { localeOf } from "./locale.ts";

export interface GateDeps {
  readonly registry: CommandRegistry;
  /** For whom nothing shows another language. */
  readonly locale: Locale;
}

/**
 * What may enter. Danger goes before everything: what showed it is not kept, only that it is to be answered. What is not
 * addressed to the companion is not stored and not answered; a message that begins with a slash is a command, on every
 * platform.
 */
export function gate(ask: Ask, { registry, locale }: GateDeps): Ask | null {
  if (ask.type !== "message") return ask;
  if (ask.addressing === "ambient") return null;
  const left = isCommandLine(ask.text) ? leftOf(ask, registry) : null;
  if (left?.whole) return toCommand(ask, left, ask.locale);
  const concern = concernIn(ask.text);
  if (concern !== null) return toConcern(ask, concern, localeOf(ask, locale));
  return left ? toCommand(ask, left, localeOf(ask, locale)) : ask;
}

/** What is kept of a command's line, and whether that is all of it. */
interface Left extends Pick<CommandAsk, "command" | "input"> {
  readonly whole: boolean;
}

/**
 * Where others read along, what is meant for a private command is not ours to keep; and a name that is a group's or no
 * command's may have been meant for one.
 */
function leftOf({ room, text }: MessageAsk, registry: CommandRegistry): Left {
  const all: Left = { command: null, input: { type: "line", text }, whole: true };
  if (room.kind === "direct") return all;
  const found = registry.match(text.trim().slice(1));
  if (found.type !== "command") return { command: null, input: { type: "line", text: `/${found.name}` }, whole: false };
  const { name, visibility } = found.command;
  // Nothing was said with it: it is answered as it is anywhere, to them alone.
  if (found.rest === "" && needsNothing(found.command)) return all;
  return visibility === "person" ? { command: name, input: { type: "withheld" }, whole: false } : all;
}

type Frame = Pick<MessageAsk, "key" | "place" | "room" | "author" | "locale" | "sentAt">;

const frameOf = ({ key, place, room, author, sentAt }: MessageAsk, locale: Locale | null): Frame => ({
  key,
  place,
  room,
  author,
  locale,
  sentAt,
});

const toCommand = (ask: MessageAsk, { command, input }: Left, locale: Locale | null): CommandAsk => ({
  ...frameOf(ask, locale),
  type: "command",
  command,
  input,
  handle: null,
});

const toConcern = (ask: MessageAsk, concern: ConcernAsk["concern"], locale: Locale): ConcernAsk => ({
  ...frameOf(ask, locale),
  type: "concern",
  concern,
});
