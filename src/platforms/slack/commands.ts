import { z } from "zod";
import {
  type AskKey,
  type Author,
  type CommandAsk,
  type Locale,
  type Place,
  type RoomKind,
  roomOf,
} from "../../core/session.ts";
import type { Typed } from "../shared/markdown/calling.ts";
import { channelId, slack, userId } from "./inbound.ts";

/** A slash command, as it arrives. */
export const commandSchema = z.object({
  command: z.string().min(1),
  text: z.string().default(""),
  trigger_id: z.string().min(1),
  response_url: z.string().min(1),
  user_id: userId,
  user_name: z.string().default(""),
  channel_id: channelId,
  team_id: z.string().min(1),
});
export type SlackCommand = z.output<typeof commandSchema>;

/** An alias is the command itself; behind the one slash command the line names it. */
export function lineOf({ command, text }: Pick<SlackCommand, "command" | "text">, aliases: readonly string[]): string {
  const name = command.replace(/^\//, "");
  return aliases.includes(name) ? `/${name} ${text}`.trimEnd() : `/${text.trim() || "help"}`;
}

/** As people type it: all commands stand behind one, but for those that have a slash command of their own. */
export const typedBy =
  ({ commandName, aliases }: { readonly commandName: string; readonly aliases: readonly string[] }): Typed =>
  (command) =>
    aliases.includes(command.split(" ")[0] ?? "") ? `/${command}` : `/${commandName} ${command}`;

/** Who calls a command, from where, and by what that is answered. */
export interface Call {
  /** Slack's own name of it: the same, however often it is heard. */
  readonly id: string;
  readonly place: Place;
  readonly kind: RoomKind;
  readonly author: Author;
  /** Null where nobody has said. */
  readonly locale: Locale | null;
  readonly now: Date;
  /** Of its answers. */
  readonly url: string;
}

/** A slash command, a form that was sent, or a press that calls a command. Nobody else sees it; its answer they may. */
export const toCommandAsk = (
  { id, place, kind, author, locale, now, url }: Call,
  called: Pick<CommandAsk, "command" | "input">,
): CommandAsk => ({
  type: "command",
  key: [slack, id].join(":") as AskKey,
  place,
  room: roomOf(place, kind),
  author,
  locale,
  sentAt: now,
  ...called,
  handle: url,
});
