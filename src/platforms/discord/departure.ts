import { AsyncLocalStorage } from "node:async_hooks";
import { DefaultRestOptions, REST, type RESTOptions } from "discord.js";
import type { Still, Wire } from "../shared/wire.ts";
import { Withheld } from "./failures.ts";

export type Send = RESTOptions["makeRequest"];

/** What nobody misses when Discord has no room for it. */
export type Leisure = "typing" | "progress";

/** Of each second's requests so many are left to what matters more. */
const reserved: Readonly<Record<Leisure, number>> = { typing: 25, progress: 15 };

/** Where requests leave for Discord: in the library's queues, which are before that, they may have waited for long. */
export interface Departure {
  readonly rest: REST;
  /** The same wire, whose requests take their last look just before their first byte. */
  guarded(wire: Wire): Wire;
  /** Does it where there is room at once: nothing of it waits for a limit, and under pressure it is not even begun. */
  whenRoom(leisure: Leisure, work: () => Promise<void>): Promise<void>;
}

export function departure(options: Partial<RESTOptions>, send: Send = DefaultRestOptions.makeRequest): Departure {
  const permission = new AsyncLocalStorage<Still>();
  const leisurely = new AsyncLocalStorage<Leisure>();
  const rest = new REST({
    ...options,
    makeRequest: async (url, init) => {
      await permission.getStore()?.().catch(withhold);
      return send(url, init);
    },
    rejectOnRateLimit: () => leisurely.getStore() !== undefined,
  });
  const whenRoom: Departure["whenRoom"] = async (leisure, work) => {
    if (!isShort(rest, leisure)) await leisurely.run(leisure, work);
  };
  return {
    rest,
    guarded: (wire) => ({
      ...wire,
      create: (part, still) => permission.run(still, () => wire.create(part, still)),
      edit: (id, text, still) => permission.run(still, () => wire.edit(id, text, still)),
      remove: (id, still) => permission.run(still, () => wire.remove(id, still)),
      typing: () => whenRoom("typing", wire.typing),
    }),
    whenRoom,
  };
}

/** By the library's own count of this second, or because others wait already. */
const isShort = ({ globalDelay, globalRemaining, globalReset }: REST, leisure: Leisure): boolean =>
  globalDelay !== null || (globalReset > Date.now() && globalRemaining <= reserved[leisure]);

function withhold(cause: unknown): never {
  throw new Withheld(cause);
}
