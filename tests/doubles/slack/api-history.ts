import type { Args } from "./arguments.ts";
import { type Duty, done, refused } from "./desk.ts";
import { isRefusal, type Refusal, refusal } from "./errors.ts";
import { isStamp } from "./ids.ts";
import type { Message } from "./messages.ts";
import { type BotAsked, botMethod, orRefused, readable } from "./methods.ts";
import type { Parts } from "./parts.ts";
import { messagePayload } from "./payloads.ts";
import type { Reply } from "./verdict.ts";

/** What was said before. */
export function historyMethods(parts: Parts): readonly Duty[] {
  const tier = parts.settings.distributed ? "distributed" : "tier3";
  return [
    botMethod(parts, "conversations.history", { tier, work: (asked) => history(parts, asked) }),
    botMethod(parts, "conversations.replies", { tier, work: (asked) => replies(parts, asked) }),
  ];
}

interface Range {
  readonly oldest: number;
  readonly latest: number;
  readonly inclusive: boolean;
  readonly limit: number;
  /** Where the next page begins. */
  readonly offset: number;
}

const most = 999;
const mostDistributed = 15;

function rangeOf({ settings }: Parts, args: Args, usual: number): Range | Refusal {
  const [oldest, latest] = [bound(args, "oldest", 0), bound(args, "latest", Number.POSITIVE_INFINITY)];
  if (oldest === null) return refusal("invalid_ts_oldest");
  if (latest === null) return refusal("invalid_ts_latest");
  const limit = args.number("limit") ?? usual;
  if (!Number.isInteger(limit) || limit < 1 || limit > Math.max(most, usual)) return refusal("invalid_limit");
  const offset = offsetIn(args.text("cursor"));
  if (offset === null) return refusal("invalid_cursor");
  const allowed = settings.distributed ? Math.min(limit, mostDistributed) : limit;
  return { oldest, latest, inclusive: args.flag("inclusive"), limit: allowed, offset };
}

function bound(args: Args, name: string, otherwise: number): number | null {
  const text = args.text(name);
  if (text === null || text === "" || text === "now") return otherwise;
  return isStamp(text) || /^\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

const cursorAt = (offset: number): string => Buffer.from(`next_ts:${offset}`).toString("base64");

function offsetIn(cursor: string | null): number | null {
  if (cursor === null || cursor === "") return 0;
  const [, offset] = /^next_ts:(\d+)$/.exec(Buffer.from(cursor, "base64").toString()) ?? [];
  return offset === undefined ? null : Number(offset);
}

const within = (messages: readonly Message[], { oldest, latest, inclusive }: Range): readonly Message[] =>
  messages.filter(({ ts }) => {
    const time = Number(ts);
    return inclusive ? time >= oldest && time <= latest : time > oldest && time < latest;
  });

/** The newest first. Those that come with `oldest` alone are the oldest of them, so that one can page forwards. */
function history(parts: Parts, asked: BotAsked): Reply {
  const { args } = asked;
  return orRefused(readable(parts, asked, args.text("channel"), "history"), ({ id }) =>
    orRefused(rangeOf(parts, args, 100), (range) => {
      const all = within(parts.messages.inChannel(id), range);
      const forwards = args.has("oldest") && !args.has("latest");
      const ordered = forwards ? all : all.toReversed();
      const page = ordered.slice(range.offset, range.offset + range.limit);
      const shown = forwards ? page.toReversed() : page;
      return paged(parts, asked, shown, {
        range,
        total: all.length,
        extra: { pin_count: 0, channel_actions_ts: null, channel_actions_count: 0 },
      });
    }),
  );
}

/** The head first, on every page, and then the replies from the oldest on. */
function replies(parts: Parts, asked: BotAsked): Reply {
  const { args } = asked;
  const ts = args.text("ts") ?? "";
  return orRefused(readable(parts, asked, args.text("channel"), "history"), ({ id }) => {
    const head = parts.messages.alive(id, ts) ?? parts.messages.tombstone(id, ts);
    if (!head) return refused(refusal("thread_not_found"));
    const range = rangeOf(parts, args, 1_000);
    if (isRefusal(range)) return refused(range);
    const below = head.thread === null || head.thread === ts ? within(parts.messages.replies(id, ts), range) : [];
    const room = Math.max(1, range.limit - 1);
    const page = below.slice(range.offset, range.offset + room);
    return paged(parts, asked, [head, ...page], { range: { ...range, limit: room }, total: below.length, extra: {} });
  });
}

interface Paging {
  readonly range: Range;
  readonly total: number;
  readonly extra: Readonly<Record<string, unknown>>;
}

function paged(parts: Parts, { args }: BotAsked, shown: readonly Message[], { range, total, extra }: Paging): Reply {
  const metadata = args.flag("include_all_metadata");
  const next = range.offset + range.limit;
  return done({
    messages: shown.map((message) => messagePayload(message, parts, { metadata })),
    has_more: next < total,
    ...extra,
    ...(next < total && { response_metadata: { next_cursor: cursorAt(next) } }),
  });
}
