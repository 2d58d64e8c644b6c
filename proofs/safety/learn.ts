/**
 * `npm run learn-floor`: makes src/core/safety/weights.ts from the labelled lines in proofs/safety/lessons. The same
 * lessons give the same weights, to the byte.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { buckets, featuresOf, wordsOf } from "../../src/core/safety/features.ts";
import { folded } from "../../src/core/safety/fold.ts";
import { seeded } from "../../tests/doubles/random.ts";
import type { LabelledLine } from "./lines.ts";

export const lessonsFolder = "proofs/safety/lessons";
const target = "src/core/safety/weights.ts";

interface Example {
  readonly features: readonly number[];
  readonly positive: boolean;
}

interface Lesson {
  readonly line: LabelledLine;
  readonly features: readonly number[];
  /** Whether it could be mistaken: everyday lines would make every threshold look good. */
  readonly hard: boolean;
}

interface Model {
  readonly weights: Float64Array;
  readonly bias: number;
}

const epochs = 20;
const rate = 0.3;
const decay = 1e-3;
/** Of five parts one is held back in turn, to find the threshold on lines that the judgement has not seen. */
const folds = 5;

/** Logistic regression by AdaGrad. */
class Learner {
  readonly #weights = new Float64Array(buckets);
  readonly #squares = new Float64Array(buckets).fill(1e-8);
  readonly #sum = new Float64Array(buckets);
  #bias = 0;
  #biasSquares = 1e-8;
  #biasSum = 0;
  #remembered = 0;

