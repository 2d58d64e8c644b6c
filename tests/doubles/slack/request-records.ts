import type { Call } from "../http-server.ts";
import type { Args } from "./arguments.ts";
import type { RequestRecord } from "./records.ts";
import type { Verdict } from "./verdict.ts";
import type { Team } from "./world.ts";

type AskedFor = Pick<
  RequestRecord,
  "bot" | "userAgent" | "method" | "team" | "channel" | "ts" | "thread" | "text" | "metadata"
>;

/** What a request says of itself. */
export const askedIn = (method: string, { bot, userAgent }: Call, args: Args, team: Team | null): AskedFor => ({
  ...{ bot, userAgent, method, team: team?.id ?? null },
  channel: args.text("channel") ?? args.text("channel_id"),
  ts: args.text("ts") ?? args.text("timestamp"),
  thread: args.text("thread_ts"),
  text: args.text("text") ?? args.text("markdown_text"),
  metadata: args.json("metadata") ?? null,
});

type CameOf = Pick<RequestRecord, "channel" | "ts" | "outcome" | "status" | "error" | "carriedOutAt" | "retryAfterMs">;

export function outcomeIn({ outcome, answer, done, retryAfterMs }: Verdict, asked: AskedFor, at: number): CameOf {
  const body = answer?.body;
  const carriedOutAt: number | null = done?.outcome === "done" ? at : null;
  const error = typeof body === "object" && body !== null && "error" in body ? String(body.error) : null;
  return {
    channel: done?.channel ?? asked.channel,
    ts: done?.ts ?? asked.ts,
    ...{ outcome, error, retryAfterMs: retryAfterMs ?? null, status: answer?.status ?? null },
    carriedOutAt,
  };
}
