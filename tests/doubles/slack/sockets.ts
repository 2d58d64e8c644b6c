import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { type WebSocket, WebSocketServer } from "ws";
import { type ClientWire, clientWire } from "../client-wire.ts";
import type { Mutable } from "../mutable.ts";
import type { Random } from "../random.ts";
import type { Scheduler } from "../scheduler.ts";
import type { Way } from "./courier.ts";
import type { Faults } from "./faults.ts";
import type { Settings } from "./options.ts";
import type { SocketRecord } from "./records.ts";

/** What befalls the sockets of one process (`bot`), or of all. */
export type SocketAction =
  /** Every connection breaks. */
  | { readonly type: "drop"; readonly bot?: string }
  | { readonly type: "close"; readonly code?: number; readonly bot?: string }
  /** Slack's own word; after any but the warning nothing is sent there any more, and soon it is closed. */
  | {
      readonly type: "disconnect";
      readonly reason: "warning" | "refresh_requested" | "link_disabled";
      readonly bot?: string;
    }
  /** The sockets that are open stay so, and nothing goes in or out any more; new ones are well. */
  | { readonly type: "half-open"; readonly bot?: string }
  /** No pings come any more; all else goes on. */
  | { readonly type: "no-pings"; readonly bot?: string }
  /** This comes as it stands, whatever it is: as text, or as bytes in base64. */
  | { readonly type: "frame"; readonly text?: string; readonly base64?: string; readonly bot?: string };

export interface Sockets {
  /** A fresh address, good for one socket. */
  ticket(bot: string): string;
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, bot: string): void;
  /** One of those that are open, by chance; Slack does not know which of them are half dead. */
  pick(): Way | null;
  act(action: SocketAction): void;
  alive(): readonly SocketRecord[];
  records(): readonly SocketRecord[];
  close(): void;
}

interface SocketsOptions {
  readonly settings: Settings;
  readonly now: () => number;
  readonly random: Random;
  readonly faults: () => Faults;
  readonly timers: Scheduler;
  readonly address: () => string;
  readonly addressed: (payload: unknown, bot: string) => unknown;
  readonly acknowledge: (envelope: string, socket: string, response: unknown) => void;
}

interface Link extends Way {
  readonly wire: ClientWire;
  readonly socket: WebSocket;
  readonly record: Mutable<SocketRecord>;
  draining: boolean;
  pinging: boolean;
  missed: number;
}

const host = "applink-double";

export function sockets(options: SocketsOptions): Sockets {
  const { settings, now, random, faults, timers } = options;
  const server = new WebSocketServer({ noServer: true });
  const tickets = new Map<string, { readonly bot: string; readonly until: number }>();
  const links: Link[] = [];
  const open = (): readonly Link[] => links.filter(({ record }) => record.closedAt === null);

  const accept = (link: Link): void => {
    links.push(link);
    hear(link, options);
    link.draining = faults().silent;
    if (!faults().silent) link.wire.send(helloOf(open().length, settings));
  };

  const welcome = (socket: WebSocket, bot: string): void => {
    const link = newLink(socket, bot, options);
    if (open().length >= settings.sockets) turnAway(link);
    else accept(link);
  };

  const pinging = setInterval(() => {
    for (const link of open()) ping(link, now());
  }, settings.pingMs);

  return {
    ticket: (bot) => {
      const ticket = randomUUID();
      tickets.set(ticket, { bot, until: now() + settings.ticketMs });
      const way = bot === "" ? "" : `/as/${bot}`;
      return `${options.address().replace("http", "ws")}${way}/link/?ticket=${ticket}&app_id=${settings.app.id}`;
    },
    upgrade: (request, socket, head, bot) => {
      const ticket = new URL(request.url ?? "/", "http://127.0.0.1").searchParams.get("ticket") ?? "";
      const found = tickets.get(ticket);
      tickets.delete(ticket);
      if (faults().outage || faults().refuse) return refuse(socket, "503 Service Unavailable");
      if (!found || found.until < now()) return refuse(socket, "408 Request Timeout");
      server.handleUpgrade(request, socket, head, (client) => welcome(client, bot));
    },
    pick: () => {
      const able = open().filter(({ draining }) => !draining);
      return able.length === 0 ? null : random.pick(able);
    },
    act: (action) => {
      for (const link of open())
        if (action.bot === undefined || action.bot === link.bot) befall(link, action, { timers, settings, now });
    },
    alive: () => open().map(({ record }) => record),
    records: () => links.map(({ record }) => record),
    close: () => {
      clearInterval(pinging);
      for (const { socket } of links) socket.terminate();
      server.close();
    },
  };
}

