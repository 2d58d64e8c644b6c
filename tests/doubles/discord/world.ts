import type { GuildOptions, Person, Settings } from "./options.ts";
import type { ChannelKind } from "./records.ts";

export const channelTypes = { text: 0, dm: 1, publicThread: 11, privateThread: 12 } as const;

/** A channel, a thread, or the direct messages of one user. */
export interface Channel {
  readonly id: string;
  readonly type: number;
  readonly guild: string | null;
  readonly parent: string | null;
  name: string;
  readonly topic: string | null;
  readonly nsfw: boolean;
  readonly owner: string | null;
  /** Of a thread or a DM. */
  readonly members: Set<string>;
  lastMessage: string | null;
}

export interface Guild {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly { readonly id: string; readonly name: string }[];
  readonly members: Set<string>;
  readonly permissions: string | null;
  present: boolean;
}

/** Who and what is there. */
export interface World {
  readonly bot: Person;
  readonly users: Map<string, Person>;
  readonly guilds: Map<string, Guild>;
  readonly channels: Map<string, Channel>;
  /** Makes somebody known, and a member of the guild if there is one. */
  meet(person: Person, guild: string | null): void;
  /** The direct messages of this user, opened where they are not yet. */
  dmOf(user: string): Channel;
  channel(id: string | null | undefined): Channel | null;
  /** Whether this user reads this channel. */
  sees(user: string, channel: Channel): boolean;
}

export function worldOf({ bot, guilds }: Settings, makeId: () => string): World {
  const users = new Map([[bot.id, bot]]);
  const channels = new Map(guilds.flatMap(channelsOf).map((channel) => [channel.id, channel]));
  const places = new Map(guilds.map((guild) => [guild.id, guildOf(guild, bot)]));
  for (const person of guilds.flatMap(({ members = [] }) => members)) users.set(person.id, person);
  return {
    bot,
    users,
    guilds: places,
    channels,
    meet: (person, guild) => {
      if (!users.has(person.id)) users.set(person.id, person);
      places.get(guild ?? "")?.members.add(person.id);
    },
    dmOf: (user) => {
      const known = [...channels.values()].find((one) => one.type === channelTypes.dm && one.members.has(user));
      const channel = known ?? newChannel({ id: makeId(), type: channelTypes.dm, members: new Set([user, bot.id]) });
      channels.set(channel.id, channel);
      return channel;
    },
    channel: (id) => channels.get(id ?? "") ?? null,
    sees: (user, channel) => seesIt(user, channel, places),
  };
}

function seesIt(user: string, channel: Channel, guilds: ReadonlyMap<string, Guild>): boolean {
  const guild = channel.guild === null ? null : guilds.get(channel.guild);
  if (guild && !(guild.present && guild.members.has(user))) return false;
  const open = channel.type === channelTypes.text || channel.type === channelTypes.publicThread;
  return open || channel.members.has(user);
}

/** A channel with whatever is not said left empty. */
export const newChannel = (given: Partial<Channel> & Pick<Channel, "id" | "type">): Channel => ({
  guild: null,
  parent: null,
  name: "",
  topic: null,
  nsfw: false,
  owner: null,
  members: new Set(),
  lastMessage: null,
  ...given,
});

const channelsOf = ({ id: guild, channels }: GuildOptions): readonly Channel[] =>
  channels.map(({ id, name, topic = null, nsfw = false }) =>
    newChannel({ id, type: channelTypes.text, guild, name, topic, nsfw }),
  );

const guildOf = ({ id, name, members = [], roles = [], permissions }: GuildOptions, bot: Person): Guild => ({
  id,
  name,
  roles,
  permissions: permissions ?? null,
  members: new Set([bot.id, ...members.map((member) => member.id)]),
  present: true,
});

export const isThread = ({ type }: Channel): boolean =>
  type === channelTypes.publicThread || type === channelTypes.privateThread;

export function kindOf({ type }: Channel): ChannelKind {
  if (type === channelTypes.dm) return "dm";
  if (type === channelTypes.privateThread) return "private-thread";
  return type === channelTypes.publicThread ? "thread" : "guild";
}
