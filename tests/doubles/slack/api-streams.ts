import { threadOf } from "./api-chat.ts";
import type { Args } from "./arguments.ts";
import { blocksOf } from "./blocks.ts";
import { type Duty, done, refused } from "./desk.ts";
import { isRefusal, type Refusal, refusal } from "./errors.ts";
import { isStreaming, type Message, type Stream, stateOf } from "./messages.ts";
import { metadataOf } from "./metadata.ts";
import { type BotAsked, botMethod, orRefused, writable } from "./methods.ts";
import type { Parts } from "./parts.ts";
import { messagePayload } from "./payloads.ts";
import { endStream, newMessage, post, stateFrom, watchStream } from "./posting.ts";
import type { Block } from "./records.ts";
import type { Reply } from "./verdict.ts";
import type { Channel } from "./world.ts";

const scopes = ["chat:write"];

/** Messages that grow while they are read. */
export const streamMethods = (parts: Parts): readonly Duty[] => [
  botMethod(parts, "chat.startStream", { tier: "tier2", scopes, work: (asked) => start(parts, asked) }),
  botMethod(parts, "chat.appendStream", { tier: "tier4", scopes, work: (asked) => append(parts, asked) }),
  botMethod(parts, "chat.stopStream", { tier: "tier2", scopes, work: (asked) => stop(parts, asked) }),
];

/** What one call adds. */
interface Piece {
  /** Null: the call said nothing. */
  readonly mode: Stream["mode"] | null;
  readonly text: string;
  readonly blocks: readonly Block[];
}

function start(parts: Parts, asked: BotAsked): Reply {
  const { args } = asked;
  return orRefused(writable(parts, asked, args.text("channel")), (channel) => {
    if (!args.has("thread_ts")) return refused(refusal("invalid_arguments", ["missing required field: thread_ts"]));
    const thread = threadOf(parts, channel, args.text("thread_ts"));
    if (isRefusal(thread)) return refused(thread);
    const stranger = recipientProblem(parts, args);
    if (stranger) return refused(stranger);
    return orRefused(pieceOf(parts, args), (piece) => begin(parts, asked, channel, piece));
  });
}

/** Slack asks for both in channels; bots have met the same in direct messages. */
function recipientProblem({ world }: Parts, args: Args): Refusal | null {
  if (!args.has("recipient_user_id")) return refusal("missing_recipient_user_id");
  if (!args.has("recipient_team_id")) return refusal("missing_recipient_team_id");
  return world.users.has(args.text("recipient_user_id") ?? "") ? null : refusal("user_not_found");
}

function begin(parts: Parts, { args, team, bot }: BotAsked, channel: Channel, piece: Piece): Reply {
  const at = parts.now();
  const stream: Stream = { mode: piece.mode ?? "chunks", startedAt: at, appendedAt: at, stopped: null };
  const origin = { author: team.bot.user, thread: args.text("thread_ts"), bot, method: "chat.startStream", stream };
  const content = { text: piece.text, markdown: true, blocks: piece.blocks, streaming: "in_progress" } as const;
  const message = newMessage(parts, channel, content, origin);
  post(parts, message, null);
  watchStream(parts, message);
  return done({ channel: channel.id, ts: message.ts }, message);
}

/** The stream that is meant, and what is to be added to it. */
function streamOf(parts: Parts, asked: BotAsked): readonly [Message, Stream, Piece] | Refusal {
  const { args, team } = asked;
  const channel = writable(parts, asked, args.text("channel"));
  if (isRefusal(channel)) return channel;
  const message = parts.messages.alive(channel.id, args.text("ts"));
  if (!message) return refusal("message_not_found");
  if (message.author !== team.bot.user) return refusal("message_not_owned_by_app");
  const { stream } = message;
  if (stream?.stopped === "user") return refusal("stopped_by_user");
  if (!stream || !isStreaming(message)) return refusal("message_not_in_streaming_state");
  const piece = pieceOf(parts, args);
  if (isRefusal(piece)) return piece;
  return piece.mode !== null && piece.mode !== stream.mode
    ? refusal("streaming_mode_mismatch")
    : [message, stream, piece];
}