function newLink(socket: WebSocket, bot: string, { now, addressed }: SocketsOptions): Link {
  const id = randomUUID();
  const wire = clientWire(socket, bot);
  const record = { id, bot, openedAt: now(), closedAt: null, received: 0, pings: 0 };
  return {
    ...{ id, bot, wire, socket, record, draining: false, pinging: true, missed: 0 },
    send: (envelope) => wire.send(addressed(envelope, bot)),
  };
}

function hear(link: Link, { now, acknowledge }: SocketsOptions): void {
  const { socket, record } = link;
  socket.on("message", (data) => {
    const { envelope_id, payload } = parsed(String(data));
    record.received += 1;
    if (typeof envelope_id === "string") acknowledge(envelope_id, link.id, filled(payload));
  });
  socket.on("pong", () => {
    link.missed = 0;
  });
  socket.on("ping", () => {
    record.pings += 1;
  });
  socket.on("error", () => {});
  socket.on("close", () => {
    record.closedAt ??= now();
  });
}

/** One that is half-open is given up as well, and whoever is at its other end does not hear of that. */
function ping(link: Link, now: number): void {
  if (!link.pinging) return;
  link.missed += 1;
  if (link.missed > 2) giveUp(link, now);
  else if (!link.wire.isMute) link.socket.ping(`Ping from ${host}`);
}

function giveUp({ wire, record }: Link, now: number): void {
  record.closedAt ??= now;
  if (!wire.isMute) wire.drop();
}

/** One socket too many is told so, and closed. */
function turnAway({ wire }: Link): void {
  wire.send({ type: "disconnect", reason: "too_many_websockets", debug_info: { host } });
  wire.close(1000);
}

interface Befalling {
  readonly timers: Scheduler;
  readonly settings: Settings;
  readonly now: () => number;
}

function befall(link: Link, action: SocketAction, befalling: Befalling): void {
  const { wire } = link;
  if (action.type === "drop") wire.drop();
  else if (action.type === "close") wire.close(action.code ?? 1000);
  else if (action.type === "half-open") wire.halfOpen();
  else if (action.type === "no-pings") link.pinging = false;
  else if (action.type === "frame") link.socket.send(frameOf(action));
  else disconnect(link, action.reason, befalling);
}

const frameOf = ({ text, base64 }: Extract<SocketAction, { type: "frame" }>): string | Buffer =>
  text ?? Buffer.from(base64 ?? "", "base64");

function disconnect(link: Link, reason: string, { timers, settings, now }: Befalling): void {
  link.wire.send({ type: "disconnect", reason, debug_info: { host } });
  if (reason === "warning") return;
  link.draining = true;
  timers.at(now() + settings.refreshMs, () => link.wire.close(1000));
}

const helloOf = (count: number, { app }: Settings) => ({
  type: "hello",
  num_connections: count,
  debug_info: { host, build_number: 1, approximate_connection_time: 18_060 },
  connection_info: { app_id: app.id },
});

function refuse(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nContent-Length: 0\r\n\r\n`);
}

const filled = (payload: unknown): unknown =>
  typeof payload === "object" && payload !== null && Object.keys(payload).length > 0 ? payload : null;

function parsed(text: string): { readonly envelope_id?: unknown; readonly payload?: unknown } {
  try {
    const found: unknown = JSON.parse(text);
    return typeof found === "object" && found !== null ? found : {};
  } catch {
    return {};
  }
}
