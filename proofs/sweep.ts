import { seeded } from "../tests/doubles/random.ts";
import type { ProofOptions, ProofResult } from "./proof.ts";
import { databasesOf } from "./run/database.ts";
import { exempt, plainName } from "./sweep/exempt.ts";
import { type Kind, kinds } from "./sweep/kinds.ts";
import { dieAtStart, dieInTurns, type RunOptions, type RunResult, record } from "./sweep/one-run.ts";
import type { Point, Recording } from "./sweep/points.ts";

/** Points of one kind that are tried in one world. */
interface Series {
  readonly kind: Kind;
  readonly points: readonly Point[];
  readonly atStart: boolean;
}

const atOnce = 2;
const seriesLength = 20;

/** Every await on a port is a point to die at, before and after: one performance each. `size` takes a sample of them. */
export async function sweep({ size, seed, db, platform, sweep, log }: ProofOptions): Promise<ProofResult> {
  const databases = await databasesOf(db);
  const options = { seed, databases, platform };
  try {
    const { all, unreached, faults } = await survey(options, log);
    const chosen = sweep === "all" ? all : sample(all, size, seed);
    log(`${count(all)} points to die at, ${count(chosen)} tried`);
    const tried = await tryAll(chosen, options, log);
    for (const method of unreached) log(`unreached: ${method}`);
    const points = count(chosen);
    const sum = faults + tried.faults;
    const figures = { points, missed: tried.missed, faults: sum, unreached: unreached.length };
    return { tried: points, failed: sum + unreached.length, figures };
  } finally {
    await databases.close();
  }
}

const count = (all: readonly Series[]): number => all.reduce((sum, { points }) => sum + points.length, 0);

function sample(all: readonly Series[], size: number, seed: number): readonly Series[] {
  const single = all.flatMap(({ points, ...rest }) => points.map((point) => ({ ...rest, points: [point] })));
  return seeded(seed).shuffle(single).slice(0, size);
}

interface Survey {
  readonly all: readonly Series[];
  /** Asynchronous methods, or such as nobody has called, that no kind of turn reaches. */
  readonly unreached: readonly string[];
  readonly faults: number;
}

async function survey(options: RunOptions, log: (line: string) => void): Promise<Survey> {
  const recordings: Recorded[] = [];
  let faults = 0;
  for (const kind of kinds.filter(({ platforms }) => platforms?.includes(options.platform) ?? true)) {
    const result = await record(kind, options);
    faults += faultsIn(result, `${kind.name}, undisturbed`, log);
    recordings.push({ kind, recording: result.recording });
    log(`${kind.name}: ${result.recording.points.length} points`);
  }
  const called = new Set(recordings.flatMap(({ recording }) => [...recording.called].map(plainName)));
  const known = new Set(recordings.flatMap(({ recording }) => [...recording.known].map(plainName)));
  const unreached = [...known].filter((method) => !called.has(method) && !exempt(method, options.platform));
  return { all: recordings.flatMap(seriesOf), unreached, faults };
}

interface Recorded {
  readonly kind: Kind;
  readonly recording: Recording;
}

/** Points of turns are tried in one world; what was said before the start needs a start of its own each time. */
function seriesOf({ kind, recording: { points, startPoints } }: Recorded, at: number): readonly Series[] {
  const starts = Array.from({ length: Math.ceil(points.length / seriesLength) }, (_, number) => number * seriesLength);
  const turns = starts.map((from) => ({ kind, points: points.slice(from, from + seriesLength), atStart: false }));
  // An empty start is the same whatever is said after it.
  const own = kind.before || at === 0 ? startPoints : [];
  return [...turns, ...own.map((point) => ({ kind, points: [point], atStart: true }))];
}

/** Two at a time: each is several processes. */
async function tryAll(all: readonly Series[], options: RunOptions, log: (line: string) => void) {
  const left = [...all];
  const sum = { faults: 0, missed: 0, tried: 0 };
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      const { kind, points, atStart } = next;
      const result = await (atStart ? dieAtStart(kind, points[0] ?? "", options) : dieInTurns(kind, points, options));
      sum.faults += faultsIn(result, `${kind.name}, ${points[0]} to ${points.at(-1)}`, log);
      sum.missed += result.missed.length;
      for (const point of result.missed) log(`missed: ${kind.name}, ${point}`);
      sum.tried += points.length;
      if (points.length > 1 || sum.tried % 20 === 0) log(`${sum.tried} of ${count(all)} tried`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return sum;
}

function faultsIn({ verdict, ownDeaths }: RunResult, where: string, log: (line: string) => void): number {
  for (const { fault, words } of verdict.findings) log(`${where}: ${fault}: ${words}`);
  for (const death of ownDeaths) log(`${where}: ended by itself: ${death}`);
  return verdict.failed + ownDeaths.length;
}
