import type { FactKind } from "./fact.ts";
import { isOccupation } from "./grammar/occupation.ts";
import { nounOf } from "./nouns.ts";
import { aboutOf, headNoun, parted, self } from "./subject.ts";
import { fold } from "./terms.ts";
import { type Cut, cutValues } from "./values.ts";
import { isAbstract, isCapital, isFunctionWord, isQuality } from "./vocabulary.ts";

/** What "my ... is ..." comes to. */
export interface Equation {
  readonly about: string;
  readonly attribute: string;
  readonly kind: FactKind;
  /** Where they stand in the words after the verb (or before it). */
  readonly values: readonly Cut[];
}

const colours =
  /^(?:black|white|red|blue|green|yellow|brown|gr[ae]y|orange|purple|pink|beige|turquoise|gold(?:en)?|silver|schwarz|wei(?:ß|ss)|rot|blau|grün|gruen|gelb|braun|grau|lila|rosa|türkis|silbern|bunt)$/iu;
const open =
  /^(?:(?:that|how|if|where|when|what|why|who|because|not|no|so|too|very|going|about|at|on|in|to|from|with|for|like|up|down|out|off|over|here|there|gone|also|already|all|more|less|always|never|now|just|still|really|quite|my|your|his|her|their|our|this|these|those|as|one of|none|nothing|everything|something|it|he|she|dass|ob|wo|wie|warum|nicht|kein\p{L}*|zu|sehr|so|schon|immer|noch|gerade|bei|in|im|auf|aus|von|mit|für|weg|da|hier|mein\p{L}*|dein\p{L}*|sein\p{L}*|etwas|alles|nichts|nun|jetzt|auch|wieder|viel|mehr|heute|gestern|morgen)(?!\p{L}))/iu;
const article = /^(?:an?|the|eine?[nmrs]?|de[rnms]|die|das)\s+/iu;
const timeWords =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|june|july|august|september|october|november|december|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|today|tomorrow|yesterday)$/iu;
const acting = /^(?:\p{L}+ing|\p{L}{2,}ed|been|got|ge\p{L}+(?:t|en)|ver\p{L}+(?:t|en)|be\p{L}{3,}t)(?!\p{L})/iu;

const isBeing = (about: string): boolean =>
  !about.startsWith("favourite ") && ["person", "animal"].includes(headNoun(about)?.sort ?? "");

interface Side {
  readonly noun: string;
  readonly attribute: string | null;
  readonly text: string;
  /** Whether the value stands before the verb: then it must be all of `text`. */
  readonly before: boolean;
  /** "My twins are ...". */
  readonly several: boolean;
}

const equation = (about: string, attribute: string, kind: FactKind, ...values: readonly Cut[]): Equation => ({
  about,
  attribute,
  kind,
  values,
});

const isName = ({ value }: Cut): boolean =>
  !timeWords.test(value) && !nounOf(value) && !isOccupation(value) && !isQuality(value.split(/\s/u)[0] ?? "");

function nameOf(about: string, side: Side): Equation | null {
  const cuts = cutValues(side.text, "proper", side.several);
  const last = cuts[cuts.length - 1];
  if (!last || !cuts.every(isName) || (side.before && last.end < side.text.trimEnd().length)) return null;
  return equation(about, "name", "name", ...cuts);
}

function beingIs(about: string, side: Side): Equation | null {
  const named = nameOf(about, side);
  if (named || side.before) return named;
  const [cut] = cutValues(side.text, "phrase", false);
  if (!cut) return null;
  if (colours.test(cut.value)) return equation(about, "colour", "state", cut);
  const kind = article.exec(cut.value);
  const value = cut.value.replace(article, "");
  const sort =
    kind &&
    headNoun(about)?.sort === "animal" &&
    value.split(/\s/u).length <= 3 &&
    !isQuality(value.split(/\s/u)[0] ?? "");
  return sort ? equation(about, "kind", "state", { value, start: cut.start + kind[0].length, end: cut.end }) : null;
}

const speaksOf = (noun: string): boolean => {
  const words = fold(noun).split(/\s+/u);
  return !isAbstract(words[words.length - 1] ?? "") && !words.some((word) => isFunctionWord(word) && word.length < 4);
};

function thingIs(about: string, side: Side): Equation | null {
  const [cut] = cutValues(side.text, "phrase", false);
  if (!cut || open.test(cut.value) || acting.test(cut.value)) return null;
  const lead = article.exec(cut.value)?.[0].length ?? 0;
  const value = cut.value.slice(lead);
  const words = value.split(/\s+/u);
  const first = words[0] ?? "";
  if (words.length > 6 || (side.before && cut.end < side.text.trimEnd().length)) return null;
  if (colours.test(value) && !about.startsWith("favourite")) return equation(about, "colour", "state", cut);
  const liked = about.startsWith("favourite");
  if (!liked && !isCapital(first) && (isQuality(first) || isFunctionWord(first))) return null;
  if (side.before && !liked && !isCapital(first) && words.length > 2) return null;
  return equation(self, about, liked ? "preference" : "possession", { value, start: cut.start + lead, end: cut.end });
}

/** Reads "my dog is Rex", "green is my favourite colour", "my dog's favourite toy is a ball"; null where it tells nothing lasting. */
export function equate(side: Side): Equation | null {
  const about = aboutOf(parted(side.noun).noun);
  if (!speaksOf(side.noun) || isFunctionWord(side.text.trim())) return null;
  if (side.attribute === null) return isBeing(about) ? beingIs(about, side) : thingIs(about, side);
  const attribute = aboutOf(side.attribute);
  if (isBeing(attribute)) return beingIs(`${about}'s ${attribute}`, { ...side, attribute: null });
  if (isAbstract(side.attribute)) return null;
  const [cut] = cutValues(side.text, attribute === "name" ? "name" : "phrase", false);
  if (!cut || open.test(cut.value)) return null;
  return equation(about, attribute, attribute === "name" ? "name" : "possession", cut);
}
