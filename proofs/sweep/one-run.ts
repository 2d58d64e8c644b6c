import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check, type Verdict } from "../checker.ts";
import type { Child } from "../run/children.ts";
import type { Databases } from "../run/database.ts";
import { settle, type World, world } from "../run/world.ts";
import { type Kind, stageIn } from "./kinds.ts";
import { type Point, type Recording, readRecording } from "./points.ts";

export interface RunOptions {
  readonly seed: number;
  readonly databases: Databases;
}

export interface RunResult {
  readonly verdict: Verdict;
  /** Whether the program died there. */
  readonly reached: boolean;
  /** Deaths that nobody had ordered. */
  readonly ownDeaths: readonly string[];
}

const speed = 10;

/** One turn of this kind, with the program told to die at that point; then it is started again, and all must be well. */
export async function dieOnce(kind: Kind, point: Point, options: RunOptions): Promise<RunResult> {
  const here = await world({ ...options, speed });
  try {
    return await play(here, kind, { PROOF_DIE_AT: point });
  } finally {
    await here.close();
  }
}

/** One turn of this kind in which nothing goes wrong, and which calls it makes. */
export async function record(kind: Kind, options: RunOptions): Promise<RunResult & { readonly recording: Recording }> {
  const here = await world({ ...options, speed });
  const folder = await mkdtemp(join(tmpdir(), "familiar-sweep-"));
  const file = join(folder, "calls");
  try {
    const result = await play(here, kind, { PROOF_RECORD: file });
    return { ...result, recording: readRecording(await readFile(file, "utf8")) };
  } finally {
    await here.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function play(here: World, kind: Kind, first: Readonly<Record<string, string>>): Promise<RunResult> {
  const stage = stageIn(here);
  await kind.before?.(stage);
  const program = programIn(here, first);
  await program.keep();
  let playing = true;
  const played = kind.during(stage).finally(() => {
    playing = false;
  });
  while (playing) {
    await program.keep();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await played;
  await settle(here, program.keep, 60_000);
  // It may have been told to die on its way out.
  for (let ended = await program.end(); ended !== 0; ended = await program.end()) {
    await program.keep();
    await settle(here, program.keep, 60_000);
  }
  const facts = await here.facts({ committed: new Map(), thawed: [], forbidden: [] });
  return { verdict: check(facts), ...program.seen() };
}

interface Program {
  /** Starts it where none runs. */
  keep(): Promise<void>;
  /** Gives how it has ended: 0 is well. */
  end(): Promise<number | string>;
  seen(): Omit<RunResult, "verdict">;
}

const startsAtMost = 5;

function programIn(here: World, first: Readonly<Record<string, string>>): Program {
  let child: Child | null = null;
  let starts = 0;
  let reached = false;
  const ownDeaths: string[] = [];
  const buried = (how: number | string, words: string): void => {
    if (how === "SIGKILL" && starts === 1) reached = true;
    else ownDeaths.push(`${how}: ${words}`);
  };
  const keep = async (): Promise<void> => {
    if (child?.gone()) buried(await child.ended, child.lastWords());
    while (child === null || child.gone()) {
      if (starts === startsAtMost) throw new Error(`the program does not stay alive:\n${ownDeaths.join("\n")}`);
      starts += 1;
      child = await here.start(starts === 1 ? first : {}).catch((error: Error) => {
        buried(/\(SIGKILL\)/.test(error.message) ? "SIGKILL" : "start", error.message);
        return null;
      });
    }
  };
  return {
    keep,
    end: async () => {
      if (child === null) return 0;
      child.signal("SIGTERM");
      return child.ended;
    },
    seen: () => ({ reached, ownDeaths }),
  };
}
