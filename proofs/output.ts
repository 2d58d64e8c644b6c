import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { OutputFault } from "../tests/doubles/output-faults.ts";
import type { Share, Tally } from "./output/share.ts";
import { timeRatio } from "./output/time-ratio.ts";
import type { Proof, ProofOptions, ProofResult } from "./proof.ts";

/** Whatever a model writes: no part is too long, broken or live, and twice as much takes about twice the time. */
export const output: Proof = { name: "output", size: 100_000, run };

const mostRatio = 2.5;

async function run({ size, seed, log }: ProofOptions): Promise<ProofResult> {
  const workers = Math.min(availableParallelism(), Math.ceil(size / 500));
  const tallies = await Promise.all(sharesOf(size, seed, workers).map((share) => tallyOf(share, log)));
  const sum = (count: (tally: Tally) => number): number => tallies.reduce((all, tally) => all + count(tally), 0);
  const fault = (name: OutputFault): number => sum(({ faults }) => faults[name] ?? 0);
  const ratio = timeRatio(seed);
  const faults = {
    overLimit: fault("longer than it may be"),
    mentions: fault("a mention") + fault("an emoji, a time or a command"),
    openFences: fault("an open fence"),
    brokenGraphemes: fault("half of a character") + sum(({ brokenGraphemes }) => brokenGraphemes),
    blank: fault("blank"),
    liveAddresses: fault("an address that nobody sent"),
    turnedWriting: fault("turned writing"),
  };
  const broken = Object.values(faults).reduce((all, count) => all + count, 0);
  const figures = { outputs: size, parts: sum(({ parts }) => parts), ...faults, timeRatio: ratio };
  return { tried: size, failed: broken + (ratio > mostRatio ? 1 : 0), figures };
}

const sharesOf = (size: number, seed: number, workers: number): readonly Share[] =>
  Array.from({ length: workers }, (_, at) => {
    const from = Math.floor((size * at) / workers);
    return { seed, from, to: Math.floor((size * (at + 1)) / workers) };
  });

/** In a thread of its own. It tells what it has found so far, and at last everything. */
function tallyOf(share: Share, log: (line: string) => void): Promise<Tally> {
  const worker = new Worker(new URL("./output/worker.js", import.meta.url), { workerData: share });
  return new Promise((resolve, reject) => {
    worker.on("message", (told: Tally | string) => (typeof told === "string" ? log(told) : resolve(told)));
    worker.on("error", reject);
    worker.on("exit", () => reject(new Error("a worker ended without a word")));
  });
}
