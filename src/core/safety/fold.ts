import { plainSpelling } from "../conversation/spelling.ts";
import { repaired } from "./repair.ts";

const laughing =
  /[\u{1F602}\u{1F923}\u{1F606}\u{1F639}\u{1F605}\u{1F604}\u{1F601}\u{1F480}\u{2620}\u{1F92A}\u{1F61C}\u{1F61D}]/gu;
const picture = /(?:\p{Extended_Pictographic}|\u{FE0F}|[\u{1F3FB}-\u{1F3FF}])+/gu;
const unseen = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Letters written apart from each other: "k i l l", "s.u.i". */
const apart = /(?<![a-z0-9])(?:[a-z](?:[ ._*-]{1,3})){3,80}[a-z](?![a-z0-9'])/g;

const letters = (text: string): string => plainSpelling(text.toUpperCase()).normalize("NFKD").replace(/\p{M}/gu, "");

/** Single quotes in pairs are quotation marks, those inside a word apostrophes that many leave out. */
const quotes = (text: string): string =>
  text
    .replace(/\b[us][ -]?bahn/g, "bahn")
    .replace(/\bo\.?d'?(?:d|ed)\b/g, (word) => (/^odd$/.test(word) ? word : "overdosed"))
    .replace(/[“”„«»‹›]/g, '"')
    .replace(/(?<=[a-z])'(?=[a-z])/g, "")
    .replace(/(?<=^|[\s:,])'([^'"]{3,200})'(?=$|[\s.,!?])/g, '"$1"')
    .replace(/'/g, " ");

/** The word that letters apart make, for the repair to part it into words. */
const joined = (text: string): string => text.replace(apart, (spread) => spread.replace(/[^a-z]/g, ""));

/** A message in plain words: small letters without dots, accents and apostrophes; usual misspellings mended; marks kept. */
export function folded(text: string): string {
  const plain = text
    .normalize("NFKC")
    .replace(unseen, "")
    .replace(/\r?\n|\r/g, " . ")
    .replace(laughing, " lol ")
    .replace(picture, " , ")
    .replace(/…/g, " . ");
  const words = joined(quotes(letters(plain)))
    .replace(/[–—]|(?<= )-+(?= )/g, " , ")
    .replace(/[^a-z0-9.,;:!?"()@$*|/ ]/g, " ");
  return words
    .split(/\s+/)
    .map(repaired)
    .join(" ")
    .replace(/\b(can|don|won|isn|doesn|didn|wouldn|couldn|shouldn|wasn|haven|aren|ain) t\b/g, "$1t")
    .replace(/\bi (m|ve|ll|d)\b/g, "i$1")
    .replace(/\bcan not\b/g, "cant")
    .replace(/\bnet (?=mehr|leben|weiter)/g, "nicht ")
    .replace(/\b(\d\d?)\. (?=[a-z])/g, "$1 ")
    .replace(/[@$*|/]/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}
