import type { Message } from "./messages.ts";
import type { Parts } from "./parts.ts";
import { heardBy, tell } from "./telling.ts";

export interface Reacting {
  readonly type: "react" | "unreact";
  readonly by: string;
  readonly emoji: string;
  readonly cause: string | null;
}

/** A reaction of anybody, the bot too, is set or taken away, and told. False where it is so already. */
export function react(parts: Parts, message: Message, { type, by, emoji, cause }: Reacting): boolean {
  const users = message.reactions.get(emoji) ?? new Set();
  if (users.has(by) === (type === "react")) return false;
  if (type === "react") message.reactions.set(emoji, users.add(by));
  else if (users.delete(by) && users.size === 0) message.reactions.delete(emoji);
  const heard = heardBy(parts, message.channel);
  const name = type === "react" ? "reaction_added" : "reaction_removed";
  const { channel, ts, author } = message;
  const event = {
    ...{ type: name, user: by, reaction: emoji, item: { type: "message", channel, ts } },
    ...{ item_user: author, event_ts: parts.stamps.now() },
  };
  if (heard) tell(parts, { ...heard, name, event, cause });
  return true;
}
