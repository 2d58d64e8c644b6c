import type { MakeId } from "./ids.ts";
import { type ChannelOptions, type Person, type Settings, type TeamOptions, usualScopes } from "./options.ts";
import type { ChannelKind } from "./records.ts";

/** A workspace in which the app is, or was, installed. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  readonly token: string;
  readonly bot: { readonly user: string; readonly id: string };
  readonly scopes: ReadonlySet<string>;
  readonly members: Set<string>;
  installed: boolean;
  revoked: boolean;
}

/** A conversation of any kind. */
export interface Channel {
  readonly id: string;
  readonly team: string;
  readonly kind: ChannelKind;
  name: string;
  topic: string;
  readonly creator: string;
  readonly created: number;
  readonly members: Set<string>;
  /** Other workspaces that it is shared with. */
  readonly connected: Set<string>;
  archived: boolean;
  deleted: boolean;
}

/** Who and what is there. */
export interface World {
  readonly teams: ReadonlyMap<string, Team>;
  readonly users: Map<string, Person>;
  readonly deactivated: Set<string>;
  readonly channels: Map<string, Channel>;
  team(id: string): Team;
  byToken(token: string): Team | null;
  channel(id: string | null | undefined): Channel | null;
  /** Makes somebody known, and a member of the workspace unless they belong to another one. */
  meet(person: Person, team: string): void;
  /** The direct messages of these users and the bot, opened where they are not yet. */
  direct(team: string, users: readonly string[]): Channel;
  teamOf(user: string, fallback: string): string;
}

export function worldOf({ teams, app }: Settings, makeId: MakeId, now: () => number): World {
  const known = new Map(teams.map((team) => [team.id, teamOf(team)]));
  const users = new Map(teams.flatMap(({ members = [] }) => members).map((person) => [person.id, person]));
  for (const { bot, id } of teams)
    users.set(bot.user, { id: bot.user, name: app.name.toLowerCase(), team: id, bot: true });
  const channels = new Map(teams.flatMap((team) => channelsOf(team, now())).map((channel) => [channel.id, channel]));
  const team: World["team"] = (id) => {
    const found = known.get(id);
    if (!found) throw new Error(`there is no workspace ${id}`);
    return found;
  };
  return {
    ...{ teams: known, users, channels, team },
    deactivated: new Set(),
    byToken: (token) => [...known.values()].find((one) => one.token === token) ?? null,
    channel: (id) => {
      const found = channels.get(id ?? "");
      return found && !found.deleted ? found : null;
    },
    meet: (person, id) => {
      if (!users.has(person.id)) users.set(person.id, person);
      if (person.team === undefined || person.team === id) team(id).members.add(person.id);
    },
    direct: (id, others) => {
      const { bot } = team(id);
      const found = directOf([...channels.values()], id, others);
      const channel = found ?? newDirect({ team: id, bot: bot.user, others, created: now() }, makeId);
      channels.set(channel.id, channel);
      return channel;
    },
    teamOf: (user, fallback) => users.get(user)?.team ?? fallback,
  };
}

const teamOf = ({ id, name, domain, token, bot, scopes = usualScopes, members = [] }: TeamOptions): Team => ({
  ...{ id, name, domain, token, bot, scopes: new Set(scopes), installed: true, revoked: false },
  members: new Set([bot.user, ...members.filter((one) => isOwn(one, id)).map((one) => one.id)]),
});

const isOwn = ({ team }: Person, id: string): boolean => team === undefined || team === id;

const channelsOf = (team: TeamOptions, created: number): readonly Channel[] =>
  team.channels.map((channel) => ({
    ...{ id: channel.id, team: team.id, name: channel.name, topic: channel.topic ?? "" },
    ...{ kind: channel.private ? "group" : "channel", creator: team.bot.user, created },
    members: membersOf(channel, team),
    connected: new Set(channel.connected ?? []),
    archived: channel.archived ?? false,
    deleted: false,
  }));

function membersOf({ members, bot = true }: ChannelOptions, team: TeamOptions): Set<string> {
  const usual = (team.members ?? []).filter((one) => one.guest === undefined && isOwn(one, team.id));
  return new Set([...(bot ? [team.bot.user] : []), ...(members ?? usual.map(({ id }) => id))]);
}

const directOf = (channels: readonly Channel[], team: string, others: readonly string[]): Channel | undefined =>
  channels.find(
    ({ kind, team: own, members }) =>
      own === team &&
      (kind === "im" || kind === "mpim") &&
      members.size === others.length + 1 &&
      others.every((user) => members.has(user)),
  );

interface NewDirect {
  readonly team: string;
  readonly bot: string;
  readonly others: readonly string[];
  readonly created: number;
}

function newDirect({ team, bot, others, created }: NewDirect, makeId: MakeId): Channel {
  const group = others.length > 1;
  const id = makeId(group ? "C" : "D");
  return {
    ...{ id, team, created, creator: bot, kind: group ? "mpim" : "im", topic: "" },
    name: group ? `mpdm-${others.join("--").toLowerCase()}-1` : "",
    members: new Set([bot, ...others]),
    ...{ connected: new Set(), archived: false, deleted: false },
  };
}
