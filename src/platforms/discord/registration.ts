import type { Snowflake } from "discord.js";
import type { AnyCommand } from "../../core/commands/definition.ts";
import { difference, type Registered, toDiscordCommands } from "./commands.ts";
import type { Outbound } from "./outbound.ts";

export interface RegistrationOptions {
  readonly outbound: Outbound;
  readonly application: Snowflake;
  /** Where commands are used; empty: everywhere, and in direct messages. */
  readonly guilds: readonly Snowflake[];
}

/** Brings what is registered to what there is, and writes nothing where it is the same already. */
export async function register(
  commands: readonly AnyCommand[],
  { outbound, application, guilds }: RegistrationOptions,
): Promise<void> {
  const bring = async (guild: Snowflake | null, wanted: readonly Registered[]): Promise<void> => {
    const changes = difference(await outbound.commands(application, guild), wanted);
    if (changes) await outbound.setCommands(application, guild, changes);
  };
  const all = toDiscordCommands(commands);
  await bring(null, guilds.length === 0 ? all : []);
  for (const guild of guilds) await bring(guild, all.map(ofGuild));
}

/** There is no other place in which one of a guild's might be used. */
const ofGuild = ({ contexts: _everywhere, ...command }: Registered): Registered => command;
