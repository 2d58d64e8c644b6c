import type { Concern } from "../session.ts";
import { wordsOf } from "./features.ts";
import { folded } from "./fold.ts";
import { type Judgement, judgementOf, threshold } from "./learned.ts";

/** Of a long message one stretch may be dark and all others everyday. */
const longWords = 50;
/** One alone, or with the two that follow it. */
const stretches = [1, 3];
const sentence = /[^.!?;]+[.!?;]*/g;
/** Who writes without marks writes sentences of any length. */
const longestSentence = 240;
/** A stretch is one of many, so it has to be clearer than a whole message, in log odds. */
const clearer = 1;

function* sentencesOf(text: string): Generator<string> {
  for (const [one] of text.matchAll(sentence)) {
    if (one.length <= longestSentence) yield one;
    else yield* one.match(new RegExp(`.{1,${longestSentence}}(?= |$)`, "g")) ?? [];
  }
}

function* judgementsOf(text: string): Generator<Judgement> {
  const words = wordsOf(text);
  yield judgementOf(words);
  if (words.length <= longWords) return;
  const sentences = [...sentencesOf(text)];
  for (const at of sentences.keys())
    for (const length of stretches) {
      const { concern, danger } = judgementOf(wordsOf(sentences.slice(at, at + length).join(" ")));
      yield { concern: concern - clearer, danger };
    }
}

const darkest = (judgements: readonly Judgement[]): Judgement =>
  judgements.reduce((darker, one) => (one.concern > darker.concern ? one : darker));

/**
 * What a message gives reason to worry about, if anything: harm to its writer by their own hand, or danger right now.
 * What was learned from labelled lines decides.
 */
export function concernIn(text: string): Concern | null {
  const { concern, danger } = darkest([...judgementsOf(folded(text))]);
  if (concern <= threshold) return null;
  return danger > 0 ? "danger" : "self-harm";
}
