import { channelTypeOf } from "./channel-payloads.ts";
import { filePayload, filePromise } from "./file-payloads.ts";
import { type Message, stateOf } from "./messages.ts";
import type { Person } from "./options.ts";
import type { Parts } from "./parts.ts";
import type { Payload } from "./payload.ts";
import { markupOf } from "./text.ts";

interface Shown {
  /** Whether metadata were asked for. */
  readonly metadata?: boolean;
}

/** A message as history shows it. */
export function messagePayload(message: Message, parts: Parts, { metadata = false }: Shown = {}): Payload {
  const state = stateOf(message);
  if (state.text === null) return tombstonePayload(message, parts);
  const { ts, thread, edited } = message;
  const team = parts.world.teamOf(message.author, message.team);
  return {
    ...(message.subtype !== null && { subtype: message.subtype }),
    user: message.author,
    type: "message",
    ts,
    ...(message.clientId !== null && { client_msg_id: message.clientId }),
    ...(message.bot !== null ? botPart(message, parts) : otherBotPart(message, parts)),
    text: state.markdown ? markupOf(state.text) : state.text,
    team,
    ...(state.blocks.length > 0 && { blocks: state.blocks }),
    ...(state.attachments.length > 0 && { attachments: state.attachments }),
    ...(message.files.length > 0 && filesPart(message, parts)),
    ...(state.streaming !== null && { streaming_state: state.streaming }),
    ...(thread !== null && { thread_ts: thread, ...parentPart(message, parts) }),
    ...headPart(message, parts),
    ...(edited && { edited }),
    ...(message.reactions.size > 0 && { reactions: reactionsOf(message) }),
    ...(metadata && state.metadata && { metadata: state.metadata }),
  };
}

/** A message as it is told when it is new; `app_mention` tells no type of channel. */
export function messageEvent(message: Message, parts: Parts): Payload {
  const channel = parts.world.channels.get(message.channel);
  return {
    ...messagePayload(message, parts),
    channel: message.channel,
    event_ts: message.ts,
    ...(channel && { channel_type: channelTypeOf(channel) }),
    ...(channel && channel.connected.size > 0 && strangerPart(message, parts)),
  };
}

/** What a message with mentions is told as beside `message`. */
export function mentionEvent(message: Message, parts: Parts): Payload {
  const { channel_type, subtype, ...event } = messageEvent(message, parts);
  return { ...event, type: "app_mention" };
}

const tombstonePayload = (message: Message, parts: Parts): Payload => ({
  subtype: "tombstone",
  user: "USLACKBOT",
  type: "message",
  ts: message.ts,
  text: "This message was deleted.",
  hidden: true,
  thread_ts: message.ts,
  ...headPart(message, parts),
});

function botPart({ team: id, stream, ...message }: Message, { settings, world }: Parts): Payload {
  const team = world.team(id);
  const { app } = settings;
  const icons = { image_36: "", image_48: "", image_72: "" };
  return {
    bot_id: team.bot.id,
    app_id: app.id,
    ...(stream === null &&
      message.subtype === null && {
        bot_profile: {
          id: team.bot.id,
          deleted: false,
          name: app.name,
          updated: 0,
          app_id: app.id,
          user_id: team.bot.user,
          icons,
          team_id: id,
        },
      }),
  };
}

/** Another app's message names its bot. */
const otherBotPart = ({ author }: Message, { world }: Parts): Payload =>
  world.users.get(author)?.bot ? { bot_id: `B${author.slice(1)}` } : {};

function filesPart({ files, channel }: Message, parts: Parts): Payload {
  const shared = (parts.world.channel(channel)?.connected.size ?? 0) > 0;
  return {
    // In a shared channel a file is only promised: files.info tells of it.
    files: files.map((file) => (shared ? filePromise(file) : filePayload(file, parts))),
    upload: false,
    display_as_bot: false,
  };
}

function parentPart({ channel, thread }: Message, { messages }: Parts): Payload {
  const parent = messages.alive(channel, thread);
  return parent ? { parent_user_id: parent.author } : {};
}

/** What the head of a thread tells of it. */
function headPart({ channel, ts }: Message, { messages }: Parts): Payload {
  const replies = messages.replies(channel, ts);
  if (replies.length === 0) return {};
  const users = [...new Set(replies.map(({ author }) => author))];
  return {
    thread_ts: ts,
    reply_count: replies.length,
    reply_users_count: users.length,
    latest_reply: replies.at(-1)?.ts,
    reply_users: users.slice(0, 5),
    is_locked: false,
    subscribed: false,
  };
}

function strangerPart({ author, team }: Message, { world }: Parts): Payload {
  const own = world.teamOf(author, team);
  return { user_team: own, source_team: own, user_profile: profileStub(world.users.get(author), own) };
}

const profileStub = (person: Person | undefined, team: string): Payload => ({
  avatar_hash: "",
  image_72: "",
  first_name: (person?.realName ?? person?.name ?? "").split(" ")[0],
  real_name: person?.realName ?? person?.name,
  display_name: person?.name,
  team,
  name: person?.name,
  is_restricted: person?.guest !== undefined,
  is_ultra_restricted: person?.guest === "one",
});

const reactionsOf = ({ reactions }: Message): readonly Payload[] =>
  [...reactions].map(([name, users]) => ({ name, users: [...users], count: users.size }));
