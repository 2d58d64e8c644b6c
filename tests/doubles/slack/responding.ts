import { argumentsOf } from "./arguments.ts";
import { contentOf } from "./content.ts";
import type { Duty } from "./desk.ts";
import { isRefusal, type Refusal, refusal } from "./errors.ts";
import type { Interaction } from "./interactions.ts";
import type { Message } from "./messages.ts";
import type { Parts } from "./parts.ts";
import { change, newMessage, post, remove } from "./posting.ts";
import type { Reply } from "./verdict.ts";

const textMost = 40_000;

/** Where an interaction is answered without a token: five times, half an hour long. */
export const responseUrl: (parts: Parts) => Duty = (parts) => ({
  method: "response_url",
  authorise: () => null,
  counts: () => [],
  headers: () => ({}),
  work: ({ bot, call }) => {
    const found = parts.interactions.bySecret(call.params["secret"] ?? "");
    const { uses, ms } = parts.settings.responseUrl;
    if (!found) return refusedBy(404, refusal("invalid_url"));
    if (parts.now() > found.at + ms) return refusedBy(404, refusal("expired_url"));
    if (found.uses >= uses) return refusedBy(404, refusal("used_url"));
    const message = respond(parts, found, call.body, { bot, method: "response_url" });
    if (isRefusal(message)) return refusedBy(500, message);
    found.uses += 1;
    const about = message ? { channel: message.channel, ts: message.ts } : {};
    return {
      outcome: "done",
      body: { ok: true },
      ...about,
      answer: { status: 200, body: "ok", headers: { "content-type": "text/html" } },
    };
  },
});

const refusedBy = (status: number, { error }: Refusal): Reply => ({
  outcome: "refused",
  body: { ok: false, error },
  answer: { status, body: { ok: false, error } },
});

interface Answering {
  readonly bot: string;
  readonly method: string;
}

/** What an app says to an interaction, by its response_url or with its acknowledgement. Null: nothing is left of it. */
export function respond(parts: Parts, asked: Interaction, body: unknown, by: Answering): Message | null | Refusal {
  const args = argumentsOf({ body, query: new URLSearchParams() });
  const original = originalOf(parts, asked);
  if (args.flag("delete_original")) {
    if (original) remove(parts, original, null);
    return original ? null : refusal("message_not_found");
  }
  const content = contentOf(parts, args, textMost);
  if (isRefusal(content)) return content;
  if (args.flag("replace_original") && original) {
    change(parts, original, content, null);
    return original;
  }
  return say(
    parts,
    asked,
    { content, open: args.text("response_type") === "in_channel", thread: args.text("thread_ts") },
    by,
  );
}

/** The message that was pressed, or else what was first answered. */
function originalOf({ messages }: Parts, { source, original, user }: Interaction): Message | null {
  const name = source ?? original;
  return name && messages.shown(name.channel, name.ts, user);
}

interface Saying {
  readonly content: Exclude<ReturnType<typeof contentOf>, Refusal>;
  readonly open: boolean;
  readonly thread: string | null;
}

/** Also in a channel that the bot is not in. */
function say(parts: Parts, asked: Interaction, { content, open, thread }: Saying, by: Answering): Message | Refusal {
  const channel = parts.world.channel(asked.channel);
  if (!channel) return refusal("channel_not_found");
  if (channel.archived) return refusal("is_archived");
  const author = parts.world.team(asked.team).bot.user;
  const visibleTo = open ? null : asked.user;
  const message = newMessage(parts, channel, content, { ...by, author, thread, visibleTo, answers: asked.trigger });
  post(parts, message, null);
  asked.original ??= { channel: channel.id, ts: message.ts };
  return message;
}
