import type {
  APIChannel,
  APIInteraction,
  GatewayGuildCreateDispatchData,
  GatewayMessageCreateDispatchData,
  GatewayMessageDeleteBulkDispatchData,
  GatewayMessageDeleteDispatchData,
  Snowflake,
} from "discord.js";
import type { AnyCommand } from "../../core/commands/definition.ts";
import type { AdapterHost } from "../../core/platform.ts";
import type { Clock, Logger } from "../../core/ports.ts";
import type { Addressing, Locale } from "../../core/session.ts";
import type { Ears } from "./connection.ts";
import { addressingOf, isSaid, type Self, toDeleted, toMessageAsk } from "./inbound.ts";
import { type Interactions, interactions } from "./interactions.ts";
import type { Outbound } from "./outbound.ts";
import type { Pages } from "./pages.ts";
import { presses } from "./presses.ts";
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
  readonly clock: Clock;
  readonly log: Logger;
}

/** What the gateway tells, handed on to the core. */
export interface Listening extends Ears, Pick<Interactions, "deferred"> {
  /** Hears nothing new from here on. */
  rest(): void;
}

export function listening(options: ListeningOptions): Listening {
  const { outbound, log } = options;
  const places = rooms((id) => outbound.channel(id));
  const commands = interactions({ ...options, places });
  const pressed = presses({ ...options, places });
  const messages = messagesIn(places, options);
  let resting = false;
  const take = (event: string, step: () => Promise<unknown>): void => {
    if (resting) return;
    step().catch((error) =>
      log.error({ event, code: "E-PLATFORM-DELIVERY" }, "an event of Discord's could not be taken", error),
    );
  };
  return {
    deferred: commands.deferred,
    rest: () => {
      resting = true;
    },
    events: {
      GUILD_CREATE: ({ channels, threads: open }: GatewayGuildCreateDispatchData) => {
        for (const channel of [...channels, ...open]) places.know(channel as APIChannel);
      },
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

/** What is said, and taken back. */
function messagesIn(places: Rooms, { host, outbound, self }: ListeningOptions) {
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
  return {
    said: async (data: GatewayMessageCreateDispatchData): Promise<void> => {
      const { channel_id: id, author } = data;
      if (author.id === self.id) return talk.heard(id, author.id);
      if (!isSaid(data)) return;
      const channel = await places.of(id);
      const addressing = await addressingIn(channel, data);
      if (channel.thread) talk.heard(id, author.id);
      await host.receive(toMessageAsk(data, channel.where, addressing, self));
    },
    deleted: async (channel: Snowflake, ids: readonly Snowflake[]): Promise<void> => {
      const { where } = await places.of(channel);
      for (const id of ids) await host.receive(toDeleted(channel, id, where.place));
    },
  };
}
