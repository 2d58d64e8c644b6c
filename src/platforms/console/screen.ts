import { graphemesOf, widthOf } from "../shared/width.ts";
import { boldOff, boldOn, markBold } from "./bold.ts";
import { cleanGrowing, cleanOutput } from "./clean.ts";
import type { TerminalOutput } from "./editor.ts";
import { growth, noticeLine, type Printer } from "./outbound.ts";
import type { Prompt } from "./prompt.ts";
import { wrap, wrapper } from "./wrap.ts";

const eraseLine = "\r\x1b[K";

export interface ScreenOptions {
  readonly prompt: Pick<Prompt, "write" | "rest">;
  readonly output: TerminalOutput;
  readonly indent: string;
  readonly color: boolean;
}

/** Replies as a person reads them at a terminal: indented, wrapped, appearing as they are written. */
export function screenPrinter({ prompt, output, indent, color }: ScreenOptions): Printer {
  /** The last column stays free: some terminals break the line as soon as it is filled. */
  /** A terminal that does not know its size says 0. */
  const columns = (): number => (output.columns || 80) - 1;
  const width = (): number => Math.max(1, columns() - indent.length);
  const dim = (text: string): string => (color ? `\x1b[2m${text}\x1b[22m` : text);
  const marked = (text: string, complete: boolean): string => (color ? markBold(text, complete) : text);
  const grown = growth();
  const lines = wrapper({ indent, width });
  let state: "idle" | "status" | "text" = "idle";

  const put = (text: string, next: typeof state): void => {
    if (text === "" && state !== "status") return;
    prompt.write((state === "status" ? eraseLine : "") + text);
    state = next;
  };
  /** What was shown is not the reply any more: it is left standing, and the reply begins below it. */
  const anew = (): string => {
    const held = lines.end();
    return state === "text" ? `${held}\n` : "";
  };
  const done = (): void => {
    grown.reset();
    state = "idle";
    prompt.rest();
  };

  return {
    greet: (texts) => {
      const banner = texts.map((text) => `${wrap(cleanOutput(text), { indent: "", width: columns })}\n`);
      if (banner.length > 0) prompt.write(`${banner.join("")}\n`);
      prompt.rest();
    },
    status: (text) => {
      if (state !== "text") put(dim(indent + oneLine(`…${cleanOutput(text)}`, width())), "status");
    },
    show: (textSoFar) => {
      const fresh = grown.next(marked(cleanGrowing(textSoFar), false).trimEnd());
      const shown = fresh ? lines.write(fresh) : "";
      if (shown !== "") put(toTerminal(shown), "text");
    },
    reply: async ({ text }) => {
      const whole = marked(cleanOutput(text).trimEnd(), true);
      const rest = grown.next(whole);
      const shown = rest === null ? anew() + lines.write(whole) : lines.write(rest);
      put(whole === "" ? "" : `${toTerminal(shown + lines.end())}\n`, "idle");
      done();
    },
    abandon: () => {
      const rest = toTerminal(lines.end());
      put(state === "text" ? `${rest}\n` : "", "idle");
      done();
    },
    notice: (notice) => {
      put(`${dim(wrap(cleanOutput(noticeLine(notice)), { indent, width }))}\n`, "idle");
      prompt.rest();
    },
  };
}

const toTerminal = (text: string): string => text.replaceAll(boldOn, "\x1b[1m").replaceAll(boldOff, "\x1b[22m");

/** A status must fit its line, because only one line of it can be taken back. */
function oneLine(text: string, width: number): string {
  let used = 0;
  let line = "";
  for (const grapheme of graphemesOf(text.replaceAll(/\s+/g, " "))) {
    used += widthOf(grapheme);
    if (used > width) break;
    line += grapheme;
  }
  return line;
}
