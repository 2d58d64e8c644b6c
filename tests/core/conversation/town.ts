import { journalCommands } from "../../../commands/journal.ts";
import { commandRegistry } from "../../../src/core/commands/registry.ts";
import { type Conversation, conversation } from "../../../src/core/conversation/conversation.ts";
import { PlatformError } from "../../../src/core/errors.ts";
import { defaultPersona } from "../../../src/core/persona/persona.ts";
import type { Acceptance, Capabilities, PlatformAdapter, Press, Pressed } from "../../../src/core/platform.ts";
import type { Logger } from "../../../src/core/ports.ts";
import type { ChatEvent, ChatRequest, Model, ModelRoute } from "../../../src/core/provider.ts";
import type { Action, Delivery, Reply } from "../../../src/core/reply.ts";
import {
  type AskKey,
  type Attachment,
  type MessageAsk,
  type Place,
  type RoomKind,
  roomOf,
  type TurnId,
} from "../../../src/core/session.ts";
import type { Storage } from "../../../src/core/storage.ts";
import { inProcessLanes } from "../../../src/lanes/in-process.ts";
import { liveMessage } from "../../../src/platforms/shared/live-message.ts";
import { uuidV7 } from "../../../src/system.ts";
import { type ManualClock, manualClock } from "../../doubles/manual-clock.ts";
import { type MessageBoard, messageBoard } from "../../doubles/message-board.ts";
import { silent } from "../../storage-fixture.ts";

/** How the model answers what it was asked last. */
export type Mind = (said: string, signal: AbortSignal) => AsyncIterable<ChatEvent>;

const done: ChatEvent = { type: "stop", reason: "end", usage: { inputTokens: 1, outputTokens: 1 } };

export const saying = (...deltas: readonly string[]): Mind =>
  async function* () {
    for (const delta of deltas) yield { type: "text", delta };
    yield done;
  };

export const echo: Mind = async function* (said) {
  yield { type: "text", delta: `re: ${said}` };
  yield done;
};

/** Says this much, and then nothing until it is told to stop or to go on. */
export function pausing(before: string): { readonly mind: Mind; readonly goOn: () => void } {
  let goOn: () => void = () => {};
  const held = new Promise<void>((resolve) => {
    goOn = resolve;
  });
  const mind: Mind = async function* (said, signal) {
    if (before !== "") yield { type: "text", delta: before };
    await Promise.race([held, new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()))]);
    if (signal.aborted) {
      yield {
        type: "error",
        kind: "aborted",
        message: "",
        retryAfterMs: null,
        usage: { inputTokens: 0, outputTokens: 0 },
      };
      return;
    }
    yield { type: "text", delta: ` re: ${said}` };
    yield done;
  };
  return { mind, goOn };
}

export const away: Mind = async function* () {
  const usage = { inputTokens: 0, outputTokens: 0 };
  yield { type: "error", kind: "unreachable", message: "no route", retryAfterMs: null, usage };
};

export interface TownOptions {
  readonly storage: Storage;
  /** What becomes of the storage's own. */
  readonly inbox?: (own: Storage["inbox"]) => Storage["inbox"];
  readonly clock?: ManualClock;
  readonly capabilities?: Partial<Capabilities>;
  readonly mind?: Mind;
  readonly concurrency?: number;
  readonly log?: Logger;
  readonly fetch?: PlatformAdapter["fetch"];
  /** Whether the model sees images. */
  readonly sees?: boolean;
}

interface Told {
  readonly inReplyTo: AskKey | null;
  readonly text: string;
}

/** The core in one process over a real storage, with a platform in memory and a model that a test speaks for. */
export interface Town {
  readonly clock: ManualClock;
  readonly talk: Conversation;
  mind: Mind;
  /** What the model was asked, in order. */
  readonly asked: readonly string[];
  /** The same with all that stood in it. */
  readonly requests: readonly ChatRequest[];
  /** Lines outside any reply. */
  readonly told: readonly Told[];
  readonly lost: readonly Error[];
  says(text: string, how?: Partial<Said>): Promise<Acceptance>;
  deletes(key: string, how?: Partial<Said>): Promise<Acceptance>;
  /** Somebody presses a button below a reply: whoever has asked, unless it is said. */
  presses(turn: TurnId, action: Action, how?: Partial<Press>): Promise<Pressed>;
  /** What the messages say now, by their keys; one that is not here any more is null. */
  readonly sayings: Map<string, string | null>;
  /** What stands in reply to the message, parts in their order. */
  repliesTo(key: string): readonly string[];
  board(key: string): MessageBoard;
  /** Keys of the messages in the order in which their replies appeared. */
  readonly order: readonly string[];
  /** Resolves when the whole reply to the message stands, and nothing of it is still to come. */
  answered(key: string): Promise<void>;
  /** Resolves when this holds; looked at after every step of the platform. */
  until(holds: () => boolean): Promise<void>;
}

interface Said {
  readonly key: string;
  readonly who: string;
  readonly channel: string;
  readonly kind: RoomKind;
  readonly sentAt: Date;
  readonly attachments: readonly Attachment[];
}

const placeOf = (channel: string): Place => ({ platform: "town", guild: "g", channel, thread: null });

