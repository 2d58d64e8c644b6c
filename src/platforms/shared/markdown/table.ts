import type { AlignType, Link, Nodes, Table } from "mdast";
import { graphemesOf, widthOf } from "../width.ts";
import { visibleOf } from "./clean.ts";
import { isBare } from "./links.ts";
import { plainOf } from "./tree.ts";

/** A table as text in columns, for platforms that know none. Where it need not be `aligned` it takes less room. */
export function columnsOf(table: Table, aligned: boolean): string {
  const rows = table.children.map(({ children }) => children.map(cellOf));
  const widths = aligned ? widthsOf(rows) : [];
  const [head = [], ...body] = rows.map((cells) =>
    cells.map((cell, column) => padded(cell, widths[column] ?? 0, table.align?.[column] ?? null)),
  );
  const line = (cells: readonly string[]): string => cells.join(" | ").trimEnd();
  const rule = head.map((cell) => "-".repeat(Math.max(aligned ? columnsIn(cell) : 0, 3))).join("-|-");
  return [line(head), rule, ...body.map(line)].join("\n");
}

function widthsOf(rows: readonly (readonly string[])[]): readonly number[] {
  const widths: number[] = [];
  for (const cells of rows) {
    for (const [column, cell] of cells.entries()) widths[column] = Math.max(widths[column] ?? 3, columnsIn(cell));
  }
  return widths;
}

const columnsIn = (text: string): number => [...graphemesOf(text)].reduce((sum, sign) => sum + widthOf(sign), 0);

function padded(cell: string, width: number, align: AlignType): string {
  const room = Math.max(0, width - columnsIn(cell));
  const before = align === "right" ? room : align === "center" ? Math.floor(room / 2) : 0;
  return " ".repeat(before) + cell + " ".repeat(room - before);
}

/** Within code nothing formats, so a cell is its plain text; an address stays readable beside its label. */
const cellOf = (cell: Nodes): string => visibleOf(plainOf(cell, besideLabel)).replace(/\s+/g, " ").trim();

const besideLabel = (link: Link): string => (isBare(plainOf(link), link.url) ? "" : ` (${link.url})`);
