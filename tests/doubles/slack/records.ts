/** What Slack remembers of a run, for whoever judges it. Times are milliseconds of its own clock. */
import type { Doing } from "./doings.ts";
import type { Person } from "./options.ts";

/** As Slack's `channel_type` names them: public, private, direct, direct with several. */
export type ChannelKind = "channel" | "group" | "im" | "mpim";

/** Something a person did. */
export interface PersonEvent {
  /** `CHANNEL:TS` of a message; else its own. The same however often it comes. */
  readonly id: string;
  readonly at: number;
  readonly by: Person | null;
  readonly team: string;
  readonly channel: string | null;
  readonly kind: ChannelKind | null;
  /** Of the message that it made or was about. */
  readonly ts: string | null;
  /** The thread that it was in. */
  readonly thread: string | null;
  /** Whether it needs an answer within seconds, and what that is known by. */
  readonly trigger: string | null;
  readonly doing: Doing;
}

export type EnvelopeKind = "events_api" | "slash_commands" | "interactive";

/** One attempt to deliver something to the app. */
export interface EnvelopeRecord {
  readonly envelope: string;
  readonly kind: EnvelopeKind;
  /** `app_mention`, `message.channels`, `/familiar`, `block_actions` ... */
  readonly name: string;
  /** The person's doing behind it; null: the bot has done it. */
  readonly event: string | null;
  /** Slack's own id of an event: the same in every attempt. */
  readonly eventId: string | null;
  readonly attempt: number;
  readonly reason: string;
  readonly via: "socket" | "http" | "nowhere";
  /** The process that it went to, and by which of its sockets. */
  readonly bot: string | null;
  readonly socket: string | null;
  readonly at: number;
  /** Whether it went out at all. */
  readonly sent: boolean;
  readonly acknowledgedAt: number | null;
  /** An acknowledgement that came after the time was over counts for nothing. */
  readonly inTime: boolean;
  /** Of an HTTP answer. */
  readonly status: number | null;
  readonly response: unknown;
}

/**
 * `done`; `refused`: answered with one of Slack's errors, see `error`; `cut`: the connection was dropped; `limited`,
 * `failed` and `outage` are answers of 429, of 500 or an inner error, and of 503; `late`: dropped, and carried out
 * long afterwards.
 */
export type Outcome = "done" | "refused" | "cut" | "limited" | "failed" | "outage" | "late";

/** One request of a bot, and what became of it. */
export interface RequestRecord {
  readonly bot: string;
  readonly userAgent: string;
  /** Of the Web API, or `response_url`, or `file`. */
  readonly method: string;
  readonly team: string | null;
  readonly channel: string | null;
  /** What it made or was about. */
  readonly ts: string | null;
  readonly thread: string | null;
  readonly text: string | null;
  readonly metadata: unknown;
  readonly at: number;
  readonly endedAt: number;
  readonly outcome: Outcome;
  readonly status: number | null;
  /** Slack's own, of a refusal. */
  readonly error: string | null;
  /** When it changed something, if ever; the connection may be dropped before or after that. */
  readonly carriedOutAt: number | null;
  /** It came before the time that an earlier 429 had asked to wait for. */
  readonly early: boolean;
  readonly retryAfterMs: number | null;
}

/** What was to be read from `at` on. */
export interface MessageState {
  readonly at: number;
  /** Null: it was deleted. */
  readonly text: string | null;
  /** Whether the text is Markdown, which Slack gives back as markup of its own. */
  readonly markdown: boolean;
  readonly blocks: readonly Block[];
  readonly attachments: readonly unknown[];
  readonly metadata: Metadata | null;
  readonly streaming: "in_progress" | "completed" | "errored" | null;
  /** Whom it notifies beyond those who read it. */
  readonly pings: Pings;
}

export type Block = Readonly<Record<string, unknown>>;

export interface Metadata {
  readonly event_type: string;
  readonly event_payload: Readonly<Record<string, unknown>>;
}

export interface Pings {
  readonly users: readonly string[];
  readonly groups: readonly string[];
  /** `here`, `channel` or `everyone`. */
  readonly everyone: boolean;
}

/** A message of the bot with all it ever said. */
export interface BotMessage {
  /** `CHANNEL:TS`. */
  readonly id: string;
  readonly team: string;
  readonly channel: string;
  readonly kind: ChannelKind;
  readonly ts: string;
  readonly thread: string | null;
  /** The process that posted it. */
  readonly bot: string;
  /** The method that made it. */
  readonly method: string;
  /** An ephemeral one is seen by this user alone. */
  readonly visibleTo: string | null;
  /** The trigger of the command or the press that it answers through a response_url or an acknowledgement. */
  readonly answers: string | null;
  /** Who could read it when it was posted. */
  readonly audience: readonly string[];
  readonly states: readonly MessageState[];
}

/** A modal or a home tab, with all it ever showed. */
export interface ViewRecord {
  readonly id: string;
  readonly team: string;
  readonly user: string;
  readonly type: "modal" | "home";
  readonly bot: string;
  readonly states: readonly { readonly at: number; readonly view: unknown }[];
  readonly closedAt: number | null;
}

/** What an assistant's thread shows beside its messages. */
export interface StatusRecord {
  readonly kind: "status" | "title" | "prompts";
  readonly channel: string;
  readonly thread: string | null;
  readonly value: unknown;
  readonly bot: string;
  readonly at: number;
  /** When it went away: by a message, by another one, or by itself. */
  readonly endedAt: number | null;
}

/** A person's command, press, shortcut or form, as they saw it. */
export interface InteractionRecord {
  readonly trigger: string;
  readonly event: string;
  readonly name: string;
  readonly at: number;
  /** `open` until it is known; `failed`: nobody was there; `timeout`: nobody acknowledged in time. */
  readonly outcome: "open" | "acknowledged" | "timeout" | "failed";
  readonly acknowledgedAt: number | null;
  readonly response: unknown;
  readonly responseUrlUses: number;
}

/** A socket of Socket Mode. */
export interface SocketRecord {
  readonly id: string;
  readonly bot: string;
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly received: number;
  readonly pings: number;
}

export interface History {
  /** In order of doing. */
  readonly events: readonly PersonEvent[];
  readonly envelopes: readonly EnvelopeRecord[];
  readonly requests: readonly RequestRecord[];
  readonly messages: readonly BotMessage[];
  readonly interactions: readonly InteractionRecord[];
  readonly views: readonly ViewRecord[];
  readonly statuses: readonly StatusRecord[];
  readonly sockets: readonly SocketRecord[];
}

/** Whether anything is still going on. */
export interface Activity {
  /** Deliveries, retries and late requests that are still to come. */
  readonly scheduled: number;
  /** Deliveries that wait for an acknowledgement. */
  readonly unacknowledged: number;
  /** Deliveries that were acknowledged. */
  readonly acknowledged: number;
  /** Events that were never acknowledged, and are not sent any more. */
  readonly lost: number;
  readonly envelopes: number;
  readonly underway: number;
  readonly requests: number;
  /** Those that are about messages, and not about who is who. */
  readonly requestsOfTalk: number;
  /** Whether everything is refused. */
  readonly away: boolean;
  /** The processes that have asked for anything. */
  readonly callers: readonly string[];
  /** Messages of the bot. */
  readonly posted: number;
  readonly sockets: readonly { readonly id: string; readonly bot: string }[];
}
