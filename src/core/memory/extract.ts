import { amended } from "./amending.ts";
import { type Clause, clausesOf } from "./clauses.ts";
import { datedPlan } from "./dated.ts";
import type { Fact } from "./fact.ts";
import { isGuarded } from "./guards.ts";
import { importanceOf } from "./importance.ts";
import { withoutNumber } from "./match.ts";
import { readingsOf } from "./read-clause.ts";
import type { Reading, Whom } from "./reading.ts";
import { aboutOf, headNoun, parted, self } from "./subject.ts";
import { fold } from "./terms.ts";
import { type Told, withSubject } from "./unsaid.ts";

/** What earlier words of the message leave for later ones: who "she" is, and who goes unsaid. */
interface Thread {
  readonly facts: readonly Fact[];
  /** Whom the last words were about. */
  readonly last: string | null;
  /** The last of theirs that was spoken of. */
  readonly other: string | null;
  /** Whether the person was the subject of anything yet. */
  readonly mine: boolean;
}

interface Taken {
  readonly reading: Reading;
  readonly about: string;
}

const overlaps = (one: Reading, other: Reading): boolean =>
  one.values.some((a) => other.values.some((b) => a.start < b.end && b.start < a.end));

/** Readings that lean on what was said before come last: another may tell outright whom it is about. */
const leans = ({ whom, after }: Reading): boolean =>
  after !== undefined || whom.type === "again" || (whom.type === "elided" && whom.bare);

/** The readings that stand: where two read the same words, the more telling one; in the order they were said. */
function settled(readings: readonly Reading[], text: string): readonly Reading[] {
  const kept: Reading[] = [];
  const likely = readings.filter((reading) => suits(reading, ownAbout(reading.whom), text));
  for (const reading of [...likely.filter((one) => !leans(one)), ...likely.filter(leans)])
    if (!kept.some((other) => overlaps(other, reading))) kept.push(reading);
  return kept.sort((a, b) => a.start - b.start);
}

/** What follows a fact at once: "I'm Tom, 34, from Leeds". */
const follows = (text: string, before: Taken | null, reading: Reading): boolean =>
  before !== null &&
  reading.start >= before.reading.end &&
  /^(?:[\s,&]|and\b|und\b|originally\b|years?\b|old\b|yo\b|jahre?\b|alt\b)*$/iu.test(
    text.slice(before.reading.end, reading.start),
  );

/** Whom a reading names outright; null where that hangs on what was said before. */
function ownAbout(whom: Whom): string | null {
  if (whom.type === "self") return self;
  if (whom.type === "about") return whom.about;
  return whom.type === "noun" ? aboutOf(parted(whom.noun).noun) : null;
}

function subjectOf(whom: Whom, thread: Thread, adjacent: boolean): string | null {
  if (whom.type === "again") return thread.other;
  if (whom.type === "noun" && whom.shared && !thread.mine) return null;
  if (whom.type !== "elided") return ownAbout(whom);
  if (whom.bare) return adjacent ? thread.last : null;
  return whom.third === (thread.last === self) ? null : thread.last;
}

const callings = new Set(["work", "workplace", "study"]);

/** A slot and its bearer must suit: "we are called" names nobody, a size has no age, and a dog no profession. */
function suits({ attribute, whom, values }: Reading, about: string | null, text: string): boolean {
  if (about === null) return true;
  if (about === "" || values.length === 0 || about.startsWith("favourite ")) return attribute === about;
  if (about === self) return !(attribute === "name" && values.length > 1 && whom.type === "self");
  const sort = headNoun(about)?.sort;
  if (attribute === "age")
    return sort === "person" || sort === "animal" || /years?|jahre?|\bold\b|\balt\b/iu.test(text);
  return !(callings.has(attribute) && sort === "animal");
}

const acquired =
  /(?<!\p{L})(?:i|we|ich|wir)(?:'?ve|\s+\p{L}+)?\s+(?:have|had|got|get|own|adopted|bought|rescued|keep|met|getting|habe?n?|hab|hatte|(?:habe?|haben) (?:mir|uns))\s+(?:also\s+|auch\s+|myself\s+|ourselves\s+|us\s+)?(?:an?|another|the|'?ne[nm]?|ein\p{L}{0,2}|noch eine?n?)\s+(?<noun>(?:\p{L}+\s+)??\p{L}[\p{L}-]*)(?=\s*$|[\s,]*[,.;]|\s+(?:last|this|from|at|in|yesterday|recently|and|und|who|which|seit|aus|gestern|ge\p{L}+t|adoptiert))/iu;

/** What a clause brings up without naming it: "we adopted a greyhound", of which more is said next. */
const broughtUp = (text: string): string | null => {
  const noun = acquired.exec(text)?.groups?.["noun"];
  return noun === undefined ? null : aboutOf(noun);
};

const lastSpeaker = /(?<!\p{L})(?:i|i'm|im|i've|we|ich|wir)(?!\p{L})/iu;

/** Of whom "it" may speak next: "my car is a Wartburg, I call it Erich". */
function otherOf({ about, reading: { attribute } }: Taken): string | null {
  if (about !== self) return about;
  return headNoun(attribute)?.sort === "thing" ? aboutOf(attribute) : null;
}

