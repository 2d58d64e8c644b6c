import { words } from "../../locales/words.ts";
import { ConfigError, StorageError } from "../errors.ts";
import type { Acceptance, Press, Pressed } from "../platform.ts";
import type { Clock, Lanes } from "../ports.ts";
import { type Ask, type MessageDeleted, placeKey, type RoomEvent, type TurnId } from "../session.ts";
import type { Accepted, Turn, Withdrawal } from "../storage.ts";
import { eraseDerived } from "./derived.ts";
import { floorAtOnce } from "./floor-at-once.ts";
import { gate } from "./gate.ts";
import { heard } from "./heard.ts";
import { type Intake, intake } from "./intake.ts";
import { localeOf } from "./locale.ts";
import { saysNeverMind } from "./never-mind.ts";
import { onceIn } from "./once.ts";
import { press } from "./presses.ts";
import { type Rereading, rereading } from "./rereading.ts";
import { runs } from "./runs.ts";
import type { ServeDeps } from "./serve.ts";
import { type Serving, serving } from "./serving.ts";

export interface ConversationDeps extends Omit<ServeDeps, "runs" | "once" | "dismissals" | "closing"> {
  readonly lanes: Lanes;
  /** Messages that may wait in one place; the next ones are refused in words. */
  readonly waitingInPlace: number;
}

/** The one core behind all platforms. */
export interface Conversation {
  /** Resolves once what was heard is durable; the reply comes later, through the adapter. */
  receive(heard: Ask | RoomEvent): Promise<Acceptance>;
  /** A person stops the answer that is being written: what was said so far becomes the reply. */
  stop(turn: TurnId): void;
  /** Somebody wants something of a reply. Resolves once that is durable. */
  press(wanted: Press): Promise<Pressed>;
  /** Takes up what an earlier run left open. Before anything is heard: what came first is answered first. */
  recover(): Promise<void>;
  /** From now on turns are served: the platforms are there to take the replies. */
  open(): void;
  /** Lets running turns end for at most `ms`; what is still open then is taken up at the next start. */
  close(ms: number): Promise<void>;
}

const aMinute = 60_000;
const anHour = 3_600_000;
/** Nobody waits longer for a word when the database is away. */
const slowMs = 5_000;
const standstillMs = 1_000;
const stretchMs = standstillMs / 2;

export function conversation(given: ConversationDeps): Conversation {
  const { storage, clock, log, lanes } = given;
  const closing = new AbortController();
  const deps: ServeDeps = {
    ...given,
    runs: runs(),
    once: onceIn(clock),
    dismissals: new Set(),
    closing: closing.signal,
  };
  const served = serving(deps, lanes);
  const known = heard();
  const taken = ({ turn, fresh }: Accepted): void => {
    known.note(turn.ask.key, turn.id);
    if (!fresh) return;
    if (turn.state === "refused") void tellBusy(turn, deps);
    else served.start(turn);
  };
  const door = intake({ ...given, inbox: storage.inbox, taken });
  const reads = rereading();
  const withdrawn = (deleted: MessageDeleted) => withdraw(deleted, { door, served, reads }, deps);
  let stopping = false;

  return {
    receive: async (event) => {
      if (stopping) throw closed();
      if (event.type === "deleted") return withdrawn(event);
      const ask = gate(event, deps);
      if (!ask) return { type: "ambient" };
      const turn = known.turnOf(ask.key);
      return turn ? { type: "known", turn } : accept(ask, door, deps);
    },
    stop: (turn) => void deps.runs.stop(turn),
    press: async (wanted) => {
      if (stopping) throw closed();
      return press(wanted, { ...deps, served, rereading: reads, withdraw: withdrawn });
    },
    recover: async () => {
      const open = await storage.inbox.open();
      if (open.length > 0) log.info({ turns: open.length }, "an earlier run left turns open; they are taken up");
      for (const turn of open) {
        known.note(turn.ask.key, turn.id);
        served.start(turn);
      }
    },
    open: served.open,
    close: async (ms) => {
      stopping = true;
      await served.drain(ms);
      closing.abort(closed());
      deps.runs.abandonAll(closed());
    },
  };
}

