import {
  type APIApplication,
  type APIApplicationCommand,
  type APIApplicationCommandOptionChoice,
  type APIChannel,
  type APIInteractionResponse,
  type APIMessage,
  type APIModalInteractionResponseCallbackData,
  type APIUser,
  InteractionResponseType,
  MessageFlags,
  type REST,
  type RESTAPIPartialCurrentUserGuild,
  type RESTPostAPIChannelMessageJSONBody,
  Routes,
  type Snowflake,
} from "discord.js";
import type { Rows } from "./buttons.ts";
import { isAnsweredBefore, isGone, orUnknown, toPlatformError } from "./failures.ts";
import { isLater } from "./snowflakes.ts";

const commandsAt = (application: Snowflake, guild: Snowflake | null) =>
  guild === null ? Routes.applicationCommands(application) : Routes.applicationGuildCommands(application, guild);

/** One message of a channel. */
export interface Spot {
  readonly channel: Snowflake;
  readonly message: Snowflake;
}

/** What a message shows. */
export interface Face {
  readonly text: string;
  /** Where there are none, those that stood there go. */
  readonly rows?: Rows;
}

export interface Post extends Face {
  /** Null where it does not matter if it comes twice. */
  readonly nonce: string | null;
  readonly replyTo: Spot | null;
}

/** What an interaction is answered by, for a quarter of an hour. */
export interface Ticket {
  readonly application: Snowflake;
  readonly interaction: Snowflake;
  readonly token: string;
}

/** Text mentions nobody, whatever stands in it, and unfurls nothing. */
const quiet = { allowed_mentions: { parse: [], replied_user: false }, flags: MessageFlags.SuppressEmbeds };
const largestPage = 100;
export const largestGuildPage = 200;

const bodyOf = ({ text, rows = [] }: Face) => ({ ...quiet, content: text, components: [...rows] });

/** Everything that leaves for Discord. Each rejects with a PlatformError. */
export class Outbound {
  readonly #rest: REST;

  constructor(rest: REST) {
    this.#rest = rest;
  }

  async post(channel: Snowflake, { nonce, replyTo, ...face }: Post): Promise<Snowflake> {
    const reference = replyTo && {
      message_id: replyTo.message,
      channel_id: replyTo.channel,
      fail_if_not_exists: false,
    };
    const body: RESTPostAPIChannelMessageJSONBody = {
      ...bodyOf(face),
      ...(nonce !== null && { nonce, enforce_nonce: true }),
      ...(reference && { message_reference: reference }),
    };
    const { id } = await this.#ask<APIMessage>(() => this.#rest.post(Routes.channelMessages(channel), { body }));
    return id;
  }

  /** False where the message is not there any more. */
  edit({ channel, message }: Spot, face: Face): Promise<boolean> {
    const body = bodyOf(face);
    return this.#whether(() => this.#rest.patch(Routes.channelMessage(channel, message), { body }));
  }

  async remove({ channel, message }: Spot): Promise<void> {
    await this.#whether(() => this.#rest.delete(Routes.channelMessage(channel, message)));
  }

  /** Messages before or after this one, at most a hundred, the oldest first. */
  history({ channel, message }: Spot, side: "before" | "after"): Promise<readonly APIMessage[]> {
    return this.#page(channel, { [side]: message });
  }

  /** The last ones, at most a hundred, the oldest first. */
  newest(channel: Snowflake): Promise<readonly APIMessage[]> {
    return this.#page(channel, {});
  }

