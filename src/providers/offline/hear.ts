import { plainSpelling } from "../../core/conversation/spelling.ts";
import { type Courtesy, courtesies, openings } from "./courtesies.ts";
import { asking, connective, type Wish, wishes } from "./wishes.ts";

/** A message, part by part, in the order it was said. */
export type Part =
  | { readonly type: "courtesy"; readonly courtesy: Courtesy }
  | { readonly type: "question"; readonly text: string; readonly wish: Wish }
  | { readonly type: "statement"; readonly text: string };

/** Longer messages are read by their beginning; memory keeps all of them. */
const readCharacters = 4_000;

/** A full stop or comma inside a number or a word parts nothing. */
const sentencesOf = (text: string): readonly string[] => text.split(/(?<=[.!?…])\s+|\n+/);
const piecesOf = (sentence: string): readonly string[] =>
  sentence.split(/,(?!\d)\s*|\s+(?=(?:and you|und (?:dir|du|selbst))\W*$)/i);

const bare = (text: string): string =>
  plainSpelling(text.replace(/(?:[.!?…:;()"“”„*_]|\p{Extended_Pictographic}|\uFE0F)+/gu, " "));

const courtesyIn = (
  plain: string,
  forms: readonly (readonly [Courtesy, RegExp])[] = [...courtesies, ...openings],
): Courtesy | null => forms.find(([, form]) => form.test(plain))?.[0] ?? null;

interface Peeled {
  readonly courtesies: readonly Courtesy[];
  /** What was said besides, as it was written. */
  readonly rest: string;
}

/** Parts a greeting or thanks from what follows without a comma. */
function peel(piece: string): Peeled {
  const whole = courtesyIn(bare(piece));
  if (whole) return { courtesies: [whole], rest: "" };
  const written = piece.trim().split(/\s+/);
  for (let count = Math.min(5, written.length - 1); count > 0; count -= 1) {
    const opening = courtesyIn(bare(written.slice(0, count).join(" ")), openings);
    const rest = written.slice(count).join(" ");
    // "Thanks to my neighbour ..." thanks nobody here.
    if (opening && !(opening === "thanks" && /^to\b/i.test(rest))) return behind(opening, rest);
  }
  return { courtesies: [], rest: piece.trim() };
}

function behind(opening: Courtesy, rest: string): Peeled {
  const further = courtesyIn(bare(rest));
  if (further) return { courtesies: [opening, further], rest: "" };
  // One word behind a greeting is whom it greets.
  const greeted = opening === "greeting" && /^[\p{L}'-]+[!.]*$/u.test(rest);
  return { courtesies: [opening], rest: greeted ? "" : rest };
}

const verbal = /\b(?:is|was|were|are|has|had|ist|war|waren|hatte|gestern|yesterday|my|mein\w*)\b|'s\b/;
const wishing = /\b(?:want|like|need|let me|can i|moechte|will|wuerde|muss)\b/;

/** "Weather Oslo", "joke please", "I'd like to write something down" ask, though they have not the form of a question. */
function asksPlainly(plain: string, wish: Wish): boolean {
  const count = plain.split(" ").length;
  if (wish === "weather") return /^(?:regnet|schneit)\b/.test(plain) || (count <= 8 && !verbal.test(plain));
  if (wish === "journal") return count <= 3 || wishing.test(plain);
  return wish === "writing" && count <= 3;
}

function contentOf(text: string, asked: boolean): readonly Part[] {
  const plain = bare(text);
  if (plain === "" || connective.test(plain)) return [];
  const wish = wishes.find(([, form]) => form.test(plain))?.[0] ?? "open";
  const isQuestion = asked || asking.test(plain) || asksPlainly(plain, wish);
  return [isQuestion ? { type: "question", text, wish } : { type: "statement", text }];
}

/** One sentence: its courtesies, and all the rest together, so that a question keeps its commas. */
function partsOf(sentence: string): readonly Part[] {
  const peeled = piecesOf(sentence).map(peel);
  const said = peeled.flatMap((one) => one.courtesies).map((courtesy) => ({ type: "courtesy", courtesy }) as const);
  const rest = peeled.map((one) => one.rest).filter((text) => bare(text) !== "" && !connective.test(bare(text)));
  // "I baked a cake, how are you?" asks nothing about the cake.
  const asked = sentence.includes("?") && peeled.at(-1)?.rest !== "";
  return [...said, ...contentOf(rest.join(", "), asked)];
}

/** What a message says beside the spans that memory has understood already. */
export function hear(said: string, understood: readonly string[]): readonly Part[] {
  const open = understood.reduce((text, span) => text.replace(span, () => ", "), said.slice(0, readCharacters));
  return sentencesOf(open).flatMap(partsOf);
}

const placeName =
  /\b(?:in|for|at|near|für|fuer|bei|nach|weather|wetter|forecast)\s+(?!(?:the|den|der|dem|a|meine\w*|my|in|for|at|is|ist|like|today|heute|tomorrow|morgen|celsius|grad)\b)(\p{L}[\p{L}\s.'’-]*)/iu;
const whenOrHow =
  /\s+(?:right now|now|today|tonight|tomorrow|this \w+|next \w+|like|please|on \w+|at the moment|is|jetzt|heute|morgen|übermorgen|gerade|bitte|am \w+|mit|so|aus|denn|eigentlich)(?=\s|$).*$/iu;

/** The place that a question about the weather names: "Oslo", "New York"; null where it names none. */
export function placeIn(question: string): string | null {
  const named = placeName.exec(question)?.[1];
  return (
    named
      ?.trim()
      .replace(whenOrHow, "")
      .replace(/[.'’\s-]+$/u, "") || null
  );
}
