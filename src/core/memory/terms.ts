import { stopwords } from "./stopwords.ts";

/** One form for all spellings of a letter: lower case, accents off, compatibility forms resolved, ß as ss. */
export const fold = (text: string): string =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .replace(/ß/g, "ss")
    .normalize("NFC");

const word = /[\p{L}\p{N}]+(?:['’][\p{L}\p{N}]+)*/gu;
const scripts = ["Han", "Hiragana", "Katakana", "Thai", "Lao", "Khmer", "Myanmar"];
const letters = scripts.map((script) => `\\p{Script=${script}}`).join("");
const unspaced = new RegExp(`[${letters}]`, "u");
const runs = new RegExp(`[${letters}]+|[^${letters}]+`, "gu");

const undouble = (text: string): string => text.replace(/([^aeiou\d])\1$/u, "$1");

const ending = (text: string): string => {
  if (text.length < 4 || /\d/.test(text)) return text;
  const plural = text
    .replace(/ies$/u, "y")
    .replace(/(ch|sh|x|z|ss)es$/u, "$1")
    .replace(/(?<![su])s$/u, "");
  const bare = plural.replace(/(?<=.{3})(?:ing|ed)$/u, "");
  return bare.replace(/(?<=.{3})(?:(?<=er)n|en|em)$/u, "");
};

/**
 * The root of a folded word, for English and German alike, so that the language need not be known when it is stored:
 * dogs ~ dog, lives ~ living ~ live, Hunde ~ Hund. Light on purpose: two words that meet by accident do less harm here
 * than two forms of a word that miss each other, but names must stay apart.
 */
export function stem(folded: string): string {
  const root = undouble(ending(folded).replace(/(?<=.{3})e$/u, ""));
  return root.length < 2 ? folded : root;
}

const trigrams = (run: string): readonly string[] => {
  const signs = [...run];
  return signs.length <= 3 ? [run] : signs.slice(2).map((_, at) => signs.slice(at, at + 3).join(""));
};

/** "Tom's" is Tom, "l'eau" is eau, "don't" stays one word. */
const withoutClitic = (token: string): string => {
  const [first = "", second] = token.split(/['’]/u);
  if (second === undefined) return first;
  if (second === "s") return first;
  return /^(?:[cdjlmnst]|qu)$/u.test(first) && second.length > 2 ? second : token.replace(/['’]/gu, "");
};

/** The folded words of a text in order, clitics off, nothing left out. */
export function wordsOf(text: string): readonly string[] {
  return [...fold(text).matchAll(word)].map(([token]) => withoutClitic(token)).filter((token) => token !== "");
}

const rootsOf = (token: string): readonly string[] => {
  if (!unspaced.test(token)) return stopwords.has(token) ? [] : [stem(token)];
  return [...token.matchAll(runs)].flatMap(([run]) => (unspaced.test(run) ? trigrams(run) : [stem(run)]));
};

/** The content words of a text as roots, in order; a word of a script without spaces as its trigrams. */
export const rootsIn = (text: string): readonly string[] => wordsOf(text).flatMap(rootsOf);

/** Search terms: roots, and each two that follow one another as `a_b`. The same for what is stored and what is asked. */
export function termsOf(text: string): readonly string[] {
  const roots = rootsIn(text);
  const pairs = roots.slice(1).map((root, at) => `${roots[at]}_${root}`);
  return [...new Set([...roots, ...pairs])];
}
