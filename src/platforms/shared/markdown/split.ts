import type { Markdown } from "../../../core/reply.ts";
import { cleanOf } from "./clean.ts";
import { bestCut, cutsOf, graphemeCut, keptRanges } from "./cuts.ts";
import type { Dialect, Known } from "./dialect.ts";
import { textOf } from "./links.ts";
import { beginning, type Opening, openingAt } from "./opening.ts";
import { rendered } from "./render.ts";
import { type Piece, pieceOf } from "./tree.ts";

export interface SplitOptions {
  readonly dialect: Dialect;
  /** The most UTF-16 units of a part. */
  readonly limit: number;
  readonly known: Known;
}

/** What one closed part shows, and where and how the text goes on. */
interface Closed {
  readonly shown: string;
  readonly at: number;
  readonly opening: Opening;
}

/**
 * A text in its platform's dialect, in parts that each fit. Prefix-stable: a part is closed only when the characters that
 * decide its end are there, so that all parts of a beginning but the last are parts of the whole.
 */
export function partsOf(text: Markdown, options: SplitOptions): readonly string[] {
  const clean = cleanOf(text);
  const { parts, open } = closedIn(clean, options);
  const last = shownIn(open.source, open.opening, options) ?? asWritten(open.source, options);
  const all = last === "" ? parts : [...parts, last];
  return all.length > 0 ? all : nothingBut(clean, options);
}

/** The part of a growing text that is still open: where its source goes on, and what that begins in the middle of. */
export interface OpenPart {
  readonly source: string;
  readonly opening: Opening;
}

export const openPartOf = (text: Markdown, options: SplitOptions): OpenPart => closedIn(cleanOf(text), options).open;

function closedIn(
  clean: string,
  options: SplitOptions,
): { readonly parts: readonly string[]; readonly open: OpenPart } {
  const parts: string[] = [];
  let at = 0;
  let opening = beginning;
  for (let end = windowEnd(clean, at, opening, options); end !== null; end = windowEnd(clean, at, opening, options)) {
    const closed = closePart(clean.slice(at, end), opening, options);
    if (closed.shown !== "") parts.push(closed.shown);
    at += closed.at;
    opening = closed.opening;
  }
  return { parts, open: { source: clean.slice(at), opening } };
}

/** Room for what the signs' weight does not foresee: fences, brackets around addresses, straight columns. */
const budgetOf = (limit: number): number => limit - Math.max(10, Math.floor(limit / 16));

/**
 * The end of the shortest beginning that is too heavy for one part; null where everything fits. The weight of a text
 * never falls as it grows, as its length in the dialect may: `**bo` is longer than `**bold**` could be.
 */
function windowEnd(text: string, from: number, { prefix }: Opening, { limit, dialect }: SplitOptions): number | null {
  let room = Math.max(budgetOf(limit) - prefix.length, limit / 4);
  for (let at = from; at < text.length; at += 1) {
    room -= dialect.weight(text[at] ?? "");
    if (room < 0) return at + 1;
  }
  return null;
}

/** Tries the best cut first, and shorter ones while it does not fit; the window is all that it looks at. */
function closePart(window: string, opening: Opening, options: SplitOptions): Closed {
  const piece = pieceOf(opening.prefix + window, opening.levels);
  const from = opening.prefix.length;
  // The character after a cut has to be there whole: it may belong to the grapheme before.
  let most = Math.max(1, window.length - 2);
  const cuts = cutsOf(piece, from, from + most);
  for (let tries = 0; tries < 6 && most > 0; tries += 1) {
    const at = (bestCut(cuts, from, most) ?? from + plainCut(piece, window, from, most)) - from;
    const next = goOn(piece, from + at, options);
    const shown = shownIn(window.slice(0, at), opening, options, next.closing);
    if (shown !== null) return { shown, at, opening: next };
    most = Math.min(at - 1, Math.floor(at * 0.7));
  }
  const at = graphemeCut(window, Math.max(1, window.length - 2), []);
  return { shown: asWritten(window.slice(0, at), options), at, opening: goOn(piece, from + at, options) };
}

const plainCut = (piece: Piece, window: string, from: number, most: number): number =>
  graphemeCut(
    window,
    most,
    keptRanges(piece).map(([start, end]) => [start - from, end - from] as const),
  );

/** What would take too much room in every part is not repeated. */
function goOn(piece: Piece, at: number, { limit }: SplitOptions): Opening {
  const opening = openingAt(piece, at);
  return opening.prefix.length > limit / 4 ? beginning : opening;
}

/** The piece in the dialect, straight if that fits; null where it does not fit at all. */
function shownIn(source: string, opening: Opening, options: SplitOptions, closing = ""): string | null {
  const ending = closing === "" ? source : source.trimEnd() + closing;
  const piece = pieceOf(opening.prefix + ending, opening.levels);
  for (const aligned of [true, false]) {
    const text = rendered(piece, { ...options, aligned }).trim();
    if (text.length <= options.limit) return text;
  }
  return null;
}

/** Where the form takes more room than there is, the source stands as code: nothing is lost, and nothing in it acts. */
const asWritten = (source: string, { dialect }: SplitOptions): string =>
  source.trim() === "" ? "" : dialect.code(source, null);

/** A text of signs that show nothing is shown as it was written, so that a reply is never without words. */
function nothingBut(clean: string, options: SplitOptions): readonly string[] {
  const written = clean.trim();
  const signs = written.slice(0, graphemeCut(written, Math.floor(options.limit / 4), []));
  return signs === "" ? [] : [textOf(signs, true, options)];
}
