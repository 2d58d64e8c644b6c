import type { Clock, Ids } from "../ports.ts";
import type { Ask, AskKey, MessageDeleted, TurnId } from "../session.ts";
import type { Accepted, Arrival, Inbox, Withdrawal } from "../storage.ts";

export interface IntakeDeps {
  readonly inbox: Inbox;
  readonly ids: Ids;
  readonly clock: Clock;
  /** Messages that may wait in one place. */
  readonly waitingInPlace: number;
  /** Called in the order of the commits, before anybody is told. */
  readonly taken: (accepted: Accepted) => void;
}

/** Everything that is heard passes here, one commit at a time, in the order in which it was heard. */
export interface Intake {
  /** What waits here already is not taken once more: however often it is heard, it is one. */
  accept(ask: Ask): Taking;
  withdraw(deleted: MessageDeleted): Promise<Withdrawal>;
}

/** The turn's id is known at once; `durable` resolves with what became of it. */
export interface Taking {
  readonly id: TurnId;
  readonly durable: Promise<Accepted>;
}

interface Waiting<T> {
  readonly resolve: (value: T) => void;
  readonly reject: (error: unknown) => void;
}
type Entry =
  | ({ readonly type: "arrival"; readonly arrival: Arrival } & Waiting<Accepted>)
  | ({ readonly type: "deletion"; readonly deleted: MessageDeleted } & Waiting<Withdrawal>);
type ArrivalEntry = Extract<Entry, { type: "arrival" }>;

/** A commit of many costs little more than one of a single row, and holds the other work up only once. */
const largestBatch = 100;

export function intake(deps: IntakeDeps): Intake {
  const { ids, clock } = deps;
  const entries: Entry[] = [];
  const waiting = new Map<AskKey, Taking>();
  const leaving = new Map<AskKey, Promise<Withdrawal>>();
  let committing = false;

  const commitAll = async (): Promise<void> => {
    await null; // what is heard within one tick is committed together
    while (entries.length > 0) {
      const batch = nextBatch(entries);
      if (batch.length > 0) await commitArrivals(batch, deps);
      else await commitDeletion(entries.shift(), deps);
    }
    committing = false;
  };
  const enter = (entry: Entry): void => {
    entries.push(entry);
    if (committing) return;
    committing = true;
    void commitAll();
  };

  const take = (ask: Ask): Taking => {
    const id = ids.next() as TurnId;
    const room = ask.type === "message" ? deps.waitingInPlace : null;
    const arrival = { id, ask, at: clock.now(), room };
    const durable = new Promise<Accepted>((resolve, reject) => enter({ type: "arrival", arrival, resolve, reject }));
    waiting.set(ask.key, { id, durable });
    leaving.delete(ask.key); // what is deleted from here on is deleted after this
    const forget = (): void => void waiting.delete(ask.key);
    durable.then(forget, forget);
    return { id, durable };
  };

  return {
    accept: (ask) => {
      const first = waiting.get(ask.key);
      if (!first) return take(ask);
      return { id: first.id, durable: first.durable.then(({ turn }) => ({ turn, fresh: false })) };
    },
    withdraw: (deleted) => {
      const first = leaving.get(deleted.key);
      if (first) return first;
      const outcome = new Promise<Withdrawal>((resolve, reject) =>
        enter({ type: "deletion", deleted, resolve, reject }),
      );
      leaving.set(deleted.key, outcome);
      const forget = (): void => void (leaving.get(deleted.key) === outcome && leaving.delete(deleted.key));
      outcome.then(forget, forget);
      return outcome;
    },
  };
}

/** The arrivals up to the next deletion: a deletion finds all that came before it. */
function nextBatch(entries: Entry[]): readonly ArrivalEntry[] {
  const batch: ArrivalEntry[] = [];
  for (let next = entries[0]; next?.type === "arrival" && batch.length < largestBatch; next = entries[0]) {
    batch.push(next);
    entries.shift();
  }
  return batch;
}

/** One that cannot be taken must not keep the others out: then each is tried alone. */
async function commitArrivals(batch: readonly ArrivalEntry[], deps: IntakeDeps): Promise<void> {
  try {
    const accepted = await deps.inbox.accept(batch.map(({ arrival }) => arrival));
    for (const [index, one] of accepted.entries()) {
      deps.taken(one);
      batch[index]?.resolve(one);
    }
  } catch (error) {
    if (batch.length > 1) for (const one of batch) await commitArrivals([one], deps);
    else batch[0]?.reject(error);
  }
}

async function commitDeletion(entry: Entry | undefined, { inbox, clock }: IntakeDeps): Promise<void> {
  if (entry?.type !== "deletion") return;
  try {
    entry.resolve(await inbox.withdraw(entry.deleted.key, clock.now()));
  } catch (error) {
    entry.reject(error);
  }
}
