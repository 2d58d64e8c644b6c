import type { APIApplication } from "discord.js";
import type { Self } from "./inbound.ts";
import type { Outbound } from "./outbound.ts";

export interface Identity extends Self {
  /** Older applications have another id than their bot. */
  readonly application: string;
  readonly reads: boolean;
}

const contentFlags = (1 << 18) | (1 << 19);

/** Whether the portal lets it read messages that do not mention it. */
export const readsMessages = ({ flags }: Pick<APIApplication, "flags">): boolean => ((flags ?? 0) & contentFlags) !== 0;

/** The application's bot account. */
async function whoAmI(outbound: Outbound): Promise<Identity> {
  const app = await outbound.application();
  const { id: application, bot, name } = app;
  return { application, id: bot?.id ?? application, name: bot?.username ?? name, reads: readsMessages(app) };
}

/** Asks Discord who we are until it tells, and then no more. */
export interface Introduction {
  ask(): Promise<Identity>;
  /** Null before the first answer. */
  known(): Identity | null;
}

export function introduction(outbound: Outbound): Introduction {
  let known: Identity | null = null;
  let asked: Promise<Identity> | null = null;
  const ask = async (): Promise<Identity> => {
    try {
      known = await whoAmI(outbound);
      return known;
    } catch (error) {
      asked = null;
      throw error;
    }
  };
  return {
    ask: () => {
      asked ??= ask();
      return asked;
    },
    known: () => known,
  };
}
