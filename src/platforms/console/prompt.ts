import { cleanOutput } from "./clean.ts";
import type { Completer } from "./commands.ts";
import { type Editor, type EditorOptions, lineEditor } from "./editor.ts";
import { codePoints, type Line } from "./lines.ts";

export interface PromptOptions extends Pick<EditorOptions, "input" | "output" | "label"> {
  /** Ctrl-C while no line is awaited. False when there was nothing left to stop. */
  readonly interrupt: () => boolean;
  /** Ctrl-C on an empty line: the next one leaves. */
  readonly warn: () => void;
  readonly leaving: AbortSignal;
}

/** The line at which a person writes, below everything that is written to them. */
export interface Prompt {
  /** Ends when the person leaves. What was typed ahead while an answer came is kept, and shown when its turn comes. */
  lines(completer: Completer): AsyncGenerator<Line>;
  /** Writes where the prompt stands. The prompt, and what was typed into it, comes back with `rest`. */
  write(text: string): void;
  rest(): void;
}

interface TypedLine {
  readonly text: string;
  readonly seen: boolean;
}

export function prompt(options: PromptOptions): Prompt {
  const { output, label, leaving } = options;
  const typed: TypedLine[] = [];
  let editor: Editor | null = null;
  let over = false;
  /** Something is being written: no line is begun or echoed amid it. */
  let busy = false;
  /** Set while a line is awaited. */
  let wake: (() => void) | null = null;

  const wakeUp = (): void => {
    const waiting = wake;
    wake = null;
    waiting?.();
  };
  const leave = (): void => {
    typed.length = 0;
    editor?.close();
  };
  const farewell = twice(options.warn, leave);
  const onInterrupt = (): void => {
    if (busy || !wake) {
      if (!options.interrupt()) leave();
      return;
    }
    if (!editor?.discard()) farewell.next();
  };
  const onLine = (text: string): void => {
    typed.push({ text, seen: editor?.visible() ?? false });
    farewell.forget();
    editor?.leaveBehind();
    wakeUp();
  };
  const onEnd = (): void => {
    over = true;
    wakeUp();
  };
  const rest = (): void => {
    busy = false;
    if (typed.length > 0) wakeUp();
    else if (wake && !over && editor && !editor.visible()) editor.show();
  };
  const nextLine = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve;
      if (!busy) rest();
    });

  const echo = ({ text, seen }: TypedLine): void => {
    if (!seen) output.write(label + indented(text, label));
  };

  async function* lines(completer: Completer): AsyncGenerator<Line> {
    if (leaving.aborted) return;
    editor = lineEditor({ ...options, completer, onLine, onInterrupt, onEnd });
    leaving.addEventListener("abort", leave, { once: true });
    while (!over || typed.length > 0) {
      const line = busy ? undefined : typed.shift();
      if (line) echo(line);
      if (line) yield { text: line.text, length: codePoints(line.text), whole: true };
      else await nextLine();
    }
  }

  return {
    lines,
    rest,
    write: (text) => {
      busy = true;
      if (editor?.visible()) editor.hide();
      output.write(text);
    },
  };
}

/** What is done the first time, and what the next. */
function twice(first: () => void, then: () => void): { readonly next: () => void; readonly forget: () => void } {
  let again = false;
  return {
    next: () => {
      const act = again ? then : first;
      again = true;
      act();
    },
    forget: () => {
      again = false;
    },
  };
}

const indented = (text: string, label: string): string =>
  `${cleanOutput(text).replaceAll("\n", `\n${" ".repeat(label.length)}`)}\n`;
