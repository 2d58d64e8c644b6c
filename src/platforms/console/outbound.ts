import type { Writable } from "node:stream";
import { PlatformError } from "../../core/errors.ts";
import type { LiveReply, Notice, Receipt, Reply } from "../../core/reply.ts";
import type { TurnId } from "../../core/session.ts";
import type { Stage } from "./stage.ts";

/** A reply as it is printed; without a turn where a line was answered and not asked. */
interface PrintedReply {
  readonly turn: TurnId | null;
  readonly text: string;
  readonly receipt: Receipt | null;
}

/** The form in which replies and notices appear: plain lines, JSON, or a terminal. One reply at a time. */
export interface Printer {
  /** The first lines of a run. */
  greet(lines: readonly string[]): void;
  /** The reply so far. Text that does not grow is left for `reply` to mend. Never throws. */
  show(textSoFar: string): void;
  status(text: string): void;
  /** Writes what is missing of the reply and ends it. Rejects when nobody could have read it. */
  reply(reply: PrintedReply): Promise<void>;
  /** Ends a reply of which nothing more comes. */
  abandon(): void;
  notice(notice: Notice): void;
}

/** A stream that may break at any time, and then takes everything in silence. */
export interface Sink {
  /** Never rejects: resolves with what went wrong, or with null once the text is taken. */
  write(text: string): Promise<Error | null>;
  failure(): Error | null;
}

export function sink(stream: Writable, onBroken: () => void = () => {}): Sink {
  let failure: Error | null = null;
  const fail = (error: Error): void => {
    if (failure) return;
    failure = error;
    onBroken();
  };
  stream.on("error", fail);
  return {
    failure: () => failure,
    write: (text) =>
      new Promise((resolve) => {
        if (failure) return resolve(failure);
        stream.write(text, (error) => {
          if (error) fail(error);
          resolve(error ?? null);
        });
      }),
  };
}

const readerGone = new Set(["EPIPE", "EIO", "ERR_STREAM_DESTROYED", "ERR_STREAM_WRITE_AFTER_END"]);

/** A reader who has left (`| head -1`) is no failure: they have what they wanted. */
export const hasLeft = (error: Error): boolean => "code" in error && readerGone.has(String(error.code));

/** Throws unless the text was taken, or nobody is there any more to take it. */
export async function mustWrite(output: Sink, text: string): Promise<void> {
  const error = await output.write(text);
  if (error && !hasLeft(error)) throw outputFailed(error);
}

export const outputFailed = (cause: Error): PlatformError =>
  new PlatformError(
    "E-PLATFORM-DELIVERY",
    `The reply could not be written (${cause.message}). It is kept, and appears at the next start. Check where the output goes.`,
    { cause },
  );

/** The text that is new since the last call: null where the text is no longer a continuation. */
export function growth(): { readonly next: (text: string) => string | null; readonly reset: () => void } {
  let written = "";
  return {
    next: (text) => {
      if (!text.startsWith(written)) return null;
      const fresh = text.slice(written.length);
      written = text;
      return fresh;
    },
    reset: () => {
      written = "";
    },
  };
}

/** What a person reads of a notice: its code last, small. */
export const noticeLine = ({ code, text }: Notice): string => (code === null ? text : `${text} [${code}]`);

/** The reply to one turn. It is printed when it has the stage; until then only its end is kept. */
export function liveReply(turn: TurnId, printer: Printer, stage: Stage, ended: () => void): LiveReply {
  const me = Symbol(turn);
  let over = false;
  const end = (): void => {
    over = true;
    stage.leave(me);
    ended();
  };
  const abandon = (): void => {
    if (over) return;
    if (stage.holds(me)) printer.abandon();
    end();
  };
  return {
    show: (textSoFar) => {
      if (!over && stage.tryEnter(me)) printer.show(textSoFar);
    },
    status: (text) => {
      if (!over && stage.tryEnter(me)) printer.status(text);
    },
    finish: async (reply) => {
      over = true;
      await stage.enter(me);
      try {
        await printer.reply({ turn, text: textOf(reply), receipt: reply.receipt });
        for (const notice of reply.notices) printer.notice(notice);
      } finally {
        end();
      }
    },
    withdraw: async () => abandon(),
    abandon: async () => abandon(),
  };
}

/** One person sits there: what is for the asker alone stands below what is for all. */
const textOf = ({ body, aside }: Reply): string => (aside === null ? body : `${body}\n\n${aside}`);
