import { setTimeout as pause } from "node:timers/promises";
import type { Child } from "../run/children.ts";
import type { World } from "../run/world.ts";
import type { Point } from "./points.ts";

/** The program under proof: it is told where to die, and whoever dies is followed by one that lives. */
export interface Program {
  /** One that dies at this point of its start. */
  startDying(point: Point): Promise<void>;
  /** One that writes down its calls in this file. */
  startRecording(file: string): Promise<void>;
  /** Starts one where none runs. */
  keep(): Promise<void>;
  keepWhile(playing: Promise<unknown>): Promise<void>;
  /** From here on it dies at this point; one that records begins anew. */
  tell(point: Point): Promise<void>;
  /** Where it was told to die and has not, it may do so on its way out. */
  endDoomed(): Promise<void>;
  /** Gives one that was started dying the time to do so. */
  awaitDeath(): Promise<void>;
  end(): Promise<void>;
  /** How often it has died as it was told to. */
  reached(): number;
  /** Deaths that nobody had ordered. */
  ownDeaths(): readonly string[];
}

const startsAtMost = 5;
const living = { PROOF_DIE_AT: "nowhere" };
const lookMs = 10;
const startedMs = 2_000;

export function programIn(here: World): Program {
  let child: Child | null = null;
  let doomed = false;
  let reached = 0;
  const ownDeaths: string[] = [];
  const bury = (how: number | string, words: string): void => {
    child = null;
    if (how === "SIGKILL" && doomed) reached += 1;
    else if (how !== 0) ownDeaths.push(`${how}: ${words}`);
    doomed = false;
  };
  const start = async (env: Readonly<Record<string, string>>): Promise<void> => {
    try {
      child = await here.start(env);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      bury(words.includes("(SIGKILL)") ? "SIGKILL" : "start", words);
    }
  };
  const keep = async (): Promise<void> => {
    if (child?.gone()) bury(await child.ended, child.lastWords());
    for (let starts = 0; child === null; starts += 1) {
      if (starts === startsAtMost) throw new Error(`the program does not start:\n${ownDeaths.join("\n")}`);
      await start(living);
    }
  };
  const end = async (): Promise<void> => {
    if (child === null) return;
    child.signal("SIGTERM");
    bury(await child.ended, child.lastWords());
  };
  return {
    keep,
    end,
    startDying: (point) => {
      doomed = true;
      return start({ PROOF_DIE_AT: point });
    },
    startRecording: (file) => start({ PROOF_RECORD: file }),
    keepWhile: async (playing) => {
      let over = false;
      const ended = playing.finally(() => {
        over = true;
      });
      ended.catch(() => {}); // whoever awaits it below gets the error
      while (!over) {
        await keep();
        await Promise.race([ended, pause(lookMs)]);
      }
      await ended;
    },
    tell: async (point) => {
      doomed = true;
      await child?.tell(point);
    },
    endDoomed: async () => {
      if (doomed) await end();
    },
    awaitDeath: async () => {
      for (let waited = 0; waited < startedMs && child && !child.gone(); waited += lookMs) await pause(lookMs);
    },
    reached: () => reached,
    ownDeaths: () => ownDeaths,
  };
}
