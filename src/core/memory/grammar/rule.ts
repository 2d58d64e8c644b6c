import type { FactKind } from "../fact.ts";
import type { ValueSort } from "../values.ts";

/**
 * One way to say one sort of thing. The pattern, for small letters, finds subject and predicate and knows nothing of values. Its groups:
 * `self`, `noun` ("my ..."), `again` (she) or `elided` (and ...) is the subject, `verb` must agree with it, `attribute` names the slot
 * where the rule leaves it open, `head` is a value that stands before the predicate; otherwise the value follows.
 */
export interface Rule {
  readonly pattern: RegExp;
  readonly attribute: string;
  readonly kind: FactKind;
  readonly sort: ValueSort;
  /** Whether the slot holds one value. */
  readonly single: boolean;
  /** 0..1: how much such a fact matters, and how sure the words make us. */
  readonly weight: number;
  readonly confidence: number;
  /** What the value must not be. */
  readonly unless?: RegExp;
  /** The attribute that the words before must have told, where these say too little: "... and I'm in Leeds". */
  readonly after?: string;
  /** What the value must be, where the predicate alone says too little. */
  readonly only?: (value: string) => boolean;
}

type Meaning = Omit<Rule, "pattern" | "confidence" | "single"> & {
  readonly confidence?: number;
  readonly single?: boolean;
};

export type Macros = Readonly<Record<string, string>>;

/** Fills in <MACROS> until none is left. */
export function filled(source: string, macros: Macros): string {
  let text = source;
  while (/<[A-Z]+>/u.test(text)) text = text.replace(/<([A-Z]+)>/gu, (_, name: string) => macros[name] ?? "");
  return text;
}

/** Letters of every script, as plain ranges: property classes that mind no case take V8 ten times as long to compile. */
const letters = "a-z\\u00aa-\\u02af\\u0370-\\u1fff\\u2c00-\\u2dff\\u3040-\\ud7ff";

export const inRanges = (source: string): string =>
  source
    .replace(
      /\[(\^?)([^\]]*)\]/gu,
      (_, not: string, inner: string) => `[${not}${inner.replaceAll("\\p{L}", letters).replaceAll("\\p{N}", "0-9")}]`,
    )
    .replaceAll("\\p{L}", `[${letters}]`)
    .replaceAll("\\p{N}", "[0-9]");

export const small = (source: string): string =>
  source.replace(/\\.|[A-ZÄÖÜ]/gu, (sign) => (sign.startsWith("\\") ? sign : sign.toLowerCase()));

/** A pattern for words in small letters that begins and ends on whole words, or at a comma. */
const pattern = (source: string, macros: Macros): RegExp =>
  new RegExp(small(inRanges(`(?:(?<![\\p{L}\\p{N}])|(?=,))${filled(source, macros)}(?![\\p{L}\\p{N}])`)), "g");

/** A place where a rule holds, in the letters of the original. */
export interface Match {
  readonly words: string;
  readonly start: number;
  readonly end: number;
  readonly groups: Readonly<Record<string, string | undefined>>;
  /** Where the value stands that comes before or within the predicate; null where it follows. */
  readonly head: { readonly text: string; readonly start: number } | null;
}

/** Small letters, sign by sign, so that every place keeps its number. */
export function smallLetters(text: string): string {
  const lower = text.toLowerCase();
  return lower.length === text.length
    ? lower
    : text.replace(/\p{Lu}/gu, (sign) => (sign.toLowerCase().length === sign.length ? sign.toLowerCase() : sign));
}

/** All places of a text where a pattern holds; `small` is the text in small letters. */
export function matchesOf({ pattern: rule }: Pick<Rule, "pattern">, text: string, smallText: string): readonly Match[] {
  const found: Match[] = [];
  rule.lastIndex = 0;
  for (let match = rule.exec(smallText); match; match = rule.exec(smallText)) {
    found.push(matchOf(match, text));
    if (match[0] === "") rule.lastIndex += 1;
  }
  return found;
}

/** Where a group stands in the words of its match: at the beginning of a word, if it can. */
function placeOf(group: string, words: string): number {
  const spaced = words.indexOf(` ${group}`);
  return spaced < 0 ? words.indexOf(group) : spaced + 1;
}

function matchOf({ 0: words, index: start, groups = {} }: RegExpExecArray, text: string): Match {
  const original = (name: string): string | undefined => {
    const group = groups[name];
    if (group === undefined) return undefined;
    const at = start + placeOf(group, words);
    return text.slice(at, at + group.length);
  };
  const head =
    groups["head"] === undefined
      ? null
      : { length: groups["head"].length, start: start + words.indexOf(groups["head"]) };
  return {
    words: text.slice(start, start + words.length),
    start,
    end: start + words.length,
    groups: { ...groups, noun: original("noun"), owner: original("owner"), attribute: original("attribute") },
    head: head && { text: text.slice(head.start, head.start + head.length), start: head.start },
  };
}

/** Rules of one meaning, one for each way to say it. */
export const saying =
  (macros: Macros) =>
  (meaning: Meaning, ...ways: readonly string[]): readonly Rule[] =>
    ways.map((way) => ({ single: true, confidence: 0.9, ...meaning, pattern: pattern(way, macros) }));

export const meanings = {
  name: { attribute: "name", kind: "name", sort: "called", weight: 0.9 },
  nickname: { attribute: "nickname", kind: "name", sort: "name", weight: 0.9 },
  age: { attribute: "age", kind: "age", sort: "number", weight: 0.7 },
  home: { attribute: "home", kind: "home", sort: "place", weight: 0.8 },
  origin: { attribute: "origin", kind: "origin", sort: "place", weight: 0.7 },
  birthday: { attribute: "birthday", kind: "event", sort: "date", weight: 0.8 },
  work: { attribute: "work", kind: "work", sort: "job", weight: 0.7 },
  workplace: { attribute: "workplace", kind: "work", sort: "place", weight: 0.6 },
  study: { attribute: "study", kind: "work", sort: "things", weight: 0.6, single: false },
  allergy: { attribute: "allergy", kind: "health", sort: "things", weight: 0.95, single: false },
  health: { attribute: "health", kind: "health", sort: "things", weight: 0.9, single: false },
  diet: { attribute: "diet", kind: "preference", sort: "things", weight: 0.7, single: false },
  likes: { attribute: "likes", kind: "preference", sort: "things", weight: 0.5, single: false },
  dislikes: { attribute: "dislikes", kind: "preference", sort: "things", weight: 0.5, single: false },
  language: { attribute: "language", kind: "state", sort: "things", weight: 0.5, single: false },
  plays: { attribute: "plays", kind: "preference", sort: "things", weight: 0.45, single: false },
  car: { attribute: "car", kind: "possession", sort: "job", weight: 0.45 },
  has: { attribute: "has", kind: "possession", sort: "owned", weight: 0.45, single: false },
  goal: { attribute: "goal", kind: "goal", sort: "aim", weight: 0.6, single: false },
  plan: { attribute: "plan", kind: "plan", sort: "aim", weight: 0.6, single: false },
  event: { attribute: "event", kind: "event", sort: "phrase", weight: 0.7, single: false },
  status: { attribute: "status", kind: "state", sort: "job", weight: 0.6 },
  belief: { attribute: "belief", kind: "state", sort: "job", weight: 0.6 },
  orientation: { attribute: "orientation", kind: "state", sort: "job", weight: 0.6 },
  money: { attribute: "money", kind: "state", sort: "phrase", weight: 0.6, single: false },
} as const satisfies Readonly<Record<string, Meaning>>;
