import type { AdapterHost } from "../../core/platform.ts";
import type { Locale } from "../../core/session.ts";

/** As readline asks it: the completions, and the part of the line that they replace. */
export type Completer = (line: string) => [completions: string[], replaced: string];

/** Completes the word before the cursor of a line that begins with a slash; the only completion, with a blank after it. */
export function completer(suggest: AdapterHost["suggest"], locale: Locale): Completer {
  return (line) => {
    const word = /\S*$/.exec(line)?.[0] ?? "";
    const values = line.startsWith("/") ? suggest(line, locale).map(({ value }) => value) : [];
    const fitting = values.filter((value) => value.toLowerCase().startsWith(word.toLowerCase()));
    return [fitting.length === 1 ? [`${fitting[0]} `] : fitting, word];
  };
}
