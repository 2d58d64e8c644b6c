import type { Code, Heading, Image, Link, List, ListItem, Nodes, PhrasingContent } from "mdast";
import { visibleOf } from "./clean.ts";
import { apart } from "./dialect.ts";
import { addressOf, isBare, type LinkContext, textOf } from "./links.ts";
import { columnsOf } from "./table.ts";
import { endOf, type Piece, plainOf, startOf } from "./tree.ts";

export interface Rendering extends LinkContext {
  /** Whether tables may take the room that straight columns need. */
  readonly aligned: boolean;
}

type Style = "strong" | "emphasis" | "delete";

interface Context extends Rendering {
  readonly piece: Piece;
  readonly depth: number;
  /** A style within itself adds nothing, and most platforms would end the outer one there. */
  readonly styles: ReadonlySet<Style>;
  readonly inQuote: boolean;
  readonly atLineStart: boolean;
  /** Whether it has no neighbours in its line. */
  readonly alone: boolean;
}

/** What is nested deeper is shown as it was written. */
const deepest = 24;

/**
 * Stands before lines of code, which begin where lines begin: indented, platforms lose the code or its list. Cleaned
 * text holds no such character.
 */
const flush = "\x01";

/** A piece of Markdown as the platform writes it. */
export function rendered(piece: Piece, rendering: Rendering): string {
  const within = { depth: 0, styles: new Set<Style>(), inQuote: false, atLineStart: true, alone: true };
  const text = blocks(piece.root.children, { ...rendering, ...within, piece });
  return rendering.dialect.inert(text.replaceAll(flush, ""));
}

/** Blank lines are where the source has them, except after a heading, which keeps its own distance. */
function blocks(nodes: readonly Nodes[], context: Context): string {
  let out = "";
  let before: Nodes | null = null;
  for (const node of nodes) {
    const text = block(node, context);
    if (text === "") continue;
    out += before === null ? text : `${gap(before, node)}${text}`;
    before = node;
  }
  return out;
}

function gap(before: Nodes, node: Nodes): string {
  const lines = (node.position?.start.line ?? 0) - (before.position?.end.line ?? 0);
  return before.type === "heading" || lines < 2 ? "\n" : "\n\n";
}

function block(node: Nodes, outer: Context): string {
  const context = { ...outer, depth: outer.depth + 1, atLineStart: true };
  const { dialect } = context;
  if (context.depth > deepest) return asWritten(node, context);
  switch (node.type) {
    case "paragraph":
      return inline(node.children, context);
    case "heading":
      return heading(node, context);
    case "blockquote":
      return quote(blocks(node.children, { ...context, inQuote: true }), context);
    case "list":
      return list(node, context);
    case "code":
      return code(node, context);
    case "table":
      return lines(dialect.code(columnsOf(node, context.aligned), null));
    case "thematicBreak":
      return dialect.rule();
    case "footnoteDefinition":
      return `${text(`[^${node.identifier}]: `, context)}${blocks(node.children, context)}`;
    default:
      return asWritten(node, context);
  }
}

/** A quote within a quote is no more than quoted. */
const quote = (inner: string, { dialect, inQuote }: Context): string =>
  inQuote || inner === "" ? inner : dialect.quote(inner);

/** Code of which nothing is there yet is nothing. */
const code = ({ value, lang }: Code, { dialect }: Context): string =>
  value.trim() === "" ? "" : lines(dialect.code(visibleOf(value), lang ? visibleOf(lang) : null));

const lines = (code: string): string => `${flush}${code.replaceAll("\n", `\n${flush}`)}`;

function heading({ depth, children }: Heading, context: Context): string {
  const styles = new Set<Style>([...context.styles, "strong"]);
  const inner = inline(children, { ...context, styles }).replace(/\s*\n\s*/g, " ");
  return inner === "" ? "" : context.dialect.heading(depth, inner);
}

function list({ ordered, start, children }: List, context: Context): string {
  const first = start ?? 1;
  const items = children.map((node, index) => item(node, ordered ? first + index : null, context));
  return items.filter((text) => text !== "").join("\n");
}

