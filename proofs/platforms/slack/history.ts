import type {
  BotMessage,
  History,
  Offer,
  PlatformEvent,
  RequestKind,
  RequestRecord,
} from "../../../tests/doubles/mock-platform/records.ts";
import type {
  History as SlackHistory,
  BotMessage as SlackMessage,
  RequestRecord as SlackRequest,
} from "../../../tests/doubles/slack/records.ts";
import { keyOf } from "./doings.ts";

/** What Slack remembers, as the checker reads it. */
export const toHistory = (slack: SlackHistory, events: readonly PlatformEvent[]): History => ({
  events,
  offers: offersOf(slack),
  requests: slack.requests.flatMap(requestOf),
  messages: messagesOf(slack, events),
});

const offersOf = ({ envelopes }: SlackHistory): readonly Offer[] =>
  envelopes.flatMap(({ event, envelope, bot, at, acknowledgedAt }) =>
    event === null || bot === null ? [] : [{ event, envelope, bot, at, acknowledgedAt }],
  );

const kinds: Readonly<Record<string, RequestKind>> = {
  "chat.postMessage": "create",
  response_url: "create",
  "chat.startStream": "create",
  "chat.update": "edit",
  "chat.appendStream": "edit",
  "chat.stopStream": "edit",
  "chat.delete": "remove",
  "conversations.history": "history",
  "conversations.replies": "history",
};

function requestOf(request: SlackRequest): readonly RequestRecord[] {
  const kind = kinds[request.method];
  if (!kind) return [];
  const { channel, ts, text, at, endedAt, outcome, carriedOutAt, early } = request;
  const became = outcome === "refused" ? refusalOf(request) : outcome === "late" ? "cut" : outcome;
  // An address that one process was given is kept, and used by those that follow it.
  const bot = request.method === "response_url" ? "" : request.bot;
  const about = { bot, kind, channel: channel ?? "", message: ts && `${channel}:${ts}`, text };
  return [{ ...about, at, endedAt, outcome: became, carriedOut: carriedOutAt !== null, early }];
}

const refusalOf = ({ error }: SlackRequest) => (error === "message_not_found" ? "missing" : "forbidden");

type Cause = Exclude<PlatformEvent, { type: "deleted" }>;

function messagesOf({ messages }: SlackHistory, events: readonly PlatformEvent[]): readonly BotMessage[] {
  const asked = events.filter((event): event is Cause => event.type !== "deleted");
  const byKey = new Map(asked.map((event) => [keyOf(event), event]));
  const ends = lastParts(messages);
  return messages.map((message) => {
    const { id, bot, visibleTo, answers, states } = message;
    const key = answers === null ? answeredIn(message) : `slack:${answers}`;
    const cause = byKey.get(key ?? "");
    const place = cause && isAside(message, cause) ? cause : message;
    return {
      ...{ id, bot, channel: place.channel, thread: place.thread },
      states: states.map(({ at, text }) => ({ at, text })),
      replyTo: cause?.id ?? null,
      privateTo: visibleTo ?? (cause && isAside(message, cause) ? cause.author.id : null),
      // What a press is answered by, and what names nothing that it answers, is a line outside any reply.
      nonce: cause || answers === null ? key : null,
      // Nobody can look for what an address was answered by: whoever follows a death answers once more.
      atLeastOnce: answers !== null,
      lacks: lackIn(message, ends.has(id)),
    };
  });
}

/** The last message of each reply that is there: below it stands what people may want of it. */
function lastParts(messages: readonly SlackMessage[]): ReadonlySet<string> {
  const there = messages.filter((message) => answeredIn(message) !== null && message.states.at(-1)?.text !== null);
  return new Set(new Map(there.map((message) => [`${answeredIn(message)} ${message.channel}`, message.id])).values());
}

/** What a message that is there in the end lacks of a reply's last form; a stream has none before it is edited. */
function lackIn(message: SlackMessage, isLast: boolean): string | null {
  const { text, streaming, blocks = [] } = message.states.at(-1) ?? {};
  if (text === null) return null;
  if (streaming === "in_progress") return "is still growing";
  const has = (type: string): boolean => blocks.some((block) => block["type"] === type);
  if (message.method === "chat.startStream" && !has("section")) return "was left as it grew";
  if (JSON.stringify(blocks).includes('"action_id":"stop"')) return "can still be stopped";
  return isLast && answersModel(text ?? "") && !has("actions") ? "has no buttons" : null;
}

/** Only what a model has said ends so. */
const answersModel = (text: string): boolean => /\bend:T\d+\b/.test(text);

/** By which a reply names what it answers, from its end on where it was a stream; null where it names nothing. */
function answeredIn({ states }: SlackMessage): string | null {
  const metadata = states.findLast((state) => state.metadata !== null)?.metadata;
  const { answers } = metadata?.event_type === "familiar_reply" ? metadata.event_payload : {};
  return typeof answers === "string" ? answers : null;
}

/** Among the direct messages of who asked for it alone, though it was asked elsewhere. */
const isAside = ({ kind, channel }: SlackMessage, cause: Cause): boolean => kind === "im" && channel !== cause.channel;

/** The part of the bot's messages that answers what was said under this key. */
export const repliesTo = ({ messages }: SlackHistory, key: string): readonly SlackMessage[] =>
  messages.filter((message) => answeredIn(message) === key);
