import { randomUUID } from "node:crypto";
import type { Wire } from "../client-wire.ts";
import type { Mutable } from "../mutable.ts";
import { intents } from "./intents.ts";
import type { Delivery, SessionRecord } from "./records.ts";

/** Something that sessions hear. */
export interface Dispatch {
  readonly name: string;
  /** The person's event behind it; null: none, as for what bots do. */
  readonly event: string | null;
  readonly guild: string | null;
  /** One of these bits must have been asked for; 0: none is needed. */
  readonly intents: number;
  /** What is sent to those with the intent for message content, and to the others. */
  readonly open: unknown;
  readonly veiled: unknown;
}

/** One identified session: it outlives its socket for a while. */
export interface Session {
  readonly id: string;
  readonly bot: string;
  readonly intents: number;
  readonly shard: readonly [id: number, count: number];
  readonly identifiedAt: number;
  readonly resumedAt: number[];
  readonly sent: Sent[];
  sequence: number;
  heartbeats: number;
  wire: Wire | null;
  lostAt: number | null;
  ended: boolean;
}

interface Sent {
  readonly sequence: number;
  readonly name: string;
  readonly body: unknown;
  readonly event: string | null;
  reached: boolean;
}

/** All sessions, and what was dispatched to them. */
export interface Sessions {
  open(asked: Pick<Session, "bot" | "intents" | "shard">, wire: Wire): Session;
  /** Null where it cannot be resumed. */
  find(id: string): Session | null;
  lose(session: Session, resumable: boolean): void;
  /** To one session, whatever its intents. */
  tell(session: Session, name: string, body: unknown): void;
  dispatch(dispatch: Dispatch, only?: Session): void;
  /** Sends again what came after this sequence, and before it the last `more` events. */
  replay(session: Session, after: number, more: number): void;
  acknowledge(session: Session, sequence: number): void;
  forget(): void;
  alive(): readonly Session[];
  deliveries(): readonly Delivery[];
  records(): readonly SessionRecord[];
  undelivered(): number;
}

interface SessionsOptions {
  readonly now: () => number;
  readonly sessionMs: number;
}

export function sessions({ now, sessionMs }: SessionsOptions): Sessions {
  const all: Session[] = [];
  const deliveries: Mutable<Delivery>[] = [];
  const isAlive = ({ ended, lostAt }: Session): boolean => !ended && (lostAt === null || now() < lostAt + sessionMs);
  const alive = (): readonly Session[] => all.filter(isAlive);
  const send = (session: Session, sent: Sent): void => {
    const { sequence, name, body, event } = sent;
    sent.reached = session.wire?.send({ op: 0, t: name, s: sequence, d: body }) ?? false;
    if (event === null) return;
    const who = { session: session.id, bot: session.bot, sequence, at: now() };
    deliveries.push({ event, dispatch: name, ...who, sent: sent.reached, acknowledgedAt: null });
  };
  const tell = (session: Session, name: string, body: unknown, event: string | null = null): void => {
    session.sequence += 1;
    const sent = { sequence: session.sequence, name, body, event, reached: false };
    session.sent.push(sent);
    send(session, sent);
  };
  return {
    open: (asked, wire) => {
      const id = randomUUID().replaceAll("-", "");
      const state = { resumedAt: [], sent: [], sequence: 0, heartbeats: 0, lostAt: null, ended: false };
      const session: Session = { ...asked, id, identifiedAt: now(), ...state, wire };
      all.push(session);
      return session;
    },
    find: (id) => alive().find((one) => one.id === id) ?? null,
    lose: (session, resumable) => {
      session.wire = null;
      session.lostAt = now();
      if (!resumable) session.ended = true;
    },
    tell,
    dispatch: (dispatch, only) => {
      const heard = (only ? [only] : alive()).filter((session) => hears(session, dispatch));
      for (const session of heard) {
        const open = (session.intents & intents.messageContent) !== 0;
        tell(session, dispatch.name, open ? dispatch.open : dispatch.veiled, dispatch.event);
      }
    },
    replay: (session, after, more) => {
      const known = session.sent.filter(({ sequence, event }) => sequence <= after && event !== null);
      const again = more > 0 ? known.slice(-more) : [];
      for (const sent of [...again, ...session.sent.filter(({ sequence }) => sequence > after)]) send(session, sent);
    },
    acknowledge: (session, sequence) => {
      for (const one of deliveries)
        if (one.session === session.id && one.sent && one.sequence <= sequence) one.acknowledgedAt ??= now();
    },
    forget: () => {
      for (const session of all) session.ended = true;
    },
    alive,
    deliveries: () => deliveries,
    records: () =>
      all.map(({ id, bot, intents: asked, identifiedAt, resumedAt, heartbeats, lostAt }) => ({
        ...{ id, bot, intents: asked, identifiedAt, resumedAt, heartbeats, lostAt },
      })),
    undelivered: () => alive().reduce((sum, { sent }) => sum + sent.filter((one) => isOwed(one)).length, 0),
  };
}

const isOwed = ({ reached, event }: Sent): boolean => !reached && event !== null;

/** A guild belongs to one shard, and direct messages to the first. */
function hears({ intents: asked, shard: [shard, count] }: Session, dispatch: Dispatch): boolean {
  const own = dispatch.guild === null ? 0 : Number((BigInt(dispatch.guild) >> 22n) % BigInt(count));
  return own === shard && (dispatch.intents === 0 || (asked & dispatch.intents) !== 0);
}
