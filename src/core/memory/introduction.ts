import { isOccupation } from "./grammar/occupation.ts";
import { nounOf } from "./nouns.ts";
import type { Reading, Whom } from "./reading.ts";
import { aboutOf, headNoun } from "./subject.ts";
import { type Cut, cutValues } from "./values.ts";
import { isAbstract, isCapital, isFunctionWord, isQuality } from "./vocabulary.ts";

const iAm =
  /(?<![\p{L}'])(?:i'm|im|i am|ich bin|this is|hier ist|hier spricht|c'est|soy|sono)(?:\s+(?:der|die|d'))?(?=\s+\p{L})/giu;
const here =
  /^[\s,]*(?:(?:hi|hello|hey|hallo|moin|servus|good (?:morning|evening|afternoon)|guten (?:tag|morgen|abend)|yo|hiya)(?: there| all)?[\s,!]+)?(?<name>\p{Lu}[\p{L}'-]+(?:\s\p{Lu}[\p{L}'-]+)?)\s+(?:here|hier)(?:\s+again)?\s*(?:[,.!]|$)/iu;
const greeting =
  /(?:^|\s)(?:hi|hello|hey|hallo|hiya|moin|servus|greetings|morning|evening|tag|abend|yo|howdy|salut|hola|ciao)[\s,!.]*(?:all|everyone|there|zusammen|leute)?[\s,!.]*$/iu;
const greetsAfter = /^[\s,!.]*(?:hi|hello|hallo|hey|moin|servus|speaking)(?!\p{L})/iu;
const german = /(?<!\p{L})(?:ich|bin|ist|wir|und|der|die|das|es|gerade)(?!\p{L})/iu;
const dayOrNation =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|january|february|march|june|july|august|september|october|november|december|christmas|easter|halloween|\p{L}{3,}(?:ian|ean|ese)|\p{L}+ish|german|dutch|french|greek|swiss|czech|thai|american|mexican|african|team|fan|nobody|someone|somebody|everyone|god|batman|deutsche[rn]?|(?:best|erst|letzt|einzig|größt|neu|nächst|schönst|klügst)e[rn]?|mensch|typ|kind)$/iu;
const notHere =
  /^(?:world|i'?m|not|right|over|come|still|new|nobody|nothing|someone|here|it'?s|is|live|born|stay|out|in|from|who|anyone|everything|everyone|rain|sun|you|we|they|ich|nicht|neu|bin|immer|wer|alles|nichts|noch|jetzt|auch)\b/iu;
