/** What Discord remembers of a run, for whoever judges it. Times are milliseconds of its own clock. */
import type { Doing, FileAttached } from "./doings.ts";
import type { Person } from "./options.ts";

export type ChannelKind = "guild" | "thread" | "private-thread" | "dm";

/** Something a person did. */
export interface PersonEvent {
  /** Of the message, the interaction or the thread, where it makes one; else its own. The same however often it comes. */
  readonly id: string;
  readonly at: number;
  readonly by: Person | null;
  readonly channel: string | null;
  readonly kind: ChannelKind | null;
  readonly guild: string | null;
  /** Channel in which a thread hangs. */
  readonly parent: string | null;
  readonly doing: Doing;
}

/** One dispatch of an event to one session. */
export interface Delivery {
  readonly event: string;
  readonly dispatch: string;
  readonly session: string;
  /** Name of the process that identified: the `x` of `address/as/x/api`. */
  readonly bot: string;
  readonly sequence: number;
  readonly at: number;
  /** Whether it went into an open socket; else it waits for a RESUME. */
  readonly sent: boolean;
  /** When the client first named this sequence or a later one in a heartbeat or a RESUME. */
  readonly acknowledgedAt: number | null;
}

export type RequestKind =
  | "create"
  | "edit"
  | "remove"
  | "history"
  | "message"
  | "typing"
  | "react"
  | "join"
  | "respond"
  | "followup"
  | "original.edit"
  | "original.get"
  | "original.remove"
  | "commands.get"
  | "commands.write"
  | "open-dm"
  | "channel"
  | "guild"
  | "member"
  | "user"
  | "application"
  | "gateway";

/**
 * `done`; `repeated` by its nonce; `refused`: answered with one of Discord's errors, see `code`; `cut`: the connection
 * was dropped; `limited`, `failed` and `outage` are answers of 429, 500 and 503.
 */
export type Outcome = "done" | "repeated" | "refused" | "cut" | "limited" | "failed" | "outage";

/** One request of a bot, and what became of it. */
export interface RequestRecord {
  readonly bot: string;
  readonly userAgent: string;
  readonly kind: RequestKind;
  readonly method: string;
  readonly path: string;
  readonly channel: string | null;
  readonly interaction: string | null;
  /** What it made or was about. */
  readonly message: string | null;
  readonly content: string | null;
  readonly nonce: string | null;
  readonly at: number;
  readonly endedAt: number;
  readonly outcome: Outcome;
  readonly status: number | null;
  /** Discord's own, of a refusal. */
  readonly code: number | null;
  /** Whether it changed anything; a connection may be dropped before or after that. */
  readonly carriedOut: boolean;
  /** It came before the time that an earlier 429 had asked to wait for. */
  readonly early: boolean;
  /** What a 429 asked for, and for whom. */
  readonly limited: { readonly scope: "user" | "global"; readonly retryAfterMs: number } | null;
}

/** Whom a text reaches beyond those who read it. An edit notifies nobody on Discord; it is computed all the same. */
export interface Pings {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
}

export interface StoredFile extends FileAttached {
  readonly id: string;
  /** Where it is, if that is not Discord's file server. */
  readonly address?: string;
}

/** What was to be read from `at` on. */
export interface MessageState {
  readonly at: number;
  /** Null: it was deleted. */
  readonly content: string | null;
  /** The "thinking" of a deferred answer. */
  readonly loading: boolean;
  readonly embeds: readonly unknown[];
  readonly components: readonly unknown[];
  readonly attachments: readonly StoredFile[];
  readonly flags: number;
  /** As the request had it; null: it had none, and everything pings. */
  readonly allowedMentions: unknown;
  readonly pings: Pings;
}

/** A message of the bot with all it ever said. */
export interface BotMessage {
  readonly id: string;
  readonly channel: string;
  readonly kind: ChannelKind;
  readonly guild: string | null;
  readonly bot: string;
  readonly nonce: string | null;
  /** The message that it replies to. */
  readonly reference: string | null;
  /** The interaction that it answers. */
  readonly interaction: string | null;
  /** An ephemeral one is seen by this user alone. */
  readonly visibleTo: string | null;
  readonly states: readonly MessageState[];
}

export type Response = "message" | "deferred" | "deferred-update" | "update" | "choices" | "modal";

/** An interaction, and what became of it. */
export interface InteractionRecord {
  readonly id: string;
  readonly at: number;
  readonly by: Person;
  readonly channel: string;
  readonly response: Response | null;
  readonly respondedAt: number | null;
  /** Null where it has no message of its own, or has none yet. */
  readonly original: string | null;
  readonly followups: readonly string[];
  readonly ephemeral: boolean;
  readonly choices: readonly unknown[] | null;
  readonly modal: unknown;
}

/** A session of the gateway. */
export interface SessionRecord {
  readonly id: string;
  readonly bot: string;
  readonly intents: number;
  readonly identifiedAt: number;
  readonly resumedAt: readonly number[];
  readonly heartbeats: number;
  readonly lostAt: number | null;
}

export interface History {
  /** In order of doing. */
  readonly events: readonly PersonEvent[];
  readonly deliveries: readonly Delivery[];
  readonly requests: readonly RequestRecord[];
  readonly messages: readonly BotMessage[];
  readonly interactions: readonly InteractionRecord[];
  readonly sessions: readonly SessionRecord[];
  readonly typing: readonly { readonly channel: string; readonly bot: string; readonly at: number }[];
  /** How often commands were written, and what is registered now: guild (or "" for all) to names. */
  readonly commands: { readonly writes: number; readonly registered: Readonly<Record<string, readonly string[]>> };
}

/** Whether anything is still going on. */
export interface Activity {
  /** Dispatches that are still to be made, for the first time or again. */
  readonly scheduled: number;
  /** Dispatches that wait in a session without a socket. */
  readonly undelivered: number;
  readonly deliveries: number;
  readonly underway: number;
  readonly requests: number;
  /** Those among them that have to do with what people say: a log-in has not. */
  readonly requestsOfTalk: number;
  /** Whether everything is refused for now. */
  readonly away: boolean;
  /** Names of the processes that have asked for anything, whatever they got. */
  readonly callers: readonly string[];
  /** Messages of the bot. */
  readonly posted: number;
  readonly sessions: readonly { readonly id: string; readonly bot: string; readonly connected: boolean }[];
  readonly identifies: number;
}