  step({ features, positive }: Example): void {
    const scale = 1 / Math.sqrt(features.length);
    const odds = oddsBy({ weights: this.#weights, bias: this.#bias }, features);
    const error = 1 / (1 + Math.exp(-odds)) - (positive ? 1 : 0);
    for (const bucket of features) this.#move(bucket, error * scale);
    this.#biasSquares += error * error;
    this.#bias -= (rate * error) / Math.sqrt(this.#biasSquares);
  }

  #move(bucket: number, error: number): void {
    const weight = this.#weights[bucket] ?? 0;
    const gradient = error + decay * weight;
    const squares = (this.#squares[bucket] ?? 0) + gradient * gradient;
    this.#squares[bucket] = squares;
    this.#weights[bucket] = weight - (rate * gradient) / Math.sqrt(squares);
  }

  /** What is learned is the mean of what was remembered: single steps jump about. */
  remember(): void {
    for (const [bucket, weight] of this.#weights.entries()) this.#sum[bucket] = (this.#sum[bucket] ?? 0) + weight;
    this.#biasSum += this.#bias;
    this.#remembered += 1;
  }

  learned(): Model {
    const times = this.#remembered;
    return { weights: this.#sum.map((total) => total / times), bias: this.#biasSum / times };
  }
}

function learn(examples: readonly Example[]): Model {
  const learner = new Learner();
  const random = seeded(1);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (const example of random.shuffle(examples)) learner.step(example);
    if (epoch >= epochs / 2) learner.remember();
  }
  return learner.learned();
}

const oddsBy = ({ weights, bias }: Model, features: readonly number[]): number =>
  bias + features.reduce((sum, bucket) => sum + (weights[bucket] ?? 0), 0) / Math.sqrt(features.length);

const isConcern = ({ line }: Lesson): boolean => line.label === "concern";

/** One signed byte a bucket. The few largest weights are cut: the others keep more of their differences by it. */
function packed({ weights, bias }: Model): { bytes: string; scale: number; bias: number } {
  const sizes = [...weights].map(Math.abs).sort((a, b) => b - a);
  const scale = round(sizes[20] ?? 1);
  const bytes = Int8Array.from(weights, (weight) => Math.round(Math.max(-1, Math.min(1, weight / scale)) * 127));
  return { bytes: Buffer.from(bytes.buffer).toString("base64"), scale, bias: round(bias) };
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;

interface Judged {
  readonly odds: number;
  readonly hard: boolean;
  readonly positive: boolean;
}

/** Every lesson, judged by what was learned from the others. */
function crossJudged(lessons: readonly Lesson[]): readonly Judged[] {
  const order = seeded(2).shuffle(lessons);
  return Array.from({ length: folds }, (_, fold) => fold).flatMap((fold) => {
    const model = learn(order.filter((_, at) => at % folds !== fold).map(toConcernExample));
    return order
      .filter((_, at) => at % folds === fold)
      .map((lesson) => ({ ...lesson, odds: oddsBy(model, lesson.features), positive: isConcern(lesson) }));
  });
}

const toConcernExample = (lesson: Lesson): Example => ({ features: lesson.features, positive: isConcern(lesson) });

const longOnes = 600;

/** Long messages about this and that, so that length by itself says nothing. */
function longLessons(lessons: readonly Lesson[]): readonly Lesson[] {
  const random = seeded(3);
  const harmless = lessons.filter((lesson) => !isConcern(lesson));
  return Array.from({ length: longOnes }, () => {
    const lines = Array.from({ length: random.between(2, 5) }, () => random.pick(harmless).line);
    return toLesson({ ...random.pick(harmless).line, text: lines.map(({ text }) => text).join(". ") }, false);
  });
}

interface Choice {
  readonly threshold: number;
  readonly recall: number;
}

/** Share of false alarms among the lines that only look dark; among those of other writers it is about half of this. */
const bearable = 0.055;

/** The odds above which as much is heard as is bearable. */
function choose(judged: readonly Judged[]): Choice {
  const harmless = judged.filter(({ positive, hard }) => !positive && hard).map(({ odds }) => odds);
  const threshold = round(harmless.sort((a, b) => b - a)[Math.floor(harmless.length * bearable)] ?? 0);
  const dark = judged.filter(({ positive }) => positive);
  return { threshold, recall: round(dark.filter(({ odds }) => odds > threshold).length / dark.length) };
}

/** Names of the lesson files with their content, as one digest. */
export function lessonsDigest(): string {
  const digest = createHash("sha256");
  for (const file of readdirSync(lessonsFolder).sort()) digest.update(readFileSync(`${lessonsFolder}/${file}`));
  return digest.digest("hex");
}

function readLessons(): readonly Lesson[] {
  const files = readdirSync(lessonsFolder).sort();
  return files.flatMap((file) => {
    const lines = readFileSync(`${lessonsFolder}/${file}`, "utf8").trim().split("\n");
    return lines.map((line) => toLesson(JSON.parse(line) as LabelledLine, !everyday.has(file)));
  });
}

const everyday: ReadonlySet<string> = new Set([
  "everyday.jsonl",
  "life-de-a.jsonl",
  "life-de-b.jsonl",
  "life-en-a.jsonl",
  "life-en-b.jsonl",
  "plain-de.jsonl",
  "plain-en.jsonl",
]);

const toLesson = (line: LabelledLine, hard: boolean): Lesson => ({
  line,
  hard,
  features: featuresOf(wordsOf(folded(line.text))),
});

type Packed = ReturnType<typeof packed>;

interface Learned {
  readonly threshold: number;
  readonly concern: Packed;
  readonly danger: Packed;
}

const sourceOf = (name: string, { bytes, scale, bias }: Packed): string =>
  `  ${name}: {\n    bytes:\n      "${bytes}",\n    scale: ${scale},\n    bias: ${bias},\n  },\n`;

const source = ({ threshold, concern, danger }: Learned): string =>
  [
    "/** Made by npm run learn-floor from proofs/safety/lessons; not to be edited. */\nexport const weights = {\n",
    `  lessons: "${lessonsDigest()}",\n  threshold: ${threshold},\n`,
    sourceOf("concern", concern),
    sourceOf("danger", danger),
    "} as const;\n",
  ].join("");

function main(): void {
  const single = readLessons();
  const lessons = [...single, ...longLessons(single)];
  const { threshold, recall } = choose(crossJudged(lessons));
  const concern = packed(learn(lessons.map(toConcernExample)));
  const dark = lessons.filter(isConcern);
  const danger = packed(learn(dark.map(({ line, features }) => ({ features, positive: line.kind === "danger" }))));
  writeFileSync(target, source({ threshold, concern, danger }));
  process.stdout.write(
    `${single.length} lessons; judged by the others, ${recall} of what is dark is heard at ${bearable} false alarms (threshold ${threshold})\n`,
  );
}

if (process.argv[1]?.endsWith("learn.ts")) main();