function item(node: ListItem, number: number | null, context: Context): string {
  const { dialect, piece } = context;
  const mark = dialect.marker(number);
  const texts = node.children.map((child) => block(child, context));
  if (piece.continued.has(node)) return continuedItem(node, texts, mark, context);
  const task = typeof node.checked === "boolean" ? dialect.task(node.checked) : "";
  const [first = "", ...rest] = opensBelow(node.children[0]) ? ["", ...texts] : texts;
  return below(`${mark}${task}${first.trimStart()}`.trimEnd(), rest, dialect.indent);
}

/** The sign of an item that began in the part before is not repeated, unless what follows hangs from it. */
function continuedItem(node: ListItem, texts: readonly string[], mark: string, { dialect }: Context): string {
  if (node.children[0]?.type === "list") return below(`${mark}…`, texts, dialect.indent);
  const [first = "", ...rest] = texts;
  return [first, below("", rest, dialect.indent).slice(1)].filter((text) => text !== "").join("\n");
}

/** What belongs to an item stands below it, indented, each line that may be. */
const below = (head: string, texts: readonly string[], indent: string): string =>
  [head, ...texts.filter((text) => text !== "")]
    .join("\n")
    .replace(new RegExp(`\\n(?![\\n${flush}])`, "g"), `\n${indent}`);

/** Whether what an item begins with cannot stand beside its sign. */
const opensBelow = (node: Nodes | undefined): boolean =>
  node?.type === "code" || node?.type === "table" || node?.type === "list";

function inline(nodes: readonly PhrasingContent[], context: Context): string {
  let out = "";
  for (const node of nodes) {
    const atLineStart = out === "" ? context.atLineStart : out.endsWith("\n");
    out += phrase(node, { ...context, depth: context.depth + 1, atLineStart, alone: nodes.length === 1 });
  }
  return out;
}

function phrase(node: PhrasingContent, context: Context): string {
  const { dialect } = context;
  if (context.depth > deepest) return asWritten(node, context);
  switch (node.type) {
    case "text":
      return text(node.value, context);
    case "strong":
    case "emphasis":
    case "delete":
      return styled(node, context);
    case "inlineCode":
      return dialect.inlineCode(visibleOf(node.value));
    case "break":
      return "\n";
    case "link":
      return link(node, context);
    case "image":
      return image(node, context);
    case "footnoteReference":
      return text(`[^${node.identifier}]`, context);
    default:
      return asWritten(node, context);
  }
}

function styled(node: PhrasingContent & { readonly type: Style }, context: Context): string {
  const { dialect, styles } = context;
  const inner = inline(node.children, { ...context, styles: new Set([...styles, node.type]) });
  // Without its signs it must not grow together with its neighbours: `**https:**//example.com`.
  if (styles.has(node.type) || inner.trim() === "") return context.alone ? inner : `${apart}${inner}${apart}`;
  if (node.type === "strong") return dialect.strong(inner);
  return node.type === "emphasis" ? dialect.emphasis(inner) : dialect.strike(inner);
}

/** A label never hides where it leads. */
function link(node: Link, context: Context): string {
  const label = plainOf(node);
  if (label.trim() === "") return addressOf(visibleOf(node.url), context);
  if (!isBare(label, node.url)) return `${inline(node.children, context)} (${addressOf(visibleOf(node.url), context)})`;
  return context.known(node.url)
    ? addressOf(label === node.url ? label : node.url, context)
    : addressOf(label, context);
}

/** A picture is never fetched by itself. */
function image({ alt, url }: Image, context: Context): string {
  const address = addressOf(visibleOf(url), context);
  return alt ? `${text(alt, context)} (${address})` : address;
}

const text = (value: string, context: Context): string => textOf(visibleOf(value), context.atLineStart, context);

const asWritten = (node: Nodes, context: Context): string =>
  text(context.piece.source.slice(startOf(node), endOf(node)), context);
