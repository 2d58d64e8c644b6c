/** `npm run bench [-- NAME] [--json]`: what the program costs, measured. */
import { parseArgs } from "node:util";
import { acknowledge } from "./acknowledge.ts";

/** One thing that is measured; times in milliseconds. */
export interface Bench {
  readonly name: string;
  readonly run: (log: (line: string) => void) => Promise<BenchResult>;
}

export interface BenchResult {
  readonly rounds: number;
  readonly figures: Readonly<Record<string, number>>;
}

const benches: readonly Bench[] = [acknowledge];

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "boolean", default: false } },
  });
  const [wanted] = positionals;
  const chosen = benches.filter(({ name }) => wanted === undefined || name === wanted);
  if (chosen.length === 0)
    throw new Error(`There is no such benchmark. Known: ${benches.map(({ name }) => name).join(", ")}.`);
  for (const { name, run } of chosen) {
    const result = await run((line) => void process.stderr.write(`${line}\n`));
    const lines = Object.entries(result.figures).map(([figure, value]) => `  ${figure.padEnd(20)} ${value}`);
    process.stdout.write(
      values.json ? `${JSON.stringify({ bench: name, ...result })}\n` : `${[name, ...lines].join("\n")}\n`,
    );
  }
}

await main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
