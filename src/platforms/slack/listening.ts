import type { AdapterHost } from "../../core/platform.ts";
import type { Clock, Logger } from "../../core/ports.ts";
import type { Addressing, Locale, RoomKind } from "../../core/session.ts";
import { inOrder } from "../shared/in-order.ts";
import { threads } from "../shared/threads.ts";
import { type Channels, channels } from "./channels.ts";
import type { Ears } from "./dispatch.ts";
import {
  addressingOf,
  channelId,
  commandSchema,
  isSaid,
  messageSchema,
  namedIn,
  type SlackMessage,
  toCommandAsk,
  toDeleted,
  toMessageAsk,
} from "./inbound.ts";
import { openings } from "./opening.ts";
import type { Outbound } from "./outbound.ts";
import type { People } from "./people.ts";
import { presses } from "./presses.ts";
import type { Self } from "./self.ts";
import { stillThere } from "./still-there.ts";
import type { Titles } from "./titles.ts";

export interface ListeningOptions {
  readonly host: AdapterHost;
  readonly outbound: Outbound;
  readonly self: Self;
  readonly people: People;
  readonly titles: Titles;
  /** The slash command behind which all others stand. */
  readonly commandName: string;
  /** Commands that are called by a slash command of their own. */
  readonly aliases: readonly string[];
  /** For people whose own language has no words here. */
  readonly locale: Locale;
  readonly clock: Clock;
  readonly log: Logger;
}

/** What Slack says, handed on to the core. */
export interface Listening extends Ears {
  /** Hears nothing new from here on: what comes is not acknowledged, and Slack says it to the next run. */
  rest(): void;
}

export function listening(options: ListeningOptions): Listening {
  const { host, self, people: crowd, clock, aliases } = options;
  const places = channels(options.outbound, clock);
  const pressed = presses({ ...options, places });
  const said = messagesIn(options, places);
  const opened = openings(options);
  const unshared = sharedChannels(options.log);
  let resting = false;
  const awake = (): void => {
    if (resting) throw new Error("nothing new is heard any more");
  };
  return {
    rest: () => {
      resting = true;
    },
    event: async (event, body, again) => {
      awake();
      if (event["type"] === "user_change") return crowd.forget(userIn(event));
      opened(event);
      if (event["type"] !== "message" && event["type"] !== "app_mention") return;
      const { data: channel } = channelId.safeParse(event["channel"]);
      if (channel === undefined) return;
      const shared = places.isShared(channel, body["is_ext_shared_channel"]);
      if (shared === true || (shared !== false && (await shared))) return unshared(channel);
      await said(event, again);
    },
    command: async (body) => {
      awake();
      const call = commandSchema.safeParse(body);
      if (!call.success) return;
      const { channel_id, user_id } = call.data;
      const [author, there] = await Promise.all([crowd.author(user_id), places.of(channel_id)]);
      if (!there || there.shared) return unshared(channel_id);
      const called = { kind: there.kind, author, now: clock.now(), aliases };
      await host.receive(toCommandAsk(call.data, called, self));
    },
    action: async (body) => {
      awake();
      await pressed(body);
    },
  };
}

const userIn = ({ user }: Readonly<Record<string, unknown>>): string =>
  typeof user === "object" && user !== null && "id" in user && typeof user.id === "string" ? user.id : "";

/** Who else is in there nobody here knows: one line a channel tells the operator. */
function sharedChannels(log: Logger): (channel: string) => void {
  const told = new Set<string>();
  return (channel) => {
    if (told.has(channel)) return;
    told.add(channel);
    log.warn({ channel }, "a channel is shared with another workspace, or closed to the app: nothing is heard there");
  };
}

/** What is said, and taken back. */
function messagesIn({ host, outbound, self, people: crowd, titles }: ListeningOptions, places: Channels) {
  const order = inOrder();
  const there = stillThere(outbound);
  const talk = threads(
    async (thread, message) => writersBefore(thread, message, outbound, self),
    () => self.user,
  );
  const addressingIn = async (message: SlackMessage, kind: RoomKind): Promise<Addressing> => {
    const plain = addressingOf(message, kind, self);
    const { channel, thread_ts: thread, parent_user_id: owner = null, user, ts } = message;
    if (plain !== "ambient" || !thread || !user) return plain;
    return (await talk.answers(`${channel}/${thread}`, owner, user, ts)) ? "thread" : "ambient";
  };
  const hear = async (message: SlackMessage, again: boolean): Promise<{ readonly received: Promise<unknown> }> => {
    const { channel, thread_ts, user, bot_id } = message;
    const thread = `${channel}/${thread_ts ?? message.ts}`;
    if (user === self.user || (bot_id && bot_id === self.bot)) talk.heard(thread, self.user);
    if (!isSaid(message) || !user || user === self.user) return nothing;
    const kind = await places.kindOf(channel, message.channel_type);
    const addressing = await addressingIn(message, kind);
    if (kind === "channel") talk.heard(thread, user);
    if (addressing === "ambient" || !(await there.heard(message, again))) return nothing;
    const [author, names] = await Promise.all([crowd.author(user), crowd.names(namedIn(message, self))]);
    return { received: host.receive(toMessageAsk(message, { kind, addressing, author, names }, self)) };
  };
  const forget = async (message: SlackMessage): Promise<void> => {
    const deleted = toDeleted(message, self);
    there.gone(message);
    titles.forget(message);
    const later = order.isBusy(message.channel)
      ? order.after(message.channel, async () => void (await host.receive(deleted)))
      : null;
    await host.receive(deleted);
    await later;
  };
  return async (event: Readonly<Record<string, unknown>>, again: boolean): Promise<void> => {
    const gone = deletedIn(event);
    if (gone) return forget(gone);
    const read = messageSchema.safeParse(event);
    if (!read.success) return;
    // Before its turn in the channel: the other event of the same message may wait there for just this.
    if (read.data.channel_type) places.learn(read.data.channel, read.data.channel_type);
    const { received } = await order.after(read.data.channel, () => hear(read.data, again));
    await received;
  };
}

const nothing = { received: Promise.resolve() };

/** A message that is not there any more; one with replies leaves a gravestone. */
function deletedIn(event: Readonly<Record<string, unknown>>): SlackMessage | null {
  const { subtype, channel, channel_type, deleted_ts, previous_message, message } = event;
  const isGravestone = subtype === "message_changed" && subtypeOf(message) === "tombstone";
  if (subtype !== "message_deleted" && !isGravestone) return null;
  const before = typeof previous_message === "object" && previous_message !== null ? previous_message : {};
  const after = typeof message === "object" && message !== null ? message : {};
  const read = messageSchema.safeParse({
    ...before,
    ...after,
    ...(deleted_ts !== undefined && { ts: deleted_ts }),
    channel,
    channel_type,
  });
  return read.success ? read.data : null;
}

const subtypeOf = (message: unknown): unknown =>
  typeof message === "object" && message !== null && "subtype" in message ? message.subtype : null;

async function writersBefore(
  thread: string,
  message: string,
  outbound: Outbound,
  self: Self,
): Promise<readonly string[]> {
  const [channel = "", ts = ""] = thread.split("/");
  const all = await outbound.history.after({ channel, ts: "0" }, ts);
  return all.flatMap(({ user, bot_id, ts: at }) => {
    if (Number(at) >= Number(message)) return [];
    if (user === self.user || (bot_id && bot_id === self.bot)) return [self.user];
    return user && !bot_id ? [user] : [];
  });
}
