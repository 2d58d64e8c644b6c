import type { Files } from "./files.ts";
import { type Message, type Messages, messageTypes, stateOf } from "./messages.ts";
import type { Person, Settings } from "./options.ts";
import type { MessageState } from "./records.ts";
import { timeOf } from "./snowflakes.ts";
import { type Channel, channelTypes, isThread, kindOf, type World } from "./world.ts";

/** JSON as Discord sends it. */
export type Payload = Readonly<Record<string, unknown>>;

/** With microseconds and an offset, as Discord writes times. */
export const isoTime = (ms: number): string => new Date(ms).toISOString().replace("Z", "000+00:00");

export const userPayload = ({ id, name, bot = false }: Person): Payload => ({
  id,
  username: name.toLowerCase().replaceAll(/[^a-z0-9_.]/g, "_"),
  global_name: bot ? null : name,
  discriminator: "0",
  avatar: null,
  // Of people it is not said that they are no bots.
  ...(bot && { bot }),
});

/** Everything but administrating. */
export const usualPermissions = "2248473465835073";

/** What everyone may: read, write, react, attach, use commands. */
export const everydayPermissions = "466004331584";

export const memberPayload = (guild: string, { nick }: Pick<Person, "nick">): Payload => ({
  roles: [],
  nick: nick ?? null,
  avatar: null,
  joined_at: isoTime(timeOf(guild)),
  premium_since: null,
  deaf: false,
  mute: false,
  pending: false,
  flags: 0,
});

export function channelPayload(channel: Channel, world: World): Payload {
  const { id, type, guild, parent, name, topic, nsfw, members, owner, lastMessage } = channel;
  const common = { id, type, last_message_id: lastMessage, flags: 0 };
  if (type === channelTypes.dm) {
    const others = [...members].flatMap((member) => (member === world.bot.id ? [] : [world.users.get(member)]));
    return { ...common, recipients: others.flatMap((user) => (user ? [userPayload(user)] : [])) };
  }
  const inGuild = { ...common, guild_id: guild, parent_id: parent, name };
  if (!isThread(channel))
    return { ...inGuild, topic, nsfw, position: 0, rate_limit_per_user: 0, permission_overwrites: [] };
  return { ...inGuild, owner_id: owner, ...threadPart(channel) };
}

const threadPart = ({ id, members }: Channel): Payload => ({
  message_count: 0,
  member_count: members.size,
  total_message_sent: 0,
  rate_limit_per_user: 0,
  thread_metadata: {
    archived: false,
    auto_archive_duration: 1_440,
    archive_timestamp: isoTime(timeOf(id)),
    create_timestamp: isoTime(timeOf(id)),
    locked: false,
  },
});

/** What a message looks like to a bot; `open`: to one that may read all content. */
export interface MessageView {
  readonly world: World;
  readonly messages: Messages;
  readonly files: Files;
  readonly settings: Pick<Settings, "application">;
  readonly open: boolean;
}

export function messagePayload(message: Message, view: MessageView): Payload {
  const { world, messages } = view;
  const { id, channel, author, type, reference } = message;
  const referenced = reference === null ? null : messages.alive(reference);
  return {
    id,
    channel_id: channel,
    author: userPayload(author),
    type,
    timestamp: isoTime(message.states[0]?.at ?? 0),
    tts: false,
    pinned: false,
    ...contentPart(message, view),
    ...mentionPart(stateOf(message), world),
    ...(message.interaction !== null && { webhook_id: view.settings.application.id }),
    ...(message.bot !== null && { application_id: view.settings.application.id }),
    ...(message.reactions.size > 0 && { reactions: reactionsOf(message, world) }),
    ...referencePart(message, view),
    ...(type === messageTypes.reply && {
      referenced_message: referenced && messagePayload({ ...referenced, type: messageTypes.usual }, view),
    }),
  };
}

/** Without the privileged intent a bot reads direct messages, its own, and those that mention it. */
function isShown(message: Message, { world, open }: MessageView): boolean {
  const channel = world.channel(message.channel);
  const isDm = channel !== null && kindOf(channel) === "dm";
  return open || isDm || message.author.id === world.bot.id || stateOf(message).pings.users.includes(world.bot.id);
}

const contentPart = (message: Message, view: MessageView): Payload => ({
  ...statePart(stateOf(message), message, view),
  edited_timestamp: message.states.length > 1 ? isoTime(stateOf(message).at) : null,
});

function statePart(state: MessageState, message: Message, view: MessageView): Payload {
  const { content, embeds, attachments, components, flags } = state;
  const files = attachments.map((file) => {
    const { address: _, ...shown } = file;
    const url = view.files.addressOf(message.channel, file);
    return { ...shown, url, proxy_url: url };
  });
  return isShown(message, view)
    ? { content, embeds, attachments: files, components, flags }
    : { content: "", embeds: [], attachments: [], components: [], flags };
}

const mentionPart = ({ pings }: MessageState, world: World): Payload => ({
  mention_everyone: pings.everyone,
  mention_roles: pings.roles,
  mentions: pings.users.flatMap((id) => {
    const user = world.users.get(id);
    return user ? [userPayload(user)] : [];
  }),
});

function referencePart(message: Message, view: MessageView): Payload {
  const { channel, reference, forwarded } = message;
  const to = (id: string, type: number, where: string): Payload => {
    const guild = view.world.channel(where)?.guild;
    return { message_reference: { type, message_id: id, channel_id: where, ...(guild && { guild_id: guild }) } };
  };
  if (forwarded === null) return reference === null ? {} : to(reference, 0, channel);
  const { state, type, postedAt } = forwarded;
  const shown = statePart(state, message, view);
  const { mentions, mention_roles } = mentionPart(state, view.world);
  const snapshot = { ...shown, type, timestamp: isoTime(postedAt), edited_timestamp: null, mentions, mention_roles };
  return { ...to(forwarded.message, 1, forwarded.channel), message_snapshots: [{ message: snapshot }] };
}

const reactionsOf = ({ reactions }: Message, { bot }: World): readonly Payload[] =>
  [...reactions].map(([name, users]) => ({
    emoji: { id: null, name },
    count: users.size,
    count_details: { burst: 0, normal: users.size },
    burst_colors: [],
    me: users.has(bot.id),
    me_burst: false,
  }));
