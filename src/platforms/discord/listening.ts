import {
  type APIChannel,
  type APIInteraction,
  type APIMessage,
  type GatewayGuildCreateDispatchData,
  type GatewayGuildDeleteDispatchData,
  type GatewayMessageCreateDispatchData,
  type GatewayMessageDeleteBulkDispatchData,
  type GatewayMessageDeleteDispatchData,
  type GatewayReadyDispatchData,
  MessageType,
  type Snowflake,
} from "discord.js";
import type { AnyCommand } from "../../core/commands/definition.ts";
import type { AdapterHost } from "../../core/platform.ts";
import type { Clock, Logger } from "../../core/ports.ts";
import type { Addressing, Locale, Place } from "../../core/session.ts";
import type { Past } from "../../core/storage.ts";
import { type InOrder, inOrder } from "../shared/in-order.ts";
import type { Pages } from "../shared/pages.ts";
import { threads } from "../shared/threads.ts";
import { catchUp } from "./catch-up.ts";
import type { Ears } from "./connection.ts";
import { addressingOf, discord, isSaid, type Self, toDeleted, toMessageAsk } from "./inbound.ts";
import { type Insist, insistently } from "./insistently.ts";
import { type Interactions, interactions } from "./interactions.ts";
import type { Outbound } from "./outbound.ts";
import { presses } from "./presses.ts";
import { reach } from "./reach.ts";
import { type Channel, type Rooms, rooms } from "./rooms.ts";
import { whole } from "./whole.ts";

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
  const insist = insistently({ clock, closing: resting.signal });
  const messages = messagesIn({ places, order, insist, heard: far.heard, met: (place) => missed.met(place) }, options);
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
  const know = (channel: APIChannel): void => places.know(channel);
  return {
    deferred: commands.deferred,
    rest: async () => {
      resting.abort();
      await far.save().catch(() => {});
    },
    events: {
      READY: (data: GatewayReadyDispatchData) => take("READY", async () => missed.ready(data)),
      GUILD_CREATE: ({ id, channels = [], threads = [] }: GatewayGuildCreateDispatchData) =>
        take("GUILD_CREATE", async () => {
          for (const channel of [...channels, ...threads]) places.know(channel as APIChannel, id);
          missed.guildIsThere({ id, channels, threads });
        }),
      GUILD_DELETE: (data: GatewayGuildDeleteDispatchData) =>
        take("GUILD_DELETE", async () => missed.guildIsAway(data)),
      CHANNEL_CREATE: know,
      CHANNEL_UPDATE: know,
      THREAD_CREATE: know,
      THREAD_UPDATE: know,
      MESSAGE_CREATE: (data: GatewayMessageCreateDispatchData) => take("MESSAGE_CREATE", () => messages.said(data)),
      MESSAGE_DELETE: ({ id, ...where }: GatewayMessageDeleteDispatchData) =>
        take("MESSAGE_DELETE", () => messages.deleted(where, [id])),
      MESSAGE_DELETE_BULK: ({ ids, ...where }: GatewayMessageDeleteBulkDispatchData) =>
        take("MESSAGE_DELETE_BULK", () => messages.deleted(where, ids)),
      INTERACTION_CREATE: (data: APIInteraction) =>
        take("INTERACTION_CREATE", () => Promise.all([commands.take(data), pressed.take(data)])),
    },
  };
}

interface Ways {
  readonly places: Rooms;
  readonly order: InOrder;
  readonly heard: (message: Snowflake) => () => void;
  /** What has to be known of a message before it can be handed on: it is heard later rather than never. */
  readonly insist: Insist;
  /** Somebody turns to the companion there. */
  readonly met: (place: Place) => void;
}

/** What is said, and taken back. */
function messagesIn({ places, order, heard, insist, met }: Ways, { host, outbound, self, clock }: ListeningOptions) {
  const talk = threads(
    async (channel, message) => {
      const messages = await outbound.history({ channel, message }, "before");
      return messages.flatMap((one) => {
        const { bot, id } = one.author;
        if (bot) return id === self.id ? [id] : [];
        return addressingOf(whole(one, clock.now()), "channel", self) === "ambient" ? [id] : [id, self.id];
      });
    },
    () => self.id,
  );
  const addressingIn = async ({ where, thread }: Channel, data: APIMessage): Promise<Addressing> => {
    const plain = addressingOf(data, where.kind, self);
    if (plain !== "ambient" || !thread) return plain;
    const { channel_id: id, author, id: message } = data;
    return (await talk.answers(id, thread.owner, author.id, message)) ? "thread" : "ambient";
  };
  const hear = async (
    told: GatewayMessageCreateDispatchData,
    live: boolean,
  ): Promise<{ readonly received: Promise<unknown> }> => {
    const { channel_id: id, author } = told;
    const guild = guildOf(told, live);
    if (author.id === self.id) talk.heard(id, author.id);
    const said = whole(told, clock.now());
    if (author.id === self.id || !isSaid(said)) return nothing;
    const channel = await insist(() => places.of(id, guild));
    const data = whole(await withReplied(said, outbound), clock.now());
    const addressing = await insist(() => addressingIn(channel, data));
    if (channel.thread) talk.heard(id, author.id);
    if (addressing === "mention" || addressing === "reply") talk.heard(id, self.id);
    if (addressing !== "ambient") met(channel.where.place);
    return { received: host.receive(toMessageAsk(data, channel.where, addressing, self)) };
  };
  return {
    said: async (data: GatewayMessageCreateDispatchData): Promise<void> => {
      const done = heard(data.id);
      const { received } = await order.after(data.channel_id, () => hear(data, true));
      await received;
      done();
    },
    anew: talk.forget,
    missed: async (channel: Snowflake, message: APIMessage) => {
      const done = heard(message.id);
      const { received } = await hear({ ...message, channel_id: channel }, false);
      return { received: received.then(done) };
    },
    deleted: async (
      { channel_id: channel, guild_id: guild }: Omit<GatewayMessageDeleteDispatchData, "id">,
      ids: readonly Snowflake[],
    ): Promise<void> => {
      const { where } = await insist(() => places.of(channel, guild));
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

/**
 * What is told as it is said names its guild where it has one; a history does not, and neither does a server that shows
 * its author's membership all the same. Null is a direct message: then, and only then, private things may be said.
 */
const guildOf = ({ guild_id: guild, member }: GatewayMessageCreateDispatchData, live: boolean) =>
  guild ?? (live && !member ? null : undefined);

/** Where the platform has not looked for the message replied to, it does not say so: then we look. */
async function withReplied<M extends APIMessage>(message: M, outbound: Outbound): Promise<M> {
  const { type, channel_id: here, message_reference: reference, referenced_message: replied } = message;
  if (type !== MessageType.Reply || replied !== undefined || !reference?.message_id) return message;
  const spot = { channel: reference.channel_id ?? here, message: reference.message_id };
  return { ...message, referenced_message: await outbound.message(spot).catch(() => null) };
}

const nothing = { received: Promise.resolve() };
