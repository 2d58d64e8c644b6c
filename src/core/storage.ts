import type { Content, ReadAttachment } from "./attachments/attachment.ts";
import type { Audience, Scope } from "./memory/audience.ts";
import type { Memory, Passage } from "./memory/fact.ts";
import type { Mood, MoodEvent } from "./mood/mood.ts";
import type { Part, Receipt, Reply } from "./reply.ts";
import type {
  Ask,
  AskKey,
  Author,
  MemoryId,
  MessageId,
  PersonId,
  Place,
  PlaceKey,
  Room,
  RoomKey,
  SessionId,
  TurnId,
} from "./session.ts";

/**
 * accepted -> answering -> answered -> delivered, or an end without an answer. A question that was deleted meanwhile is
 * `withdrawing` until what was posted is taken back, then `withdrawn`. The last six are ends.
 */
export type TurnState =
  | "accepted"
  | "answering"
  | "answered"
  | "withdrawing"
  | "delivered"
  | "refused"
  | "expired"
  | "uncertain"
  | "failed"
  | "withdrawn";

export interface Turn {
  readonly id: TurnId;
  readonly ask: Ask;
  readonly person: PersonId;
  readonly state: TurnState;
  /** Why it was refused, expired or failed: an error code. */
  readonly reason: string | null;
  /** How often answering was begun. */
  readonly attempts: number;
  /** Present from `answered` on, until the end. */
  readonly reply: Reply | null;
  readonly acceptedAt: Date;
  /** What was posted of its reply, or may have been. */
  readonly parts: readonly Part[];
  /** Turns of the same author that this one's reply answers too, oldest first. */
  readonly joined: readonly Turn[];
}

export interface Arrival {
  readonly id: TurnId;
  readonly ask: Ask;
  readonly at: Date;
  /** Messages beyond this many `accepted` ones in a place are refused; null lets it in however many wait. */
  readonly room: number | null;
}

export interface Accepted {
  readonly turn: Turn;
  /** False where the same words had arrived before, or were deleted before they came. */
  readonly fresh: boolean;
}

/** What a deletion has met: nothing known, a turn that is over, one to be taken back, or one of several joined. */
export type Withdrawal =
  | { readonly type: "unknown" }
  | { readonly type: "over"; readonly turn: TurnId }
  | { readonly type: "withdrawing"; readonly turn: Turn }
  /** The rest of a joined question is `accepted` again, to be answered into the parts that were posted. */
  | { readonly type: "reopened"; readonly turn: Turn };

/**
 * The durable inbox. Asks and replies are encrypted at rest, and their words are taken out when the turn ends. Every
 * commit holds only while this process owns the database (else E-DATABASE-TAKEN) and the turn is in a state from which
 * the step leads on (else E-TURN-GONE: it was deleted or ended meanwhile). A step that was taken already, by us, is no
 * error: its first answer may have been lost.
 */
export interface Inbox {
  /**
   * All in one commit, in this order; unique by the ask's key: the same words arriving again give the first turn. The
   * person is made on first sight.
   */
  accept(arrivals: readonly Arrival[]): Promise<readonly Accepted[]>;
  /** accepted or answering -> answering, together with those that are answered by its reply. */
  begin(turn: TurnId, joined: readonly TurnId[], at: Date): Promise<void>;
  /** answering -> answered. Gives the durable reply: an earlier one where the turn was answered already. */
  answered(turn: TurnId, reply: Reply, at: Date): Promise<Reply>;
  /** A part is about to be posted, from `at` on. One that is there already, with or without an id, is given back as it is. */
  sending(turn: TurnId, part: number, at: Date): Promise<Part>;
  /** Also while the turn is `withdrawing`: what a request had already begun is known by it. */
  posted(turn: TurnId, part: number, platformId: string, at: Date): Promise<void>;
  /** Rejects unless the database is ours. */
  removing(): Promise<void>;
  removed(turn: TurnId, part: number): Promise<void>;
  /** Rejects unless the turn is `answering` or `answered` and ours. */
  check(turn: TurnId): Promise<void>;
  /** answered -> delivered, and the words go. Those joined go with it, here and below. */
  delivered(turn: TurnId, at: Date): Promise<void>;
  /** Ends a turn that will not be answered, or whose answer cannot be delivered; the words go. */
  end(turn: TurnId, state: "refused" | "expired" | "uncertain" | "failed", reason: string, at: Date): Promise<void>;
  /** The message was deleted: an open turn becomes `withdrawing` (one of several joined ones leaves them), and its words go. */
  withdraw(key: AskKey, at: Date): Promise<Withdrawal>;
  /** Whatever its state, with all that its reply answers or is to answer; null where there is none. */
  find(turn: TurnId): Promise<Turn | null>;
  /**
   * Its reply is to be taken back, whatever was asked and when: it becomes `withdrawing`, and the words of all that it
   * answers go. Null where that was done before.
   */
  remove(turn: TurnId, at: Date): Promise<Turn | null>;
  /** delivered -> accepted, with all that its reply answers, to be answered into its parts. False in any other state. */
  reopen(turn: TurnId, at: Date): Promise<boolean>;
  /** What was asked reads so now. False where it is not `accepted`. */
  reword(ask: Ask, at: Date): Promise<boolean>;
  /** withdrawing -> withdrawn, with all its parts. */
  withdrawn(turn: TurnId, at: Date): Promise<void>;
  /** Turns that a stop or crash left open, oldest first; they are ours from here on. */
  open(): Promise<readonly Turn[]>;
  /** Takes the words out of these turns (ask and reply), and leaves their states. */
  blank(turns: readonly TurnId[]): Promise<void>;
}

