import type { Concern } from "../session.ts";
import { wordsOf } from "./features.ts";
import { folded } from "./fold.ts";
import { type Judgement, judgementOf, threshold } from "./learned.ts";

/** Of a long message one stretch may be dark and all others everyday. */
const longWords = 50;
const sentencesTogether = 3;
const sentence = /[^.!?;]+[.!?;]*/g;
/** Who writes without marks writes sentences of any length. */
const longestSentence = 240;

function* sentencesOf(text: string): Generator<string> {
  for (const [one] of text.matchAll(sentence)) {
    if (one.length <= longestSentence) yield one;
    else yield* one.match(new RegExp(`.{1,${longestSentence}}(?= |$)`, "g")) ?? [];
  }
}

function* stretchesOf(text: string): Generator<readonly string[]> {
  const words = wordsOf(text);
  yield words;
  if (words.length <= longWords) return;
  const sentences = [...sentencesOf(text)];
  for (const at of sentences.keys()) yield wordsOf(sentences.slice(at, at + sentencesTogether).join(" "));
}

const darkest = (judgements: readonly Judgement[]): Judgement =>
  judgements.reduce((darker, one) => (one.concern > darker.concern ? one : darker));

/**
 * What a message gives reason to worry about, if anything: harm to its writer by their own hand, or danger right now.
 * What was learned from labelled lines decides.
 */
export function concernIn(text: string): Concern | null {
  const { concern, danger } = darkest([...stretchesOf(folded(text))].map(judgementOf));
  if (concern <= threshold) return null;
  return danger > 0 ? "danger" : "self-harm";
}
