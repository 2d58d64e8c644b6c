import { atMost } from "../at-most.ts";
import type { Lanes, Slot } from "../ports.ts";
import { type AskKey, placeKey } from "../session.ts";
import type { Turn } from "../storage.ts";
import { type ServeDeps, serve } from "./serve.ts";
import { waitingTurns } from "./waiting.ts";

/** Who is served when: messages one after the other in their place's lane, everything else beside it. */
export interface Serving {
  start(turn: Turn): void;
  /** It has lost a part of its question: in its position where it waits, else as if it came now. */
  restart(turn: Turn): void;
  /** A question that waits is not there any more. */
  forget(key: AskKey): void;
  /** Nothing is served before. */
  open(): void;
  /** Resolves when nothing is served any more, or after `ms`. */
  drain(ms: number): Promise<void>;
}

/** A whole backlog of commands at once would hold up everybody else; nobody in danger waits behind it. */
const besideAtOnce = 16;

export function serving(deps: ServeDeps, lanes: Lanes): Serving {
  const { clock, closing } = deps;
  const waiting = waitingTurns();
  const beside = new Set<Promise<void>>();
  const fewAtOnce = atMost(besideAtOnce);
  const free: Slot = { rest: (ms, signal) => clock.sleep(ms, signal) };
  const inTurn = (turn: Turn): Promise<void> =>
    fewAtOnce((aside) => serve(turn, { rest: (ms, signal) => aside(() => clock.sleep(ms, signal)) }, deps));
  let open: () => void = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });

  const serveBeside = (turn: Turn): void => {
    const work = opened
      .then(() => (turn.ask.type === "concern" ? serve(turn, free, deps) : inTurn(turn)))
      .catch((error) => deps.log.error({ turn: turn.id }, "a turn ended in an error nobody caught", error))
      .finally(() => beside.delete(work));
    beside.add(work);
  };
  const serveInLane = (turn: Turn): void => {
    const place = placeKey(turn.ask.place);
    waiting.add(turn);
    lanes.enter(place, async (slot) => {
      const together = deps.platform(turn.ask.place.platform)?.capabilities.coalesces ?? false;
      const next = closing.aborted ? null : waiting.take(place, together);
      if (next) await serve(next, slot, deps);
    });
  };

  const start = (turn: Turn): void => {
    if (turn.ask.type === "message" && turn.state !== "withdrawing") serveInLane(turn);
    else serveBeside(turn);
  };

  return {
    start,
    restart: (turn) => {
      if (!waiting.replace(turn)) start(turn);
    },
    forget: waiting.remove,
    open: () => {
      open();
      lanes.open();
    },
    drain: async (ms) => {
      const enough = new AbortController();
      const idle = Promise.all([lanes.drain(ms), ...beside]);
      await Promise.race([idle, clock.sleep(ms, enough.signal)]);
      enough.abort();
    },
  };
}
