import type { WebSocket } from "ws";
import type { ClientWire } from "../client-wire.ts";
import { type Received, received } from "./received.ts";
import type { Session } from "./sessions.ts";

/** What a gateway does for one connection. */
export interface ConnectionRules {
  readonly intervalMs: number;
  /** A session, or the code to close with; null: it cannot be resumed. */
  identify(wire: ClientWire, asked: Record<string, unknown>): Session | number;
  resume(wire: ClientWire, asked: Record<string, unknown>): Session | number | null;
  acknowledge(session: Session, sequence: number): void;
  lose(session: Session, resumable: boolean): void;
}

const ops = { heartbeat: 1, identify: 2, resume: 6, reconnect: 7, invalid: 9, hello: 10, acknowledged: 11 } as const;
/** Presence, voice state and requests for members are taken, and nothing comes of them. */
const silent = [3, 4, 8];
const sendsPerMinute = 120;

/** One client's connection, from HELLO to its end. */
export function connection(socket: WebSocket, wire: ClientWire, rules: ConnectionRules): void {
  const { intervalMs } = rules;
  const client = { session: null as Session | null };
  const deadline = setTimeout(() => wire.close(4009), intervalMs * 1.5 + 1_000);
  const hear = (payload: Received): void => {
    if (payload.op === ops.heartbeat) deadline.refresh();
    answer(payload, { wire, rules, client });
  };
  socket.on("message", paced(wire, hear));
  socket.on("error", () => {});
  socket.on("close", (code) => {
    clearTimeout(deadline);
    const { session } = client;
    // Resumed elsewhere meanwhile: that socket is another one's.
    if (session?.wire === wire) rules.lose(session, code !== 1000 && code !== 1001);
  });
  wire.send({ op: ops.hello, d: { heartbeat_interval: intervalMs, _trace: [] } });
}

interface Speaking {
  readonly wire: ClientWire;
  readonly rules: ConnectionRules;
  readonly client: { session: Session | null };
}

function answer({ op, d }: Received, speaking: Speaking): void {
  const { wire, client } = speaking;
  if (op === ops.heartbeat) beat(d, speaking);
  else if (op === ops.identify || op === ops.resume) introduce(op, d, speaking);
  else if (!client.session) wire.close(4003);
  else if (!silent.includes(op)) wire.close(4001);
}

function beat(sequence: unknown, { wire, rules, client }: Speaking): void {
  if (client.session && typeof sequence === "number") rules.acknowledge(client.session, sequence);
  if (client.session) client.session.heartbeats += 1;
  wire.send({ op: ops.acknowledged });
}

function introduce(op: number, d: unknown, { wire, rules, client }: Speaking): void {
  const asked = (d ?? {}) as Record<string, unknown>;
  const begin = op === ops.identify ? rules.identify : rules.resume;
  // One that has introduced itself may not do so again.
  const begun = client.session ? 4005 : begin(wire, asked);
  if (begun === null) wire.send({ op: ops.invalid, d: false });
  else if (typeof begun === "number") wire.close(begun);
  else client.session = begun;
}

/** What a client sends, where it can be read and is not too much. */
function paced(wire: ClientWire, hear: (payload: Received) => void) {
  let sends: readonly number[] = [];
  return (data: unknown): void => {
    const payload = received(data);
    sends = [...sends.filter((at) => at > Date.now() - 60_000), Date.now()];
    if (!payload) wire.close(4002);
    else if (sends.length > sendsPerMinute) wire.close(4008);
    else hear(payload);
  };
}
