import { commandRegistry } from "../../../src/core/commands/registry.ts";
import { type Conversation, conversation } from "../../../src/core/conversation/conversation.ts";
import { defaultPersona } from "../../../src/core/persona/persona.ts";
import type { PlatformAdapter } from "../../../src/core/platform.ts";
import type { ChatRequest, Model, ModelRoute } from "../../../src/core/provider.ts";
import type { Reply } from "../../../src/core/reply.ts";
import {
  type Ask,
  type AskKey,
  type PersonId,
  type Place,
  type RoomKey,
  type RoomKind,
  roomOf,
} from "../../../src/core/session.ts";
import type { Storage } from "../../../src/core/storage.ts";
import { inProcessLanes } from "../../../src/lanes/in-process.ts";
import { systemClock, uuidV7 } from "../../../src/system.ts";
import { silent } from "../../storage-fixture.ts";

/** A channel, or somebody's direct messages. */
export interface Somewhere {
  readonly name: string;
  readonly kind: RoomKind;
}

export interface Rooms {
  /** Resolves with the reply, once it is delivered. */
  says(who: string, where: Somewhere, text: string): Promise<Reply>;
  /** Every prompt that was built, with the room it was built for. */
  readonly prompts: readonly { readonly where: Somewhere; readonly request: ChatRequest }[];
}

const ids = uuidV7(systemClock);
const placeOf = ({ name }: Somewhere): Place => ({ platform: "mock", guild: "g", channel: name, thread: null });

/** The core over a real storage, with a platform of many rooms and a model that writes down what it is asked. */
export function roomsOver(storage: Storage, canRead: (person: PersonId) => readonly RoomKey[] = () => []): Rooms {
  const prompts: { where: Somewhere; request: ChatRequest }[] = [];
  const waiting = new Map<string, (reply: Reply) => void>();
  let speaking: Somewhere = { name: "", kind: "channel" };
  const model: Model = {
    id: "test:m",
    name: "m",
    provider: {
      name: "test",
      locality: "local",
      stream: async function* (request) {
        prompts.push({ where: speaking, request });
        yield { type: "text", delta: "I see." };
        yield { type: "stop", reason: "end", usage: { inputTokens: 1, outputTokens: 1 } };
      },
    },
    contextWindow: 32_000,
    maxOutput: 1_000,
    supports: { texts: true, images: true },
    price: () => null,
  };
  const talk = coreOver(storage, model, answeringTo(waiting), canRead);
  return {
    prompts,
    says: async (who, where, text) => {
      speaking = where;
      const ask = askOf(who, where, text);
      const reply = new Promise<Reply>((resolve) => waiting.set(ask.key, resolve));
      await talk.receive(ask);
      return reply;
    },
  };
}

const answeringTo = (waiting: Map<string, (reply: Reply) => void>): PlatformAdapter => ({
  platform: "mock",
  capabilities: {
    partLength: 2_000,
    streams: false,
    operatorOnly: false,
    coalesces: false,
    mayBeLate: false,
    buttons: false,
    commandsUnseen: false,
  },
  start: async () => {},
  rest: async () => {},
  tell: async () => {},
  reread: async () => null,
  stop: async () => {},
  publishCommands: async () => {},
  fetch: async () => ({ type: "unreachable" }),
  open: ({ inReplyTo }) => ({
    show: () => {},
    status: () => {},
    abandon: async () => {},
    withdraw: async () => {},
    finish: async (reply) => waiting.get(inReplyTo)?.(reply),
  }),
});

function coreOver(
  storage: Storage,
  model: Model,
  adapter: PlatformAdapter,
  canRead: (person: PersonId) => readonly RoomKey[],
): Conversation {
  const route: ModelRoute = {
    current: () => model,
    start: async () => {},
    stop: async () => {},
    describe: () => ({ choice: "", destination: "" }),
  };
  const talk = conversation({
    storage,
    route,
    clock: systemClock,
    ids,
    log: silent,
    lanes: inProcessLanes({ concurrency: 4, clock: systemClock, log: silent }),
    registry: commandRegistry([]),
    memberships: { readableBy: async (person) => canRead(person) },
    persona: defaultPersona,
    locale: "en",
    commandNames: [],
    platform: () => adapter,
    operatorOnly: () => false,
    waitingInPlace: 20,
    lateMs: 900_000,
    region: null,
    lost: () => {},
  });
  talk.open();
  return talk;
}

const askOf = (who: string, where: Somewhere, text: string): Ask => ({
  type: "message",
  key: ids.next() as AskKey,
  place: placeOf(where),
  room: roomOf(placeOf(where), where.kind),
  author: { id: who, name: who },
  locale: null,
  sentAt: systemClock.now(),
  addressing: where.kind === "direct" ? "direct" : "mention",
  text,
  quoted: null,
  attachments: [],
});
