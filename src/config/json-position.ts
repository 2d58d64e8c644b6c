/** Where a JSON text stops being one; JSON.parse itself tells it only sometimes, and quotes the text. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const token =
  /[\s]*(?:([{}[\],:])|("(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[\da-fA-F]{4}))*")|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)/uy;

/** What may come next: `first` follows an opening bracket, where the closing one may come at once. */
type Expected = "value" | "first-value" | "key" | "first-key" | "colon" | "comma" | "end";
type Kind = "{" | "[" | "}" | "]" | "," | ":" | "string" | "scalar";
type Opened = readonly ("{" | "[")[];

interface State {
  readonly expected: Expected;
  readonly opened: Opened;
}

const values: readonly Kind[] = ["{", "[", "string", "scalar"];
const takes: Readonly<Record<Expected, readonly Kind[]>> = {
  value: values,
  "first-value": [...values, "]"],
  key: ["string"],
  "first-key": ["string", "}"],
  colon: [":"],
  comma: [",", "}", "]"],
  end: [],
};

const afterValue = (opened: Opened): State => ({ expected: opened.length > 0 ? "comma" : "end", opened });

/** The state after one more token, or null where it cannot stand. */
function advance(kind: Kind, { expected, opened }: State): State | null {
  const inObject = opened.at(-1) === "{";
  if (!takes[expected].includes(kind)) return null;
  if (kind === "{") return { expected: "first-key", opened: [...opened, kind] };
  if (kind === "[") return { expected: "first-value", opened: [...opened, kind] };
  if (kind === "}" || kind === "]") return inObject === (kind === "}") ? afterValue(opened.slice(0, -1)) : null;
  if (kind === ",") return { expected: inObject ? "key" : "value", opened };
  if (kind === ":") return { expected: "value", opened };
  return expected === "key" || expected === "first-key" ? { expected: "colon", opened } : afterValue(opened);
}

/** The position of the first sign that makes `text` no JSON; its end when something is missing there. */
export function jsonErrorPosition(text: string): Position {
  const scanner = new RegExp(token);
  let state: State = { expected: "value", opened: [] };
  let at = 0;
  for (let found = scanner.exec(text); found; found = scanner.exec(text)) {
    const next = advance((found[1] as Kind | undefined) ?? (found[2] ? "string" : "scalar"), state);
    if (!next) break;
    state = next;
    at = scanner.lastIndex;
  }
  return positionAt(text, at + (/^\s*/.exec(text.slice(at))?.[0].length ?? 0));
}

function positionAt(text: string, index: number): Position {
  const lines = text.slice(0, index).split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}
