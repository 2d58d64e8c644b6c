/** `npm run prove -- NAME`: tries a promise on real processes, and says what was tried and what failed. */
import { parseArgs } from "node:util";
import { crash } from "./crash.ts";
import { duplicates } from "./duplicates.ts";
import { gateway } from "./gateway.ts";
import { limits } from "./limits.ts";
import { output } from "./output.ts";
import type { Proof, ProofOptions, ProofResult } from "./proof.ts";
import type { PlatformKind } from "./run/world.ts";
import { safety } from "./safety.ts";

const proofs: readonly Proof[] = [crash, duplicates, gateway, limits, output, safety];

const usage = `Usage: npm run prove -- [NAME] [--size N] [--seed S] [--db sqlite|postgres] [--platform mock|discord|slack] [--transport socket|http] [--kills K] [--freezes] [--sweep] [--streamed] [--data FILE] [--json]
Proofs: ${proofs.map(({ name }) => name).join(", ")}; all of them without a NAME.
`;

interface Wish {
  readonly proofs: readonly Proof[];
  readonly json: boolean;
  readonly options: (proof: Proof) => ProofOptions;
}

/** Throws where the line cannot be understood. */
function wishOf(argv: readonly string[]): Wish {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      size: { type: "string" },
      seed: { type: "string" },
      db: { type: "string", default: "sqlite" },
      platform: { type: "string" },
      transport: { type: "string", default: "socket" },
      kills: { type: "string" },
      data: { type: "string" },
      freezes: { type: "boolean", default: false },
      sweep: { type: "boolean", default: false },
      streamed: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const [name] = positionals;
  const chosen = proofs.filter((proof) => name === undefined || proof.name === name);
  const { db, platform, transport, freezes, sweep, streamed, json } = values;
  if (chosen.length === 0 || positionals.length > 1) throw new Error("There is no such proof.");
  if (db !== "sqlite" && db !== "postgres") throw new Error("--db is sqlite or postgres.");
  if (transport !== "socket" && transport !== "http") throw new Error("--transport is socket or http.");
  for (const proof of chosen) platformFor(proof, platform);
  const seed = countOf(values.seed, "--seed") ?? Math.floor(Math.random() * 1_000_000);
  const size = countOf(values.size, "--size");
  const kills = countOf(values.kills, "--kills");
  const swept = sweep ? (size === null ? "all" : "sample") : null;
  const log = (line: string): void => void process.stderr.write(`${line}\n`);
  return {
    proofs: chosen,
    json,
    options: (proof) => {
      const many = size ?? (streamed ? proof.size / 5 : proof.size);
      return {
        size: many,
        seed,
        db,
        platform: platformFor(proof, platform),
        transport,
        freezes,
        sweep: swept,
        streamed,
        data: values.data ?? null,
        log,
        kills: kills ?? Math.max(1, Math.round(many / 10)),
      };
    },
  };
}

/** The proof's first, where none is wanted. */
function platformFor({ name, platforms = ["mock"] }: Proof, wanted: string | undefined): PlatformKind {
  const found = platforms.find((platform) => wanted === undefined || platform === wanted);
  if (!found) throw new Error(`--platform of ${name} is ${platforms.join(" or ")}.`);
  return found;
}

function countOf(text: string | undefined, flag: string): number | null {
  if (text === undefined) return null;
  if (/^\d+$/.test(text)) return Number(text);
  throw new Error(`${flag} is a whole number.`);
}

/** Whether nothing failed. */
async function prove(proof: Proof, { json, options }: Wish): Promise<boolean> {
  const given = options(proof);
  const began = Date.now();
  given.log(`${proof.name}: seed ${given.seed}, ${given.db}, ${given.platform}`);
  const result = await proof.run(given);
  const seconds = Math.round((Date.now() - began) / 100) / 10;
  const line = { proof: proof.name, seed: given.seed, ...result, seconds };
  process.stdout.write(json ? `${JSON.stringify(line)}\n` : inWords(proof, given.seed, result, seconds));
  return result.failed === 0;
}

function inWords({ name }: Proof, seed: number, { tried, failed, figures }: ProofResult, seconds: number): string {
  const lines = Object.entries(figures).map(([figure, value]) => `  ${figure.padEnd(20)} ${value}`);
  return [`${name}: ${tried} tried, ${failed} failed (seed ${seed}, ${seconds} s)`, ...lines, ""].join("\n");
}

async function main(): Promise<void> {
  const wish = wishOf(process.argv.slice(2));
  let allWell = true;
  for (const proof of wish.proofs) allWell = (await prove(proof, wish)) && allWell;
  process.exitCode = allWell ? 0 : 1;
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n${usage}`);
  process.exitCode = 1;
});