const alongside = /^\s*(?:$|[,.!;(–-]|(?:and|und|from|aus|by the way|btw|here)(?!\p{L}))/iu;

const named = (whom: Whom, cut: Cut, start: number, confidence: number): Reading => ({
  whom,
  attribute: "name",
  kind: "name",
  single: true,
  weight: 0.9,
  confidence,
  values: [cut],
  start,
  end: cut.end,
});

/** Nothing that a person is, only what they may be called. */
function isProper(value: string): boolean {
  const first = value.split(/[\s-]/u)[0] ?? "";
  if (dayOrNation.test(first) || isFunctionWord(first) || isQuality(first) || isAbstract(first)) return false;
  return (!isOccupation(value) || /\s\p{Lu}/u.test(value)) && nounOf(value) === null && nounOf(first) === null;
}

/** Whether words before or around "I'm ..." make it an introduction: a greeting, or nothing else at all. */
function introduces(text: string, lead: string, before: string, after: string): "greeted" | "alone" | null {
  if (greeting.test(before) || /\bspeaking\b|^hier spricht/iu.test(text) || greetsAfter.test(after)) return "greeted";
  const alone = before.trim() === "" && /^[\s.,!]*(?:(?:and|und)\s|$)/iu.test(after);
  return alone && !/^(?:this|hier)/iu.test(lead) ? "alone" : null;
}

/** "I'm Tom": only with a capital, or after a greeting, or where it is all that is said; "I'm tired" is no name. */
function beingOf(text: string, match: RegExpExecArray): readonly Reading[] {
  const [lead] = match;
  const from = match.index + lead.length;
  const tail = text.slice(from);
  const [cut] = cutValues(tail, "name", false);
  if (!cut || !isProper(cut.value) || !alongside.test(tail.slice(cut.end))) return [];
  if (/^im$/iu.test(lead) && german.test(text)) return [];
  const cue = introduces(text, lead, text.slice(0, match.index), tail.slice(cut.end));
  const capital = isCapital(cut.value) && text !== text.toUpperCase() && !/^(?:this|hier)/iu.test(lead);
  if (!capital && (cue === null || (cut.value.includes(" ") && !isCapital(cut.value)))) return [];
  const placed = { value: cut.value, start: cut.start + from, end: cut.end + from };
  return [named({ type: "self" }, placed, match.index, capital || cue === "greeted" ? 0.85 : 0.6)];
}

const fromBeing = (text: string): readonly Reading[] =>
  [...text.matchAll(iAm)].flatMap((match) => beingOf(text, match));

/** "Tom here". */
function fromPresence(text: string): readonly Reading[] {
  const match = here.exec(text);
  const value = match?.groups?.["name"];
  if (!match || value === undefined || !isCapital(value) || notHere.test(value) || !isProper(value)) return [];
  const start = match.index + match[0].indexOf(value);
  return [named({ type: "self" }, { value, start, end: start + value.length }, start, 0.8)];
}

const apposed =
  /(?<!\p{L})(?:[Mm]y|[Oo]ur|[Mm]ein(?:e[nmrs]?)?|[Uu]nse?r(?:e[nmrs]?)?)\s+(?<noun>(?:\p{L}[\p{L}-]*\s+){0,2}?\p{L}[\p{L}-]*)(?<comma>,)?\s+(?:(?:der|die)\s+)?(?<name>(?:(?:Mr|Mrs|Ms|Dr|Prof|Herr|Frau|Sir)\.?\s+)?\p{Lu}[\p{L}'-]*(?:-\p{Lu}\p{L}*)?)(?!\p{L})/gu;
const goesOn =
  /^\s*(?:$|[,.!;:)]|(?:is|was|has|had|and|who|loves?|likes?|lives?|got|ate|just|on|in|at|to|for|with|when|will|can|ist|war|hat|und|mag|liebt|frisst|im|am|in|auf|mit)(?!\p{L})|'s(?!\p{L}))/iu;

/** German writes compounds as one word: a small word between noun and verb is a name, "meine schildkröte trude ist ...". */
const apposedSmall =
  /(?<!\p{L})(?:[Mm]ein(?:e[nmrs]?)?|[Uu]nse?r(?:e[nmrs]?)?)\s+(?<noun>\p{L}+)\s+(?<name>\p{Ll}[\p{L}'-]+)(?=\s+(?:ist|war|hat|hatte|wird|wurde|mag|liebt|frisst|isst|wohnt|lebt|arbeitet|spielt|studiert|kommt|kam|schläft|backt|geht|kann)(?!\p{L}))/gu;

const isBeing = (noun: string): boolean => ["person", "animal"].includes(headNoun(aboutOf(noun))?.sort ?? "");

/** An unknown noun may bear a name too, where the sentence goes on behind it as behind a subject. */
function mayBear(head: string, after: string): boolean {
  if (isCapital(head) || isAbstract(head) || isQuality(head) || nounOf(head) !== null) return false;
  return goesOn.test(after);
}

/** "My dog Rex", "our tortoise Bruno on Sundays". */
const fromApposition = (text: string): readonly Reading[] =>
  [...text.matchAll(apposed)].flatMap((match) => {
    const { noun = "", name: value = "", comma } = match.groups ?? {};
    const end = match.index + match[0].length;
    const start = end - value.length;
    const head = noun.split(/\s+/u).pop() ?? "";
    const being = isBeing(noun);
    if (!being && !mayBear(head, text.slice(end))) return [];
    if (comma !== undefined && !(being && /^\s*(?:,|$)/u.test(text.slice(end)))) return [];
    if (noun.split(/\s+/u).some(isFunctionWord) || !isProper(value)) return [];
    const reading = named(
      { type: "noun", noun, shared: false },
      { value, start, end },
      match.index,
      being ? 0.8 : 0.65,
    );
    return [{ ...reading, single: !/[^s]s$/u.test(head) }];
  });

const fromSmallApposition = (text: string): readonly Reading[] =>
  [...text.matchAll(apposedSmall)].flatMap((match) => {
    const { noun = "", name: value = "" } = match.groups ?? {};
    if (!isBeing(noun) || !isProper(value)) return [];
    const end = match.index + match[0].length;
    const cut = { value, start: end - value.length, end };
    return [named({ type: "noun", noun, shared: false }, cut, match.index, 0.65)];
  });

const apposedBehind =
  /(?<!\p{L})(?<name>\p{Lu}[\p{L}'-]*),\s+(?:my|our|mein|meine|unser|unsere)\s+(?<noun>(?:\p{L}[\p{L}-]*\s+)?\p{L}[\p{L}-]*)\s*,/gu;

/** "Bella, my horse, is twelve". */
function fromAppositionBehind(text: string): readonly Reading[] {
  return [...text.matchAll(apposedBehind)].flatMap((match) => {
    const { noun = "", name: value = "" } = match.groups ?? {};
    if (!isBeing(noun) || !isProper(value)) return [];
    const cut = { value, start: match.index, end: match.index + value.length };
    return [
      {
        ...named({ type: "noun", noun, shared: false }, cut, match.index, 0.8),
        end: match.index + match[0].length - 1,
      },
    ];
  });
}

/** Names given without a word for naming. */
export const introductions = (text: string): readonly Reading[] => [
  ...fromBeing(text),
  ...fromPresence(text),
  ...fromApposition(text),
  ...fromSmallApposition(text),
  ...fromAppositionBehind(text),
];
