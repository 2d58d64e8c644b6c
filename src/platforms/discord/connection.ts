import { Client, GatewayDispatchEvents, GatewayIntentBits, type REST, Routes } from "discord.js";
import type { Clock, Logger } from "../../core/ports.ts";
import type { Secret } from "../../core/secret.ts";
import { type Departure, departure } from "./departure.ts";
import { orUnknown, toConfigError } from "./failures.ts";
import { vigil } from "./vigil.ts";

export interface ConnectionOptions {
  readonly token: Secret;
  readonly apiUrl: string | null;
  readonly clock: Clock;
  readonly log: Logger;
}

/** What is done with each event, by its name in the gateway's own terms. */
export type Ears = Readonly<Record<"events", Readonly<Record<string, (data: never) => void>>>>;

/** The gateway, and the way out for requests beside it. */
export interface Connection {
  readonly departure: Departure;
  /** Resolves once the gateway has taken us. */
  open(readsMessages: boolean, ears: Ears): Promise<void>;
  close(): Promise<void>;
}

const requestMs = 15_000;
/** discord.js waits half a minute for the farewell of a socket that is dead. */
const farewellMs = 3_000;

const intents = [
  GatewayIntentBits.Guilds,
  GatewayIntentBits.GuildMessages,
  GatewayIntentBits.DirectMessages,
  GatewayIntentBits.GuildMessageReactions,
  GatewayIntentBits.DirectMessageReactions,
];

export function connection({ token, apiUrl, clock, log }: ConnectionOptions): Connection {
  // What may be repeated, and when, is known by whoever sends a reply: the library repeats nothing by itself.
  const api = apiUrl === null ? {} : { api: withoutVersion(apiUrl) };
  const options = { ...api, version: "10", timeout: requestMs, retries: 0 } as const;
  const out = departure({ rest: options, clock, log });
  out.rest.setToken(token.reveal());
  let client: Client | null = null;
  return {
    departure: out,
    open: async (readsMessages, ears) => {
      client = new Client({
        shards: "auto", // as many as Discord asks for
        intents: readsMessages ? [...intents, GatewayIntentBits.MessageContent] : intents,
        rest: { ...options, retries: 3, makeRequest: out.send },
        ws: { buildStrategy: vigil },
      });
      takeNothing(client);
      complete(client.rest);
      listen(client, ears, log);
      await client.login(token.reveal());
      tellRefusals(client, log);
    },
    close: async () => {
      client?.removeAllListeners("shardReconnecting"); // this farewell is no trouble
      const gone = client?.destroy();
      await Promise.race([gone, new Promise((resolve) => setTimeout(resolve, farewellMs).unref())]);
      client = null;
    },
  };
}

/** The library adds it itself, and people copy addresses that have it. */
const withoutVersion = (apiUrl: string): string => apiUrl.replace(/\/v\d+$/, "");

/**
 * Every event is taken as it comes, and nothing is read from the library's caches: it is to fill none. A server that
 * leaves out what it reads there, such as an interaction's entitlements, would end the program.
 */
function takeNothing(client: Client): void {
  client.ws["handlePacket"] = () => false;
}

const uncounted = { total: 1_000, remaining: 1_000, reset_after: 0, max_concurrency: 1 };

/** The library cannot do without how many shards are wanted and how often it may log in. Not every server counts. */
function complete(rest: REST): void {
  const get = rest.get.bind(rest);
  rest.get = async (route, options) => {
    if (route !== Routes.gatewayBot()) return get(route, options);
    const told = (await orUnknown(get(route, options))) ?? (await get(Routes.gateway(), options));
    return { shards: 1, session_start_limit: uncounted, ...(told as object) };
  };
}

/** Who was let in and is sent away for good hears nothing more: the library does not come back, and says it to nobody. */
function tellRefusals(client: Client, log: Logger): void {
  client.on("shardError", (error, shard) => {
    const refusal = toConfigError(error);
    if (refusal) log.error({ shard, code: refusal.code }, `Nothing more is heard from Discord. ${refusal.message}`);
  });
}

function listen(client: Client, { events }: Ears, log: Logger): void {
  for (const [name, hear] of Object.entries(events)) client.ws.on(name as never, hear as never);
  client.on("shardReconnecting", (shard) =>
    log.warn({ shard }, "the connection to Discord broke; it is taken up again"),
  );
  client.ws.on(GatewayDispatchEvents.Resumed, (_data: unknown, shard: number) =>
    log.info({ shard }, "connected to Discord again"),
  );
  client.on("shardError", (error, shard) => log.debug({ shard }, `Discord's gateway: ${error.message}`));
  client.on("error", (error) => log.error({ code: "E-PLATFORM-DELIVERY" }, "the Discord library failed", error));
}
