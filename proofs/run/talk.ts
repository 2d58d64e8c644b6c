import { setTimeout as pause } from "node:timers/promises";
import type { Script } from "./people.ts";
import type { World } from "./world.ts";

/** People who talk beside everything else. */
export interface Talk {
  /** Says so much, spread over the time. */
  say(count: number, overMs: number): void;
  /** How much was said. */
  said(): number;
  /** Resolves when all has been said, and taken back where somebody thinks better of it. */
  done(): Promise<void>;
}

export function talk(world: World, script: Script): Talk {
  const going = new Set<Promise<void>>();
  let said = 0;
  // One after another to the platform, so that the order of saying is the script's.
  let before: Promise<unknown> = Promise.resolve();
  const sayOne = async (afterMs: number): Promise<void> => {
    await pause(afterMs);
    const { doing, regretMs } = script.next();
    said += 1;
    const saying = before.then(() => world.platform.does(doing));
    before = saying;
    const event = await saying;
    if (event === null || regretMs === null) return;
    await pause(regretMs);
    await world.platform.does({ type: "deleted", message: event.id });
  };
  return {
    say: (count, overMs) => {
      for (let one = 0; one < count; one++) {
        const going_ = sayOne(world.random.between(0, overMs)).finally(() => going.delete(going_));
        going.add(going_);
      }
    },
    said: () => said,
    done: async () => {
      while (going.size > 0) await Promise.all(going);
    },
  };
}
