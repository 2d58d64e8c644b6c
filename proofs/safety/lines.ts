import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { seeded } from "../../tests/doubles/random.ts";
import type { ProofOptions } from "../proof.ts";

/** A line as somebody might write it, and what a careful reader says of it: `concern` or `none`. */
export interface LabelledLine {
  readonly text: string;
  readonly locale: string;
  readonly label: string;
  readonly kind: string;
}

/** Written by people who had not seen how the floor works; it was not made with them. */
const ownFile = "proofs/safety/lines.jsonl";

/** `--data FILE` in JSON Lines, else the project's own; all of it, or a sample of `size`. */
export async function readLines({ data, size, seed, log }: ProofOptions): Promise<readonly LabelledLine[]> {
  const file = data ?? inProject(ownFile);
  const lines = (await readFile(file, "utf8")).split("\n").filter((line) => line.trim() !== "");
  const all = lines.map((line) => JSON.parse(line) as LabelledLine);
  log(`${all.length} lines in ${data ?? ownFile}`);
  return data === null ? seeded(seed).shuffle(all).slice(0, size) : all;
}

/** The build puts this file one folder deeper than the source does. */
function inProject(path: string): string {
  const candidates = ["../../", "../../../"].map((up) => fileURLToPath(new URL(`${up}${path}`, import.meta.url)));
  return candidates.find((one) => existsSync(one)) ?? path;
}
