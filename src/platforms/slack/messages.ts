import type { AdapterHost } from "../../core/platform.ts";
import type { Clock } from "../../core/ports.ts";
import type { Addressing, RoomKind } from "../../core/session.ts";
import { first } from "../shared/first.ts";
import { handAll } from "../shared/hand-all.ts";
import { inOrder } from "../shared/in-order.ts";
import { threads } from "../shared/threads.ts";
import { NotSent } from "../shared/wire.ts";
import type { Channels } from "./channels.ts";
import { addressingOf, isSaid, messageSchema, namedIn, type SlackMessage, toDeleted, toMessageAsk } from "./inbound.ts";
import type { MissedOptions } from "./missed.ts";
import type { Outbound } from "./outbound.ts";
import type { People } from "./people.ts";
import type { Self } from "./self.ts";
import type { Titles } from "./titles.ts";

export interface MessagesOptions {
  readonly host: AdapterHost;
  readonly outbound: Outbound;
  readonly self: Self;
  readonly people: People;
  readonly places: Channels;
  readonly titles: Titles;
  readonly clock: Clock;
  /** Aborts when nothing new is heard any more. */
  readonly closing: AbortSignal;
}

/** What is said, and taken back. Each resolves when it is durable. */
export interface Messages {
  /** An event; whether Slack says it for the first time does not matter. */
  now(event: Readonly<Record<string, unknown>>): Promise<void>;
  /** What was said while nobody listened. */
  readonly before: MissedOptions["before"];
}

/** What is heard in a channel meanwhile waits no longer: then order gives way. */
const holdMs = 1_500;
const againMs = 1_000;

export function messagesIn(options: MessagesOptions): Messages {
  const { host, outbound, self, people: crowd, places, titles, clock, closing } = options;
  const order = inOrder();
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
  const hear = async (message: SlackMessage): Promise<{ readonly received: Promise<unknown> }> => {
    const { channel, thread_ts, user, bot_id } = message;
    const thread = `${channel}/${thread_ts ?? message.ts}`;
    if (user === self.user || (bot_id && bot_id === self.bot)) talk.heard(thread, self.user);
    if (!isSaid(message) || !user || user === self.user) return nothing;
    const kind = await places.kindOf(channel, message.channel_type);
    const addressing = await addressingIn(message, kind);
    if (kind === "channel") talk.heard(thread, user);
    if (addressing === "mention") talk.heard(thread, self.user);
    if (addressing === "ambient") return nothing;
    const [author, names] = await Promise.all([crowd.author(user), crowd.names(namedIn(message, self))]);
    return { received: host.receive(toMessageAsk(message, { kind, addressing, author, names }, self)) };
  };
  /** Who they are, and who else writes there, may have to be asked for: nobody waits, and Slack has room at some time. */
  const hearWhenever: typeof hear = async (message) => {
    try {
      return await hear(message);
    } catch (error) {
      if (!(error instanceof NotSent) || closing.aborted) throw error;
      await clock.sleep(againMs, closing);
      return hearWhenever(message);
    }
  };
  /** Its own event may still wait for its turn, or come later: what was deleted before it came is not heard. */
  const forget = async (message: SlackMessage): Promise<void> => {
    titles.forget(message);
    await host.receive(toDeleted(message, self));
  };
  const now = async (event: Readonly<Record<string, unknown>>): Promise<void> => {
    const gone = deletedIn(event);
    if (gone) return forget(gone);
    const read = messageSchema.safeParse(event);
    if (!read.success) return;
    // Before its turn in the channel: the other event of the same message may wait there for just this.
    if (read.data.channel_type) places.learn(read.data.channel, read.data.channel_type);
    const { received } = await order.after(read.data.channel, () => hear(read.data));
    await received;
  };
  const before: MissedOptions["before"] = async ({ id, type }, fetch) => {
    let handing: Promise<void> = Promise.resolve();
    await order.after(id, () => {
      const hand = (message: SlackMessage) => hearWhenever({ ...message, channel_type: type });
      handing = fetch().then((messages) => handAll(messages, hand, closing));
      return first(handing, holdMs, { clock, closing });
    });
    await handing;
  };
  return { now, before };
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
  // While this is waited for nothing in the channel is acknowledged: rather Slack says it again.
  const all = await outbound.history.in(channel, ts);
  const earlier = all.filter(({ ts: at }) => Number(at) < Number(message));
  return earlier.flatMap((one) => {
    const { user, bot_id } = one;
    if (user === self.user || (bot_id && bot_id === self.bot)) return [self.user];
    if (!user || bot_id) return [];
    return addressingOf(one, "channel", self) === "mention" ? [user, self.user] : [user];
  });
}
