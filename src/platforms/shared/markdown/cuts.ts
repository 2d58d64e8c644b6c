import type { Nodes, Table } from "mdast";
import { graphemesOf } from "../width.ts";
import { contentStart, fenceOf, placeOf } from "./opening.ts";
import { childrenOf, endOf, type Piece, startOf } from "./tree.ts";

/** Where a text may be cut, the best first. */
const whole = ["block", "item", "line", "sentence", "word"] as const;
/** Within emphasis, a line of code or a row. */
type Rank = (typeof whole)[number] | "styled";

interface Cut {
  readonly at: number;
  readonly rank: Rank;
}

/** How full a part has to be, in shares of what it could hold, before a better kind of cut is preferred. */
const fullness: Record<Rank, number> = { block: 0.5, item: 0.5, line: 0.5, sentence: 0.5, word: 0.3, styled: 0.3 };
const least = 0.15;

/** All cuts of a piece between two places. Whatever is no cut here may still be cut between two graphemes. */
export function cutsOf(piece: Piece, from: number, to: number): readonly Cut[] {
  const cuts: Cut[] = [];
  const left: { readonly node: Nodes; readonly inItem: boolean }[] = [{ node: piece.root, inItem: false }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { node, inItem } = next;
    const children = childrenOf(node);
    if (!holdsBlocks(node)) cuts.push(...leafCuts(node, piece));
    else {
      cuts.push(...betweenBlocks(children, node.type === "list" || inItem ? "item" : "block"));
      for (const child of children) left.push({ node: child, inItem: inItem || node.type === "list" });
    }
  }
  return cuts.filter(({ at }) => at > from && at <= to);
}

const holdsBlocks = ({ type }: Nodes): boolean =>
  type === "root" || type === "list" || type === "blockquote" || type === "listItem";

/** A heading stays with what it is above. */
const betweenBlocks = (nodes: readonly Nodes[], rank: Rank): readonly Cut[] =>
  nodes.slice(1).flatMap((node, index) => (nodes[index]?.type === "heading" ? [] : [{ at: startOf(node), rank }]));

function leafCuts(node: Nodes, piece: Piece): readonly Cut[] {
  if (node.type === "code") return codeCuts(node, piece);
  if (node.type === "table") return tableCuts(node, piece.source);
  return node.type === "paragraph" || node.type === "heading" ? textCuts(node, piece) : [];
}

/** Between rows, where the head can be repeated; within a row only if there is no other way. */
function tableCuts(table: Table, source: string): readonly Cut[] {
  const rows = table.children
    .slice(1)
    .map((row, index): Cut => ({ at: startOf(row), rank: index === 0 ? "word" : "line" }));
  const [first] = rows;
  if (!first) return [];
  const blanks = [...source.slice(first.at, endOf(table)).matchAll(/(?<=\S)[ \t]+(?=\S)/g)];
  return [
    ...rows,
    ...blanks.map(({ 0: blank, index }): Cut => ({ at: first.at + index + blank.length, rank: "styled" })),
  ];
}

/** Between the lines of the code; neither its fences nor its first line stand alone. */
function codeCuts(node: Nodes & { readonly type: "code" }, piece: Piece): readonly Cut[] {
  const { source } = piece;
  const { containers } = placeOf(piece, startOf(node) + 1);
  const fence = fenceOf(node, source);
  const cuts: Cut[] = [];
  let skip = fence === null ? 0 : 1;
  for (const match of source.slice(startOf(node), endOf(node)).matchAll(/\n|(?<=\S)[ \t]+(?=\S)/g)) {
    const end = startOf(node) + match.index + match[0].length;
    if (match[0] !== "\n") cuts.push({ at: end, rank: "styled" });
    else if (skip > 0) skip -= 1;
    else cuts.push({ at: contentStart(source, end, containers), rank: "line" });
  }
  return fence === null ? cuts : cuts.filter(({ at }) => at > startOf(node) + fence.length && !closes(source, at));
}

const closes = (source: string, at: number): boolean =>
  /^ {0,3}(?:`{3,}|~{3,})[ \t]*(?:\n|$)/.test(source.slice(at, at + 80));

/** Where a rest would read as something else than text. */
const opensBlock =
  /^(?:[-+*](?:\s|$)|#{1,6}(?:\s|$)|>|=+\s|--|(?:[*_-] *){3}|`{3}|~{3}|\d{1,9}[.)](?:\s|$)|\||<|\[[^\]]*\]:|\s)/;