export function town(options: TownOptions, shared = new Map<string, MessageBoard>()): Town {
  const clock = options.clock ?? manualClock();
  const told: Told[] = [];
  const lost: Error[] = [];
  const asked: string[] = [];
  const requests: ChatRequest[] = [];
  const order: string[] = [];
  const sayings = new Map<string, string | null>();
  const finished = new Set<string>();
  let count = 0;
  const board = (key: string): MessageBoard => {
    const known = shared.get(key) ?? messageBoard(refusedByTown);
    shared.set(key, known);
    return known;
  };
  const adapter: PlatformAdapter = {
    platform: "town",
    capabilities: {
      partLength: 200,
      streams: true,
      operatorOnly: false,
      coalesces: true,
      mayBeLate: true,
      buttons: true,
      commandsUnseen: false,
      ...options.capabilities,
    },
    start: async () => {},
    rest: async () => {},
    stop: async () => {},
    publishCommands: async () => {},
    fetch: options.fetch ?? (async () => ({ type: "unreachable" })),
    tell: async ({ inReplyTo, text }) => void told.push({ inReplyTo, text }),
    reread: async ({ key }) => {
      const text = sayings.get(key) ?? null;
      return text === null ? null : { text, quoted: null, attachments: [] };
    },
    open: (delivery) => {
      const live = liveMessage({ ...posting(delivery, board, order), clock });
      const finish = async (reply: Reply): Promise<void> => {
        await live.finish(reply);
        finished.add(delivery.inReplyTo);
      };
      return { ...live, finish };
    },
  };
  const self: Town = {
    clock,
    mind: options.mind ?? echo,
    asked,
    requests,
    told,
    lost,
    order,
    sayings,
    board,
    talk: coreOf(options, adapter, clock, () => self.mind, asked, requests, lost),
    repliesTo: (key) => board(key).visible.map(({ text }) => text),
    says: (text, how = {}) => {
      const ask = askOf(text, { key: how.key ?? `m${++count}`, clock, ...how });
      sayings.set(ask.key, text);
      return self.talk.receive(ask);
    },
    presses: (turn, action, how = {}) =>
      self.talk.press({
        turn,
        action,
        place: placeOf("general"),
        author: { id: "anna", name: "anna" },
        moderator: false,
        locale: "en",
        at: clock.now(),
        ...how,
      }),
    deletes: (key, how = {}) =>
      self.talk.receive({ type: "deleted", key: key as AskKey, place: placeOf(how.channel ?? "general") }),
    answered: (key) => self.until(() => finished.has(key)),
    until: async (holds) => {
      const end = Date.now() + 20_000;
      while (!holds()) {
        if (Date.now() > end) throw new Error("that did not come to hold");
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
  };
  return self;
}

const refusedByTown = () => new PlatformError("E-PLATFORM-DELIVERY", "The town does not answer.", { retryable: true });

function posting(delivery: Delivery, board: Town["board"], order: string[]) {
  const key = delivery.inReplyTo;
  const here = board(key);
  const wire: MessageBoard = {
    ...here,
    create: async (part) => {
      const id = await here.create(part);
      if (!order.includes(key)) order.push(key);
      return id;
    },
  };
  const split = (text: string): readonly string[] => text.match(/.{1,200}/gsu) ?? [""];
  return { delivery, wire, split, log: silent, editMs: 0, nonceMs: 120_000 };
}

const askOf = (
  text: string,
  how: Partial<Said> & { readonly key: string; readonly clock: ManualClock },
): MessageAsk => {
  const place = placeOf(how.channel ?? "general");
  const who = how.who ?? "anna";
  const kind = how.kind ?? "channel";
  return {
    type: "message",
    key: how.key as AskKey,
    place,
    room: roomOf(place, kind),
    author: { id: who, name: who },
    locale: "en",
    sentAt: how.sentAt ?? how.clock.now(),
    addressing: kind === "direct" ? "direct" : "mention",
    text,
    quoted: null,
    attachments: how.attachments ?? [],
  };
};

function coreOf(
  { storage, inbox = (own) => own, concurrency = 4, log = silent, sees = true }: TownOptions,
  adapter: PlatformAdapter,
  clock: ManualClock,
  mind: () => Mind,
  asked: string[],
  requests: ChatRequest[],
  lost: Error[],
): Conversation {
  const model: Model = {
    id: "test:m",
    name: "m",
    contextWindow: 32_000,
    maxOutput: 1_000,
    supports: { texts: true, images: sees },
    price: () => null,
    provider: {
      name: "test",
      locality: "local",
      stream: (request, signal) => {
        asked.push(request.knowledge.said);
        requests.push(request);
        return mind()(request.knowledge.said, signal);
      },
    },
  };
  const route: ModelRoute = {
    current: () => model,
    start: async () => {},
    stop: async () => {},
    describe: () => ({ choice: "", destination: "" }),
  };
  return conversation({
    storage: { ...storage, inbox: inbox(storage.inbox) },
    route,
    clock,
    ids: uuidV7(clock),
    log,
    lanes: inProcessLanes({ concurrency, clock, log: silent }),
    registry: commandRegistry(journalCommands),
    memberships: { readableBy: async () => [] },
    persona: defaultPersona,
    locale: "en",
    commandNames: [],
    platform: (name) => (name === "town" ? adapter : null),
    operatorOnly: () => false,
    waitingInPlace: 5,
    lateMs: 900_000,
    region: "US",
    lost: (error) => lost.push(error),
  });
}
