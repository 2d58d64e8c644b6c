import type {
  APIChannel,
  APIInteraction,
  APIMessage,
  GatewayGuildCreateDispatchData,
  GatewayGuildDeleteDispatchData,
  GatewayMessageCreateDispatchData,
  GatewayMessageDeleteBulkDispatchData,
  GatewayMessageDeleteDispatchData,
  GatewayReadyDispatchData,
  Snowflake,
} from "discord.js";
import type { AnyCommand } from "../../core/commands/definition.ts";
import type { AdapterHost } from "../../core/platform.ts";
import type { Clock, Logger } from "../../core/ports.ts";
import type { Addressing, Locale, Place } from "../../core/session.ts";
import type { Past } from "../../core/storage.ts";
import { catchUp } from "./catch-up.ts";
import type { Ears } from "./connection.ts";
import { type InOrder, inOrder } from "./in-order.ts";
import { addressingOf, discord, isSaid, type Self, toDeleted, toMessageAsk } from "./inbound.ts";
import { type Interactions, interactions } from "./interactions.ts";
import type { Outbound } from "./outbound.ts";
import type { Pages } from "./pages.ts";
import { presses } from "./presses.ts";
import { reach } from "./reach.ts";
import { type Channel, type Rooms, rooms } from "./rooms.ts";
import { threads } from "./threads.ts";

export interface ListeningOptions {
  readonly host: AdapterHost;
  readonly outbound: Outbound;
  readonly self: Self;
  readonly commands: readonly AnyCommand[];
  /** For people whose own language has no words here. */
  readonly locale: Locale;
  readonly pages: Pages;
  /** What earlier runs have heard. */
  readonly past: Past;
  readonly clock: Clock;
  readonly log: Logger;
}

/** What the gateway tells, handed on to the core. */
export interface Listening extends Ears, Pick<Interactions, "deferred"> {
  /** Hears nothing new from here on. */
  rest(): Promise<void>;
}

export function listening(options: ListeningOptions): Listening {
  const { host, outbound, past, clock, log } = options;
  const places = rooms((id) => outbound.channel(id));
  const commands = interactions({ ...options, places });
  const pressed = presses({ ...options, places });
  const order = inOrder();
  const far = reach({ from: past.heardUntil, keep: (until) => host.heard(discord, until), clock });
  const resting = new AbortController();
  const messages = messagesIn({ places, order, heard: far.heard, met: (place) => missed.met(place) }, options);
  const missed = catchUp({
    ...options,
    order,
    reach: far,
    closing: resting.signal,
    hand: messages.missed,
    anew: messages.anew,
  });
  const take = (event: string, step: () => Promise<unknown>): void => {
    if (resting.signal.aborted) return;
    step().catch((error) =>
      log.error({ event, code: "E-PLATFORM-DELIVERY" }, "an event of Discord's could not be taken", error),
    );
  };
  return {
    deferred: commands.deferred,
    rest: async () => {
      resting.abort();
      await far.save().catch(() => {});
    },
    events: {
      READY: (data: GatewayReadyDispatchData) => missed.ready(data),
      GUILD_CREATE: (data: GatewayGuildCreateDispatchData) => {
        // Its channels do not say whose they are.
        for (const channel of [...data.channels, ...data.threads])
          places.know({ ...channel, guild_id: data.id } as APIChannel);
        missed.guildIsThere(data);
      },
      GUILD_DELETE: (data: GatewayGuildDeleteDispatchData) => missed.guildIsAway(data),
      CHANNEL_CREATE: places.know,
      CHANNEL_UPDATE: places.know,
      THREAD_CREATE: places.know,
      THREAD_UPDATE: places.know,
      MESSAGE_CREATE: (data: GatewayMessageCreateDispatchData) => take("MESSAGE_CREATE", () => messages.said(data)),
      MESSAGE_DELETE: ({ channel_id, id }: GatewayMessageDeleteDispatchData) =>
        take("MESSAGE_DELETE", () => messages.deleted(channel_id, [id])),
      MESSAGE_DELETE_BULK: ({ channel_id, ids }: GatewayMessageDeleteBulkDispatchData) =>
        take("MESSAGE_DELETE_BULK", () => messages.deleted(channel_id, ids)),
      INTERACTION_CREATE: (data: APIInteraction) =>
        take("INTERACTION_CREATE", () => Promise.all([commands.take(data), pressed.take(data)])),
    },
  };
}

interface Ways {
  readonly places: Rooms;
  readonly order: InOrder;
  readonly heard: (message: Snowflake) => () => void;
  /** Somebody turns to the companion there. */
  readonly met: (place: Place) => void;
}

/** What is said, and taken back. */
function messagesIn({ places, order, heard, met }: Ways, { host, outbound, self }: ListeningOptions) {
  const talk = threads(
    (channel, message) => outbound.history({ channel, message }, "before"),
    () => self.id,
  );
  const addressingIn = async ({ thread }: Channel, data: GatewayMessageCreateDispatchData): Promise<Addressing> => {
    const plain = addressingOf(data, self);
    if (plain !== "ambient" || !thread) return plain;
    const { channel_id: id, author, id: message } = data;
    return (await talk.answers(id, thread.owner, author.id, message)) ? "thread" : "ambient";
  };
  const hear = async (data: GatewayMessageCreateDispatchData): Promise<{ readonly received: Promise<unknown> }> => {
    const { channel_id: id, author } = data;
    if (author.id === self.id) talk.heard(id, author.id);
    if (author.id === self.id || !isSaid(data)) return nothing;
    const channel = await places.of(id);
    const addressing = await addressingIn(channel, data);
    if (channel.thread) talk.heard(id, author.id);
    if (addressing !== "ambient") met(channel.where.place);
    return { received: host.receive(toMessageAsk(data, channel.where, addressing, self)) };
  };
  return {
    said: async (data: GatewayMessageCreateDispatchData): Promise<void> => {
      const done = heard(data.id);
      const { received } = await order.after(data.channel_id, () => hear(data));
      await received;
      done();
    },
    anew: talk.forget,
    /** As the history has it, where it does not say in which guild it stands. */
    missed: async (channel: Snowflake, message: APIMessage) => {
      const done = heard(message.id);
      const { guild } = (await places.of(channel)).where.place;
      const data = { ...message, ...(guild !== null && { guild_id: guild }) } as GatewayMessageCreateDispatchData;
      const { received } = await hear(data);
      return { received: received.then(done) };
    },
    deleted: async (channel: Snowflake, ids: readonly Snowflake[]): Promise<void> => {
      const { where } = await places.of(channel);
      const forget = async (): Promise<void> => {
        for (const id of ids) await host.receive(toDeleted(channel, id, where.place));
      };
      // At once where it was heard before, and once more after it where it is still to be handed on.
      const later = order.isBusy(channel) ? order.after(channel, forget) : null;
      await forget();
      await later;
    },
  };
}

const nothing = { received: Promise.resolve() };
