import { discordDialect } from "../../src/platforms/discord/markdown.ts";
import { partsOf } from "../../src/platforms/shared/markdown/split.ts";
import { seeded } from "../../tests/doubles/random.ts";
import { randomDocument } from "../../tests/doubles/random-markdown.ts";

const signs = [
  "*",
  "> ",
  "`",
  "[",
  "- ",
  "\\",
  "👩‍👩‍👧‍👦",
  "http://",
  "```\n",
  "| a | b |\n|---|--:|\n",
  "**bold** and `code` ",
];
const characters = 12_000;

/** How many times as long twice as much text takes: all signs that parsers fear, and usual documents. */
export function timeRatio(seed: number): number {
  const random = seeded(seed);
  const document = Array.from({ length: 60 }, () => randomDocument(random, 12)).join("\n\n");
  const texts = [document, ...signs.map((sign) => sign.repeat(Math.ceil(characters / sign.length)))];
  const split = (times: number): void => {
    for (const text of texts)
      partsOf(text.repeat(times), { dialect: discordDialect, limit: 2_000, known: () => false });
  };
  split(1); // whatever is compiled later is compiled now
  const [once, twice] = [best(() => split(1)), best(() => split(2))];
  return Math.round((twice / once) * 100) / 100;
}

/** The least of three, by the processor's time: what else the machine does is not measured. */
const best = (work: () => void): number => Math.min(...[1, 2, 3].map(() => spent(work)));

function spent(work: () => void): number {
  const before = process.cpuUsage();
  work();
  return process.cpuUsage(before).user;
}
