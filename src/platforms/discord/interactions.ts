import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIChannel,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  ApplicationCommandType,
  InteractionType,
  type Snowflake,
} from "discord.js";
import type { AnyCommand } from "../../core/commands/definition.ts";
import { formFor, offered } from "../../core/commands/form.ts";
import type { AdapterHost } from "../../core/platform.ts";
import type { Clock } from "../../core/ports.ts";
import { commandIn } from "../../core/reply.ts";
import type { Locale } from "../../core/session.ts";
import { words } from "../../locales/words.ts";
import { type Called, calledBy } from "./commands.ts";
import { complete } from "./completions.ts";
import { isAnsweredBefore } from "./failures.ts";
import { filledIn, toModal } from "./forms.ts";
import { localeIn, toCommandAsk } from "./inbound.ts";
import { mayRecover } from "./insistently.ts";
import type { Outbound, Ticket } from "./outbound.ts";
import { type Channel, isWhole, type Rooms } from "./rooms.ts";

export interface InteractionsOptions {
  readonly host: AdapterHost;
  readonly outbound: Outbound;
  readonly places: Rooms;
  readonly commands: readonly AnyCommand[];
  readonly locale: Locale;
  readonly clock: Clock;
}

/** Slash commands, their forms and the buttons that offer them, from their arrival to "thinking". */
export interface Interactions {
  take(interaction: APIInteraction): Promise<void>;
  /** Whether "thinking" stands where this one was sent; undefined where an earlier run has heard it. */
  deferred(interaction: Snowflake): Promise<boolean> | undefined;
}

type Call = APIChatInputApplicationCommandInteraction | APIModalSubmitInteraction | APIMessageComponentInteraction;

/** Bounds what is remembered: the time of an interaction is over after a quarter of an hour. */
const remembered = 1_000;

export function interactions(options: InteractionsOptions): Interactions {
  const { host, outbound, places, commands, locale, clock } = options;
  const deferrals = new Map<Snowflake, Promise<boolean>>();
  const remember = (interaction: Snowflake, deferral: Promise<boolean>): void => {
    deferrals.set(interaction, deferral);
    const [oldest] = deferrals.keys();
    if (deferrals.size > remembered && oldest !== undefined) deferrals.delete(oldest);
  };
  const ask = async (data: Call, called: Called): Promise<void> => {
    const { where } = await channelOf(data, places);
    const hidden = isPrivate(called.command, commands);
    const durable = host.receive(toCommandAsk(data, called, where, { hidden, now: clock.now() }));
    // Heard again, what stands there already stands there, whatever another try would say.
    const before = deferrals.get(data.id) ?? Promise.resolve(false);
    const deferral = durable.then(async () => (await before) || defer(data, hidden, outbound));
    remember(
      data.id,
      deferral.catch(() => false),
    );
    await durable;
  };
  /** To open a form is nothing that is kept: it comes back as an ask of its own. */
  const call = async (data: APIChatInputApplicationCommandInteraction): Promise<unknown> => {
    const called = calledBy(data);
    const command = commands.find(({ name }) => name === called.command);
    const form = command ? formFor(command, called.values, localeIn(data) ?? locale) : null;
    return form ? outbound.openForm(ticketOf(data), toModal(form, called.values)) : ask(data, called);
  };
  /** Whoever presses is asked, or answered, where they alone see it. */
  const begin = async (data: APIMessageComponentInteraction): Promise<unknown> => {
    const name = commandIn(data.data.custom_id) ?? "";
    const reads = localeIn(data) ?? locale;
    const begun = offered(commands.find((one) => one.name === name) ?? null, reads);
    if (begun === null) return outbound.say(ticketOf(data), words(reads).press.unknown());
    if (begun === "call") return ask(data, { command: name, values: {} });
    return outbound.openForm(ticketOf(data), toModal(begun, {}));
  };
  const submit = async (data: APIModalSubmitInteraction): Promise<unknown> => {
    const called = filledIn(data.data, commands);
    return called ? ask(data, called) : outbound.say(ticketOf(data), words(localeIn(data) ?? locale).form.outdated());
  };
  return {
    take: async (interaction) => {
      if (isCommand(interaction)) await call(interaction);
      else if (isSubmission(interaction)) await submit(interaction);
      else if (isOffered(interaction)) await begin(interaction);
      else if (isTyping(interaction)) await complete(interaction, ticketOf(interaction), options);
    },
    deferred: (interaction) => deferrals.get(interaction),
  };
}

const isCommand = (data: APIInteraction): data is APIChatInputApplicationCommandInteraction =>
  data.type === InteractionType.ApplicationCommand && data.data.type === ApplicationCommandType.ChatInput;

const isSubmission = (data: APIInteraction): data is APIModalSubmitInteraction =>
  data.type === InteractionType.ModalSubmit;

const isOffered = (data: APIInteraction): data is APIMessageComponentInteraction =>
  data.type === InteractionType.MessageComponent && commandIn(data.data.custom_id) !== null;

const isTyping = (data: APIInteraction): data is APIApplicationCommandAutocompleteInteraction =>
  data.type === InteractionType.ApplicationCommandAutocomplete;

/** An interaction comes also from where we cannot look: most of them tell their channel themselves. */
const channelOf = ({ channel, channel_id, guild_id }: Call, places: Rooms): Promise<Channel> =>
  channel && isWhole(channel as APIChannel)
    ? places.told({ ...channel, guild_id } as APIChannel)
    : places.of(channel_id ?? "", guild_id ?? null);

/** Static by the command, so that it is known before anything is answered. */
const isPrivate = (name: string, commands: readonly AnyCommand[]): boolean =>
  commands.some((command) => command.name === name && command.visibility === "person");

const ticketOf = ({ application_id: application, id: interaction, token }: APIInteraction): Ticket => ({
  application,
  interaction,
  token,
});

/** Three seconds are short: what may have got lost on its way is sent again at once. */
const deferralsAtMost = 3;

async function defer(data: APIInteraction, hidden: boolean, outbound: Outbound): Promise<boolean> {
  for (let tries = 1; ; tries++) {
    try {
      await outbound.defer(ticketOf(data), hidden);
      return true;
    } catch (error) {
      if (isAnsweredBefore(error)) return true;
      if (tries === deferralsAtMost || !mayRecover(error)) return false;
    }
  }
}
