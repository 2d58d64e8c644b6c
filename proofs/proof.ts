import type { SlackTransport } from "./platforms/platform.ts";
import { type DatabaseKind, databasesOf } from "./run/database.ts";
import { type PlatformKind, type World, world } from "./run/world.ts";

export interface ProofOptions {
  /** How much is tried; each proof knows its own measure. */
  readonly size: number;
  readonly seed: number;
  readonly db: DatabaseKind;
  readonly platform: PlatformKind;
  /** How Slack reaches the program. */
  readonly transport: SlackTransport;
  readonly kills: number;
  /** Whether it stands still each time and is replaced, and goes on; else now and then. */
  readonly freezes: boolean;
  /** Instead of by chance, at every point once; `size` points of them where it was given. */
  readonly sweep: "all" | "sample" | null;
  /** Whether answers grow while they are read. */
  readonly streamed: boolean;
  /** A file of lines to try instead of the project's own; null without one. */
  readonly data: string | null;
  /** Progress, for whoever waits. */
  readonly log: (line: string) => void;
}

export interface ProofResult {
  readonly tried: number;
  readonly failed: number;
  readonly figures: Readonly<Record<string, number>>;
}

/** One promise, tried on real processes. */
export interface Proof {
  readonly name: string;
  readonly size: number;
  /** Where it can be tried; the mock platform alone where nothing is said. */
  readonly platforms?: readonly PlatformKind[];
  readonly run: (options: ProofOptions) => Promise<ProofResult>;
}

/** A world for one proof, taken away afterwards whatever happens. */
export async function within(
  { seed, db, platform, transport }: ProofOptions,
  speed: number,
  work: (here: World) => Promise<ProofResult>,
): Promise<ProofResult> {
  const databases = await databasesOf(db);
  try {
    const here = await world({ seed, platform, transport, databases, speed });
    return await work(here).finally(here.close);
  } finally {
    await databases.close();
  }
}
