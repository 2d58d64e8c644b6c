import { rmSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Random, seeded } from "../../tests/doubles/random.ts";
import { type ScaledTime, scaledNow } from "../../tests/doubles/scaled-clock.ts";
import { type TokenModel, tokenModel } from "../../tests/doubles/token-model.ts";
import type { Facts } from "../checker/facts.ts";
import { discordPlatform } from "../platforms/discord.ts";
import { mockPlatform } from "../platforms/mock.ts";
import type { Platform, SlackTransport } from "../platforms/platform.ts";
import { slackPlatform } from "../platforms/slack.ts";
import { type Child, children } from "./children.ts";
import type { Databases, ProofDatabase } from "./database.ts";

export type PlatformKind = "mock" | "discord" | "slack";

const platforms = { mock: mockPlatform, discord: discordPlatform, slack: slackPlatform };

export interface WorldOptions {
  readonly seed: number;
  readonly platform: PlatformKind;
  readonly databases: Databases;
  /** How many times faster than the machine's its clock runs. */
  readonly speed: number;
  /** Of Slack alone: by a socket where nothing is said. */
  readonly transport?: SlackTransport;
}

/** All that stands around the program under proof. */
export interface World {
  readonly random: Random;
  readonly platform: Platform;
  readonly model: TokenModel;
  readonly database: ProofDatabase;
  now(): number;
  /** Puts the clock forward, while no child runs. */
  advance(ms: number): Promise<void>;
  /** Starts the program; resolves when it is ready. With orders for a sweep it can be told more of them. */
  start(env?: Readonly<Record<string, string>>, patienceMs?: number): Promise<Child>;
  /** What is known in the end, once no child runs any more. */
  facts(known: Pick<Facts, "committed" | "thawed" | "forbidden">): Promise<Facts>;
  /** Ends every process and takes every file away. */
  close(): Promise<void>;
}

export async function world({
  seed,
  platform: kind,
  databases,
  speed,
  transport = "socket",
}: WorldOptions): Promise<World> {
  let time: ScaledTime = { base: Date.now(), speed, ahead: 0 };
  let starts = 0;
  const now = (): number => scaledNow(time);
  const processes = children();
  const home = await mkdtemp(join(tmpdir(), "familiar-proof-"));
  const unwatch = leavingNothing(() => {
    processes.killAll();
    rmSync(home, { recursive: true, force: true });
  });
  const database = await databases.open(home);
  const platform = await platforms[kind]({ processes, seed, time, transport });
  const model = await tokenModel({ seed, now });
  await writeFile(join(home, "familiar.config.json"), JSON.stringify(settings));
  return {
    random: seeded(seed),
    platform,
    model,
    database,
    now,
    advance: async (ms) => {
      time = { ...time, ahead: time.ahead + ms };
      await platform.advance(ms);
    },
    start: (env = {}, patienceMs = 30_000) => {
      const all = { ...environment(home, database, model), ...env };
      starts += 1;
      const logFile = kept && join(kept, `child-${starts}.log`);
      const watched = "PROOF_DIE_AT" in env || "PROOF_RECORD" in env;
      return platform.start({ time, env: all, watched, patienceMs, logFile });
    },
    facts: async (known) => {
      const facts = {
        ...known,
        keyOf: platform.keyOf,
        crossingMs: platform.crossingMs,
        forbidden: known.forbidden.map(platform.channelNamed),
        givenUp: await platform.givenUp(),
        ...(await database.read()),
        history: await platform.history(),
        calls: model.calls(),
      };
      if (kept) await writeFile(join(kept, "facts.json"), JSON.stringify(facts));
      return facts;
    },
    close: async () => {
      processes.killAll();
      unwatch();
      await model.close();
      await database.close();
      await rm(home, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

/** A folder in which to keep what the programs said and what was found, for whoever looks for a cause. */
const kept = process.env["PROOF_KEEP"] ?? null;

/** However long the backlog of a run that is killed all the time: what is proved is that it is answered in the end. */
const settings = { locale: "en", limits: { concurrentTurns: 16, waitingInPlace: 1_000, lateMinutes: 10_080 } };

const environment = (home: string, database: ProofDatabase, model: TokenModel): Readonly<Record<string, string>> => ({
  FAMILIAR_HOME: home,
  DATABASE_URL: database.url,
  FAMILIAR_MODEL: "openai:fake",
  OPENAI_BASE_URL: model.baseUrl,
  OPENAI_API_KEY: "none-is-needed",
  LOG_LEVEL: process.env["LOG_LEVEL"] ?? "error",
});

/** Also when the proof itself fails or is interrupted. Gives the way to stop watching. */
export function leavingNothing(leave: () => void): () => void {
  const interrupted = (): void => process.exit(130);
  process.once("exit", leave);
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, interrupted);
  return () => {
    process.off("exit", leave);
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, interrupted);
  };
}

const openStates = ["accepted", "answering", "answered", "withdrawing"];
const stillMs = 20_000;

/** What is still going on, or null where nothing is. */
async function openIn({ platform, database }: World): Promise<string | null> {
  const activity = await platform.activity();
  const turns = await database.states(true).catch(() => []);
  const open = turns.filter(({ state }) => openStates.includes(state)).length;
  const known = new Set(turns.map(({ key }) => key));
  const unheard = platform.owed().filter((key) => !known.has(key)).length;
  const { unacknowledged, repeats } = activity;
  return unacknowledged + repeats + open + unheard === 0 ? null : JSON.stringify([activity, open, unheard]);
}

/** Everything that was said is known to the program, and nothing of it is open any more. */
export const isSettled = async (world: World): Promise<boolean> => (await openIn(world)) === null;

/** Waits until everything is settled, or nothing has moved for 20 s, however slow the machine. `keep` is called all the while. */
export async function settle(world: World, keep: () => Promise<void>, patienceMs = 3_600_000): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  let movedAt = Date.now();
  let last = "";
  while (Date.now() < Math.min(deadline, movedAt + stillMs)) {
    await keep();
    const open = await openIn(world);
    if (open === null) return true;
    if (open !== last) movedAt = Date.now();
    last = open;
    await pause(100);
  }
  return false;
}
