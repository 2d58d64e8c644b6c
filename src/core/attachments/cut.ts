import { estimateTokenCount, sliceByTokens } from "tokenx";

export interface CutText {
  /** Empty where there was no room for a line. */
  readonly lines: readonly string[];
  /** How many characters of the text stand there. */
  readonly shown: number;
}

export const tokensOf = (lines: readonly string[]): number => estimateTokenCount(lines.join("\n"));

/** Nothing longer than this for its tokens is worth measuring. */
const longestToken = 12;
/** Below this nothing is worth showing. */
const fewest = 8;

/** The head and the longest beginning of a text that fit into these tokens; where it is cut a mark stands behind it. */
export function cutText(text: string, head: string, tokens: number): CutText {
  const readable = text.slice(0, Math.max(0, tokens) * longestToken);
  const whole = [head, ...fenced(readable)];
  if (readable === text && tokensOf(whole) <= tokens) return { lines: whole, shown: text.length };
  for (let goal = tokens - tokensOf([head]); goal > fewest; goal = Math.floor(goal * 0.85)) {
    const part = unbroken(sliceByTokens(readable, 0, goal));
    const lines = [head, ...fenced(part), `[cut: the first ${part.length} of ${text.length} characters are shown]`];
    if (part.length < text.length && tokensOf(lines) <= tokens) return { lines, shown: part.length };
  }
  return { lines: [], shown: 0 };
}

/** No half of a character at the end. */
const unbroken = (text: string): string => text.replace(/[\ud800-\udbff]$/, "");

/** A line of a file cannot be mistaken for one of the program's, whatever ends it. */
const fenced = (text: string): readonly string[] =>
  text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).map((line) => `| ${line.replace(/(?!\t)\p{Cc}/gu, "")}`);