function append(parts: Parts, asked: BotAsked): Reply {
  return orRefused(streamOf(parts, asked), ([message, stream, piece]) => {
    if (piece.mode === null) return refused(refusal("no_text"));
    stream.appendedAt = parts.now();
    parts.messages.change(
      message,
      stateFrom(parts, { ...grown(message, piece), markdown: true, streaming: "in_progress" }),
    );
    return done({ channel: message.channel, ts: message.ts }, message);
  });
}

function stop(parts: Parts, asked: BotAsked): Reply {
  const { args } = asked;
  return orRefused(streamOf(parts, asked), ([message, , piece]) =>
    orRefused(blocksOf(args.json("blocks"), parts.makeId), (below) => {
      const metadata = metadataOf(args);
      if (isRefusal(metadata)) return refused(metadata);
      const { text, blocks } = grown(message, piece);
      endStream(parts, message, "app", { text, blocks: [...blocks, ...below], metadata: metadata ?? null });
      const { channel, ts } = message;
      return done({ channel, ts, message: messagePayload(message, parts) }, message);
    }),
  );
}

/** The rich text that Slack has made of the text before is made anew. */
function grown(
  message: Message,
  { text, blocks }: Piece,
): { readonly text: string; readonly blocks: readonly Block[] } {
  const before = stateOf(message);
  const own = before.blocks.filter(({ type }) => type !== "rich_text");
  return { text: `${before.text ?? ""}${text}`, blocks: [...own, ...blocks] };
}

const textMost = 12_000;

function pieceOf(parts: Parts, args: Args): Piece | Refusal {
  const markdown = args.text("markdown_text");
  const chunks = args.json("chunks");
  if (markdown !== null && chunks !== undefined) return refusal("cannot_provide_both_markdown_text_and_chunks");
  if (chunks !== undefined) return chunkPiece(parts, chunks);
  if (markdown === null || markdown === "") return { mode: null, text: "", blocks: [] };
  return markdown.length > textMost ? refusal("msg_too_long") : { mode: "text", text: markdown, blocks: [] };
}

function chunkPiece(parts: Parts, chunks: unknown): Piece | Refusal {
  if (!Array.isArray(chunks)) return refusal("invalid_chunks");
  if (chunks.length === 0) return { mode: null, text: "", blocks: [] };
  let piece: Piece = { mode: "chunks", text: "", blocks: [] };
  for (const chunk of chunks) {
    const added = chunkOf(parts, (chunk ?? {}) as Block);
    if (isRefusal(added)) return added;
    piece = { mode: "chunks", text: piece.text + added.text, blocks: [...piece.blocks, ...added.blocks] };
  }
  return piece;
}

const nothing = { text: "", blocks: [] as readonly Block[] };
const statuses = ["pending", "in_progress", "complete", "error"];
const isShort = (value: unknown): boolean => value === undefined || (typeof value === "string" && value.length <= 256);

function chunkOf({ makeId }: Parts, chunk: Block): Pick<Piece, "text" | "blocks"> | Refusal {
  const { type, text, title } = chunk;
  if (type === "markdown_text") return typeof text === "string" ? textChunk(text) : refusal("invalid_chunks");
  if (type === "blocks") {
    const blocks = blocksOf(chunk["blocks"], makeId);
    return isRefusal(blocks) ? blocks : { ...nothing, blocks };
  }
  const isPlan = type === "plan_update" && typeof title === "string" && isShort(title);
  return isPlan || isTask(chunk) ? nothing : refusal("invalid_chunks");
}

const textChunk = (text: string): Pick<Piece, "text" | "blocks"> | Refusal =>
  text.length > textMost ? refusal("msg_too_long") : { ...nothing, text };

function isTask({ type, id, title, status, details, output }: Block): boolean {
  const named = type === "task_update" && typeof id === "string" && typeof title === "string";
  return named && statuses.includes(String(status)) && [title, details, output].every(isShort);
}
