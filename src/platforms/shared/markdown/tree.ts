import type { Link, List, ListItem, Nodes, Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { gfmFromMarkdown } from "mdast-util-gfm";
import { gfm } from "micromark-extension-gfm";

/** One list on the way to where a text was cut: how its first item counts, and whether that one began before. */
export interface Level {
  readonly number: number | null;
  readonly continued: boolean;
}

/** A piece of Markdown with its tree. */
export interface Piece {
  readonly source: string;
  readonly root: Root;
  /** Items that began in an earlier piece. */
  readonly continued: ReadonlySet<ListItem>;
}

/** "~5" is no beginning of anything crossed out. */
const syntax = { extensions: [gfm({ singleTilde: false })], mdastExtensions: [gfmFromMarkdown()] };

/** Everything but what says of earlier lines that they were something else than they seemed. */
const forward = {
  ...syntax,
  extensions: [
    ...syntax.extensions,
    {
      disable: {
        null: [
          ...["setextUnderline", "definition", "table"],
          ...["gfmFootnoteDefinition", "gfmFootnoteCall", "gfmPotentialFootnoteCall"],
        ],
      },
    },
  ],
};

/** Reads a piece whose lines mean the same whatever follows them. */
export const growingPieceOf = (source: string, levels: readonly Level[]): Piece => pieceOf(source, levels, forward);

/** Reads a piece; `levels` are the lists that its beginning stands in. */
export function pieceOf(source: string, levels: readonly Level[], syntaxes = syntax): Piece {
  const root = fromMarkdown(source, syntaxes);
  const continued = new Set<ListItem>();
  let node: Nodes | undefined = root;
  for (const level of levels) {
    const list = firstList(node);
    const item: ListItem | undefined = list?.children[0];
    if (!list || !item) break;
    if (level.number !== null) list.start = level.number;
    if (level.continued) continued.add(item);
    node = item;
  }
  return { source, root, continued };
}

function firstList(from: Nodes | undefined): List | undefined {
  let node = from;
  while (node && node.type !== "list") node = childrenOf(node)[0];
  return node;
}

export const childrenOf = (node: Nodes): readonly Nodes[] => ("children" in node ? node.children : []);

/** Where the node begins and ends in its piece. */
export const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;
export const endOf = (node: Nodes): number => node.position?.end.offset ?? 0;

/** What stands there without any form. In no recursion, because models nest without end. */
export function plainOf(node: Nodes, afterLink: (link: Link) => string = () => ""): string {
  const left: (Nodes | string)[] = [node];
  let text = "";
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    if (typeof next === "string") text += next;
    else if (childrenOf(next).length === 0) text += wordsOf(next);
    else left.push(next.type === "link" ? afterLink(next) : "", ...childrenOf(next).toReversed());
  }
  return text;
}

function wordsOf(node: Nodes): string {
  if ("value" in node) return node.value;
  if (node.type === "break") return "\n";
  return node.type === "image" ? (node.alt ?? "") : "";
}
