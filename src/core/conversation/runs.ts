import { type AskKey, type PlaceKey, placeKey, type TurnId } from "../session.ts";
import type { Turn, Withdrawal } from "../storage.ts";
import { coveredBy } from "./question.ts";

/** One turn that is being served, and the two ways in which it can be told to end. */
export interface Run {
  readonly turn: Turn;
  readonly stop: AbortController;
  readonly gone: AbortController;
  /** What a deletion of its question came to; null where there was none. */
  readonly withdrawal: () => Promise<Withdrawal> | null;
  /** Waits for a model that is away; `work` is the time until it is asked again. */
  away(work: Promise<void>): Promise<void>;
}

export interface Runs {
  begin(turn: Turn): Run;
  end(run: Run): void;
  /** False where it is not being served. */
  stop(turn: TurnId): boolean;
  /** No request that shows text of this question begins any more, from this call on. */
  withdraw(key: AskKey, outcome: Promise<Withdrawal>): void;
  /** Whether a run is there to take back what it has posted. */
  covers(key: AskKey): boolean;
  /** Their author says "never mind" to a question that waits for the model: it ends. False where none waits. */
  dismiss(place: PlaceKey, author: string): boolean;
  abandonAll(reason: Error): void;
}

interface Entry extends Run {
  deletion: Promise<Withdrawal> | null;
  isAway: boolean;
}

export function runs(): Runs {
  const entries = new Map<TurnId, Entry>();
  const pending = new Map<AskKey, Promise<Withdrawal>>();
  const withKey = (key: AskKey): Entry | undefined =>
    [...entries.values()].find(({ turn }) => coveredBy(turn).includes(key));
  const abort = (entry: Entry | undefined, outcome: Promise<Withdrawal>): void => {
    if (!entry) return;
    entry.deletion = outcome;
    entry.gone.abort(new Error("the question was deleted"));
  };

  return {
    begin: (turn) => {
      const entry: Entry = {
        turn,
        stop: new AbortController(),
        gone: new AbortController(),
        deletion: null,
        isAway: false,
        withdrawal: () => entry.deletion,
        away: async (work) => {
          entry.isAway = true;
          await work;
          entry.isAway = false;
        },
      };
      entries.set(turn.id, entry);
      for (const key of coveredBy(turn)) {
        const outcome = pending.get(key);
        if (outcome) abort(entry, outcome);
      }
      return entry;
    },
    end: (run) => {
      if (entries.get(run.turn.id) === run) entries.delete(run.turn.id);
    },
    stop: (turn) => {
      entries.get(turn)?.stop.abort();
      return entries.has(turn);
    },
    withdraw: (key, outcome) => {
      pending.set(key, outcome);
      abort(withKey(key), outcome);
      const settled = (): void => void pending.delete(key);
      outcome.then(settled, settled);
    },
    covers: (key) => withKey(key) !== undefined,
    dismiss: (place, author) => {
      const waiting = [...entries.values()].filter(
        ({ isAway, turn: { ask } }) => isAway && placeKey(ask.place) === place && ask.author.id === author,
      );
      for (const { stop } of waiting) stop.abort();
      return waiting.length > 0;
    },
    abandonAll: (reason) => {
      for (const { gone } of entries.values()) gone.abort(reason);
    },
  };
}
