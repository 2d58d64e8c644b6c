import { seeded } from "../tests/doubles/random.ts";
import type { ProofOptions, ProofResult } from "./proof.ts";
import { databasesOf } from "./run/database.ts";
import { exempt, plainName } from "./sweep/exempt.ts";
import { type Kind, kinds } from "./sweep/kinds.ts";
import { dieOnce, type RunOptions, type RunResult, record } from "./sweep/one-run.ts";
import type { Point, Recording } from "./sweep/points.ts";

interface Death {
  readonly kind: Kind;
  readonly point: Point;
}

const atOnce = 2;

/** Every await on a port is a point to die at, before and after: one run each. `size` takes a sample of them. */
export async function sweep({ size, seed, db, sweep, log }: ProofOptions): Promise<ProofResult> {
  const databases = await databasesOf(db);
  const options = { seed, databases };
  try {
    const { deaths, unreached, faults } = await survey(options, log);
    const chosen = sweep === "all" ? deaths : seeded(seed).shuffle(deaths).slice(0, size);
    log(`${deaths.length} points to die at, ${chosen.length} tried`);
    const results = await tryAll(chosen, options, log);
    for (const method of unreached) log(`unreached: ${method}`);
    return figuresOf(results, unreached.length, faults);
  } finally {
    await databases.close();
  }
}

interface Survey {
  readonly deaths: readonly Death[];
  /** Asynchronous methods, or such as nobody has called, that no kind of turn reaches. */
  readonly unreached: readonly string[];
  readonly faults: number;
}

async function survey(options: RunOptions, log: (line: string) => void): Promise<Survey> {
  const recordings: { readonly kind: Kind; readonly recording: Recording }[] = [];
  let faults = 0;
  for (const kind of kinds) {
    const result = await record(kind, options);
    faults += faultsIn(result, `${kind.name}, undisturbed`, log);
    recordings.push({ kind, recording: result.recording });
    log(`${kind.name}: ${result.recording.points.length} points`);
  }
  const called = new Set(recordings.flatMap(({ recording }) => [...recording.called].map(plainName)));
  const known = new Set(recordings.flatMap(({ recording }) => [...recording.known].map(plainName)));
  const unreached = [...known].filter((method) => !called.has(method) && !exempt(method));
  const deaths = recordings.flatMap(({ kind, recording }) => recording.points.map((point) => ({ kind, point })));
  return { deaths, unreached, faults };
}

interface Tried {
  readonly faults: number;
  readonly reached: boolean;
}

/** Two at a time: each is several processes. */
async function tryAll(deaths: readonly Death[], options: RunOptions, log: (line: string) => void) {
  const left = [...deaths];
  const tried: Tried[] = [];
  const work = async (): Promise<void> => {
    for (let next = left.shift(); next; next = left.shift()) {
      const { kind, point } = next;
      const result = await dieOnce(kind, point, options);
      tried.push({ faults: faultsIn(result, `${kind.name}, ${point}`, log), reached: result.reached });
      if (tried.length % 20 === 0) log(`${tried.length} of ${deaths.length} tried`);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return tried;
}

function faultsIn({ verdict, ownDeaths }: RunResult, where: string, log: (line: string) => void): number {
  for (const { fault, words } of verdict.findings) log(`${where}: ${fault}: ${words}`);
  for (const death of ownDeaths) log(`${where}: ended by itself: ${death}`);
  return verdict.failed + ownDeaths.length;
}

function figuresOf(tried: readonly Tried[], unreached: number, undisturbed: number): ProofResult {
  const faults = tried.reduce((sum, one) => sum + one.faults, undisturbed);
  const missed = tried.filter(({ reached }) => !reached).length;
  return {
    tried: tried.length,
    failed: faults + unreached,
    figures: { points: tried.length, missed, faults, unreached },
  };
}