  async #page(channel: Snowflake, side: Readonly<Record<string, Snowflake>>): Promise<readonly APIMessage[]> {
    const query = new URLSearchParams({ ...side, limit: String(largestPage) });
    const page = await this.#ask<APIMessage[]>(() => this.#rest.get(Routes.channelMessages(channel), { query }));
    return page.toSorted((a, b) => (isLater(a.id, b.id) ? 1 : -1));
  }

  /** Null where it is not there. */
  async message({ channel, message }: Spot): Promise<APIMessage | null> {
    try {
      return (await this.#rest.get(Routes.channelMessage(channel, message))) as APIMessage;
    } catch (error) {
      if (isGone(error)) return null;
      throw toPlatformError(error);
    }
  }

  /** The direct messages with a person. */
  async directWith(person: Snowflake): Promise<Snowflake> {
    const body = { recipient_id: person };
    const { id } = await this.#ask<APIChannel>(() => this.#rest.post(Routes.userChannels(), { body }));
    return id;
  }

  channel(id: Snowflake): Promise<APIChannel> {
    return this.#ask(() => this.#rest.get(Routes.channel(id)));
  }

  /** Best effort. */
  async typing(channel: Snowflake): Promise<void> {
    await this.#rest.post(Routes.channelTyping(channel)).catch(() => {});
  }

  /** "Familiar is thinking", seen by everyone or by the asking person alone. */
  async defer({ interaction, token }: Ticket, hidden: boolean): Promise<void> {
    const body = { type: 5, data: { flags: hidden ? MessageFlags.Ephemeral : 0 } };
    await this.#ask(() => this.#rest.post(Routes.interactionCallback(interaction, token), { body, auth: false }));
  }

  /** A line for the asking person alone. */
  say(ticket: Ticket, text: string): Promise<boolean> {
    const data = { ...bodyOf({ text }), flags: quiet.flags | MessageFlags.Ephemeral };
    return this.#respond(ticket, { type: InteractionResponseType.ChannelMessageWithSource, data });
  }

  /** Says to Discord that a press was heard; nobody sees anything. */
  acknowledge(ticket: Ticket): Promise<boolean> {
    return this.#respond(ticket, { type: InteractionResponseType.DeferredMessageUpdate });
  }

  openForm(ticket: Ticket, data: APIModalInteractionResponseCallbackData): Promise<boolean> {
    return this.#respond(ticket, { type: InteractionResponseType.Modal, data });
  }

  offer(ticket: Ticket, choices: APIApplicationCommandOptionChoice[]): Promise<boolean> {
    const type = InteractionResponseType.ApplicationCommandAutocompleteResult as const;
    return this.#respond(ticket, { type, data: { choices } });
  }

  /** The first answer to an interaction. False where it has one, or its three seconds are over. */
  async #respond({ interaction, token }: Ticket, body: APIInteractionResponse): Promise<boolean> {
    const route = Routes.interactionCallback(interaction, token);
    try {
      return await this.#whether(() => this.#rest.post(route, { body, auth: false }));
    } catch (error) {
      if (isAnsweredBefore(error)) return false;
      throw error;
    }
  }

  /** Shows something else in the message that bears the button. */
  turn(ticket: Ticket, face: Face): Promise<boolean> {
    return this.#respond(ticket, { type: InteractionResponseType.UpdateMessage, data: bodyOf(face) });
  }

  /** False where the answer was never begun, or its quarter of an hour is over. */
  answer({ application, token }: Ticket, face: Face): Promise<boolean> {
    const body = bodyOf(face);
    return this.#whether(() => this.#rest.patch(Routes.webhookMessage(application, token), { body, auth: false }));
  }

  /** One more message to an interaction, for the asking person alone. It has no nonce. */
  async add({ application, token }: Ticket, face: Face): Promise<Snowflake> {
    const body = { ...bodyOf(face), flags: quiet.flags | MessageFlags.Ephemeral };
    const query = new URLSearchParams({ wait: "true" });
    const route = Routes.webhook(application, token);
    return (await this.#ask<APIMessage>(() => this.#rest.post(route, { body, query, auth: false }))).id;
  }

  editAdded({ application, token }: Ticket, message: Snowflake, face: Face): Promise<boolean> {
    const body = bodyOf(face);
    const route = Routes.webhookMessage(application, token, message);
    return this.#whether(() => this.#rest.patch(route, { body, auth: false }));
  }

  async removeAnswer({ application, token }: Ticket, message: Snowflake | "@original"): Promise<void> {
    const route = Routes.webhookMessage(application, token, message);
    await this.#whether(() => this.#rest.delete(route, { auth: false }));
  }

  async application(): Promise<APIApplication> {
    const asked = (route: `/${string}`) => this.#ask<APIApplication>(() => this.#rest.get(route));
    // What only speaks Discord's protocol may know the older of two ways alone.
    return (await orUnknown(asked(Routes.currentApplication()))) ?? asked(Routes.oauth2CurrentApplication());
  }

  /** The bot's own. */
  account(): Promise<APIUser> {
    return this.#ask(() => this.#rest.get(Routes.user()));
  }

  /** The servers it is in, after this one; at most 200. */
  guilds(after: Snowflake): Promise<readonly RESTAPIPartialCurrentUserGuild[]> {
    const query = new URLSearchParams({ after, limit: String(largestGuildPage) });
    return this.#ask(() => this.#rest.get(Routes.userGuilds(), { query }));
  }

  /** Those of one guild, or of all. */
  async commands(application: Snowflake, guild: Snowflake | null): Promise<APIApplicationCommand[]> {
    const query = new URLSearchParams({ with_localizations: "true" });
    const route = commandsAt(application, guild);
    return (await orUnknown(this.#ask<APIApplicationCommand[]>(() => this.#rest.get(route, { query })))) ?? [];
  }

  async setCommands(application: Snowflake, guild: Snowflake | null, body: readonly unknown[]): Promise<void> {
    await this.#ask(() => this.#rest.put(commandsAt(application, guild), { body }));
  }

  async #ask<T>(request: () => Promise<unknown>): Promise<T> {
    try {
      return (await request()) as T;
    } catch (error) {
      throw toPlatformError(error);
    }
  }

  async #whether(request: () => Promise<unknown>): Promise<boolean> {
    try {
      await request();
      return true;
    } catch (error) {
      if (isGone(error)) return false;
      throw toPlatformError(error);
    }
  }
}
