import type { Concern } from "../session.ts";
import { wordsOf } from "./features.ts";
import { folded } from "./fold.ts";
import { type Judgement, judgementOf, signWeight, threshold } from "./learned.ts";
import { signIn } from "./plain-signs.ts";

/** Of a long message one stretch may be dark and all others everyday. */
const stretch = 40;
const step = 20;

function* stretchesOf(words: readonly string[]): Generator<readonly string[]> {
  yield words;
  if (words.length <= stretch * 1.5) return;
  for (let at = 0; at < words.length; at += step) yield words.slice(at, at + stretch);
}

const darkest = (judgements: readonly Judgement[]): Judgement =>
  judgements.reduce((darker, one) => (one.concern > darker.concern ? one : darker));

/**
 * What a message gives reason to worry about, if anything: harm to its writer by their own hand, or danger right now.
 * What was learned from labelled lines decides; where that leaves it open, a plain sign in words does.
 */
export function concernIn(text: string): Concern | null {
  const { concern, danger } = darkest([...stretchesOf(wordsOf(folded(text)))].map(judgementOf));
  if (concern > threshold) return danger > 0 ? "danger" : "self-harm";
  return concern + signWeight > threshold ? signIn(text) : null;
}
