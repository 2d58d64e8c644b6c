import type { APIApplication, APIUser } from "discord.js";
import { orUnknown } from "./failures.ts";
import type { Self } from "./inbound.ts";
import type { Outbound } from "./outbound.ts";

export interface Identity extends Self {
  /** Older applications have another id than their bot. */
  readonly application: string;
  /** Null where it is not told: then it can only be tried. */
  readonly reads: boolean | null;
}

const contentFlags = (1 << 18) | (1 << 19);

/** Whether the portal lets it read messages that do not mention it. */
export const readsMessages = ({ flags }: Pick<APIApplication, "flags">): boolean | null =>
  flags === undefined ? null : (flags & contentFlags) !== 0;

/** The application's bot account. Discord tells both together; where one is missing, the other stands for it. */
async function whoAmI(outbound: Outbound): Promise<Identity> {
  const app = await orUnknown(outbound.application());
  const bot = app?.bot ?? (await account(outbound, app));
  const reads = app && readsMessages(app);
  return { application: app?.id ?? bot.id, id: bot.id, name: bot.username, reads };
}

async function account(outbound: Outbound, app: APIApplication | null): Promise<Pick<APIUser, "id" | "username">> {
  if (!app) return outbound.account();
  return (await orUnknown(outbound.account())) ?? { id: app.id, username: app.name };
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
