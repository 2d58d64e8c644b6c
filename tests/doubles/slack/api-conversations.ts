import type { Args } from "./arguments.ts";
import { channelPayload } from "./channel-payloads.ts";
import { type Duty, done, refused } from "./desk.ts";
import { refusal } from "./errors.ts";
import { type BotAsked, botMethod, missingScope, orRefused, readable } from "./methods.ts";
import type { Parts } from "./parts.ts";
import type { Reply } from "./verdict.ts";
import type { Channel } from "./world.ts";

/** Channels and who is in them. */
export const conversationMethods = (parts: Parts): readonly Duty[] => [
  botMethod(parts, "conversations.info", { tier: "tier3", work: (asked) => info(parts, asked) }),
  botMethod(parts, "conversations.open", { tier: "tier3", work: (asked) => open(parts, asked) }),
  botMethod(parts, "conversations.list", { tier: "tier2", work: (asked) => list(parts, asked, () => true) }),
  botMethod(parts, "users.conversations", { tier: "tier3", work: (asked) => ofUser(parts, asked) }),
  botMethod(parts, "conversations.members", { tier: "tier4", work: (asked) => members(parts, asked) }),
];

function info(parts: Parts, asked: BotAsked): Reply {
  const { args, team } = asked;
  return orRefused(readable(parts, asked, args.text("channel"), "read"), (channel) => {
    const count = args.flag("include_num_members") && { num_members: channel.members.size };
    return done({ channel: { ...channelPayload(channel, team), ...count } });
  });
}

function open(parts: Parts, asked: BotAsked): Reply {
  const { args, team } = asked;
  const users = (args.text("users") ?? "").split(",").filter((user) => user !== "");
  if (args.has("channel")) return info(parts, asked);
  if (users.length === 0) return refused(refusal("users_list_not_supplied"));
  if (users.length > 8) return refused(refusal("too_many_users"));
  if (users.some((user) => !parts.world.users.has(user))) return refused(refusal("user_not_found"));
  if (users.some((user) => parts.world.deactivated.has(user))) return refused(refusal("user_disabled"));
  const scope = users.length > 1 ? "mpim:write" : "im:write";
  if (!team.scopes.has(scope)) return refused(missingScope(team, scope));
  const channel = parts.world.direct(team.id, users);
  const whole = args.flag("return_im") ? channelPayload(channel, team) : { id: channel.id };
  return done({ no_op: false, already_open: false, channel: whole }, { channel: channel.id });
}

const kinds: Readonly<Record<string, Channel["kind"]>> = {
  public_channel: "channel",
  private_channel: "group",
  mpim: "mpim",
  im: "im",
};

function list(parts: Parts, { args, team }: BotAsked, also: (channel: Channel) => boolean): Reply {
  const asked = (args.text("types") ?? "public_channel").split(",").map((type) => kinds[type.trim()]);
  if (asked.includes(undefined)) return refused(refusal("invalid_types"));
  const scopes = { channel: "channels:read", group: "groups:read", mpim: "mpim:read", im: "im:read" };
  const needed = asked.flatMap((kind) => (kind ? [scopes[kind]] : [])).find((scope) => !team.scopes.has(scope));
  if (needed !== undefined) return refused(missingScope(team, needed));
  const seen = [...parts.world.channels.values()].filter(
    (channel) =>
      (channel.team === team.id || channel.connected.has(team.id)) &&
      !channel.deleted &&
      asked.includes(channel.kind) &&
      (channel.kind === "channel" || channel.members.has(team.bot.user)) &&
      !(channel.archived && args.flag("exclude_archived")) &&
      also(channel),
  );
  return page(
    args,
    "channels",
    seen.map((channel) => channelPayload(channel, team)),
  );
}

function ofUser(parts: Parts, asked: BotAsked): Reply {
  const user = asked.args.text("user") ?? asked.team.bot.user;
  if (!parts.world.users.has(user)) return refused(refusal("user_not_found"));
  return list(parts, asked, ({ members: those }) => those.has(user));
}

function members(parts: Parts, asked: BotAsked): Reply {
  return orRefused(readable(parts, asked, asked.args.text("channel"), "read"), (channel) =>
    page(asked.args, "members", [...channel.members]),
  );
}

const cursorAt = (offset: number): string => Buffer.from(`offset:${offset}`).toString("base64");

/** Lists always tell a cursor, an empty one at the end. */
function page(args: Args, name: string, all: readonly unknown[]): Reply {
  const limit = args.number("limit") ?? 100;
  if (!Number.isInteger(limit) || limit < 1 || limit > 1_000) return refused(refusal("invalid_limit"));
  const cursor = args.text("cursor") ?? "";
  const [, at] = /^offset:(\d+)$/.exec(Buffer.from(cursor, "base64").toString()) ?? [];
  if (cursor !== "" && at === undefined) return refused(refusal("invalid_cursor"));
  const from = Number(at ?? 0);
  const next = from + limit < all.length ? cursorAt(from + limit) : "";
  return done({ [name]: all.slice(from, from + limit), response_metadata: { next_cursor: next } });
}
