import type { Message } from "./messages.ts";
import type { Parcel } from "./parcel.ts";
import type { Parts } from "./parts.ts";
import type { Payload } from "./payload.ts";
import { mentionEvent, messageEvent, messagePayload } from "./payloads.ts";
import type { Channel, Team } from "./world.ts";

/** What the app must have been granted, or it does not hear of it. */
const scopeOf: Readonly<Record<string, string>> = {
  app_mention: "app_mentions:read",
  "message.channels": "channels:history",
  "message.groups": "groups:history",
  "message.im": "im:history",
  "message.mpim": "mpim:history",
  reaction_added: "reactions:read",
  reaction_removed: "reactions:read",
  user_change: "users:read",
  assistant_thread_started: "assistant:write",
  assistant_thread_context_changed: "assistant:write",
};

const messageNames = { channel: "message.channels", group: "message.groups", im: "message.im", mpim: "message.mpim" };

export interface Telling {
  readonly team: Team;
  /** Null: it is about no channel. */
  readonly channel: Channel | null;
  readonly name: string;
  readonly event: Payload;
  /** The person's doing behind it; null: the bot has done it. */
  readonly cause: string | null;
}

/** Tells the app of an event that it has subscribed to, and may hear of. */
export function tell(parts: Parts, { team, channel, name, event, cause }: Telling): void {
  const { settings, feed } = parts;
  const scope = scopeOf[name];
  const subscribed = settings.events === null || settings.events.includes(name);
  if (!subscribed || (scope !== undefined && !team.scopes.has(scope))) return;
  const eventId = parts.makeId("Ev");
  const payload = eventPayload(parts, { team, channel, name, event, cause }, eventId);
  const parcel: Parcel = {
    ...{ kind: "events_api", name, event: cause, eventId, payload, acceptsResponse: false },
    settled: () => {},
  };
  feed.emit(parcel, channel?.id ?? null);
}

const eventPayload = ({ settings, now }: Parts, { team, channel, event }: Telling, event_id: string): Payload => ({
  token: settings.verificationToken,
  team_id: team.id,
  context_team_id: team.id,
  context_enterprise_id: null,
  api_app_id: settings.app.id,
  event,
  type: "event_callback",
  event_id,
  event_time: Math.floor(now() / 1_000),
  authorizations: [
    { enterprise_id: null, team_id: team.id, user_id: team.bot.user, is_bot: true, is_enterprise_install: false },
  ],
  is_ext_shared_channel: (channel?.connected.size ?? 0) > 0,
  event_context: `4-${event_id}`,
});

/** The channel as those in it hear of it; null: the bot is not in it. */
export function heardBy({ world }: Parts, id: string): { readonly channel: Channel; readonly team: Team } | null {
  const channel = world.channels.get(id);
  const team = channel && world.team(channel.team);
  return team?.installed && channel?.members.has(team.bot.user) ? { channel, team } : null;
}

/** A new message, and once more as a mention where it mentions the bot: both of the same time. */
export function tellMessage(parts: Parts, message: Message, cause: string | null, mention: boolean): void {
  const heard = heardBy(parts, message.channel);
  if (!heard || message.visibleTo !== null) return;
  const asMessage = (): void =>
    tell(parts, { ...heard, name: messageNames[heard.channel.kind], event: messageEvent(message, parts), cause });
  const asMention = (): void => tellMention(parts, message, cause);
  // Neither comes first as a rule.
  for (const telling of parts.random.shuffle(mention ? [asMessage, asMention] : [asMessage])) telling();
}

/** In direct messages nothing is a mention. */
export function tellMention(parts: Parts, message: Message, cause: string | null): void {
  const heard = heardBy(parts, message.channel);
  if (!heard || heard.channel.kind === "im") return;
  tell(parts, { ...heard, name: "app_mention", event: mentionEvent(message, parts), cause });
}

/** Something that has happened to a message, as a message of its own. */
function tellChange(parts: Parts, message: Message, change: Payload, cause: string | null): void {
  const heard = heardBy(parts, message.channel);
  if (!heard || message.visibleTo !== null) return;
  const ts = parts.stamps.now();
  const where = { channel: message.channel, ts, event_ts: ts, channel_type: heard.channel.kind };
  const event = { type: "message", hidden: true, ...change, ...where };
  tell(parts, { ...heard, name: messageNames[heard.channel.kind], event, cause });
}

export const tellEdited = (parts: Parts, message: Message, previous_message: Payload, cause: string | null): void =>
  tellChange(
    parts,
    message,
    { subtype: "message_changed", message: messagePayload(message, parts), previous_message },
    cause,
  );

export const tellDeleted = (parts: Parts, message: Message, previous_message: Payload, cause: string | null): void =>
  tellChange(parts, message, { subtype: "message_deleted", deleted_ts: message.ts, previous_message }, cause);

/** What the channel itself says of its members and names. */
export function tellNotice(parts: Parts, channel: Channel, notice: Payload, cause: string): void {
  const heard = heardBy(parts, channel.id);
  if (!heard) return;
  const ts = parts.stamps.next(channel.id);
  const event = { type: "message", ts, ...notice, channel: channel.id, event_ts: ts, channel_type: channel.kind };
  tell(parts, { ...heard, name: messageNames[channel.kind], event, cause });
}
