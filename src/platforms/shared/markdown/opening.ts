import type { Blockquote, Code, List, ListItem, Nodes, Table } from "mdast";
import { childrenOf, endOf, type Level, type Piece, startOf } from "./tree.ts";

/** What a part begins in the middle of. */
export interface Opening {
  /** Markdown that stands before the rest of the text, so that it reads as it did before the cut. */
  readonly prefix: string;
  readonly levels: readonly Level[];
  /** Ends what the part before has left open within a line. */
  readonly closing: string;
}

export const beginning: Opening = { prefix: "", levels: [], closing: "" };

/** A quote, or an item whose lines are indented by so many columns. */
type Container = "quote" | number;

export interface Place {
  readonly containers: readonly Container[];
  readonly levels: readonly Level[];
  /** Opens each container anew. */
  readonly marks: string;
  /** The innermost block around the place that holds no blocks. */
  readonly leaf: Nodes | null;
}

/** Longer words after a fence are no language. */
const longestFence = 40;

const isAround = (node: Nodes, at: number): boolean => startOf(node) < at && at < endOf(node);

/** A place as far as it is known, and the column where the content of its innermost container begins. */
interface Inside extends Omit<Place, "leaf"> {
  readonly column: number;
}

/** What stands around a place in the source. */
export function placeOf({ source, root }: Piece, at: number): Place {
  let inside: Inside = { containers: [], levels: [], marks: "", column: 1 };
  let node: Nodes | undefined = root;
  while (node) {
    const inner: Nodes | undefined = childrenOf(node).find((child) => isAround(child, at));
    if (node.type === "list") inside = inList(node, inside, source, at);
    else if (node.type === "blockquote") inside = inQuote(node, inside);
    if (inner && !holdsBlocks(inner)) return { ...inside, leaf: inner };
    node = inner;
  }
  return { ...inside, leaf: null };
}

const inQuote = (quote: Blockquote, { containers, levels, marks }: Inside): Inside => ({
  containers: [...containers, "quote"],
  levels,
  marks: `${marks}> `,
  column: (quote.position?.start.column ?? 1) + 2,
});

/** An item that the place is before or behind is not open: only its number is known. */
function inList(list: List, inside: Inside, source: string, at: number): Inside {
  const index = list.children.findIndex((item) => at < endOf(item) || at <= startOf(item));
  const item = list.children[index];
  const continued = item !== undefined && isAround(item, at);
  const number = list.ordered ? (list.start ?? 1) + Math.max(0, index) : null;
  const levels = [...inside.levels, { number, continued }];
  if (!continued) return { ...inside, levels };
  const { mark, width, next } = openItem(source, item, inside.column);
  return { containers: [...inside.containers, width], levels, marks: inside.marks + mark, column: next };
}

const holdsBlocks = ({ type }: Nodes): boolean => type === "list" || type === "blockquote" || type === "listItem";

/** A sign as wide as the item's own: the lines that follow are indented for that one. */
function openItem(source: string, item: ListItem, column: number) {
  const from = startOf(item);
  const sign = /^(?:\d{1,9}([.)])|([-+*]))/.exec(source.slice(from, from + 12));
  const own = item.position?.start.column ?? column;
  const [first] = item.children;
  const sameLine = first?.position?.start.line === item.position?.start.line;
  const next = (sameLine ? first?.position?.start.column : undefined) ?? own + (sign?.[0].length ?? 1) + 1;
  const width = Math.max(2, next - column);
  return { ...signOf(sign?.[1], sign?.[2] ?? "-", width), next };
}

function signOf(counted: string | undefined, bullet: string, width: number): { mark: string; width: number } {
  if (counted === undefined) {
    const room = Math.min(width, 8);
    const before = Math.max(0, room - 5);
    return { mark: " ".repeat(before) + bullet + " ".repeat(room - before - 1), width: room };
  }
  const room = Math.min(Math.max(width, 3), 11);
  return { mark: `${"1".repeat(room - 2)}${counted} `, width: room };
}

/** Before a line that goes on in the containers. */
const lineMarks = (containers: readonly Container[]): string =>
  containers.map((container) => (container === "quote" ? "> " : " ".repeat(container))).join("");

/** Where the content of a line begins that goes on in the containers. */
export function contentStart(source: string, line: number, containers: readonly Container[]): number {
  let at = line;
  for (const container of containers) {
    const match = container === "quote" ? /^ {0,3}> ?/ : new RegExp(`^(?: {${container}}|\\t)`);
    const width = match.exec(source.slice(at, at + 16))?.[0].length;
    if (width === undefined) return at;
    at += width;
  }
  return at;
}

/** What the rest begins with where the source is cut at a place. */
export function openingAt(piece: Piece, at: number): Opening {
  const place = placeOf(piece, at);
  const { levels, marks, leaf } = place;
  const line = `\n${lineMarks(place.containers)}`;
  const above = leaf === null ? "" : linesAbove(leaf, piece.source, at, line);
  const styles = leaf?.type === "paragraph" ? openStyles(leaf, piece.source, at) : [];
  return {
    prefix: marks + above + styles.join(""),
    levels,
    closing: styles.toReversed().join(""),
  };
}

function linesAbove(leaf: Nodes, source: string, at: number, line: string): string {
  if (leaf.type === "code") return codeAbove(leaf, source, at, line);
  return leaf.type === "table" && leaf.children.some((row) => startOf(row) === at) ? headAbove(leaf, source, line) : "";
}

function codeAbove(code: Code, source: string, at: number, line: string): string {
  const fence = fenceOf(code, source);
  if (fence === null) return source[at - 1] === "\n" ? "" : "    ";
  return `${fence.length > longestFence ? (/^[`~]+/.exec(fence)?.[0] ?? "") : fence}${line}`;
}

/** The line that opens a code block; null where indentation does. */
export function fenceOf(code: Code, source: string): string | null {
  const from = startOf(code);
  const end = source.indexOf("\n", from);
  return /^(?:`{3,}|~{3,}).*/.exec(source.slice(from, end < 0 ? undefined : end))?.[0] ?? null;
}

const aligns = { left: ":--", right: "--:", center: ":-:" };

function headAbove(table: Table, source: string, line: string): string {
  const [head] = table.children;
  if (!head) return "";
  const rule = (table.align ?? []).map((align) => (align ? aligns[align] : "---")).join("|");
  return `${source.slice(startOf(head), endOf(head))}${line}|${rule}|${line}`;
}

/** The signs of emphasis that a place stands within, outermost first. */
function openStyles(leaf: Nodes, source: string, at: number): readonly string[] {
  const signs: string[] = [];
  let node = childrenOf(leaf).find((child) => isAround(child, at));
  while (node && (node.type === "strong" || node.type === "emphasis" || node.type === "delete") && signs.length < 3) {
    const first: Nodes | undefined = node.children[0];
    signs.push(source.slice(startOf(node), first ? startOf(first) : startOf(node)));
    node = childrenOf(node).find((child) => isAround(child, at));
  }
  return signs;
}
