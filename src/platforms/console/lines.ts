import { addAbortSignal, type Readable } from "node:stream";

/** One line of input. Of a line longer than `keep` only the beginning is held, and its true length. */
export interface Line {
  readonly text: string;
  /** In Unicode code points, all of the line. */
  readonly length: number;
  /** False where `text` is only the beginning. */
  readonly whole: boolean;
}

/**
 * The lines of a byte stream: UTF-8 split anywhere, with or without a byte order mark, ended by LF, CRLF or the end of
 * the input. Holds at most about `keep` UTF-16 units of a line, however long it is. Throws when the signal aborts.
 */
export async function* readLines(input: Readable, keep: number, signal: AbortSignal): AsyncGenerator<Line> {
  const decoder = new TextDecoder();
  let line = emptyLine(keep);
  for await (const chunk of addAbortSignal(signal, input)) {
    const text = typeof chunk === "string" ? chunk : decoder.decode(chunk, { stream: true });
    const [rest = "", ...ends] = text.split("\n");
    line.add(rest);
    for (const next of ends) {
      yield line.end();
      line = emptyLine(keep);
      line.add(next);
    }
  }
  line.add(decoder.decode());
  if (!line.empty()) yield line.end();
}

interface GrowingLine {
  add(text: string): void;
  empty(): boolean;
  end(): Line;
}

function emptyLine(keep: number): GrowingLine {
  let kept = "";
  let length = 0;
  let units = 0;
  return {
    add: (text) => {
      kept += text.slice(0, keep - kept.length);
      units += text.length;
      length += codePoints(text);
    },
    empty: () => units === 0,
    end: () => {
      const whole = units === kept.length;
      const text = whole ? kept.replace(/\r$/, "") : kept;
      return { text, whole, length: length - (kept.length - text.length) };
    },
  };
}

/** How many code points a text has, without making an array of them. */
export function codePoints(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}
