import type { Concern } from "../session.ts";
import { dangerClasses, englishDanger } from "./english-danger.ts";
import { englishClasses, englishHarm } from "./english-harm.ts";
import { folded } from "./fold.ts";
import { aboutThing, inPlay } from "./frames.ts";
import { gefahrClasses, germanDanger } from "./german-danger.ts";
import { germanClasses, germanHarm } from "./german-harm.ts";
import { denied, past } from "./modality.ts";
import { unquoted } from "./quotation.ts";
import { longPast, type Reading, readingOf, type Sentence } from "./reading.ts";
import { oneOf, type Signs, signsOf } from "./sign.ts";
import type { Tone } from "./tone.ts";
import { weighs } from "./weigh.ts";

const signs: Readonly<Record<Concern, readonly Signs[]>> = {
  "self-harm": [signsOf(englishHarm, englishClasses), signsOf(germanHarm, germanClasses)],
  danger: [signsOf(englishDanger, dangerClasses), signsOf(germanDanger, gefahrClasses)],
};

/** Words that a trifle beside them does not make light. */
const grave = oneOf(
  "kill myself|killing myself|suicid\\w*|my wrists?|pills|overdose\\w*|noose|rope|end my life|my own life|goodbye|self harm|hang myself|burden|without me",
  "umbringen|umzubringen|selbstmord|suizid\\w*|tabletten|das leben nehmen|abschiedsbrief\\w*|ritzen|pulsadern|strick|ohne mich",
);
const hypothetical =
  /^(?:(?:\w+ ){0,5}?(?:if|when|whenever|wenn|falls|sobald) (?:someone|somebody|a person|a patient|a child|you|people|one|jemand|man|ein mensch|eine person|ein patient|ein kind)|how (?:do|can|would|should) (?:i|you|we|one) (?:call|recogni[sz]e|spot|tell|treat|perform|do)|what (?:are|number|does)|wie (?:erkenn|ruf|leist|behandel)\w*|was sind|woran erkenn\w*|welche)\b/;
/** In German, "mich umbringen" is one's own doing only where no other is its subject. */
const threat = oneOf(
  "(?:er|sie|jemand|die|mein \\w+|meine \\w+|der \\w+|typ|männer) (?:\\w+ ){0,3}?(?:droht|drohte|will|wollte|wird|versucht|versuchte|hat|sagt|schwört|möchte|wollen)",
);
const threatened = (text: string): boolean => threat.test(text) && !/\bich\b/.test(text);

/** Whether the frame of a clause makes light of what it says of one concern. */
function framedAway(reading: Reading, at: number, concern: Concern, tone: Tone): boolean {
  const frame = reading.frame(at);
  if (frame === "reported") return concern === "self-harm" && !tone.bullied;
  if (frame) return true;
  const text = reading.clauses[at]?.text ?? "";
  return concern === "danger" && (aboutThing(text) || inPlay(text) || hypothetical.test(text));
}

function shows(ways: readonly RegExp[], text: string, deniable: boolean): boolean {
  return ways.some((one) => {
    const sign = one.exec(text);
    return sign !== null && !(deniable && denied(text, sign));
  });
}

/** What a clause is a sign by: words that are plain, or words that jest and trifles take back. */
function strengthOf(text: string, concern: Concern): "plain" | "weak" | null {
  const ways = signs[concern];
  if (ways.some((one) => shows(one.claims, text, true) || shows(one.denials, text, false))) return "plain";
  return ways.some((one) => shows(one.weak, text, false)) ? "weak" : null;
}

/** Whether words are a sign, for all that stands around them. */
function isSign(text: string, { laughs, trifling, tiresome }: Tone, concern: Concern): boolean {
  const strength = strengthOf(text, concern);
  if (strength === null) return false;
  if (concern === "danger") return !laughs;
  if (strength === "weak") return !laughs && !trifling && !tiresome;
  return !trifling || grave.test(text);
}

/** Whether a clause is a sign, alone or with the one before it: "I wished, just once, to die". */
function toldBy(reading: Reading, sentence: Sentence, at: number, concern: Concern): boolean {
  const text = reading.clauses[at]?.text ?? "";
  const before = at > sentence.first ? reading.clauses[at - 1]?.text : undefined;
  const meant = (words: string): boolean => isSign(words, sentence.tone(), concern);
  const away = (place: number): boolean => framedAway(reading, place, concern, sentence.tone());
  if (concern === "self-harm" && threatened(text)) return false;
  if (meant(text)) return !away(at) && !longPast(reading, at);
  if (before === undefined || strengthOf(before, concern) || !meant(`${before} ${text}`)) return false;
  return !away(at) && !away(at - 1) && !past(`${before} ${text}`, reading.outcome());
}

/** Whether up to three sentences in a row are a sign only with each other. */
function toldTogether(reading: Reading, number: number, concern: Concern): boolean {
  const pair = reading.sentences.slice(Math.max(0, number - 2), number + 1);
  const text = pair.map((one) => one.text).join(" ");
  const shown = signs[concern].some(({ together }) => together.some((group) => group.every((one) => one.test(text))));
  if (!shown && !weighs(reading.sentences[number]?.text ?? "", concern) && !weighs(text, concern)) return false;
  if (pair.some((one) => one.tone().laughs || one.tone().trifling)) return false;
  const away = ({ first, last, tone }: Sentence): boolean =>
    reading.clauses.slice(first, last + 1).some((_, at) => framedAway(reading, first + at, concern, tone()));
  return !pair.some(away) && !past(text, reading.outcome());
}

/** Whether any one clause is a sign. */
const saidOf = (reading: Reading, concern: Concern): boolean =>
  reading.sentences.some((sentence) =>
    reading.clauses
      .slice(sentence.first, sentence.last + 1)
      .some((_, at) => toldBy(reading, sentence, sentence.first + at, concern)),
  );

/** Whether sentences are a sign only with each other. */
const hintedAt = (reading: Reading, concern: Concern): boolean =>
  reading.sentences.some((_, number) => toldTogether(reading, number, concern));

/** What a message says in plain words of harm to its writer by their own hand, or of danger right now. */
export function signIn(text: string): Concern | null {
  const { own, friends } = unquoted(folded(text));
  const reading = readingOf(own);
  const concerns = ["self-harm", "danger"] as const;
  const found =
    concerns.find((concern) => saidOf(reading, concern)) ?? concerns.find((concern) => hintedAt(reading, concern));
  if (found) return found;
  return friends.some((words) => saidOf(readingOf(words), "self-harm")) ? "danger" : null;
}
