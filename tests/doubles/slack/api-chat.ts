import { contentOf } from "./content.ts";
import { type Duty, done, refused } from "./desk.ts";
import { isRefusal, type Refusal, refusal } from "./errors.ts";
import { isStamp } from "./ids.ts";
import { isStreaming, type Message, stateOf } from "./messages.ts";
import { metadataOf } from "./metadata.ts";
import { type BotAsked, botMethod, channelOf, orRefused, writable } from "./methods.ts";
import type { Parts } from "./parts.ts";
import { messagePayload } from "./payloads.ts";
import { type change, newMessage, post, remove, stateFrom } from "./posting.ts";
import { tellEdited } from "./telling.ts";
import type { Reply } from "./verdict.ts";
import type { Channel } from "./world.ts";

const postMost = 40_000;
/** An edit may say less than a post. */
const updateMost = 4_000;
const scopes = ["chat:write"];

/** Messages that an app posts, changes and deletes. */
export const chatMethods = (parts: Parts): readonly Duty[] => [
  botMethod(parts, "chat.postMessage", {
    tier: "post",
    scopes,
    counts: (args, { id }) => [
      { key: `chat.postMessage ${id} ${args.text("channel")}`, limit: parts.settings.limits.post },
      { key: `chat.postMessage ${id}`, limit: parts.settings.limits.workspace },
    ],
    work: (asked) => postMessage(parts, asked),
  }),
  botMethod(parts, "chat.postEphemeral", { tier: "tier4", scopes, work: (asked) => postEphemeral(parts, asked) }),
  botMethod(parts, "chat.update", { tier: "tier3", scopes, work: (asked) => update(parts, asked) }),
  botMethod(parts, "chat.delete", { tier: "tier3", scopes, work: (asked) => destroy(parts, asked) }),
];

/** A user's id stands for the direct messages with them. */
function placeOf(parts: Parts, asked: BotAsked): Channel | Refusal {
  const id = asked.args.text("channel");
  const user = parts.world.users.get(id ?? "");
  if (user && id !== asked.team.bot.user)
    return writable(parts, asked, parts.world.direct(asked.team.id, [user.id]).id);
  return writable(parts, asked, id);
}

function postMessage(parts: Parts, asked: BotAsked): Reply {
  const { args, team, bot } = asked;
  return orRefused(placeOf(parts, asked), (channel) =>
    orRefused(contentOf(parts, args, postMost), (content) => {
      const metadata = metadataOf(args);
      if (isRefusal(metadata)) return refused(metadata);
      const thread = threadOf(parts, channel, args.text("thread_ts"));
      if (isRefusal(thread)) return refused(thread);
      const broadcast = thread !== null && args.flag("reply_broadcast");
      const subtype = broadcast ? "thread_broadcast" : null;
      const origin = { author: team.bot.user, thread, broadcast, subtype, bot, method: "chat.postMessage" };
      const message = newMessage(parts, channel, { ...content, metadata: metadata ?? null }, origin);
      post(parts, message, null);
      return posted(parts, message);
    }),
  );
}

const posted = (parts: Parts, message: Message): Reply =>
  done(
    { channel: message.channel, ts: message.ts, message: messagePayload(message, parts, { metadata: true }) },
    message,
  );

/** The head of a thread must be there, and be no reply itself. */
export function threadOf({ messages }: Parts, { id }: Channel, ts: string | null): string | null | Refusal {
  if (ts === null || ts === "") return null;
  if (!isStamp(ts)) return refusal("invalid_thread_ts");
  const head = messages.alive(id, ts) ?? messages.tombstone(id, ts);
  if (!head) return refusal("thread_not_found");
  return head.thread !== null && head.thread !== ts ? refusal("cannot_reply_to_message") : ts;
}

function postEphemeral(parts: Parts, asked: BotAsked): Reply {
  const { args, team, bot } = asked;
  const user = args.text("user") ?? "";
  return orRefused(writable(parts, asked, args.text("channel")), (channel) => {
    if (!channel.members.has(user)) return refused(refusal("user_not_in_channel"));
    return orRefused(contentOf(parts, args, postMost), (content) => {
      const thread = args.text("thread_ts");
      const origin = { author: team.bot.user, thread, bot, method: "chat.postEphemeral", visibleTo: user };
      const message = newMessage(parts, channel, content, origin);
      post(parts, message, null);
      return done({ message_ts: message.ts }, message);
    });
  });
}

/** The message that is meant, where it is the bot's own. */
function ownMessage(parts: Parts, asked: BotAsked, foreign: string): Message | Refusal {
  const { args, team } = asked;
  const channel = channelOf(parts, asked, args.text("channel"));
  if (isRefusal(channel)) return channel;
  const message = parts.messages.alive(channel.id, args.text("ts"));
  if (!message) return refusal("message_not_found");
  return message.author === team.bot.user ? message : refusal(foreign);
}

function update(parts: Parts, asked: BotAsked): Reply {
  const { args } = asked;
  return orRefused(ownMessage(parts, asked, "cant_update_message"), (message) => {
    if (isStreaming(message)) return refused(refusal("streaming_state_conflict"));
    if (parts.world.channel(message.channel)?.archived) return refused(refusal("is_inactive"));
    const metadata = metadataOf(args);
    if (isRefusal(metadata)) return refused(metadata);
    const kept = stateOf(message);
    return orRefused(contentOf(parts, args, updateMost), (content) => {
      const whole = {
        ...content,
        metadata: metadata === undefined ? kept.metadata : metadata,
        streaming: kept.streaming,
      };
      return rewrite(parts, asked, message, whole);
    });
  });
}

/** With blocks it is not marked as edited. */
function rewrite(parts: Parts, { team }: BotAsked, message: Message, content: Parameters<typeof change>[2]): Reply {
  if (content.blocks.length === 0) message.edited = { user: team.bot.user, ts: parts.stamps.now() };
  const before = messagePayload(message, parts);
  parts.messages.change(message, stateFrom(parts, content));
  tellEdited(parts, message, before, null);
  const { channel, ts } = message;
  return done(
    { channel, ts, text: content.text, message: messagePayload(message, parts, { metadata: true }) },
    message,
  );
}

function destroy(parts: Parts, asked: BotAsked): Reply {
  return orRefused(ownMessage(parts, asked, "cant_delete_message"), (message) => {
    if (isStreaming(message)) return refused(refusal("cant_delete_message"));
    remove(parts, message, null);
    return done({ channel: message.channel, ts: message.ts }, message);
  });
}
