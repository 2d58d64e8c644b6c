import { asWritten, belongsTo, type Noun, nounOf } from "./nouns.ts";
import { fold, stem } from "./terms.ts";
import { isCapital, isFunctionWord, isQuality } from "./vocabulary.ts";

/** The person themselves, as in `Fact.about`. */
export const self = "self";

const decoration =
  /^(?:dear|beloved|sweet|own|both|beiden?|cute|lovely|darling|little|very|pet|dearest|lieber?|liebe[rs]?|s(?:u|ue)sse[rs]?|kleine[rnms]?|eigene[rnms]?|two|three|four|five|six|zwei|drei|vier|funf)$/u;
const aged = /(?:(?:\d+|\p{L}+)[ -])?(?:years?|months?|weeks?)[ -]olds?\s+|(?:\d+-?)?jahrige[rnms]?\s+/u;
const favourite = /^(?:(?:all time |absolute )?(?:favou?rite|fav|fave)s?\s+|lieblings-?)(?=\p{L})/u;

/** One of many, where the lexicon does not know the word. */
const singular = (word: string): string =>
  word.length < 4
    ? word
    : word
        .replace(/ies$/u, "y")
        .replace(/(ch|sh|x|ss)es$/u, "$1")
        .replace(/(?<![suia])s$/u, "");

/** The last words that the lexicon knows together, else the last word; what stands before qualifies. */
function headOf(words: readonly string[]): { readonly head: string; readonly before: readonly string[] } {
  for (const size of [3, 2]) {
    const phrase = words.slice(-size).join(" ");
    const noun = words.length >= size ? nounOf(phrase) : null;
    if (noun) return { head: noun.id, before: words.slice(0, -size) };
  }
  const last = words[words.length - 1] ?? "";
  return { head: nounOf(last)?.id ?? last, before: words.slice(0, -1) };
}

function nounKey(phrase: string): string {
  const liked = favourite.exec(phrase);
  if (liked) return `favourite ${nounKey(phrase.slice(liked[0].length))}`;
  const words = phrase.split(/[\s-]+/u).filter((word) => word !== "");
  const { head, before } = headOf(words);
  const kept = before.filter((word) => !decoration.test(word));
  return [...kept, nounOf(head) === null ? singular(head) : head].join(" ");
}

/** Whose a noun is, where the apostrophe was left out: "my sisters dog". */
function owners(phrase: string): readonly string[] {
  const parts = phrase.split(/'s?\s+/u);
  const [first = "", second, ...more] = phrase.split(/\s+/u);
  const owner = parts.length === 1 && second !== undefined && /[^s]s$/u.test(first) && nounOf(first)?.sort === "person";
  return owner ? [first.slice(0, -1), [second, ...more].join(" ")] : parts;
}

/** "Schildkröte trude": German writes compounds as one word, so another word behind the noun is a name. */
function isSmallName(noun: string, [name = "", ...more]: readonly string[]): boolean {
  const found = nounOf(noun);
  if (!found || name === "" || more.length > 0 || nounOf(name) || isQuality(name) || isFunctionWord(name)) return false;
  return asWritten(found, noun, "de") !== null && asWritten(found, noun, "en") === null;
}

/** "sister Lotte": the noun and the name beside it, where the name is written as one. */
export function parted(phrase: string): { readonly noun: string; readonly name: string | null } {
  const words = phrase.split(/\s+/u);
  const at = words.findLastIndex((word) => ["person", "animal"].includes(nounOf(word)?.sort ?? ""));
  const rest = words.slice(at + 1);
  const capitals = rest.length > 0 && rest.every((word) => isCapital(word) && nounOf(word) === null);
  const named = at >= 0 && (capitals || isSmallName(words[at] ?? "", rest));
  return named ? { noun: words.slice(0, at + 1).join(" "), name: rest.join(" ") } : { noun: phrase, name: null };
}

/** The words after "my" as one key for all their forms: `dog`, `little sister`, `sister's dog`, `favourite colour`. */
export function aboutOf(phrase: string): string {
  const folded = fold(phrase).replace(aged, "").replace(/'s?$/u, "").trim();
  return owners(folded).map(nounKey).join("'s ");
}

/** The noun at the end of a key: the dog in `sister's dog`. */
export const headNoun = (about: string): Noun | null => nounOf(about) ?? nounOf(about.split(/\s/u).pop() ?? "");

const fits = (asked: string, kept: string): number => {
  if (asked === kept || stem(asked) === stem(kept)) return 1;
  return belongsTo(kept, asked) ? 0.7 : 0;
};

const others = /^(?:other|second|new|old|first|third|ander|zweit|neu|alt|erst|dritt)$/u;

/** German adjectives without their endings: kleine ~ kleiner. */
const ungraded = (word: string): string => word.replace(/(?<=.{3})e[rsnm]?$/u, "");

/** 0..1: how well a key that was kept answers one that is asked for. */
export function aboutFit(asked: string, kept: string): number {
  const direct = fits(asked, kept);
  if (direct > 0 || asked.includes("'s ") !== kept.includes("'s ")) return direct;
  const [askedOwner, askedOwn = ""] = asked.includes("'s ") ? asked.split("'s ") : ["", asked];
  const [keptOwner, keptOwn = ""] = kept.includes("'s ") ? kept.split("'s ") : ["", kept];
  if (askedOwner !== keptOwner) return 0;
  const head = (key: string): string => headNoun(key)?.id ?? key.split(" ").pop() ?? "";
  const before = (key: string): readonly string[] => key.split(" ").slice(0, -1).map(ungraded);
  const unmet = before(askedOwn).filter((word) => !before(keptOwn).includes(word));
  if (unmet.some((word) => others.test(word)) || askedOwn.startsWith("favourite ") !== keptOwn.startsWith("favourite "))
    return 0;
  return fits(head(askedOwn), head(keptOwn)) * (unmet.length === 0 ? 0.8 : 0.5);
}
