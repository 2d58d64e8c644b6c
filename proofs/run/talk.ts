import { setTimeout as pause } from "node:timers/promises";
import type { Said, Script } from "./people.ts";
import type { World } from "./world.ts";

/** People who talk beside everything else. */
export interface Talk {
  /** Says so much to which an answer is owed, spread over the time, and what stands in between. */
  say(count: number, overMs: number): void;
  /** How much was said to which an answer is owed. */
  said(): number;
  /** Resolves when all has been said, and taken back where somebody thinks better of it. */
  done(): Promise<void>;
}

export function talk(world: World, script: Script): Talk {
  const going = new Set<Promise<void>>();
  let said = 0;
  // One after another to the platform, so that the order of saying is the script's.
  let before: Promise<unknown> = Promise.resolve();
  const begin = (doing: () => Promise<void>): void => {
    const one = doing().finally(() => going.delete(one));
    going.add(one);
  };
  const say = async ({ doing, regretMs }: Said): Promise<void> => {
    const saying = before.then(() => world.platform.does(doing));
    before = saying;
    const event = await saying;
    if (event === null || regretMs === null) return;
    await pause(regretMs);
    await world.platform.does({ type: "deleted", message: event.id });
  };
  const sayOwed = async (afterMs: number): Promise<void> => {
    await pause(afterMs);
    let next: Said;
    do {
      next = script.next();
      begin(() => say(next));
    } while (!next.owed);
    said += 1;
  };
  return {
    say: (count, overMs) => {
      for (let one = 0; one < count; one++) begin(() => sayOwed(world.random.between(0, overMs)));
    },
    said: () => said,
    done: async () => {
      while (going.size > 0) await Promise.all(going);
    },
  };
}
