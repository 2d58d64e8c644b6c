import { words } from "../../locales/words.ts";
import type { CommandRegistry } from "../commands/registry.ts";
import { FamiliarError } from "../errors.ts";
import type { Acceptance, PlatformAdapter } from "../platform.ts";
import type { Lanes } from "../ports.ts";
import type { Delivery, LiveReply, Reply } from "../reply.ts";
import { type Ask, type Locale, placeKey, type TurnId } from "../session.ts";
import type { Turn } from "../storage.ts";
import { runCommand } from "./command.ts";
import { gate } from "./gate.ts";
import { localeOf } from "./locale.ts";
import { runTurn, type TurnDeps } from "./turn.ts";

export interface ConversationDeps extends TurnDeps {
  readonly lanes: Lanes;
  readonly registry: CommandRegistry;
  readonly platform: (name: string) => PlatformAdapter;
}

/** The one core behind all platforms. */
export interface Conversation {
  /** Resolves once the ask is durable; the reply comes later, through the adapter. */
  receive(ask: Ask): Promise<Acceptance>;
  /** A person stops the answer that is being written: what was said so far becomes the reply. */
  stop(turn: TurnId): void;
  /** Takes up what an earlier run left open: answers what was accepted, delivers what was answered. */
  recover(): Promise<void>;
  /** Lets running turns end for at most `ms`; what is still open then is taken up at the next start. */
  close(ms: number): Promise<void>;
}

export function conversation(deps: ConversationDeps): Conversation {
  const running = new Map<TurnId, AbortController>();
  const beside = new Set<Promise<void>>();

  const start = (turn: Turn): void => {
    const work = () => serve(turn, deps, running);
    if (turn.ask.type === "message") {
      deps.lanes.enter(placeKey(turn.ask.place), work);
      return;
    }
    const command = work().finally(() => beside.delete(command));
    beside.add(command);
  };

  return {
    receive: async (arrived) => {
      const ask = gate(arrived);
      if (!ask) return { type: "ambient" };
      const { turn, fresh } = await accept(ask, deps);
      if (fresh) start(turn);
      return { type: fresh ? "accepted" : "known", turn: turn.id };
    },
    stop: (turn) => running.get(turn)?.abort(),
    recover: async () => {
      for (const turn of await deps.storage.inbox.open()) start(turn);
    },
    close: async (ms) => {
      await Promise.all([deps.lanes.drain(ms), ...beside]);
    },
  };
}

async function accept(ask: Ask, { storage, ids, clock }: ConversationDeps): Promise<{ turn: Turn; fresh: boolean }> {
  const at = clock.now();
  const person = await storage.people.of(ask.place.platform, ask.author, at);
  return storage.inbox.accept({ id: ids.next() as TurnId, ask, person, at });
}

/** One turn from its durable acceptance to its delivery. Nothing is thrown from here. */
async function serve(turn: Turn, deps: ConversationDeps, running: Map<TurnId, AbortController>): Promise<void> {
  const log = deps.log.child({ turn: turn.id, place: placeKey(turn.ask.place) });
  const stop = new AbortController();
  let live: LiveReply | null = null;
  running.set(turn.id, stop);
  try {
    live = deps.platform(turn.ask.place.platform).open(deliveryOf(turn, deps.locale));
    const reply = turn.reply ?? (await replyTo(turn, live, { ...deps, log }, stop.signal));
    await deliver(turn, reply, live, deps);
    log.info({ ms: deps.clock.now().getTime() - turn.acceptedAt.getTime() }, "answered");
  } catch (error) {
    log.error({ code: codeOf(error) }, "the reply could not be delivered; it is tried again at the next start", error);
    live?.abandon();
  } finally {
    running.delete(turn.id);
  }
}

async function deliver(turn: Turn, reply: Reply, live: LiveReply, { storage, clock }: ConversationDeps): Promise<void> {
  const { parts } = await live.finish(reply);
  await storage.inbox.delivered(turn.id, parts, clock.now());
  if (reply.offRecord) await storage.inbox.blank([turn.id]);
}

/** What goes wrong before the answer is durable becomes an answer itself, with a code that the log explains. */
async function replyTo(turn: Turn, live: LiveReply, deps: ConversationDeps, signal: AbortSignal): Promise<Reply> {
  try {
    await deps.storage.inbox.begin(turn.id, deps.clock.now());
    return turn.ask.type === "command"
      ? await runCommand(turn, turn.ask, deps)
      : await runTurn(turn, live, deps, signal);
  } catch (error) {
    const code = codeOf(error);
    deps.log.error({ code }, "the turn failed", error);
    const body = `${words(localeOf(turn.ask, deps.locale)).failure.internal()} [${code}]`;
    const reply: Reply = { body, visibility: "place", notices: [], offRecord: false, receipt: null };
    await deps.storage.inbox.answered(turn.id, reply, deps.clock.now());
    return reply;
  }
}

const codeOf = (error: unknown): string => (error instanceof FamiliarError ? error.code : "E-INTERNAL");

const deliveryOf = ({ id, ask }: Turn, fallback: Locale): Delivery => ({
  turn: id,
  place: ask.place,
  room: ask.room,
  asker: ask.author,
  inReplyTo: ask.key,
  locale: localeOf(ask, fallback),
});
