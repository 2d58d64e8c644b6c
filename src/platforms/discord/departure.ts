import { AsyncLocalStorage } from "node:async_hooks";
import { DefaultRestOptions, type RESTOptions } from "discord.js";
import type { Still, Wire } from "../shared/wire.ts";
import { NotSent } from "./failures.ts";

export type Send = RESTOptions["makeRequest"];

/** Where bytes leave for Discord: the library's queues, in which a request may have waited for long, are behind it. */
export interface Departure {
  readonly send: Send;
  /** The same wire, whose requests take their last look here. */
  guarded(wire: Wire): Wire;
}

export function departure(send: Send = DefaultRestOptions.makeRequest): Departure {
  const permission = new AsyncLocalStorage<Still>();
  return {
    send: async (url, init) => {
      await permission.getStore()?.().catch(notSent);
      return send(url, init);
    },
    guarded: (wire) => ({
      ...wire,
      create: (part, still) => permission.run(still, () => wire.create(part, still)),
      edit: (id, text, still) => permission.run(still, () => wire.edit(id, text, still)),
      remove: (id, still) => permission.run(still, () => wire.remove(id, still)),
    }),
  };
}

function notSent(cause: unknown): never {
  throw new NotSent(cause);
}
