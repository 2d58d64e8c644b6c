import type { Facts, TurnFact } from "../../proofs/checker/facts.ts";
import { mockKey } from "../../proofs/platforms/mock.ts";
import type {
  BotMessage,
  CommandSent,
  MessageSaid,
  Offer,
  PlatformEvent,
  RequestRecord,
} from "../doubles/mock-platform/records.ts";
import type { TokenCall } from "../doubles/token-model.ts";

/** Times of a hand-written run: each step is a second after the one before. */
const step = 1_000;

/** A hand-written run in which all goes well, except what a trial adds. */
export interface ARun {
  says(token: string, more?: Partial<MessageSaid>): MessageSaid;
  commands(command: string, more?: Partial<CommandSent>): CommandSent;
  deletes(said: MessageSaid): void;
  /** The turn in the database, whole unless changed. */
  keeps(event: MessageSaid | CommandSent, more?: Partial<TurnFact>): void;
  calls(...tokens: readonly string[]): TokenCall;
  posts(replyTo: MessageSaid | CommandSent, text: string, more?: Partial<BotMessage>): void;
  requests(more: Partial<RequestRecord>): void;
  /** Said, kept, called and posted: a message answered. */
  answered(token: string, more?: Partial<MessageSaid>): MessageSaid;
  later(): number;
  facts(more?: Partial<Facts>): Facts;
}

const anna = { id: "anna", name: "Anna" };
const spot = { channel: "room", thread: null, kind: "channel" } as const;

export function aRun(): ARun {
  const events: PlatformEvent[] = [];
  const offers: Offer[] = [];
  const requests: RequestRecord[] = [];
  const messages: BotMessage[] = [];
  const turns: TurnFact[] = [];
  const calls: TokenCall[] = [];
  let now = 0;
  const later = (): number => {
    now += step;
    return now;
  };
  const happen = <E extends PlatformEvent>(event: E): E => {
    events.push(event);
    offers.push({ event: event.id, envelope: `x${offers.length}`, bot: "bot", at: later(), acknowledgedAt: now });
    return event;
  };
  const base = () => ({ ...spot, id: `e${events.length + 1}`, at: later() });
  const run: ARun = {
    later,
    says: (token, more = {}) => {
      const text = `#${token}# how are you?`;
      return happen({ ...base(), type: "message", author: anna, addressing: "mention", text, quoted: null, ...more });
    },
    commands: (command, more = {}) =>
      happen({ ...base(), type: "command", author: anna, command, fields: {}, ...more }),
    deletes: ({ id }) => void happen({ ...base(), type: "deleted", message: id }),
    keeps: (event, more = {}) => {
      const key = mockKey(event);
      const rows = event.type === "message" ? 1 : 0;
      const books = { userMessages: rows, assistantMessages: rows, receipts: rows, stops: rows };
      turns.push({ id: `t-${event.id}`, key, state: "delivered", reason: null, lead: null, ...books, ...more });
    },
    calls: (...tokens) => {
      const call = { serial: calls.length + 1, tokens, at: later() };
      calls.push(call);
      return call;
    },
    posts: ({ id: replyTo, channel, thread }, text, more = {}) => {
      const id = `b${messages.length + 1}`;
      const seen = { channel, thread, replyTo, privateTo: null, nonce: id, bot: "bot" };
      messages.push({ id, ...seen, states: [{ at: later(), text }], ...more });
    },
    requests: (more) => {
      const asked = { bot: "bot", kind: "edit", channel: "room", message: "b1", text: null } as const;
      const outcome = { outcome: "done", carriedOut: true, early: false } as const;
      requests.push({ ...asked, at: later(), endedAt: now, ...outcome, ...more });
    },
    answered: (token, more = {}) => {
      const said = run.says(token, more);
      const { serial } = run.calls(token);
      run.posts(said, `re:${token} c${serial}.0 c${serial}.1 end:${token}`);
      run.keeps(said);
      return said;
    },
    facts: (more = {}) => ({
      history: { events, offers, requests, messages },
      calls,
      turns,
      journal: {},
      committed: new Map(),
      thawed: [],
      forbidden: [],
      keyOf: mockKey,
      givenUp: [],
      ...more,
    }),
  };
  return run;
}
