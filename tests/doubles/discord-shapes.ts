import type {
  APIApplication,
  APIApplicationCommand,
  APIAttachment,
  APIButtonComponentWithCustomId,
  APIChannel,
  APIGuildMember,
  APIMessage,
  APIRole,
  APIUser,
  GatewayGuildCreateDispatchData,
  RESTError,
} from "discord.js";

type Optional<T> = T extends unknown ? { [N in keyof T]-?: object extends Pick<T, N> ? N : never }[keyof T] : never;
type Nullable<T> = T extends unknown ? { [N in keyof T]-?: null extends T[N] ? N : never }[keyof T] : never;

/** How far what the double sends may be from what was recorded, for one kind of thing. */
export interface Leeway {
  /** What is documented as optional, and the product does not read. */
  readonly lacks: ReadonlySet<unknown>;
  /** What may be null in one of the two. */
  readonly nulls: ReadonlySet<unknown>;
  /** What is documented as optional, and was not in the recorded one. */
  readonly adds: ReadonlySet<unknown>;
}

const leeway = <T>(
  lacks: readonly Optional<T>[],
  nulls: readonly Nullable<T>[] = [],
  adds: readonly Optional<T>[] = [],
): Leeway => ({ lacks: new Set(lacks), nulls: new Set(nulls), adds: new Set(adds) });

const kinds = {
  user: leeway<APIUser>(
    [
      ...(["avatar_decoration_data", "collectibles", "primary_guild", "public_flags", "flags", "mfa_enabled"] as const),
      ...(["verified", "email", "banner", "accent_color", "locale", "premium_type"] as const),
    ],
    ["avatar", "global_name"],
  ),
  member: leeway<APIGuildMember>(["banner", "communication_disabled_until"], ["nick"]),
  channel: leeway<APIChannel>(["last_pin_timestamp"], ["topic", "parent_id", "last_message_id"]),
  message: leeway<APIMessage>(["nonce", "position"], ["edited_timestamp"]),
  attachment: leeway<APIAttachment>(["width", "height", "placeholder", "placeholder_version"], [], ["content_type"]),
  component: leeway<APIButtonComponentWithCustomId>(["id"], [], ["label", "emoji"]),
  role: leeway<APIRole>(["icon", "unicode_emoji", "tags"]),
  guild: leeway<GatewayGuildCreateDispatchData>(
    [
      ...(["region", "premium_subscription_count", "max_members"] as const),
      ...(["max_video_channel_users", "max_stage_video_channel_users"] as const),
    ],
    ["system_channel_id"],
  ),
  application: leeway<APIApplication>([
    ...(["owner", "approximate_user_install_count", "approximate_user_authorization_count"] as const),
    ...(["redirect_uris", "interactions_endpoint_url", "role_connections_verification_url"] as const),
    ...(["integration_types_config", "event_webhooks_url", "event_webhooks_status"] as const),
  ]),
  command: leeway<APIApplicationCommand>([], ["description_localizations"]),
  option: leeway<APIApplicationCommand>(["name_localizations"]),
  error: leeway<RESTError>([]),
} as const;

export type Kind = keyof typeof kinds;

/** What stands under a name, or in the list that has it. */
const kindsByName: Readonly<Record<string, Kind>> = {
  ...{ user: "user", author: "user", mentions: "user", bot: "user", owner: "user", recipients: "user" },
  ...{ member: "member", members: "member", channel: "channel", channels: "channel", threads: "channel" },
  ...{ message: "message", referenced_message: "message", attachments: "attachment", roles: "role" },
  ...{ components: "component", component: "component", options: "option", choices: "option" },
};

const none: Leeway = { lacks: new Set(), nulls: new Set(), adds: new Set() };

type Own = Readonly<Record<string, unknown>>;

const typeOf = (value: unknown): string => {
  if (value === null) return "null";
  return Array.isArray(value) ? "list" : typeof value;
};

/** Where what was made is not shaped as what was recorded, in words. */
export function differences(recorded: unknown, made: unknown, kind: Kind | null, path: string): readonly string[] {
  const [type, other] = [typeOf(recorded), typeOf(made)];
  if (type !== other) return [`${path} is ${other} instead of ${type}`];
  if (Array.isArray(recorded)) return inLists(recorded, made as readonly unknown[], kind, path);
  return type === "object" ? inObjects(recorded as Own, made as Own, kind, path) : [];
}

function inObjects(recorded: Own, made: Own, kind: Kind | null, path: string): readonly string[] {
  const { lacks, nulls, adds } = kind === null ? none : kinds[kind];
  const more = Object.keys(made).filter((name) => !(name in recorded) && !adds.has(name));
  const own = Object.entries(recorded).flatMap(([name, value]) => {
    const one = made[name];
    if (one === undefined) return lacks.has(name) ? [] : [`${path}.${name} is missing`];
    if ((value === null) !== (one === null) && nulls.has(name)) return [];
    return differences(value, one, kindsByName[name] ?? null, `${path}.${name}`);
  });
  return [...own, ...more.map((name) => `${path}.${name} was not recorded`)];
}

/** Each of those that were recorded has one that is shaped like it, among those of its own type. */
function inLists(recorded: readonly unknown[], made: readonly unknown[], kind: Kind | null, path: string) {
  // Features and roles: there may be none of them.
  if (made.length === 0 && recorded.every((one) => typeof one !== "object")) return [];
  return recorded.flatMap((value, at) => {
    const { type } = (value ?? {}) as { readonly type?: unknown };
    const alike = made.filter((one) => (one as { readonly type?: unknown } | null)?.type === type);
    const [best] = alike
      .map((one) => differences(value, one, kind, `${path}[${at}]`))
      .toSorted((a, b) => a.length - b.length);
    return best ?? [`${path}[${at}] has nothing of its type`];
  });
}