export interface People {
  /** The person behind a platform account; made on first sight. */
  of(platform: string, author: Author, at: Date): Promise<PersonId>;
  /** Null where nobody was heard from that account. */
  known(platform: string, account: string): Promise<PersonId | null>;
}

/** What this run and earlier ones know of a platform. */
export interface Past {
  /** Where somebody has turned to the companion, the most recent first. */
  readonly places: readonly Place[];
  /** How far it was heard, in the platform's own terms; null where it was never heard. */
  readonly heardUntil: string | null;
}

/** Where the companion is known, and how far it has listened: what was said later is still to be fetched. */
export interface Places {
  /** At most `limit` places. */
  past(platform: string, limit: number): Promise<Past>;
  /** What was said up to there is durable, or turned to nobody. */
  heard(platform: string, until: string): Promise<void>;
}

export interface Session {
  readonly id: SessionId;
  readonly place: PlaceKey;
  readonly name: string | null;
  readonly startedAt: Date;
  readonly lastActiveAt: Date;
  /** Messages of both sides. */
  readonly messages: number;
}

/** How many sessions a room has had in all its places, and the one that was last spoken in. */
export interface SessionTally {
  readonly count: number;
  readonly newest: Session | null;
}

export interface Sessions {
  /** The place's newest session; made when there is none. */
  current(place: Place, room: Room, at: Date): Promise<Session>;
  start(place: Place, room: Room, name: string | null, at: Date): Promise<Session>;
  /** Newest first. */
  list(place: Place, limit: number): Promise<readonly Session[]>;
  /** Also of its threads. */
  inRoom(room: RoomKey): Promise<SessionTally>;
}

export interface StoredMessage {
  readonly id: MessageId;
  readonly session: SessionId;
  readonly turn: TurnId;
  readonly role: "user" | "assistant";
  readonly person: PersonId;
  /** The name people saw when it was said. */
  readonly authorName: string;
  readonly scope: Scope;
  readonly text: string;
  /** Counted once, when written. */
  readonly tokens: number;
  readonly terms: readonly string[];
  /** False once what it says no longer holds: it stays in the transcript and is never recalled. */
  readonly recallable: boolean;
  readonly at: Date;
}

export interface Messages {
  /** Also moves the session's last activity. */
  append(message: StoredMessage): Promise<void>;
  /** The session's newest messages, oldest of them first. */
  recent(session: SessionId, limit: number): Promise<readonly StoredMessage[]>;
  /** Recallable messages of people (never replies) that share a term, newest first; unscored. */
  search(audience: Audience, terms: readonly string[], limit: number): Promise<readonly Omit<Passage, "score">[]>;
  /** All messages of these turns, both sides. */
  ofTurns(turns: readonly TurnId[]): Promise<readonly StoredMessage[]>;
  /** All that this person said where the audience reaches, newest first. */
  saidBy(person: PersonId, audience: Audience): Promise<readonly Omit<Passage, "score">[]>;
  hide(messages: readonly MessageId[]): Promise<void>;
  /** Removes the messages of these turns, both sides. */
  eraseTurns(turns: readonly TurnId[]): Promise<number>;
}

/** A file of a message, for later questions in its session. */
export interface NewAttachment {
  readonly session: SessionId;
  /** The message that brought it, and takes it along when it goes. */
  readonly message: MessageId;
  readonly name: string;
  readonly content: Content;
  readonly at: Date;
}

/** Names and contents are always encrypted at rest. */
export interface Attachments {
  /** The same content twice in a session is one: the later message has it. Of each kind only the newest stay. */
  keep(attachment: NewAttachment): Promise<void>;
  /** Of this session, oldest first; nothing from before `since`. */
  recent(session: SessionId, kinds: "text" | "all", since: Date): Promise<readonly ReadAttachment[]>;
  /** Drops what was kept before this, in all sessions. */
  expire(before: Date): Promise<void>;
}

