/** Rows for the contract of the storage, each with ids of its own. */
import type { Audience, Scope } from "../../src/core/memory/audience.ts";
import type { Memory } from "../../src/core/memory/fact.ts";
import type { Reply } from "../../src/core/reply.ts";
import {
  type Ask,
  type AskKey,
  type MemoryId,
  type MessageAsk,
  type MessageId,
  type PersonId,
  type Place,
  type RoomKey,
  roomOf,
  type SessionId,
  type TurnId,
} from "../../src/core/session.ts";
import type { Accepted, Arrival, Storage, StoredMessage } from "../../src/core/storage.ts";
import { systemClock, uuidV7 } from "../../src/system.ts";

export const at = new Date("2026-03-01T12:00:00.123Z");
export const later = new Date("2026-03-02T09:30:00.456Z");
export const ids = uuidV7(systemClock);

export const newPlace = (): Place => ({ platform: "mock", guild: "g", channel: ids.next(), thread: null });
export const newTurn = (): TurnId => ids.next() as TurnId;
export const newPerson = (storage: Storage): Promise<PersonId> =>
  storage.people.of("mock", { id: ids.next(), name: "Priya" }, at);
export const newScope = (): Scope => ({ kind: "room", room: ids.next() as RoomKey });
export const audience = (...scopes: readonly Scope[]): Audience => scopes as unknown as Audience;

export const askIn = (place: Place, text: string): MessageAsk => ({
  type: "message",
  key: ids.next() as AskKey,
  place,
  room: roomOf(place, "channel"),
  author: { id: "u1", name: "Priya" },
  locale: "de",
  sentAt: at,
  addressing: "mention",
  text,
  quoted: { author: "Tom", text: "the words replied to" },
  attachments: [{ name: "notes.txt", size: 12, source: "https://files.test/1?key=2", quotedFrom: null }],
});

export const reply: Reply = {
  body: "Rex.",
  visibility: "place",
  aside: "Only you can read this.",
  notices: [{ code: null, text: "I'll remember that." }],
  addresses: ["https://example.test/rex"],
  offRecord: false,
  receipt: {
    provider: "offline",
    model: "offline",
    inputTokens: 3,
    outputTokens: 1,
    usd: null,
    firstTokenMs: 1.5,
    memories: ["m1"],
  },
};

export const messageOf = (session: SessionId, scope: Scope, changes: Partial<StoredMessage> = {}): StoredMessage => ({
  id: ids.next() as MessageId,
  session,
  turn: newTurn(),
  role: "user",
  person: "p" as PersonId,
  authorName: "Priya",
  scope,
  text: "my dog is called Rex",
  tokens: 6,
  terms: ["dog", "call", "rex", "dog_call", "call_rex"],
  recallable: true,
  at,
  ...changes,
});

export const memoryOf = (scope: Scope, changes: Partial<Memory> = {}): Memory => ({
  id: ids.next() as MemoryId,
  scope,
  person: "p" as PersonId,
  saidBy: "Priya",
  kind: "possession",
  about: "dog",
  attribute: "name",
  value: "Rex",
  single: true,
  span: "my dog is called Rex",
  importance: { score: 0.6, components: { kind: 0.5, named: 0.1 } },
  confidence: 0.9,
  sourceMessage: "m" as MessageId,
  sourceTurn: newTurn(),
  validFrom: at,
  validTo: null,
  supersededBy: null,
  count: 1,
  pinned: false,
  terms: ["dog", "rex"],
  ...changes,
});

export const arrivalOf = (ask: Ask, room: number | null = null): Arrival => ({ id: newTurn(), ask, at, room });

/** What becomes of one arrival alone. */
export async function arrive(storage: Storage, arrival: Arrival): Promise<Accepted> {
  const [accepted] = await storage.inbox.accept([arrival]);
  if (!accepted) throw new Error("an arrival got no turn");
  return accepted;
}

export async function accepted(storage: Storage, ask: Ask = askIn(newPlace(), "hi")): Promise<TurnId> {
  const { turn } = await arrive(storage, arrivalOf(ask));
  return turn.id;
}
