import { FamiliarError, UserError } from "../../core/errors.ts";
import type { AdapterHost } from "../../core/platform.ts";
import type { Logger } from "../../core/ports.ts";
import type { Notice } from "../../core/reply.ts";
import type { AskKey, Locale, MessageAsk, TurnId } from "../../core/session.ts";
import { words } from "../../locales/words.ts";
import { type Reading, toAsk } from "./inbound.ts";
import type { Line } from "./lines.ts";
import type { Printer } from "./outbound.ts";
import type { Stage } from "./stage.ts";

export interface DialogueDeps {
  readonly host: AdapterHost;
  readonly printer: Printer;
  readonly stage: Stage;
  readonly reading: (number: number) => Reading;
  readonly locale: Locale;
  readonly log: Logger;
  /** Aborts when the console ends: then no answer is waited for any more. */
  readonly leaving: AbortSignal;
}

/** One line after the other: the next is heard when the last is answered. */
export interface Dialogue {
  hear(line: Line): Promise<void>;
  /** The reply to this ask is over, however it ended. */
  answered(key: AskKey): void;
  /** Stops the answer that is being written. False when it was asked to stop before, or there is none. */
  interrupt(): boolean;
}

/** The ask that waits for its answer. */
interface Pending {
  readonly key: AskKey;
  readonly done: () => void;
  turn: TurnId | null;
  stopped: boolean;
}

export function dialogue(deps: DialogueDeps): Dialogue {
  const { host, printer, stage, leaving, locale } = deps;
  let number = 0;
  let pending: Pending | null = null;
  leaving.addEventListener("abort", () => pending?.done(), { once: true });

  const tell = (notices: readonly Notice[], refusal: string | null): Promise<void> =>
    alone(stage, async () => {
      for (const notice of notices) printer.notice(notice);
      if (refusal !== null) await printer.reply({ turn: null, text: refusal, receipt: null });
    });

  const ask = async (message: MessageAsk): Promise<void> => {
    const answer = new Promise<void>((done) => {
      pending = { key: message.key, done, turn: null, stopped: false };
    });
    try {
      const acceptance = await host.receive(message);
      if (acceptance.type !== "accepted" || leaving.aborted) return;
      if (pending) taken(pending, acceptance.turn, host);
      await answer;
    } catch (error) {
      const notice = notTaken(error, locale);
      deps.log.error({ code: notice.code }, "a line could not be taken in", error);
      await tell([notice], null);
    } finally {
      pending = null;
    }
  };

  return {
    hear: async (line) => {
      number += 1;
      const { notices, refusal, ask: message } = toAsk(line, deps.reading(number));
      if (notices.length > 0 || refusal !== null) await tell(notices, refusal);
      if (message) await ask(message);
    },
    answered: (key) => {
      if (pending?.key === key) pending.done();
    },
    interrupt: () => {
      if (!pending || pending.stopped) return false;
      pending.stopped = true;
      if (pending.turn !== null) host.stop(pending.turn);
      return true;
    },
  };
}

/** Whoever was interrupted before the turn had a name is stopped now. */
function taken(pending: Pending, turn: TurnId, host: AdapterHost): void {
  pending.turn = turn;
  if (pending.stopped) host.stop(turn);
}

export async function alone(stage: Stage, work: () => Promise<void>): Promise<void> {
  const me = Symbol("notice");
  await stage.enter(me);
  try {
    await work();
  } finally {
    stage.leave(me);
  }
}

function notTaken(error: unknown, locale: Locale): Notice {
  const say = words(locale);
  if (error instanceof UserError) return { code: error.code, text: error.say(say) };
  return { code: error instanceof FamiliarError ? error.code : "E-INTERNAL", text: say.console.notTaken() };
}
