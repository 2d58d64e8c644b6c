import type { AdapterHost, Capabilities, PlatformAdapter } from "../../core/platform.ts";
import type { Clock, Ids, Logger } from "../../core/ports.ts";
import type { Author, Locale } from "../../core/session.ts";
import { words } from "../../locales/words.ts";
import { alone, type Dialogue, dialogue } from "./dialogue.ts";
import { type FaceOptions, faceOf } from "./face.ts";
import type { Reading } from "./inbound.ts";
import type { Line } from "./lines.ts";
import { hasLeft, liveReply, outputFailed, type Printer, sink } from "./outbound.ts";
import { stage } from "./stage.ts";

export type { Terminal } from "./face.ts";

export interface ConsoleOptions extends FaceOptions {
  /** The first lines, asked for at the start: who answers, where words go. */
  readonly banner: () => readonly string[];
  readonly user: Author;
  readonly ids: Ids;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface ConsoleAdapter extends PlatformAdapter {
  /** Resolves after the last answer, when the input has ended or the person has left; rejects when the output failed. */
  readonly ended: Promise<void>;
  /** A line of the program's own, for whoever runs it; never amid a reply. */
  announce(text: string): void;
}

const capabilities: Capabilities = {
  partLength: Number.MAX_SAFE_INTEGER,
  streams: true,
  operatorOnly: true,
  coalesces: false,
  mayBeLate: false,
  buttons: false,
  commandsUnseen: false,
};

/** The process's own terminal or pipe as a direct conversation with whoever runs the program. */
export function consoleAdapter(options: ConsoleOptions): ConsoleAdapter {
  const ending = new AbortController();
  const leaving = ending.signal;
  const leave = (): void => ending.abort();
  const output = sink(options.terminal.output, leave);
  const { printer, lines } = faceOf(options, output, { leaving, interrupt: () => talk?.interrupt() ?? false });
  const onStage = stage();
  const end = deferred();
  let talk: Dialogue | null = null;

  const run = async (host: AdapterHost): Promise<void> => {
    const session = options.ids.next();
    const reading = (number: number) => readingOf(options, session, number);
    talk = dialogue({ ...options, host, printer, stage: onStage, reading, leaving });
    await converse(lines(host), talk, leaving).catch((error) => sayBroken(error, printer, options.locale));
    leave();
    const failure = output.failure();
    if (failure && !hasLeft(failure)) throw outputFailed(failure);
  };

  return {
    platform: "console",
    capabilities,
    ended: end.promise,
    start: async (host) => {
      printer.greet(options.banner());
      run(host).then(end.resolve, end.reject);
    },
    rest: async () => leave(),
    stop: async () => {
      leave();
      if (!talk) end.resolve();
    },
    publishCommands: async () => {},
    open: ({ turn, inReplyTo }) => liveReply(turn, printer, onStage, () => talk?.answered(inReplyTo)),
    fetch: async () => ({ type: "unreachable" }),
    tell: async ({ text }) => printer.notice({ code: null, text }),
    // What was typed does not change.
    reread: async () => null,
    announce: (text) => void alone(onStage, async () => printer.notice({ code: null, text })),
  };
}

/** Hears line after line until there is none, or the console is left: what is thrown after that means nothing. */
async function converse(lines: AsyncIterable<Line>, talk: Dialogue, leaving: AbortSignal): Promise<void> {
  try {
    for await (const line of lines) {
      if (leaving.aborted) return;
      await talk.hear(line);
    }
  } catch (error) {
    if (!leaving.aborted) throw error;
  }
}

function sayBroken(error: unknown, printer: Printer, locale: Locale): void {
  const reason = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
  printer.notice({ code: null, text: `${words(locale).console.inputBroken()}${reason}` });
}

const readingOf = (options: ConsoleOptions, session: string, number: number): Reading => ({
  session,
  number,
  author: options.user,
  locale: options.locale,
  sentAt: options.clock.now(),
  messageCharacters: options.limits.messageCharacters,
});

interface Deferred {
  readonly promise: Promise<void>;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** A rejection that nobody awaits yet must not end the process: whoever awaits it still gets it. */
function deferred(): Deferred {
  let resolve: () => void = () => {};
  let reject: (error: unknown) => void = () => {};
  const promise = new Promise<void>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  promise.catch(() => {});
  return { promise, resolve, reject };
}
