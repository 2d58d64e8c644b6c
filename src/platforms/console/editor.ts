import { createInterface, type Interface } from "node:readline";
import { type Readable, Writable } from "node:stream";
import { cleanOutput } from "./clean.ts";
import type { Completer } from "./commands.ts";

/** A terminal's output; its width is asked whenever it is needed. */
export type TerminalOutput = Writable & { readonly columns?: number };

export interface EditorOptions {
  readonly input: Readable;
  readonly output: TerminalOutput;
  /** Before the line that is being written; further lines of a paste are indented as far. */
  readonly label: string;
  readonly completer: Completer;
  /** What was written up to Enter: one message, also where it was pasted as several lines. */
  readonly onLine: (text: string) => void;
  /** Ctrl-C. */
  readonly onInterrupt: () => void;
  /** The person has left, or the terminal is gone. */
  readonly onEnd: () => void;
}

/** The line that a person edits: arrow keys, history, completion. It can be heard without being seen. */
export interface Editor {
  readonly visible: () => boolean;
  show(): void;
  /** Takes it off the screen. What is typed meanwhile is kept. */
  hide(): void;
  /** It has ended where it stands and is scenery now; a new one begins unseen. */
  leaveBehind(): void;
  /** Throws away what was typed. False when there was nothing. */
  discard(): boolean;
  /** Gives the terminal back as it was. */
  close(): void;
}

/** What a paste may hold that readline passes on and a terminal may obey. */
const c1 = /[\x80-\x9f]/g;
const pasteMarks = { on: "\x1b[?2004h", off: "\x1b[?2004l" };

export function lineEditor(options: EditorOptions): Editor {
  const { output, input, label, completer } = options;
  const curtain = curtainBefore(output);
  const readline = createInterface({
    input,
    output: curtain.stream,
    completer,
    terminal: true,
    prompt: label,
    historySize: 1000,
  });
  const paste = collectPaste(input, readline, label);
  output.write(pasteMarks.on);
  readline.on("line", (line) => {
    const text = paste.add(line);
    if (text !== null) options.onLine(text);
  });
  readline.on("SIGINT", options.onInterrupt);
  readline.on("SIGCONT", () => {
    output.write(pasteMarks.on);
    readline.resume(); // readline pauses itself when the program comes back from Ctrl-Z
  });
  readline.once("close", () => {
    output.write(`${curtain.isOpen() ? "\n" : ""}${pasteMarks.off}`);
    curtain.set(false);
    options.onEnd();
  });
  input.on("error", () => readline.close());

  return {
    visible: curtain.isOpen,
    show: () => {
      readline.prompt(true); // unseen: readline first goes up the rows it believes to have written, so they must be there
      output.write(paste.heldText() + "\n".repeat(readline.getCursorPos().rows));
      curtain.set(true);
      readline.prompt(true);
    },
    hide: () => {
      const { rows } = readline.getCursorPos();
      output.write(`${rows > 0 ? `\x1b[${rows}A` : ""}\r\x1b[J`);
      curtain.set(false);
    },
    leaveBehind: () => curtain.set(false),
    discard: () => {
      const something = readline.line !== "" || paste.heldText() !== "";
      paste.clear();
      readline.write(null, { ctrl: true, name: "e" });
      readline.write(null, { ctrl: true, name: "u" });
      return something;
    },
    close: () => readline.close(),
  };
}

interface Paste {
  /** The message that this line completes; null while it is only a part. */
  add(line: string): string | null;
  /** The lines that are held, as they stand above the one being written. */
  heldText(): string;
  clear(): void;
}

/** Terminals mark a paste's begin and end: its lines are held together until the person presses Enter. */
function collectPaste(input: Readable, readline: Interface, label: string): Paste {
  let pasting = false;
  let lines: string[] = [];
  const indent = " ".repeat(label.length);
  input.on("keypress", (_text: string | undefined, key: { readonly name?: string }) => {
    if (key.name === "paste-start") pasting = true;
    if (key.name === "paste-end") pasting = false;
  });
  const clear = (): void => {
    lines = [];
    readline.setPrompt(label);
  };
  return {
    heldText: () => lines.map((line, index) => `${index === 0 ? label : indent}${cleanOutput(line)}\n`).join(""),
    clear,
    add: (line) => {
      lines.push(line);
      if (pasting) {
        readline.setPrompt(indent);
        readline.prompt();
        return null;
      }
      const text = lines.join("\n").replace(/\n+$/, "");
      clear();
      return text;
    },
  };
}

interface Curtain {
  readonly stream: Writable;
  readonly isOpen: () => boolean;
  set(open: boolean): void;
}

/** Readline draws whenever a key is pressed: behind a closed curtain nobody sees it. */
function curtainBefore(output: TerminalOutput): Curtain {
  let open = false;
  const stream = new Writable({
    decodeStrings: false,
    write: (chunk, _encoding, done) => {
      if (open) output.write(String(chunk).replaceAll(c1, ""));
      done();
    },
  });
  Object.defineProperty(stream, "columns", { get: () => output.columns || 80 });
  output.on("resize", () => stream.emit("resize"));
  return {
    stream,
    isOpen: () => open,
    set: (value) => {
      open = value;
    },
  };
}