/** Whom a reading is about, given what this clause and those before have told. */
function aboutIn(clause: Clause, reading: Reading, taken: readonly Taken[], thread: Thread): string | null {
  const spoken = lastSpeaker.test(clause.text.slice(0, reading.start));
  const previous = taken[taken.length - 1] ?? null;
  const now: Thread = {
    ...thread,
    last: previous?.about ?? (spoken ? self : thread.last),
    other:
      taken.map(otherOf).findLast((about) => about !== null) ??
      broughtUp(clause.text.slice(0, reading.start)) ??
      thread.other,
    mine: thread.mine || spoken,
  };
  return subjectOf(reading.whom, now, follows(clause.text, previous, reading));
}

/** That one has a dog says nothing more where the dog has been named. */
function withoutNamed(taken: readonly Taken[]): readonly Taken[] {
  const named = new Set(taken.map(({ about }) => about));
  const known = ({ values }: Reading): boolean => values.every(({ value }) => named.has(aboutOf(withoutNumber(value))));
  return taken.filter(({ reading }) => reading.attribute !== "has" || !known(reading));
}

/** Whether the words before told what this reading needs: "my sister lives in Oslo and I'm in Cardiff". */
const isLed = ({ after }: Reading, taken: readonly Taken[], { facts }: Thread): boolean =>
  after === undefined || after === (taken[taken.length - 1]?.reading ?? facts[facts.length - 1])?.attribute;

/** "Bin raus" names nobody, where "ich bin Tom" may. */
const isFaintName = ({ supplied }: Told, { attribute, confidence }: Reading): boolean =>
  supplied > 0 && attribute === "name" && confidence <= 0.6;

/** Takes the readings of one clause in order, so that each may lean on the one before. */
function take(clause: Told, earlier: readonly Clause[], thread: Thread, now: Date): readonly Taken[] {
  const taken: Taken[] = [];
  for (const reading of settled(readingsOf(clause), clause.text)) {
    if (isFaintName(clause, reading)) continue;
    if (isGuarded(clause, reading, earlier) || !isLed(reading, taken, thread)) continue;
    const about = aboutIn(clause, reading, taken, thread);
    if (about !== null && suits(reading, about, clause.text)) taken.push({ reading, about });
  }
  const dated = taken.length === 0 ? datedPlan(clause, now) : null;
  return dated && !isGuarded(clause, { start: 0, end: clause.text.length }, earlier)
    ? [{ reading: dated, about: self }]
    : withoutNamed(taken);
}

const several =
  /(?<!\p{L})(?:other|another|second|two|three|four|five|\d+|ander\p{L}*|zweit\p{L}*|noch ein\p{L}*|zwei|drei|vier)(?!\p{L})/iu;

function factsOf(message: string, clause: Told, { reading, about }: Taken): readonly Fact[] {
  const from = Math.max(reading.start, clause.supplied);
  const span = message.slice(clause.start + from, clause.start + reading.end);
  const { attribute, kind, weight, confidence } = reading;
  const single = reading.single && reading.values.length === 1 && !(about !== self && several.test(span));
  return reading.values.map(({ start, end }) => ({
    kind,
    about,
    attribute,
    value: message.slice(clause.start + start, clause.start + end),
    single,
    span,
    importance: importanceOf(about === self ? weight : weight * 0.9, message, span),
    confidence,
  }));
}

const sameFact = (one: Fact, other: Fact): boolean =>
  one.about === other.about && one.attribute === other.attribute && fold(one.value) === fold(other.value);

export interface ExtractOptions {
  readonly now: Date;
  /** Whom "she" means before the message names anybody: of whom the last words were. */
  readonly of?: string | null;
}

/**
 * What a message tells of the person and their own, by grammar alone. Questions, conditions, dreams, quotations and
 * other people's words tell nothing. Each fact carries the words that support it.
 */
export function extractFacts(message: string, { now, of = null }: ExtractOptions): readonly Fact[] {
  const clauses = clausesOf(message);
  let thread: Thread = { facts: [], last: null, other: of, mine: false };
  for (const [at, clause] of clauses.entries()) {
    if (clause.asks) continue;
    const told = withSubject(clause);
    const better = amended(message, clause, thread.facts[thread.facts.length - 1]);
    if (better) {
      thread = { ...thread, facts: [...thread.facts.slice(0, -1), better] };
      continue;
    }
    const taken = take(told, clauses.slice(0, at), thread, now);
    const facts = taken.flatMap((one) => factsOf(message, told, one));
    const abouts = taken.map(({ about }) => about);
    thread = {
      facts: [...thread.facts, ...facts.filter((fact) => !thread.facts.some((known) => sameFact(known, fact)))],
      last: abouts[abouts.length - 1] ?? (lastSpeaker.test(told.text) ? self : thread.last),
      other: taken.map(otherOf).findLast((about) => about !== null) ?? broughtUp(told.text) ?? thread.other,
      mine: lastSpeaker.test(told.text),
    };
  }
  return thread.facts;
}
