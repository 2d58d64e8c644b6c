import type { Subject } from "../../locales/memory-en.ts";
import { words } from "../../locales/words.ts";
import type { Locale } from "../session.ts";
import type { Fact } from "./fact.ts";
import { asWritten, nounOf, shownNoun } from "./nouns.ts";
import { headNoun, self } from "./subject.ts";
import { fold, stem } from "./terms.ts";

const token = /\p{L}[\p{L}\p{N}-]*/gu;
const english = /(?<!\p{L})(?:my|our)\s+$/iu;
const german = /(?<!\p{L})(?<det>mein|meine|unser|unsere)\s+$/iu;
const feminineBefore = /(?<!\p{L})(?:\p{L}*eine|meiner|unserer|einer)\s+(?:\p{L}+\s+)?$/iu;

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** The word of the span that names what the fact is about, as the person wrote it. */
function written(span: string, key: string): { readonly word: string; readonly before: string } | null {
  const last = key.split(" ").pop() ?? key;
  for (const { 0: word, index } of span.matchAll(token)) {
    if (nounOf(word)?.id === key || nounOf(word)?.id === last || stem(fold(word)) === stem(last))
      return { word, before: span.slice(0, index) };
  }
  return null;
}

/** "kleine Schwester" after "meine": kept where nothing has to be inflected. */
const qualifiers = (before: string, possessive: RegExp): string | null => {
  for (const size of [0, 1, 2]) {
    const parts = before.trimEnd().split(/\s+/u);
    const head = parts.slice(0, parts.length - size).join(" ");
    if (possessive.test(`${head} `))
      return parts
        .slice(parts.length - size)
        .map((part) => `${part} `)
        .join("");
  }
  return null;
};

function germanNoun(key: string, span: string): string {
  const noun = headNoun(key);
  const found = written(span, key);
  const feminine = noun ? noun.gender === "f" : feminineBefore.test(found?.before ?? "");
  const own = noun && found ? asWritten(noun, found.word, "de") : null;
  const extra = found && (own !== null || noun === null) ? (qualifiers(found.before, german) ?? "") : "";
  const word = own ?? noun?.german ?? found?.word ?? key;
  return `${feminine ? "deine" : "dein"} ${extra}${capital(word)}`;
}

function englishNoun(key: string, span: string): string {
  const noun = headNoun(key);
  const found = written(span, key);
  if (!noun)
    return `your ${found ? (qualifiers(found.before, english) ?? "") : ""}${(found?.word ?? key).toLowerCase()}`;
  const word = (found && asWritten(noun, found.word, "en")) ?? noun.english;
  const before = nounOf(key)
    ? ""
    : key
        .split(" ")
        .slice(0, -1)
        .map((part) => `${part} `)
        .join("");
  return `your ${before}${word.replaceAll(" in law", "-in-law")}`;
}

function possessed(key: string, span: string, locale: Locale): string {
  const liked = /^favourite (?<noun>.+)$/u.exec(key)?.groups?.["noun"];
  if (liked === undefined) return locale === "de" ? germanNoun(key, span) : englishNoun(key, span);
  const noun = nounOf(liked);
  const word = words(locale).memory.favourite(noun ? shownNoun(noun, locale) : liked);
  return locale === "de"
    ? `${noun?.gender === "m" || noun?.gender === "n" ? "dein" : "deine"} ${word}`
    : `your ${word}`;
}

/** What belongs to the person, addressed to them: "your dog", "deine Katze", "your sister's dog". */
export function ofYours(about: string, locale: Locale, span = ""): string {
  const [owner = "", own] = about.split("'s ");
  if (own === undefined) return possessed(about, span, locale);
  const noun = nounOf(own);
  return words(locale).memory.owner(
    possessed(owner, span, locale),
    noun ? shownNoun(noun, locale) : own,
    noun?.gender ?? null,
  );
}

export const subjectOf = (about: string, locale: Locale, span = ""): Subject =>
  about === self
    ? { you: true, words: "", plural: false }
    : { you: false, words: ofYours(about, locale, span), plural: false };

/** Several that one fact each names: "your cats"; null where the language cannot say it. */
export function severalOf(about: string, locale: Locale, span: string): Subject | null {
  const written = locale === "de" ? germanPlural(about, span) : null;
  const shown = written ?? words(locale).memory.plural(ofYours(about, locale, span));
  return shown === null ? null : { you: false, words: shown, plural: true };
}

/** Of German plurals only the one that the person wrote is known. */
function germanPlural(about: string, span: string): string | null {
  const found = written(span, about);
  if (!found || fold(found.word) === fold(headNoun(about)?.german ?? found.word)) return null;
  return `deine ${capital(found.word)}`;
}

/** A slot of whatever has it: "your favourite colour", "your dog's favourite toy". */
export function slotOf(fact: Pick<Fact, "about" | "attribute" | "span">, locale: Locale): string {
  if (fact.about === self) return ofYours(fact.attribute, locale, fact.span);
  const owner = ofYours(fact.about, locale, fact.span);
  const liked = /^favourite (?<noun>.+)$/u.exec(fact.attribute)?.groups?.["noun"];
  const noun = nounOf(liked ?? fact.attribute);
  const word = noun ? shownNoun(noun, locale) : (liked ?? fact.attribute);
  return words(locale).memory.owner(
    owner,
    liked === undefined ? word : words(locale).memory.favourite(word),
    noun?.gender ?? null,
  );
}
