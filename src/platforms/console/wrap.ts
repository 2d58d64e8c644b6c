import { graphemesOf, widthOf } from "../shared/width.ts";

/** Breaks a text into lines while it is being written. */
export interface Wrapper {
  /** What can be shown already: the last word waits until it is whole. */
  write(text: string): string;
  /** What is left; then a new text may begin. */
  end(): string;
}

export interface Margins {
  readonly indent: string;
  /** Columns a line may take beside its indent. Asked at every word: windows change. */
  readonly width: () => number;
}

const tab = "    ";
/** Does not begin a line, although Chinese and Japanese may break between any other two characters. */
const clings = /^[\p{Pe}\p{Pf},.!?:;'"、。，．！？：；…ー]/u;

/** Breaks between words, and within one only where it is longer than a line; never within a grapheme. */
export function wrapper({ indent, width }: Margins): Wrapper {
  let column = 0;
  let gap = "";
  let word = "";
  let wordWidth = 0;
  let afterWide = false;
  let unread = "";

  const placeWord = (): string => {
    if (word === "") return "";
    const tooWide = column + gap.length + wordWidth > width();
    const breaks = tooWide && column > 0;
    const before = tooWide ? "" : gap;
    const placed = `${breaks ? "\n" : ""}${breaks || column === 0 ? indent : ""}${before}${word}`;
    column = (breaks ? 0 : column) + before.length + wordWidth;
    gap = "";
    word = "";
    wordWidth = 0;
    return placed;
  };

  const newLine = (): string => {
    const placed = `${placeWord()}\n`;
    gap = "";
    column = 0;
    return placed;
  };

  const inWord = (grapheme: string): string => {
    const taken = widthOf(grapheme);
    const mayBreak = (taken > 1 || afterWide) && taken > 0 && !clings.test(grapheme);
    const placed = mayBreak || wordWidth + taken > width() ? placeWord() : "";
    word += grapheme;
    wordWidth += taken;
    afterWide = taken > 1;
    return placed;
  };

  const read = (grapheme: string): string => {
    if (grapheme === "\n") return newLine();
    if (grapheme !== " " && grapheme !== "\t") return inWord(grapheme);
    const placed = placeWord();
    gap += grapheme === "\t" ? tab : grapheme;
    return placed;
  };

  return {
    write: (text) => {
      const parts = [...graphemesOf(unread + text)];
      unread = parts.pop() ?? "";
      return parts.map(read).join("");
    },
    end: () => {
      const last = (unread === "" ? "" : read(unread)) + placeWord();
      column = 0;
      gap = "";
      unread = "";
      return last;
    },
  };
}

/** A text that is whole already. */
export function wrap(text: string, margins: Margins): string {
  const lines = wrapper(margins);
  return lines.write(text) + lines.end();
}