export interface Memories {
  add(memory: Memory): Promise<void>;
  /** Those that hold now, most important first, then newest. */
  current(audience: Audience, limit: number): Promise<readonly Memory[]>;
  /** Those that hold now and share a term, most important first. */
  search(audience: Audience, terms: readonly string[], limit: number): Promise<readonly Memory[]>;
  /** How many were ever kept under this scope: 0 before the first. */
  count(scope: Scope): Promise<number>;
  /** Those that these turns have taught, held or not. */
  learnedIn(turns: readonly TurnId[]): Promise<readonly Memory[]>;
  supersede(memory: MemoryId, by: MemoryId | null, at: Date): Promise<void>;
  /** Those that these took the place of, however long ago. */
  replacedBy(memories: readonly MemoryId[]): Promise<readonly Memory[]>;
  /** It was said again. */
  repeat(memory: MemoryId): Promise<void>;
  erase(memories: readonly MemoryId[]): Promise<number>;
}

export interface Moods {
  get(room: RoomKey): Promise<Mood | null>;
  set(room: RoomKey, mood: Mood, moved: { readonly event: MoodEvent; readonly turn: TurnId }): Promise<void>;
  /** Newest first; all of them where no limit is given. */
  events(room: RoomKey, limit?: number): Promise<readonly MoodEvent[]>;
  /** Takes out what these turns have moved, and gives the rooms. */
  erase(turns: readonly TurnId[]): Promise<readonly RoomKey[]>;
  /** The mood that the events of a room lead to; null where there is none any more. */
  put(room: RoomKey, mood: Mood | null): Promise<void>;
}

export interface JournalEntry {
  /** Counts from 1 for each person, and is never given twice. */
  readonly number: number;
  readonly text: string;
  readonly writtenAt: Date;
}

/** Bodies are always encrypted at rest. */
export interface Journal {
  write(person: PersonId, text: string, at: Date): Promise<JournalEntry>;
  /** Newest first. */
  list(person: PersonId, limit: number): Promise<readonly JournalEntry[]>;
  /** Entries that contain all the words, case and accents aside; newest first. */
  search(person: PersonId, words: string, limit: number): Promise<readonly JournalEntry[]>;
  delete(person: PersonId, number: number): Promise<boolean>;
  /** How many there are now. */
  count(person: PersonId): Promise<number>;
}

export interface Receipts {
  /** Takes the place of the turn's earlier one. */
  add(turn: TurnId, receipt: Receipt, at: Date): Promise<void>;
  /** Turns whose replies drew on any of these memories. */
  turnsThatUsed(memories: readonly MemoryId[]): Promise<readonly TurnId[]>;
}

/** One row a model call, failed ones included. */
export interface UsageEntry {
  readonly turn: TurnId;
  readonly provider: string;
  readonly model: string;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly usd: number | null;
  /** `stop`, `length`, `refusal`, or the kind of its failure. */
  readonly outcome: string;
  readonly at: Date;
}

export interface Usage {
  add(entry: UsageEntry): Promise<void>;
}

/** What one person thinks of one reply, and since when; `none` was taken back. */
export interface Vote {
  readonly vote: "good" | "bad" | "none";
  readonly at: Date;
}

/** What people say about replies, without a word: one vote and one report a person and turn. */
export interface Feedback {
  voteOf(turn: TurnId, person: PersonId): Promise<Vote | null>;
  vote(turn: TurnId, person: PersonId, vote: Vote): Promise<void>;
  /** False where this person has reported it before. */
  report(turn: TurnId, person: PersonId, at: Date): Promise<boolean>;
  erase(turns: readonly TurnId[]): Promise<void>;
}

export interface PluginValues {
  get(plugin: string, key: string): Promise<string | null>;
  set(plugin: string, key: string, value: string): Promise<void>;
  delete(plugin: string, key: string): Promise<void>;
}

export interface Repositories {
  readonly inbox: Inbox;
  readonly people: People;
  readonly places: Places;
  readonly sessions: Sessions;
  readonly messages: Messages;
  readonly attachments: Attachments;
  readonly memories: Memories;
  readonly moods: Moods;
  readonly journal: Journal;
  readonly receipts: Receipts;
  readonly usage: Usage;
  readonly feedback: Feedback;
  readonly pluginValues: PluginValues;
}

/** The database. No network or model call is made inside a transaction, and inside one only `tx` is used. */
export interface Storage extends Repositories {
  transaction<T>(work: (tx: Repositories) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}
