import type { Nodes, Paragraph } from "mdast";
import type { LinkContext } from "./links.ts";
import { rendered } from "./render.ts";
import type { OpenPart } from "./split.ts";
import { childrenOf, endOf, growingPieceOf, type Piece, startOf } from "./tree.ts";

/**
 * What of a part that is still being written stays as it is, whatever comes next. What it gives for a beginning is a
 * beginning of what it gives for more of it, so that it can be appended bit by bit.
 */
export function settledOf({ source, opening }: OpenPart, context: LinkContext): string {
  const { prefix, levels } = opening;
  const whole = prefix + source;
  const end = settledEnd(growingPieceOf(whole, levels));
  if (end <= prefix.length) return "";
  return rendered(growingPieceOf(whole.slice(0, end), levels), { ...context, aligned: true }).trim();
}

/** Whatever has something behind it is over; what comes last may grow, and only a paragraph does so word by word. */
function settledEnd({ source, root }: Piece): number {
  let end = 0;
  for (let node: Nodes | undefined = root; node; ) {
    const children = childrenOf(node);
    const last: Nodes | undefined = children.at(-1);
    const before = children.at(-2);
    if (before) end = endOf(before);
    if (last?.type === "paragraph") return wordsEnd(last, source) ?? end;
    node = last && holdsBlocks(last) ? last : undefined;
  }
  return end;
}

const holdsBlocks = ({ type }: Nodes): boolean => type === "list" || type === "blockquote" || type === "listItem";

/** After the last whole word before anything that is still open; null where there is none. */
function wordsEnd(paragraph: Paragraph, source: string): number | null {
  const placed = paragraph.children.every(({ position }) => position);
  // The box of a task stands before it, and is nothing without it.
  const from = startOf((placed && paragraph.children[0]) || paragraph);
  const open = placed
    ? Math.min(...paragraph.children.map((child) => openIn(child, source) ?? source.length))
    : (firstOpening(source, from, endOf(paragraph)) ?? source.length);
  const closed = paragraph.children.filter(({ type }) => type !== "text");
  let end: number | null = null;
  // A backslash before the end of a line belongs to that.
  for (const { index, 0: blank } of source.slice(from).matchAll(/(?<=[^\s\\])\s+/g)) {
    const at = from + index;
    if (at > open || (at + blank.length === source.length && isMarker(source, at))) break;
    if (!closed.some((child) => startOf(child) < at && at < endOf(child))) end = at;
  }
  return end;
}

/** A list, a heading or a quote may begin there as soon as a word stands behind it. */
const isMarker = (source: string, end: number): boolean =>
  markers.test(source.slice(source.lastIndexOf("\n", end - 1) + 1, end));
const markers = /^[ \t]*(?:(?:[-+*]|\d{1,9}[.)]|#{1,6}|>)[ \t]+)*(?:[-+*]|\d{1,9}[.)]|#{1,6}|>)$/;

/** Escaped signs, and those that may begin something: code, a link, HTML, emphasis. */
const opens = /\\\S|([`[]|<(?=[a-z/!?])|(?:\*+|~~+|(?<![\p{L}\p{N}])_+)(?=\S))/giu;

/** Where in a line something begins whose end is not there yet; what is closed can still be torn by what it holds. */
function openIn(node: Nodes, source: string): number | null {
  // Where a bare address stands among words, nobody tells where these begin: they are held back.
  if (node.type === "text") return node.position ? firstOpening(source, startOf(node), endOf(node)) : 0;
  const isOpen =
    node.type === "link" || node.type === "image"
      ? /^!?\[.*[`<[]/s.test(source.slice(startOf(node), endOf(node)))
      : childrenOf(node).some((child) => openIn(child, source) !== null);
  return isOpen ? startOf(node) : null;
}

function firstOpening(source: string, from: number, to: number): number | null {
  const sign = new RegExp(opens);
  sign.lastIndex = from;
  for (let found = sign.exec(source); found && found.index < to; found = sign.exec(source))
    if (found[1] !== undefined) return found.index;
  return null;
}
