import { words } from "../../locales/words.ts";
import type { Clock, Logger } from "../ports.ts";
import type { LiveReply } from "../reply.ts";
import { type Locale, placeKey } from "../session.ts";
import type { Turn } from "../storage.ts";
import type { Outage } from "./answer.ts";
import { localeOf } from "./locale.ts";
import type { Once } from "./once.ts";
import type { Run } from "./runs.ts";

export interface PatienceDeps {
  readonly clock: Clock;
  readonly log: Logger;
  readonly locale: Locale;
  readonly once: Once;
}

const anHour = 3_600_000;
/** A person who has seen nothing for so long is told that it will take longer. */
const slowMs = 15_000;

/** One honest line in the place; the answer takes its place when there is one. */
export function tellAway(outage: Outage, turn: Turn, live: LiveReply, deps: PatienceDeps): void {
  const { code, message: cause } = outage;
  if (deps.once(`away ${code}`, anHour))
    deps.log.error({ code, cause }, "the model is away and questions wait for it; docs/errors.md says what to do");
  if (mayTell(turn, deps)) live.show(words(localeOf(turn.ask, deps.locale)).failure.away());
}

/** At most one line about the model in an hour and place. */
const mayTell = ({ ask }: Turn, { once }: PatienceDeps): boolean => once(`model ${placeKey(ask.place)}`, anHour);

/** The same where the model has taken the question and says nothing. */
export async function tellingWhenSlow<T>(
  run: Run,
  live: LiveReply,
  deps: PatienceDeps,
  work: (live: LiveReply) => Promise<T>,
): Promise<T> {
  const spoken = new AbortController();
  const watched: LiveReply = {
    ...live,
    show: (textSoFar, addresses) => {
      spoken.abort();
      live.show(textSoFar, addresses);
    },
  };
  void tellSlow(run, live, deps, spoken.signal);
  try {
    return await work(watched);
  } finally {
    spoken.abort();
  }
}

async function tellSlow(run: Run, live: LiveReply, deps: PatienceDeps, until: AbortSignal): Promise<void> {
  await deps.clock.sleep(slowMs, until);
  if (until.aborted || run.gone.signal.aborted) return;
  deps.log.warn({ code: "E-MODEL-TIMEOUT" }, "the model has said nothing for 15 s; it is still waited for");
  if (mayTell(run.turn, deps)) live.show(words(localeOf(run.turn.ask, deps.locale)).failure.slow());
  await run.away(deps.clock.sleep(anHour, until));
}
