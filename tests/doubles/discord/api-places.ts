import type { Call } from "../http-server.ts";
import { barrier } from "./api-messages.ts";
import { type Duty, done, type Reply, refused } from "./desk.ts";
import { apiErrors } from "./errors.ts";
import { bareGuild } from "./guild-payloads.ts";
import { applicationFlags } from "./intents.ts";
import type { Parts } from "./parts.ts";
import { channelPayload, memberPayload, type Payload, userPayload, usualPermissions } from "./payloads.ts";
import { bySnowflake, isSnowflake } from "./snowflakes.ts";
import type { Channel } from "./world.ts";

/** What these need besides. */
export interface PlacesContext {
  /** The gateway's address for a process, and how many identifies are left. */
  readonly url: (bot: string) => string;
  readonly remaining: () => number;
  readonly typed: (channel: string, bot: string) => void;
}

/** The application, users, guilds, channels and typing. */
export const placeRoutes = (parts: Parts, context: PlacesContext): Readonly<Record<string, Duty>> => ({
  "GET /gateway/bot": duty("gateway", [], ({ bot }) => done(gatewayOf(parts, context, bot))),
  "GET /applications/@me": duty("application", [], () => done(applicationOf(parts))),
  "GET /oauth2/applications/@me": duty("application", [], () => done(applicationOf(parts))),
  "GET /users/@me": duty("user", [], () => done(userPayload(parts.world.bot))),
  "GET /users/@me/guilds": duty("guild", [], ({ query }) => done(ownGuilds(parts, query))),
  "GET /users/:user": duty("user", [], ({ params }) => {
    const user = parts.world.users.get(params["user"] ?? "");
    return user ? done(userPayload(user)) : refused(apiErrors.unknownUser);
  }),
  "POST /users/@me/channels": duty("open-dm", [], ({ body }) => openDm(parts, body)),
  "GET /channels/:channel": duty("channel", ["channel"], (call) =>
    within(parts, call, false, (channel) => done(channelPayload(channel, parts.world))),
  ),
  "POST /channels/:channel/typing": {
    ...duty("typing", ["channel"], (call) =>
      within(parts, call, true, ({ id }) => {
        context.typed(id, call.bot);
        return done(null);
      }),
    ),
    limit: "typing",
  },
  "PUT /channels/:channel/thread-members/@me": duty("join", ["channel"], (call) =>
    within(parts, call, false, (channel) => {
      channel.members.add(parts.world.bot.id);
      return done(null);
    }),
  ),
  "GET /guilds/:guild": duty("guild", ["guild"], ({ params }) => {
    const guild = parts.world.guilds.get(params["guild"] ?? "");
    return guild?.present ? done(bareGuild(guild)) : refused(apiErrors.unknownGuild);
  }),
  "GET /guilds/:guild/members/:user": duty("member", ["guild"], ({ params }) => memberOf(parts, params)),
});

const duty = (kind: Duty["kind"], major: readonly string[], work: Duty["work"]): Duty => ({
  ...{ kind, major, work, limit: "other" as const },
  token: true,
});

const day = 86_400_000;

/** Only those with many shards may begin several at once. */
const gatewayOf = ({ settings }: Parts, { url, remaining }: PlacesContext, bot: string) => ({
  url: url(bot),
  shards: settings.shards,
  session_start_limit: {
    ...{ total: settings.identifies, remaining: remaining(), reset_after: day },
    max_concurrency: settings.shards === 1 ? 1 : 16,
  },
});

const applicationOf = ({ settings, world }: Parts) => ({
  ...settings.application,
  icon: null,
  description: "",
  summary: "",
  bot_public: true,
  bot_require_code_grant: false,
  verify_key: "00",
  team: null,
  flags: applicationFlags(settings),
  flags_new: String(applicationFlags(settings)),
  approximate_guild_count: world.guilds.size,
  bot: userPayload(world.bot),
});

/** In order of their ids, at most 200 at once; without what channels overwrite. */
function ownGuilds({ world }: Parts, query: URLSearchParams): readonly Payload[] {
  const after = BigInt(query.get("after") ?? "0");
  const limit = Math.min(200, Math.max(1, Number(query.get("limit") ?? 200)));
  return [...world.guilds.values()]
    .filter(({ id, present }) => present && BigInt(id) > after)
    .toSorted(bySnowflake)
    .slice(0, limit)
    .map(({ id, name, permissions }) => ({
      ...{ id, name, icon: null, banner: null, owner: false, features: [] },
      permissions: permissions ?? usualPermissions,
    }));
}

function openDm({ world }: Parts, body: unknown): Reply {
  const { recipient_id: id } = (body ?? {}) as { recipient_id?: unknown };
  const user = isSnowflake(id) ? world.users.get(id) : undefined;
  // Opening is always allowed; a closed one refuses the first message.
  return user && !user.bot ? done(channelPayload(world.dmOf(user.id), world)) : refused(apiErrors.unknownUser);
}

function within(parts: Parts, { params }: Call, writes: boolean, work: (channel: Channel) => Reply): Reply {
  const channel = parts.world.channel(params["channel"]);
  if (!channel) return refused(apiErrors.unknownChannel);
  const refusal = barrier(parts, channel, writes);
  return refusal ? refused(refusal) : work(channel);
}

function memberOf({ world }: Parts, { guild: id = "", user = "" }: Readonly<Record<string, string>>): Reply {
  const guild = world.guilds.get(id);
  const person = world.users.get(user);
  if (!guild?.present) return refused(apiErrors.unknownGuild);
  if (!person || !guild.members.has(user)) return refused(apiErrors.unknownMember);
  return done({ ...memberPayload(id, person), user: userPayload(person) });
}
