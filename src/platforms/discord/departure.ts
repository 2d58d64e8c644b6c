import { AsyncLocalStorage } from "node:async_hooks";
import { REST, type RESTOptions } from "discord.js";
import type { Clock, Logger } from "../../core/ports.ts";
import { GrownOld, lapsing, lookingBack, permissionHere, permitted, withhold } from "../shared/last-look.ts";
import { NotSent, type Wire } from "../shared/wire.ts";
import { cautious, type Send } from "./caution.ts";
import { pace } from "./pace.ts";

/** What nobody misses when Discord has no room for it. */
export type Leisure = "typing" | "progress";

/** Discord takes fifty in a second. Those that stood still together and a second's own are no more than that. */
const evenly = { perSecond: 40, atOnce: 2, underWay: 8 };
/** Of each second's requests so many are left to what matters more. */
const reserved: Readonly<Record<Leisure, number>> = { typing: 20, progress: 12 };

export interface DepartureOptions {
  readonly rest: Partial<RESTOptions>;
  readonly clock: Clock;
  readonly log: Logger;
}

/** Where requests leave for Discord: in the library's queues, which are before that, they may have waited for long. */
export interface Departure {
  readonly rest: REST;
  /** For the library's own requests. */
  readonly send: Send;
  /** The same wire, whose requests take their last look just before their first byte. */
  guarded(wire: Wire): Wire;
  /** Nothing of it is sent any more once so much time has passed; null: whenever it can be. */
  inTime<T>(ms: number | null, work: () => Promise<T>): Promise<T>;
  /**
   * Does it where there is room at once: nothing of it waits for a limit, and under pressure it is not even begun. False
   * where it was left out.
   */
  whenRoom(leisure: Leisure, work: () => Promise<void>): Promise<boolean>;
}

const leisurely = new AsyncLocalStorage<Leisure>();

export function departure(options: DepartureOptions, makeRequest?: Send): Departure {
  const { clock } = options;
  const send = cautious(makeRequest ?? sending(), options);
  const even = pace({ clock, ...evenly });
  const rest = new REST({
    ...options.rest,
    globalRequestsPerSecond: evenly.perSecond,
    makeRequest: (url, init) => {
      const leave = async (): ReturnType<Send> => {
        await permissionHere()?.().catch(withhold);
        return send(url, init).catch((error) => (error instanceof GrownOld ? leave() : Promise.reject(error)));
      };
      return isCounted(init) ? even.through(leave) : leave();
    },
    rejectOnRateLimit: () => leisurely.getStore() !== undefined,
  });
  const whenRoom: Departure["whenRoom"] = async (leisure, work) => {
    if (even.isFull() || isShort(rest, leisure)) return false;
    return leisurely.run(leisure, work).then(() => true, leftOut);
  };
  return {
    rest,
    send,
    guarded: (wire) => ({
      ...wire,
      create: (part, still) => permitted(still, () => wire.create(part, still)),
      edit: (id, text, still) => permitted(still, () => wire.edit(id, text, still)),
      remove: (id, still) => permitted(still, () => wire.remove(id, still)),
      typing: async () => void (await whenRoom("typing", wire.typing)),
    }),
    inTime: (ms, work) => (ms === null ? work() : permitted(lapsing(ms, clock), work)),
    whenRoom,
  };
}

/** The library's own types are of another version of the same client. */
const sending = (): Send => lookingBack() as unknown as Send;

/** What answers an interaction goes by its token, and not by the limit of the bot. */
const isCounted = ({ headers }: Parameters<Send>[1]): boolean =>
  new Headers(headers as Record<string, string>).has("authorization");

/** By the library's own count of this second, or because others wait already. */
const isShort = ({ globalDelay, globalRemaining, globalReset }: REST, leisure: Leisure): boolean =>
  globalDelay !== null || (globalReset > Date.now() && globalRemaining <= reserved[leisure]);

/** Also where the library itself had no room. */
function leftOut(error: unknown): false {
  if (error instanceof NotSent) return false;
  throw error;
}
