import type { Readable, Writable } from "node:stream";
import type { AdapterHost } from "../../core/platform.ts";
import type { Locale } from "../../core/session.ts";
import { words } from "../../locales/words.ts";
import { completer } from "./commands.ts";
import type { TerminalOutput } from "./editor.ts";
import { type Line, readLines } from "./lines.ts";
import { type Printer, type Sink, sink } from "./outbound.ts";
import { jsonPrinter, plainPrinter } from "./pipe.ts";
import { prompt } from "./prompt.ts";
import { screenPrinter } from "./screen.ts";

/** What the process was given to speak through. */
export interface Terminal {
  readonly input: Readable;
  readonly output: TerminalOutput;
  readonly errors: Writable;
  /** A person sits there: input and output are both a terminal. */
  readonly interactive: boolean;
}

export interface FaceOptions {
  readonly terminal: Terminal;
  /** One JSON object an event, even where a person sits. */
  readonly json: boolean;
  /** False under NO_COLOR. */
  readonly color: boolean;
  /** Of the console's own words. */
  readonly locale: Locale;
  /** Longest message that is read, in Unicode code points. */
  readonly limits: { readonly messageCharacters: number };
}

export interface FaceSignals {
  /** Aborts when the console ends. */
  readonly leaving: AbortSignal;
  /** Ctrl-C while an answer comes. False when there was nothing left to stop. */
  readonly interrupt: () => boolean;
}

/** How the conversation is read and printed. */
export interface Face {
  readonly printer: Printer;
  lines(host: AdapterHost): AsyncIterable<Line>;
}

/** A terminal for a person, plain lines or JSON for a program. */
export function faceOf(options: FaceOptions, output: Sink, signals: FaceSignals): Face {
  const { terminal, json, limits } = options;
  if (terminal.interactive && !json) return terminalFace(options, signals);
  const keep = Math.max(1_048_576, limits.messageCharacters * 2);
  return {
    lines: () => readLines(terminal.input, keep, signals.leaving),
    printer: json ? jsonPrinter(output) : plainPrinter(output, sink(terminal.errors)),
  };
}

function terminalFace({ terminal, color, locale }: FaceOptions, signals: FaceSignals): Face {
  const { input, output } = terminal;
  const say = words(locale).console;
  const label = `${say.you().padEnd(3)}  `;
  const warn = (): void => printer.notice({ code: null, text: say.leaveHint() });
  const writing = prompt({ ...signals, input, output, label, warn });
  const printer = screenPrinter({ prompt: writing, output, indent: " ".repeat(label.length), color });
  return { printer, lines: (host) => writing.lines(completer(host.suggest, locale)) };
}