const endsSentence = /(?:[.!?…]["')\]”’]*|[。！？])$/;

function textCuts(node: Nodes, piece: Piece): readonly Cut[] {
  const { source } = piece;
  const from = startOf(node);
  const { containers } = placeOf(piece, from + 1);
  const { whole, styled } = rangesIn(node);
  styled.push(...halfAtEnd(node, source));
  const cuts: Cut[] = [];
  for (const match of source.slice(from, endOf(node)).matchAll(/[ \t]*\n|[ \t]+|[。！？](?=[^\s。！？])/g)) {
    const isLine = match[0].endsWith("\n");
    const end = from + match.index + match[0].length;
    const at = isLine ? contentStart(source, end, containers) : end;
    if (isIn(whole, at) || opensBlock.test(source.slice(at, at + 100))) continue;
    const before = source.slice(Math.max(from, end - match[0].length - 4), end).trimEnd();
    const plain = isLine ? "line" : endsSentence.test(before) ? "sentence" : "word";
    cuts.push({ at, rank: isIn(styled, at) ? "styled" : plain });
  }
  return cuts;
}

type Range = readonly [from: number, to: number];
const isIn = (ranges: readonly Range[], at: number): boolean => ranges.some(([from, to]) => from < at && at < to);

/** What in a line is only cut where nothing else helps, and what is better not cut. */
function rangesIn(node: Nodes): { readonly whole: Range[]; readonly styled: Range[] } {
  const whole: Range[] = [];
  const styled: Range[] = [];
  for (const child of childrenOf(node)) {
    if (child.type === "text") continue;
    const isStyled = child.type === "strong" || child.type === "emphasis" || child.type === "delete";
    (isStyled ? styled : whole).push([startOf(child), endOf(child)]);
    if (isStyled) whole.push(...wholeWithin(child));
  }
  return { whole, styled };
}

/** How far a half is looked for, of what goes on behind the window. */
const longestHalf = 240;

/** What begins like a link, code or emphasis, and whose end may stand behind the window. */
function halfAtEnd(node: Nodes, source: string): readonly Range[] {
  const last = childrenOf(node).at(-1);
  if (last?.type !== "text" || endOf(last) < source.trimEnd().length) return [];
  const from = Math.max(startOf(last), endOf(last) - longestHalf);
  const half = /(?<![\w\\*_`[])(?:\*{1,3}|_{1,3}|~~|`{1,2}|!?\[)(?=[^\s*_`])/.exec(source.slice(from, endOf(last)));
  return half ? [[from + half.index, source.length]] : [];
}

/** Links and code within emphasis; one level is what people write. */
const wholeWithin = (node: Nodes): readonly Range[] =>
  childrenOf(node)
    .filter(({ type }) => type !== "text")
    .map((child): Range => [startOf(child), endOf(child)]);

/** The best cut that leaves at most `most` characters after `from`; a rather empty part is better than a torn one. */
export function bestCut(cuts: readonly Cut[], from: number, most: number): number | null {
  const last = (allowed: readonly Rank[], share: number): number | null => {
    const near = cuts.filter(({ at, rank }) => at <= from + most && allowed.includes(rank));
    const at = near.reduce((best, cut) => Math.max(best, cut.at), from);
    return at > from && at >= from + most * share ? at : null;
  };
  for (const rank of whole) {
    const at = last([rank], fullness[rank]);
    if (at !== null) return at;
  }
  return last(whole, least) ?? last(["styled"], fullness.styled);
}

/** The last end of a grapheme at most so far; a single one that is longer is cut between its characters. */
export function graphemeCut(text: string, most: number, kept: readonly Range[]): number {
  let at = 0;
  let outside = 0;
  for (const grapheme of graphemesOf(text.slice(0, most + 2))) {
    if (at + grapheme.length > most) break;
    at += grapheme.length;
    if (!isIn(kept, at)) outside = at;
  }
  if (outside > most * 0.3) return outside;
  if (at > 0) return at;
  return most > 1 && /[\ud800-\udbff]/.test(text[most - 1] ?? "") ? most - 1 : most;
}

/** Links, code and the like of a whole piece. */
export function keptRanges(piece: Piece): readonly Range[] {
  const ranges: Range[] = [];
  const left: Nodes[] = [piece.root];
  for (let node = left.pop(); node; node = left.pop()) {
    if (node.type === "paragraph" || node.type === "heading") ranges.push(...rangesIn(node).whole);
    else if (holdsBlocks(node)) left.push(...childrenOf(node));
  }
  return ranges;
}
