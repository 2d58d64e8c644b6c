import { isCapital, isFunctionWord, isQuality } from "./vocabulary.ts";

/** A value found at the start of what follows a predicate: `start` and `end` count from there. */
export interface Cut {
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const word = /[\p{L}\p{N}](?:[\p{L}\p{M}\p{N}]|['’.&/-](?=[\p{L}\p{N}]))*/uy;
const fillers =
  /^(?:[\s,:=(–-]|(?:now|just|simply|actually|currently|also|still|really|officially|jetzt|nun|einfach|übrigens|eigentlich|n[äa]mlich|auch|immer noch|noch|seit kurzem|mit vornamen|mit nachnamen|mit vollem namen|der|die|das)\b(?=\s+\S))*/iu;
const farewells =
  /(?:[\s,]+(?:btw|by the way|lol|haha\w*|xd|too|as well|actually|now|right now|at the moment|these days|currently|though|thanks|thank you|thx|please|pls|nice to meet you|pleased to meet you|you know|again|tbh|everyone|everybody|all|folks|guys|übrigens|jetzt|gerade|zurzeit|momentan|auch|danke|bitte|freut mich|freut mich sehr|halt|ja|nochmal|und du|and you|remember|ok|okay|yeah|xx?|:\)))+\s*$/iu;
const particles =
  /^(?:the|of|von|van|vom|zu|zur|der|den|dem|de|di|da|do|dos|das|del|della|la|le|du|bin|ibn|al|el|ter|ten|y|on|upon|am|an|ob|auf|sur|im)$/iu;
const starters =
  /^(?:i|i'm|im|i've|my|and|but|or|so|the|a|an|he|she|it|we|you|they|his|her|their|ich|mein\w{0,2}|und|aber|oder|er|sie|es|wir|der|die|das|who|which|that|because|what|how|why|yes|no|not|nicht|kein\w{0,2}|don'?t)$/iu;

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Words from `from` on that only blanks part: a name or phrase ends at any other sign. */
export function run(tail: string, from: number, limit: number): readonly Word[] {
  const found: Word[] = [];
  let at = from;
  while (found.length < limit) {
    word.lastIndex = at;
    const text = word.exec(tail)?.[0];
    if (text === undefined) break;
    found.push({ text, start: at, end: at + text.length });
    at += text.length;
    const gap = /^(?:[Dd]r|[Mm]rs?|[Mm]s|[Ss]t|[Pp]rof|\p{Lu})$/u.test(text) ? /^\.?[ ]+/u : /^[ ]+/u;
    at += gap.exec(tail.slice(at))?.[0].length ?? tail.length;
  }
  return found;
}

const cutOf = (tail: string, first: Word, last: Word): Cut => ({
  value: tail.slice(first.start, last.end),
  start: first.start,
  end: last.end,
});

/** "Rex", "Rex the Third", "Anna-Lena", "Maria von Trapp": capitals, and small words between them. */
export function capitalName(tail: string, words: readonly Word[], limit = 5): Cut | null {
  const [first] = words;
  if (!first || !isCapital(first.text) || starters.test(first.text)) return null;
  let last = first;
  for (const [at, next] of words.entries()) {
    if (at === 0) continue;
    if (at >= limit || (starters.test(next.text) && !particles.test(next.text))) break;
    if (isCapital(next.text) || /^(?:\d{1,2}|[ivx]+)$/u.test(next.text)) last = next;
    else if (!particles.test(next.text)) break;
  }
  return cutOf(tail, first, last);
}

/** A name typed in small letters: one word, or two when nothing else follows. */
function smallName(tail: string, words: readonly Word[], qualityToo: boolean): Cut | null {
  const [first, second, third] = words;
  if (!first || isFunctionWord(first.text) || /^\d/u.test(first.text)) return null;
  if (!qualityToo && isQuality(first.text)) return null;
  if (second && /^the$/iu.test(second.text) && third && words.length === 3) return cutOf(tail, first, third);
  const two =
    second &&
    words.length === 2 &&
    !isFunctionWord(second.text) &&
    !/\d|^(?:loves?|likes?|lives?|works?|mag|liebt|hates?)$/iu.test(second.text);
  return cutOf(tail, first, two ? second : first);
}

/** "dr. Quast"; and after a verb that only names, an article belongs to the name: "The Saucy Haddock", "the boss". */
function ledName(tail: string, words: readonly Word[], called: boolean): Cut | null {
  const [article, ...rest] = words;
  if (
    !article ||
    !(called ? /^(?:the|dr|mr|mrs|ms|prof|herr|frau)$/iu : /^(?:dr|mr|mrs|ms|prof)$/iu).test(article.text)
  )
    return null;
  const name = capitalName(tail, rest) ?? (rest.length > 0 && rest.length < 3 ? smallName(tail, rest, true) : null);
  return name && { value: tail.slice(article.start, name.end), start: article.start, end: name.end };
}

/** Without words of farewell and filling at the end. */
export const trimmed = (tail: string): string => tail.replace(farewells, "").replace(/[\s,]+$/u, "");

/** A name at the start of `tail`, read as strictly as its sort demands. */
export function cutName(tail: string, sort: "called" | "name" | "proper"): Cut | null {
  const from = fillers.exec(tail)?.[0].length ?? 0;
  const words = run(trimmed(tail), from, 8);
  const capital = capitalName(tail, words) ?? ledName(tail, words, sort === "called");
  if (capital) return capital;
  if (sort === "proper" || (words[0] && starters.test(words[0].text))) return null;
  return smallName(tail, words, sort === "called");
}
