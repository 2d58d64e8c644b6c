import { discordDialect } from "../../src/platforms/discord/markdown.ts";
import { partsOf } from "../../src/platforms/shared/markdown/split.ts";
import { faultsIn, graphemesIn, type OutputFault } from "../../tests/doubles/output-faults.ts";
import { type Random, seeded } from "../../tests/doubles/random.ts";
import { randomGraphemes, randomMarkdown } from "../../tests/doubles/random-markdown.ts";

/** The outputs that one worker tries. */
export interface Share {
  readonly seed: number;
  readonly from: number;
  readonly to: number;
}

/** What was found in them. */
export interface Tally {
  readonly parts: number;
  readonly faults: Readonly<Partial<Record<OutputFault, number>>>;
  readonly brokenGraphemes: number;
}

/** Discord's own, and narrower ones, where every cut is a hard one. */
const limits = [50, 64, 120, 400, 2_000, 2_000, 2_000];
const tellEvery = 5_000;

export function tally({ seed, from, to }: Share, tell: (line: string) => void): Tally {
  const faults: Partial<Record<OutputFault, number>> = {};
  let parts = 0;
  let brokenGraphemes = 0;
  for (let at = from; at < to; at += 1) {
    const random = seeded(seed * 1_000_003 + at);
    const limit = random.pick(limits);
    for (const part of rendered(randomMarkdown(random, random.between(1, 60)), limit)) {
      parts += 1;
      for (const fault of faultsIn(part, limit)) {
        faults[fault] = (faults[fault] ?? 0) + 1;
        tell(`${fault} in output ${at} of seed ${seed}: ${JSON.stringify(part)}`);
      }
    }
    if (at % 10 === 0) brokenGraphemes += brokenIn(random, limit);
    if ((at - from + 1) % tellEvery === 0) tell(`${at - from + 1} of ${to - from} outputs`);
  }
  return { parts, faults, brokenGraphemes };
}

/** Nobody has sent any address. */
const rendered = (text: string, limit: number): readonly string[] =>
  partsOf(text, { dialect: discordDialect, limit, known: () => false });

/** Signs of more than one character, and nothing else: how many parts hold one that was not there. */
function brokenIn(random: Random, limit: number): number {
  const signs = randomGraphemes(random, 80);
  const whole = new Set(signs);
  const parts = rendered(signs.join(""), limit);
  const lost = parts.join("") === signs.join("") ? 0 : 1;
  return lost + parts.filter((part) => graphemesIn(part).some((sign) => !whole.has(sign))).length;
}
