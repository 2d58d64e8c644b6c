/** One line of an answer's body, both as it came and as it reads. */
export interface Line {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly number: number;
  /** False for what stands behind the last line break. */
  readonly complete: boolean;
}

const newline = 0x0a;

/** Far beyond any chunk of an answer; a server that never breaks a line must not fill the memory. */
const longestLine = 8 * 1024 * 1024;

/** Cut at line breaks and nowhere else, so that no character is ever torn. Throws RangeError at a line without end. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let rest: Buffer = Buffer.alloc(0);
  let number = 0;
  const line = (bytes: Buffer, complete: boolean): Line => ({
    bytes,
    text: bytes
      .toString("utf8")
      .replace(/^\uFEFF/, "")
      .trim(),
    number: number++,
    complete,
  });
  for await (const chunk of chunks) {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(newline); end >= 0; end = rest.indexOf(newline)) {
      yield line(rest.subarray(0, end + 1), true);
      rest = rest.subarray(end + 1);
    }
    if (rest.length > longestLine) throw new RangeError("a line is longer than any answer");
  }
  if (rest.length > 0) yield line(rest, false);
}

export type Verdict =
  | { readonly type: "good" | "done" | "malformed" | "cut" }
  | { readonly type: "error"; readonly event: unknown };

/** JSON inside `data:` is left to the SDK; what is not the event-stream format at all would pass it unseen. */
export function judgeEventLine({ text, number }: Line): Verdict {
  if (text === "" || text.startsWith(":")) return { type: "good" };
  if (/^data: ?\[DONE\]/.test(text)) return { type: "done" };
  if (/^(data|event|id|retry)(:|$)/.test(text)) return { type: "good" };
  const value = parse(text);
  return number === 0 && isError(value) ? { type: "error", event: value } : { type: "malformed" };
}

/** The ollama SDK skips a broken line, and prints it on the console. */
export function judgeJsonLine({ text, number, complete }: Line): Verdict {
  if (text === "") return { type: "good" };
  const value = parse(text);
  if (isError(value)) return { type: "error", event: value };
  if (typeof value === "object" && value !== null) return { type: "good" };
  return { type: complete || number === 0 ? "malformed" : "cut" };
}

const isError = (value: unknown): boolean =>
  typeof value === "object" && value !== null && "error" in value && Boolean(value.error);

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