const closed = (): StorageError =>
  new StorageError("E-STOPPING", "Familiar is stopping and takes nothing new.", { retryable: true });

async function accept(ask: Ask, door: Intake, deps: ServeDeps): Promise<Acceptance> {
  if (saysNeverMind(ask) && deps.runs.dismiss(placeKey(ask.place), ask.author.id)) deps.dismissals.add(ask.key);
  const { id, durable } = door.accept(ask);
  void tellWhenSlow(ask, id, durable, deps);
  try {
    const { turn, fresh } = await durable;
    if (!fresh) return { type: "known", turn: turn.id };
    return { type: turn.state === "refused" ? "refused" : "accepted", turn: turn.id };
  } catch (error) {
    if (error instanceof ConfigError) deps.lost(error);
    throw error;
  }
}

interface Withdrawing {
  readonly door: Intake;
  readonly served: Serving;
  readonly reads: Rereading;
}

async function withdraw(deleted: MessageDeleted, within: Withdrawing, deps: ServeDeps): Promise<Acceptance> {
  const outcome = within.door.withdraw(deleted);
  deps.runs.withdraw(deleted.key, outcome);
  within.reads.deleted(deleted.key, outcome);
  const found = await outcome;
  if (found.type === "unknown") return { type: "ambient" };
  if (found.type === "over") {
    await deps.storage.transaction((tx) => eraseDerived(found.turn, tx));
    return { type: "known", turn: found.turn };
  }
  const { turn } = found;
  // A run sees to it itself, once what it has under way is over.
  if (!deps.runs.covers(turn.ask.key)) takeUp(found, deleted, within.served);
  return { type: "known", turn: turn.id };
}

type OpenWithdrawal = Extract<Withdrawal, { readonly turn: Turn }>;

function takeUp({ type, turn }: OpenWithdrawal, { key }: MessageDeleted, served: Serving): void {
  if (type === "reopened") served.restart(turn);
  else {
    served.forget(key);
    served.start(turn);
  }
}

/** One a person and minute, outside any reply. */
async function tellBusy(turn: Turn, deps: ServeDeps): Promise<void> {
  const { place, room, author: asker, key: inReplyTo } = turn.ask;
  deps.log.warn({ code: "E-BUSY", place: placeKey(place) }, "more messages wait in a place than may: one was refused");
  const text = words(localeOf(turn.ask, deps.locale)).trouble.busy();
  if (deps.once(`busy ${turn.person}`, aMinute))
    await deps.platform(place.platform)?.tell({ place, room, asker, inReplyTo, text, worthMs: null });
}

/**
 * So much time in which things went on. A process that stood still finds all its time run out at once, and may have been
 * replaced meanwhile: it waits anew, and is told so before it says anything.
 */
async function passed(ms: number, until: AbortSignal, clock: Clock): Promise<void> {
  for (let left = ms; left > 0 && !until.aborted; ) {
    const began = clock.now().getTime();
    await clock.sleep(stretchMs, until);
    left = clock.now().getTime() - began > standstillMs ? ms : left - stretchMs;
  }
}

/** While the database is away: help in danger at once, to anything else one honest line in an hour. */
async function tellWhenSlow(ask: Ask, id: TurnId, durable: Promise<unknown>, deps: ServeDeps): Promise<void> {
  const known = new AbortController();
  const settle = (): void => known.abort();
  durable.then(settle, settle);
  await passed(ask.type === "concern" ? 1_000 : slowMs, known.signal, deps.clock);
  if (known.signal.aborted) return;
  if (ask.type === "concern") return floorAtOnce(ask, id, deps);
  const { place, room, author: asker } = ask;
  const text = words(localeOf(ask, deps.locale)).trouble.database();
  if (deps.once(`database ${placeKey(place)}`, anHour))
    await deps.platform(place.platform)?.tell({ place, room, asker, inReplyTo: null, text, worthMs: standstillMs });
}
