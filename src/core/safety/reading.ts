import { type Clause, clausesOf } from "./clauses.ts";
import { type Frame, frameOf } from "./frames.ts";
import { type Outcome, outcomeOf, past } from "./modality.ts";
import { type Tone, toneOf } from "./tone.ts";

/** A sentence of a message: its words, its clauses by their place in the message, and how it sounds. */
export interface Sentence {
  readonly text: string;
  readonly first: number;
  readonly last: number;
  tone(): Tone;
}

/** A message taken apart. What takes a look at much of it is found out once, and only when asked for. */
export interface Reading {
  readonly clauses: readonly Clause[];
  readonly sentences: readonly Sentence[];
  outcome(): Outcome;
  frame(at: number): Frame | null;
}

function once<T>(find: () => T): () => T {
  let found: { readonly value: T } | null = null;
  return () => {
    found ??= { value: find() };
    return found.value;
  };
}

function sentencesOf(clauses: readonly Clause[]): readonly Sentence[] {
  const starts = clauses.flatMap(({ sentence }, at) => (sentence === clauses[at - 1]?.sentence ? [] : [at]));
  return starts.map((first, number) => {
    const last = (starts[number + 1] ?? clauses.length) - 1;
    const text = clauses
      .slice(first, last + 1)
      .map((clause) => clause.text)
      .join(" ");
    return { text, first, last, tone: once(() => toneOf(text)) };
  });
}

/** A lead that says whose words follow: "In my novel, ..." */
const lead = /^(?:in|im|beim|at the end of|from|aus|and in|und in|like in|wie im|as in|lyrics?|quote|zitat) /;

/** As many clauses back as a colon's words are still remembered. */
const longestLead = 12;

/** The frame of the words that lead into a clause. */
function ledInto(clauses: readonly Clause[], at: number, own: (at: number) => Frame | null): Frame | null {
  const clause = clauses[at];
  for (let back = at - 1, led = clause?.led ?? false; back > at - longestLead; back -= 1) {
    const before = clauses[back];
    if (!before || before.sentence !== clause?.sentence) return null;
    const frame = led || (back === at - 1 && lead.test(before.text)) ? own(back) : null;
    if (frame && frame !== "idiom") return frame;
    led ||= before.led;
  }
  return null;
}

/** The frame that a clause stands in: its own, that of a saying it ends, or that of the words that lead into it. */
function framing(clauses: readonly Clause[]): (at: number) => Frame | null {
  const own = clauses.map(({ text }) => once(() => frameOf(text)));
  const ownOf = (at: number): Frame | null => own[at]?.() ?? null;
  return (at) => {
    const clause = clauses[at];
    const before = clauses[at - 1];
    if (!clause || ownOf(at)) return ownOf(at);
    const saying = before?.sentence === clause.sentence && frameOf(`${before.text} ${clause.text}`) === "idiom";
    return saying ? "idiom" : ledInto(clauses, at, ownOf);
  };
}

const timeClause =
  /^(?:when i was|back when|back in|als (?:ich|kind|jugend\w*|teen\w*)|in (?:19|20)\d\d|vor|damals|frueher|years ago|as a)\b/;

/** Whether a clause tells of what is long past, by itself or by a time named beside it. */
export function longPast({ clauses, outcome }: Reading, at: number): boolean {
  const clause = clauses[at];
  if (!clause) return false;
  const beside = [at - 1, at + 1]
    .map((near) => clauses[near])
    .flatMap((near) => (near?.sentence === clause.sentence && timeClause.test(near.text) ? [near.text] : []));
  return past([clause.text, ...beside].join(" "), outcome());
}

/** Takes a folded message apart. */
export function readingOf(text: string): Reading {
  const clauses = clausesOf(text);
  return {
    clauses,
    sentences: sentencesOf(clauses),
    outcome: once(() => outcomeOf(clauses.map((clause) => clause.text).join(" "))),
    frame: framing(clauses),
  };
}
