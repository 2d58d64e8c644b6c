import { type Duty, done, refused } from "./desk.ts";
import { refusal } from "./errors.ts";
import { filePayload } from "./file-payloads.ts";
import { type BotAsked, botMethod, tokenIn } from "./methods.ts";
import type { Parts } from "./parts.ts";
import { userPayload } from "./user-payloads.ts";
import type { Reply } from "./verdict.ts";

/** Who the app is, and whom and what it works with. */
export const workspaceMethods = (parts: Parts, url: (bot: string) => string): readonly Duty[] => [
  apiTest,
  connectionsOpen(parts, url),
  botMethod(parts, "auth.test", { tier: "special", work: ({ team }) => authTest(parts, team) }),
  botMethod(parts, "bots.info", { tier: "tier3", scopes: ["users:read"], work: (asked) => botsInfo(parts, asked) }),
  botMethod(parts, "team.info", {
    tier: "tier3",
    scopes: ["team:read"],
    work: ({ team: { id, name, domain } }) =>
      done({ team: { id, name, domain, url: `https://${domain}.slack.com/`, email_domain: "", icon: {} } }),
  }),
  botMethod(parts, "users.info", { tier: "tier4", scopes: ["users:read"], work: (asked) => usersInfo(parts, asked) }),
  botMethod(parts, "files.info", { tier: "tier4", scopes: ["files:read"], work: (asked) => filesInfo(parts, asked) }),
];

const apiTest: Duty = {
  method: "api.test",
  authorise: () => null,
  counts: () => [],
  headers: () => ({}),
  work: ({ args }) => {
    const error = args.text("error");
    return error === null ? done({ args: {} }) : refused(refusal(error));
  },
};

/** A token of the app itself, and none of a bot, opens sockets. */
function connectionsOpen({ settings }: Parts, url: (bot: string) => string): Duty {
  return {
    method: "apps.connections.open",
    authorise: (call, args) => {
      const token = tokenIn(call, args);
      if (token === null) return refusal("not_authed");
      if (token.startsWith("xoxb-")) return refusal("not_allowed_token_type");
      return token === settings.appToken ? null : refusal("invalid_auth");
    },
    counts: () => [{ key: "apps.connections.open", limit: settings.limits.tier1 }],
    headers: () => ({}),
    work: ({ bot }) => done({ url: url(bot) }),
  };
}

const authTest = ({ settings }: Parts, { id, name, domain, bot }: BotAsked["team"]): Reply =>
  done({
    url: `https://${domain}.slack.com/`,
    team: name,
    user: settings.app.name.toLowerCase(),
    team_id: id,
    user_id: bot.user,
    bot_id: bot.id,
    is_enterprise_install: false,
  });

function botsInfo({ settings }: Parts, { args, team }: BotAsked): Reply {
  if (args.text("bot") !== team.bot.id) return refused(refusal("bot_not_found"));
  const icons = { image_36: "", image_48: "", image_72: "" };
  const { id, name } = settings.app;
  return done({
    bot: { id: team.bot.id, deleted: false, name, updated: 0, app_id: id, user_id: team.bot.user, icons },
  });
}

/** Also of strangers, where a channel is shared with them. */
function usersInfo({ world }: Parts, { args, team }: BotAsked): Reply {
  const person = world.users.get(args.text("user") ?? "");
  if (!person) return refused(refusal("user_not_found"));
  const known =
    team.members.has(person.id) || [...world.channels.values()].some(({ members }) => members.has(person.id));
  // Left out unless it is asked for.
  const locale = args.flag("include_locale") ? { locale: person.locale ?? "en-US" } : {};
  return known
    ? done({ user: { ...userPayload(person, team, world), ...locale } })
    : refused(refusal("user_not_visible"));
}

function filesInfo(parts: Parts, { args, team }: BotAsked): Reply {
  const file = parts.files.get(args.text("file"));
  const channel = file && parts.world.channel(file.channel);
  if (!file || !channel?.members.has(team.bot.user)) return refused(refusal("file_not_found"));
  return done({
    file: { ...filePayload(file, parts), channels: [channel.id] },
    comments: [],
    response_metadata: { next_cursor: "" },
  });
}
