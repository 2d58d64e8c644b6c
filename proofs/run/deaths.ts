import { setTimeout as pause } from "node:timers/promises";
import type { Thawed } from "../checker/facts.ts";
import type { Child } from "./children.ts";
import type { World } from "./world.ts";

/** The program under proof, which dies and is started again, and what was seen of it meanwhile. */
export interface Deaths {
  /** Starts it where none runs. One that has ended by itself counts, and its last words are told. */
  keep(): Promise<void>;
  /** Lets it live for so long, and kills it. */
  kill(afterMs: number): Promise<void>;
  /** Lets it live for so long, freezes it, starts another one in its place, and lets the old one go on. */
  freeze(afterMs: number): Promise<void>;
  /** An orderly end. */
  end(): Promise<void>;
  readonly seen: {
    readonly kills: number;
    readonly freezes: number;
    readonly ownDeaths: number;
    readonly committed: ReadonlyMap<string, number>;
    readonly thawed: readonly Thawed[];
  };
}

const withAnswer = ["answered", "delivered"];
/** A permission that is younger than two seconds holds: whoever stood still must have stood so for longer. */
const frozenMs = 3_000;
/** What a thawed process might still do, it does within this time. */
const thawMs = 1_500;
/** So long is waited for the first sign of work. */
const workMs = 5_000;

export function deaths(world: World, log: (line: string) => void): Deaths {
  const committed = new Map<string, number>();
  const thawed: Thawed[] = [];
  const seen = { kills: 0, freezes: 0, ownDeaths: 0, committed, thawed };
  let child: Child | null = null;

  const look = async (): Promise<void> => {
    const at = world.now();
    for (const { key, state } of await world.database.states())
      if (withAnswer.includes(state) && !committed.has(key)) committed.set(key, at);
  };
  const mourn = (one: Child, how: number | string): void => {
    seen.ownDeaths += 1;
    log(`the program ended by itself (${how}):\n${one.lastWords()}`);
  };
  const keep = async (): Promise<Child> => {
    if (child?.gone()) mourn(child, await child.ended);
    if (child === null || child.gone()) child = await started();
    return child;
  };
  const started = async (): Promise<Child> => {
    for (let attempt = 1; ; attempt++) {
      try {
        return await world.start();
      } catch (error) {
        seen.ownDeaths += 1;
        log(String(error));
        if (attempt === 3) throw error;
      }
    }
  };
  const doings = async (): Promise<number> => {
    const { requests, acknowledgements } = await world.platform.activity();
    return requests + acknowledgements;
  };
  /** Every other time only once it works: on a busy machine it would else be killed before it has begun anything. */
  const take = async (afterMs: number): Promise<Child> => {
    const before = await doings();
    const one = await keep();
    const deadline = Date.now() + (world.random.chance(0.5) ? workMs : 0);
    while (Date.now() < deadline && !one.gone() && (await doings()) === before) await pause(10);
    await pause(afterMs);
    return one.gone() ? keep() : one;
  };

  return {
    seen,
    keep: async () => void (await keep()),
    kill: async (afterMs) => {
      const one = await take(afterMs);
      one.signal("SIGKILL");
      await one.ended;
      child = null;
      seen.kills += 1;
      await look();
    },
    freeze: async (afterMs) => {
      const old = await take(afterMs);
      const { bot } = await world.platform.activity();
      old.signal("SIGSTOP");
      const since = world.now();
      await world.database.takeHold();
      child = await world.start({}, 5_000).catch(() => null);
      while (world.now() - since < frozenMs) await pause(50);
      // Without a successor nothing is proved: it stood still in the middle of a write, which locks others out.
      if (child && bot !== null) {
        thawed.push({ bot, at: world.now() });
        seen.freezes += 1;
      }
      old.signal("SIGCONT");
      await Promise.race([old.ended, pause(thawMs)]);
      old.signal("SIGKILL");
      await old.ended;
      seen.kills += 1;
    },
    end: async () => {
      if (child === null || child.gone()) return;
      child.signal("SIGTERM");
      await child.ended;
      child = null;
    },
  };
}
