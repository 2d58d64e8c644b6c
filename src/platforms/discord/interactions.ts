import {
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  ApplicationCommandType,
  InteractionType,
  type Snowflake,
} from "discord.js";
import type { AnyCommand } from "../../core/commands/definition.ts";
import type { AdapterHost } from "../../core/platform.ts";
import { calledBy } from "./commands.ts";
import { isAnsweredBefore } from "./failures.ts";
import { toCommandAsk } from "./inbound.ts";
import type { Outbound } from "./outbound.ts";
import type { Rooms } from "./rooms.ts";

export interface InteractionsOptions {
  readonly host: AdapterHost;
  readonly outbound: Outbound;
  readonly places: Rooms;
  readonly commands: readonly AnyCommand[];
}

/** Slash commands, from their arrival to "thinking". */
export interface Interactions {
  take(interaction: APIInteraction): Promise<void>;
  /** Whether "thinking" stands where this one was sent; undefined where an earlier run has heard it. */
  deferred(interaction: Snowflake): Promise<boolean> | undefined;
}

/** Bounds what is remembered: the time of an interaction is over after a quarter of an hour. */
const remembered = 1_000;

export function interactions({ host, outbound, places, commands }: InteractionsOptions): Interactions {
  const deferrals = new Map<Snowflake, Promise<boolean>>();
  const remember = (interaction: Snowflake, deferral: Promise<boolean>): void => {
    deferrals.set(interaction, deferral);
    const [oldest] = deferrals.keys();
    if (deferrals.size > remembered && oldest !== undefined) deferrals.delete(oldest);
  };
  const run = async (data: APIChatInputApplicationCommandInteraction): Promise<void> => {
    const { where } = await places.of(data.channel.id);
    const hidden = isPrivate(calledBy(data).command, commands);
    const durable = host.receive(toCommandAsk(data, where, hidden));
    const deferral = durable.then(() => defer(data, hidden, outbound));
    remember(
      data.id,
      deferral.catch(() => false),
    );
    await durable;
  };
  return {
    take: async (interaction) => {
      if (isCommand(interaction)) await run(interaction);
    },
    deferred: (interaction) => deferrals.get(interaction),
  };
}

const isCommand = (data: APIInteraction): data is APIChatInputApplicationCommandInteraction =>
  data.type === InteractionType.ApplicationCommand && data.data.type === ApplicationCommandType.ChatInput;

/** Static by the command, so that it is known before anything is answered. */
const isPrivate = (name: string, commands: readonly AnyCommand[]): boolean =>
  commands.some((command) => command.name === name && command.visibility === "person");

async function defer(data: APIInteraction, hidden: boolean, outbound: Outbound): Promise<boolean> {
  const { application_id: application, id: interaction, token } = data;
  try {
    await outbound.defer({ application, interaction, token }, hidden);
    return true;
  } catch (error) {
    return isAnsweredBefore(error);
  }
}
