import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { type ClientWire, clientWire } from "../client-wire.ts";
import { type ConnectionRules, connection } from "./connection.ts";
import type { Faults } from "./faults.ts";
import type { Feed } from "./feed.ts";
import { guildPayload } from "./guild-payloads.ts";
import { applicationFlags, intents, isDisallowed, isValid } from "./intents.ts";
import type { Settings } from "./options.ts";
import { userPayload } from "./payloads.ts";
import type { Session, Sessions } from "./sessions.ts";
import type { World } from "./world.ts";

/** What befalls the sockets of one process (`bot`), or of all. */
export type GatewayAction =
  /** Every connection breaks. */
  | { readonly type: "drop"; readonly bot?: string }
  | { readonly type: "close"; readonly code: number; readonly bot?: string }
  /** Opcode 7. */
  | { readonly type: "reconnect"; readonly bot?: string }
  /** Opcode 9. */
  | { readonly type: "invalid"; readonly resumable: boolean; readonly bot?: string }
  /** The sockets that are open stay so, and nothing goes in or out any more; new ones are well. */
  | { readonly type: "half-open"; readonly bot?: string }
  /** No session can be resumed. */
  | { readonly type: "forget" };

export interface Gateway {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, bot: string): void;
  act(action: GatewayAction): void;
  identifies(): number;
  /** Whether the token was reset, because of too many identifies. */
  isReset(): boolean;
  remaining(): number;
  close(): void;
}

interface GatewayOptions {
  readonly settings: Settings;
  readonly now: () => number;
  readonly speed: () => number;
  readonly faults: () => Faults;
  readonly world: World;
  readonly sessions: Sessions;
  readonly feed: Feed;
  /** The gateway's address for this process. */
  readonly url: (bot: string) => string;
}

const day = 86_400_000;

export function gateway(options: GatewayOptions): Gateway {
  const { settings, now, speed, faults, world, sessions } = options;
  const server = new WebSocketServer({ noServer: true });
  const wires = new Set<ClientWire>();
  const identified: number[] = [];
  const state = { reset: false };
  const lately = (): number => identified.filter((at) => at > now() - day).length;

  const identify = (wire: ClientWire, d: Record<string, unknown>): Session | number => {
    identified.push(now());
    if (lately() > settings.identifies) state.reset = true;
    if (d["token"] !== settings.token || state.reset) return 4004;
    const shard = shardOf(d["shard"]);
    if (!shard) return 4010;
    if (shard[1] < settings.shards) return 4011;
    if (!isValid(d["intents"])) return 4013;
    if (isDisallowed(d["intents"], settings)) return 4014;
    const session = sessions.open({ bot: wire.bot, intents: d["intents"], shard }, wire);
    welcome(session, options);
    return session;
  };

  const resume = (wire: ClientWire, d: Record<string, unknown>): Session | number | null => {
    if (d["token"] !== settings.token || state.reset) return 4004;
    const session = sessions.find(String(d["session_id"]));
    const sequence = Number(d["seq"]);
    if (!session) return null;
    if (sequence > session.sequence) return 4007;
    Object.assign(session, { wire, lostAt: null });
    session.resumedAt.push(now());
    sessions.acknowledge(session, sequence);
    sessions.replay(session, sequence, faults().redeliver);
    sessions.tell(session, "RESUMED", { _trace: [] });
    return session;
  };

  // The client's timers run by the machine's time.
  const rules = (): ConnectionRules => ({
    ...{ identify, resume, acknowledge: sessions.acknowledge, lose: sessions.lose },
    intervalMs: Math.round(settings.heartbeatMs / speed()),
  });

  const dropAll = (): void => {
    for (const wire of wires) wire.drop();
  };

  return {
    upgrade: (request, socket, head, bot) => {
      if (faults().outage) return void socket.end("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n");
      server.handleUpgrade(request, socket, head, (client) => {
        const wire = clientWire(client, bot);
        const version = new URL(request.url ?? "/", "http://127.0.0.1").searchParams.get("v");
        if (version !== "10") return client.close(4012);
        wires.add(wire);
        client.on("close", () => wires.delete(wire));
        connection(client, wire, rules());
      });
    },
    act: (action) => {
      if (action.type === "forget") return sessions.forget();
      for (const wire of wires) if (action.bot === undefined || action.bot === wire.bot) befall(wire, action);
    },
    identifies: () => identified.length,
    isReset: () => state.reset,
    remaining: () => Math.max(0, settings.identifies - lately()),
    close: () => {
      dropAll();
      server.close();
    },
  };

  function welcome(session: Session, { feed, url }: GatewayOptions): void {
    const guilds = [...world.guilds.values()].filter(({ present }) => present);
    const flags = applicationFlags(settings);
    sessions.tell(session, "READY", {
      v: 10,
      user: userPayload(world.bot),
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url(session.bot),
      shard: session.shard,
      application: { id: settings.application.id, flags, flags_new: String(flags) },
    });
    for (const guild of guilds) {
      const open = guildPayload(guild, world);
      const common = { name: "GUILD_CREATE", event: null, guild: guild.id, intents: intents.guilds };
      sessions.dispatch({ ...common, open, veiled: open }, session);
    }
    feed.redeliver(session);
  }
}

function befall(wire: ClientWire, action: Exclude<GatewayAction, { readonly type: "forget" }>): void {
  if (action.type === "drop") wire.drop();
  else if (action.type === "half-open") wire.halfOpen();
  else if (action.type === "close") wire.close(action.code);
  else if (action.type === "reconnect") wire.send({ op: 7, d: null });
  else wire.send({ op: 9, d: action.resumable });
}

function shardOf(asked: unknown): readonly [number, number] | null {
  if (asked === undefined) return [0, 1];
  const [id, count] = Array.isArray(asked) ? asked.map(Number) : [];
  return id !== undefined && count !== undefined && id >= 0 && id < count ? [id, count] : null;
}
