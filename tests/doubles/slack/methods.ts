import type { Call } from "../http-server.ts";
import type { Args } from "./arguments.ts";
import { type Asked, type Duty, refused } from "./desk.ts";
import { isRefusal, type Refusal, refusal } from "./errors.ts";
import type { Count, Limits } from "./limits.ts";
import type { Parts } from "./parts.ts";
import type { Reply } from "./verdict.ts";
import type { Channel, Team } from "./world.ts";

/** A request of a bot that is installed. */
export interface BotAsked extends Asked {
  readonly team: Team;
}

export type BotWork = (asked: BotAsked) => Reply;

interface Method {
  readonly tier: keyof Limits;
  readonly scopes?: readonly string[];
  readonly work: BotWork;
  /** Counted in another way than by method and workspace. */
  readonly counts?: (args: Args, team: Team) => readonly Count[];
}

/** A method that wants the token of a bot. */
export function botMethod(parts: Parts, method: string, { tier, scopes = [], work, counts }: Method): Duty {
  const usual = (team: Team): readonly Count[] => [{ key: `${method} ${team.id}`, limit: parts.settings.limits[tier] }];
  return {
    method,
    authorise: (call, args) => botOf(parts, tokenIn(call, args), scopes),
    counts: (args, team) => (team ? (counts?.(args, team) ?? usual(team)) : []),
    headers: (team) => (team ? scopeHeaders(team, scopes) : {}),
    work: (asked) => (asked.team ? work({ ...asked, team: asked.team }) : refused(refusal("invalid_auth"))),
  };
}

/** Tokens come as headers, or as an argument in a form or a query; not in JSON. */
export function tokenIn({ authorization, contentType }: Call, args: Args): string | null {
  const [, bearer] = /^Bearer (.+)$/i.exec(authorization) ?? [];
  return bearer ?? (contentType.startsWith("application/json") ? null : args.text("token"));
}

function botOf({ world }: Parts, token: string | null, scopes: readonly string[]): Team | Refusal {
  if (token === null) return refusal("not_authed");
  if (token.startsWith("xapp-")) return refusal("not_allowed_token_type");
  const team = world.byToken(token);
  if (!team) return refusal("invalid_auth");
  if (!team.installed) return refusal("account_inactive");
  if (team.revoked) return refusal("token_revoked");
  const needed = scopes.find((scope) => !team.scopes.has(scope));
  return needed === undefined ? team : missingScope(team, needed);
}

export const missingScope = (team: Team, needed: string): Refusal => ({
  error: "missing_scope",
  more: { needed, provided: [...team.scopes].join(",") },
});

const scopeHeaders = (team: Team, scopes: readonly string[]): Readonly<Record<string, string>> => ({
  "x-oauth-scopes": [...team.scopes].join(","),
  ...(scopes.length > 0 && { "x-accepted-oauth-scopes": scopes.join(",") }),
});

/** The channel that is meant, where this bot may know of it. */
export function channelOf({ world }: Parts, { team }: BotAsked, id: string | null): Channel | Refusal {
  const channel = world.channel(id);
  if (!channel || (channel.team !== team.id && !channel.connected.has(team.id))) return refusal("channel_not_found");
  const hidden = channel.kind !== "channel" && !channel.members.has(team.bot.user);
  return hidden ? refusal("channel_not_found") : channel;
}

const families = { channel: "channels", group: "groups", im: "im", mpim: "mpim" } as const;

/** The channel, where the bot has been granted `history` or `read` of its kind. */
export function readable(
  parts: Parts,
  asked: BotAsked,
  id: string | null,
  what: "history" | "read",
): Channel | Refusal {
  const channel = channelOf(parts, asked, id);
  if (isRefusal(channel)) return channel;
  const scope = `${families[channel.kind]}:${what}`;
  if (!asked.team.scopes.has(scope)) return missingScope(asked.team, scope);
  if (what === "read") return channel;
  if (parts.faults().unreadable.includes(channel.id)) return refusal("channel_not_found");
  return channel.members.has(asked.team.bot.user) ? channel : refusal("not_in_channel");
}

/** The channel, where the bot may write there. */
export function writable(parts: Parts, asked: BotAsked, id: string | null): Channel | Refusal {
  const channel = channelOf(parts, asked, id);
  if (isRefusal(channel)) return channel;
  if (channel.archived) return refusal("is_archived");
  if (parts.faults().forbidden.includes(channel.id)) return refusal("restricted_action");
  const may = channel.members.has(asked.team.bot.user) || asked.team.scopes.has("chat:write.public");
  return may ? channel : refusal("not_in_channel");
}

/** The first refusal in a row of steps is the answer. */
export const orRefused = <T>(found: T | Refusal, work: (found: T) => Reply): Reply =>
  isRefusal(found) ? refused(found) : work(found as T);
