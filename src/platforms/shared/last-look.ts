import { AsyncLocalStorage } from "node:async_hooks";
import { Agent, DecoratorHandler, type Dispatcher, fetch, type RequestInit, type Response } from "undici";
import type { Clock } from "../../core/ports.ts";
import type { Still } from "./wire.ts";

/** The permission had grown old by the time that a socket was there, and not one byte was sent. */
export class GrownOld extends Error {
  constructor(cause: unknown) {
    super("a request had to wait for longer than its permission holds", { cause });
  }
}

/** A request that may not be sent any more, because of its cause. */
export class Withheld extends Error {
  constructor(cause: unknown) {
    super("a request was withheld", { cause });
  }
}

export const withhold = (cause: unknown): never => {
  throw new Withheld(cause);
};

/** One for the process, and not for each connection: every such storage makes every promise a little slower. */
const permission = new AsyncLocalStorage<Still>();

/** Whatever the work sends is sent as long as this is given. */
export const permitted = <T>(still: Still, work: () => Promise<T>): Promise<T> => permission.run(still, work);

/** What has been given for what is being done here; where nothing has, all may be sent. */
export const permissionHere = (): Still | undefined => permission.getStore();

export type Fetch = (url: string, init?: RequestInit) => Promise<Response>;

/**
 * Makes requests that take their last look when the socket takes their first byte. Between any earlier look and that,
 * this process may stand still for as long as it likes, and be replaced. Rejects with GrownOld where it is too late.
 */
export function lookingBack(): Fetch {
  const agent = new Agent();
  return async (url, init) => {
    const still = permissionHere();
    let withheld = false;
    const isOld = (): boolean => {
      withheld = still?.isOld() ?? false;
      return withheld;
    };
    const dispatcher = agent.compose((dispatch) => (options, handler) => dispatch(options, lastLook(handler, isOld)));
    try {
      return await fetch(url, { ...init, dispatcher });
    } catch (error) {
      throw withheld ? new GrownOld(error) : error;
    }
  };
}

function lastLook(handler: Dispatcher.DispatchHandler, isOld: () => boolean): Dispatcher.DispatchHandler {
  const looking: Dispatcher.DispatchHandler = new DecoratorHandler(handler);
  const start = looking.onRequestStart?.bind(looking);
  looking.onRequestStart = (controller, context) => {
    start?.(controller, context);
    // Thrown, and not aborted: the socket stays, and the next look waits for none.
    if (isOld()) throw new Error("not sent");
  };
  return looking;
}

/** A permission that ends after so much time, and is not given again. */
export function lapsing(ms: number, clock: Pick<Clock, "now">): Still {
  const end = clock.now().getTime() + ms;
  const isOld = (): boolean => clock.now().getTime() > end;
  const still = async (): Promise<void> => {
    if (isOld()) throw new Error("it is of no worth any more");
  };
  return Object.assign(still, { isOld });
}
