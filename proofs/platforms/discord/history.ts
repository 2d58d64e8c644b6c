import type {
  History as DiscordHistory,
  BotMessage as DiscordMessage,
  RequestKind as DiscordRequestKind,
  SessionRecord,
} from "../../../tests/doubles/discord/records.ts";
import type {
  BotMessage,
  CommandSent,
  History,
  Offer,
  PlatformEvent,
  RequestKind,
  RequestRecord,
} from "../../../tests/doubles/mock-platform/records.ts";

/** What Discord remembers, as the checker reads it. */
export function toHistory(discord: DiscordHistory, events: readonly PlatformEvent[]): History {
  return {
    events,
    offers: offersOf(discord),
    requests: discord.requests.flatMap(requestOf),
    messages: messagesOf(discord, events),
  };
}

/** A gateway asks for no word: what came to a process that then lived on for so long was taken by it. */
const takenMs = 3_000;

function offersOf({ deliveries, sessions }: DiscordHistory): readonly Offer[] {
  const byId = new Map(sessions.map((session) => [session.id, session]));
  return deliveries.map(({ event, session, sequence, bot, at, sent }) => ({
    ...{ event, bot, at },
    envelope: `${session}/${sequence}`,
    acknowledgedAt: sent && outlives(byId.get(session), at + takenMs) ? at + takenMs : null,
  }));
}

const outlives = (session: SessionRecord | undefined, at: number): boolean =>
  session !== undefined && (session.lostAt === null || session.lostAt > at);

const kinds: Partial<Readonly<Record<DiscordRequestKind, RequestKind>>> = {
  create: "create",
  followup: "create",
  edit: "edit",
  "original.edit": "edit",
  remove: "remove",
  "original.remove": "remove",
  history: "history",
  typing: "typing",
};

function requestOf(request: DiscordHistory["requests"][number]): readonly RequestRecord[] {
  const kind = kinds[request.kind];
  if (!kind) return [];
  const { bot, channel, message, content, at, endedAt, outcome, carriedOut, early } = request;
  const became = outcome === "refused" ? "forbidden" : outcome;
  const about = { bot, kind, channel: channel ?? "", message, text: content };
  return [{ ...about, at, endedAt, outcome: became, carriedOut, early }];
}

/** The "thinking" of a deferred answer is no text. */
const statesOf = ({ states }: DiscordMessage): BotMessage["states"] =>
  states.map(({ at, content, loading }) => ({ at, text: loading ? null : content }));

function messagesOf({ messages }: DiscordHistory, events: readonly PlatformEvent[]): readonly BotMessage[] {
  const causes = causesAmong(messages, events);
  return messages.map((message) => {
    const { id, channel, bot, nonce, interaction, visibleTo, kind } = message;
    const cause = causes.get(id);
    const place = cause && isAnsweredIn(message, cause) ? cause : placeIn(channel, events);
    const asideOf = kind === "dm" && cause ? cause.author.id : null;
    return {
      ...{ id, bot, channel: place.channel, thread: place.thread, states: statesOf(message) },
      replyTo: cause?.id ?? null,
      privateTo: visibleTo ?? asideOf,
      // The answer to a command needs no nonce; what a press is answered by is a line outside any reply.
      nonce: nonce ?? (cause ? interaction : null),
    };
  });
}

type Cause = Exclude<PlatformEvent, { type: "deleted" }>;

/** Where it stands, or among the direct messages of who asked for it alone. */
const isAnsweredIn = ({ channel, kind }: DiscordMessage, cause: Cause): boolean =>
  kind === "dm" || channel === (cause.thread ?? cause.channel);

function placeIn(channel: string, events: readonly PlatformEvent[]): Pick<PlatformEvent, "channel" | "thread"> {
  return events.find((event) => (event.thread ?? event.channel) === channel) ?? { channel, thread: null };
}

/** What each message answers: by what it refers to, by the token that it names, or as the answer to a command without one. */
function causesAmong(messages: readonly DiscordMessage[], events: readonly PlatformEvent[]) {
  const asked = events.filter((event): event is Cause => event.type !== "deleted");
  const byId = new Map(asked.map((event) => [event.id, event]));
  const byToken = new Map(asked.flatMap((event) => tokensIn(event).map((token) => [token, event] as const)));
  const causes = new Map<string, Cause>();
  for (const message of messages) {
    const token = /\bre:(T\d+)\b/.exec(message.states.at(-1)?.content ?? "")?.[1];
    const cause = byId.get(message.interaction ?? message.reference ?? "") ?? byToken.get(token ?? "");
    if (cause) causes.set(message.id, cause);
  }
  const tokenless = asked.filter((event) => event.type === "message" && tokensIn(event).length === 0);
  const answered = new Set(messages.filter(isShown).flatMap(({ id }) => causes.get(id)?.id ?? []));
  const commands = asked.filter((event): event is CommandSent => event.type === "command" && !answered.has(event.id));
  for (const message of messages.filter((one) => one.nonce !== null && !causes.has(one.id))) {
    const cause = commands.find((command) => mayAnswer(message, command)) ?? besideWhat(message, tokenless);
    if (!cause) continue;
    if (cause.type === "command") commands.splice(commands.indexOf(cause), 1);
    causes.set(message.id, cause);
  }
  return causes;
}

/** The rest of what was answered in short in a channel: what names no token is answered in both. */
const besideWhat = ({ kind, states }: DiscordMessage, tokenless: readonly Cause[]): Cause | undefined =>
  kind === "dm" ? tokenless.findLast(({ at }) => at <= (states[0]?.at ?? 0)) : undefined;

const tokensIn = (event: Cause): readonly string[] =>
  event.type === "message" ? (/#(T\d+)#/.exec(event.text)?.slice(1, 2) ?? []) : [];

const isShown = (message: DiscordMessage): boolean => (statesOf(message).at(-1)?.text ?? null) !== null;

/** Only what may be said to all stands where it was asked; the rest among the direct messages. */
function mayAnswer(
  { kind, channel, states }: DiscordMessage,
  { command, thread, channel: own, at, ...event }: CommandSent,
) {
  if ((states[0]?.at ?? 0) < at) return false;
  const isPublic = /^(mood|session )/.test(command);
  return kind === "dm" && (event.kind === "direct" || !isPublic) ? true : isPublic && channel === (thread ?? own);
}
