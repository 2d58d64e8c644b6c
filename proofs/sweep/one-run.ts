import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check, type Verdict } from "../checker.ts";
import type { Databases } from "../run/database.ts";
import { type PlatformKind, settle, type World, world } from "../run/world.ts";
import { type Kind, stageIn } from "./kinds.ts";
import { type Point, type Recording, readRecording } from "./points.ts";
import { type Program, programIn } from "./program.ts";

export interface RunOptions {
  readonly seed: number;
  readonly databases: Databases;
  readonly platform: PlatformKind;
}

export interface RunResult {
  readonly verdict: Verdict;
  /** Points at which the program did not come to die. */
  readonly missed: readonly Point[];
  /** Deaths that nobody had ordered. */
  readonly ownDeaths: readonly string[];
}

/** The real programs live by the machine's time. */
const speeds = { mock: 10, discord: 1, slack: 1 };

/** What depends on who is faster may not come to a point at once. */
const performancesAtMost = 3;

/**
 * A performance of this kind for each of these points of a turn, one after another in one world: the program dies
 * there, is started again and brings all to its end; then it is told the next point.
 */
export const dieInTurns = (kind: Kind, points: readonly Point[], options: RunOptions): Promise<RunResult> =>
  within(options, async (here, program) => {
    const missed: Point[] = [];
    let performances = 0;
    for (const point of points) {
      const before = program.reached();
      for (let tries = 0; tries < performancesAtMost && program.reached() === before; tries += 1) {
        await program.keep();
        await program.tell(point);
        performances += 1;
        await perform(here, program, kind, performances);
      }
      if (program.reached() === before) missed.push(point);
    }
    return missed;
  });

/** One performance with a program that dies at a point of its start. */
export const dieAtStart = (kind: Kind, point: Point, options: RunOptions): Promise<RunResult> =>
  within(options, async (here, program) => {
    await kind.before?.(stageIn(here, 1));
    await program.startDying(point);
    // What was said before it was ever there is nobody's debt.
    if (!kind.before) await program.awaitDeath();
    if (!kind.before) await program.keep();
    await perform(here, program, kind, 1);
    return program.reached() === 0 ? [point] : [];
  });

/** One performance in which nothing goes wrong, and which calls it makes. */
export async function record(kind: Kind, options: RunOptions): Promise<RunResult & { readonly recording: Recording }> {
  const folder = await mkdtemp(join(tmpdir(), "familiar-sweep-"));
  const file = join(folder, "calls");
  try {
    const result = await within(options, async (here, program) => {
      await kind.before?.(stageIn(here, 1));
      await program.startRecording(file);
      if (!kind.before) await program.tell("from here");
      await perform(here, program, kind, 1);
      await program.end();
      return [];
    });
    return { ...result, recording: readRecording(await readFile(file, "utf8")) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function perform(here: World, program: Program, kind: Kind, number: number): Promise<void> {
  await program.keepWhile(kind.during(stageIn(here, number)));
  await settle(here, program.keep, 60_000);
  await program.endDoomed();
}

/** `play` gives the points that it has missed. */
type Play = (here: World, program: Program) => Promise<readonly Point[]>;

async function within(options: RunOptions, play: Play): Promise<RunResult> {
  const here = await world({ ...options, speed: speeds[options.platform] });
  try {
    const program = programIn(here);
    const missed = await play(here, program);
    await settle(here, program.keep, 60_000);
    await program.end();
    const facts = await here.facts({ committed: new Map(), thawed: [], forbidden: [] });
    return { verdict: check(facts), missed, ownDeaths: program.ownDeaths() };
  } finally {
    await here.close();
  }
}
