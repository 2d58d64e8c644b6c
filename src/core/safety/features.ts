/**
 * What a learned judgement sees of a message: its words, pairs of words, and pieces of words, as numbers of buckets.
 * The pieces bear misspellings and German endings.
 */

export const buckets = 1 << 18;

/** FNV-1a, folded to the number of buckets. */
function bucketOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < feature.length; at += 1) {
    hash ^= feature.charCodeAt(at);
    hash = Math.imul(hash, 0x01000193);
  }
  return ((hash >>> 16) ^ hash) & (buckets - 1);
}

const shortestPiece = 3;
const longestPiece = 5;

/** They never reach across a blank. */
function* piecesOf(word: string): Generator<string> {
  const padded = `<${word}>`;
  for (let length = shortestPiece; length <= longestPiece; length += 1)
    for (let at = 0; at + length <= padded.length; at += 1) yield `p${padded.slice(at, at + length)}`;
}

function* featuresIn(words: readonly string[]): Generator<string> {
  for (const [at, word] of words.entries()) {
    const [next, second, third] = words.slice(at + 1, at + 4);
    yield `w${word}`;
    yield* piecesOf(word);
    if (next !== undefined) yield `b${word} ${next}`;
    if (next !== undefined && second !== undefined) yield `t${word} ${next} ${second}`;
    for (const apart of [second, third]) if (apart !== undefined) yield `s${word} ${apart}`;
  }
}

/** Each bucket once: how often a word stands there says little in a chat line. */
export const featuresOf = (words: readonly string[]): readonly number[] => [
  ...new Set([...featuresIn(words)].map(bucketOf)),
];

/** A folded message as words, with its ends and its questions. */
export const wordsOf = (folded: string): readonly string[] => {
  const plain = folded.replace(/[^a-z0-9?!]+/g, " ").replace(/([?!])/g, " $1 ");
  return ["^", ...plain.trim().split(/\s+/), "$"];
};
