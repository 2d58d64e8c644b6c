import { featuresOf } from "./features.ts";
import { weights } from "./weights.ts";

/** A weight for every bucket, in 127ths of `scale`. */
export interface Weights {
  /** Base64 of one signed byte a bucket. */
  readonly bytes: string;
  readonly scale: number;
  readonly bias: number;
}

interface Judge {
  readonly weightOf: (bucket: number) => number;
  readonly bias: number;
}

const judgeOf = ({ bytes, scale, bias }: Weights): Judge => {
  const decoded = new Int8Array(Buffer.from(bytes, "base64"));
  return { bias, weightOf: (bucket) => ((decoded[bucket] ?? 0) * scale) / 127 };
};

const concern = judgeOf(weights.concern);
const danger = judgeOf(weights.danger);

const scoreBy = ({ weightOf, bias }: Judge, features: readonly number[]): number =>
  bias + features.reduce((sum, bucket) => sum + weightOf(bucket), 0) / Math.sqrt(features.length);

/** What was learned of lines like these: above 0 it is rather so, in log odds. */
export interface Judgement {
  readonly concern: number;
  /** Whether it is acute danger rather than self-harm; means something only where there is a concern. */
  readonly danger: number;
}

export function judgementOf(words: readonly string[]): Judgement {
  const features = featuresOf(words);
  return { concern: scoreBy(concern, features), danger: scoreBy(danger, features) };
}

/** Where the judgement is as likely to hear what is there as not to hear what is not. */
export const threshold = weights.threshold;
