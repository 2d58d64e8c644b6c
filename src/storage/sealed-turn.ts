/** Asks and replies as the inbox keeps them: sealed JSON, checked when it is read. */
import { z } from "zod";
import type { Receipt, Reply } from "../core/reply.ts";
import {
  type Ask,
  type AskKey,
  type Attachment,
  type CommandInput,
  locales,
  type RoomKey,
  type TurnId,
} from "../core/session.ts";
import type { Sealer } from "./crypto.ts";

const branded = <T extends string>() => z.string().transform((text) => text as T);

const said = {
  key: branded<AskKey>(),
  place: z.object({
    platform: z.string(),
    guild: z.string().nullable(),
    channel: z.string(),
    thread: z.string().nullable(),
  }),
  room: z.object({ key: branded<RoomKey>(), kind: z.enum(["channel", "private-thread", "group", "direct"]) }),
  author: z.object({ id: z.string(), name: z.string() }),
  locale: z.enum(locales).nullable(),
  sentAt: z.iso.datetime().transform((text) => new Date(text)),
};

const attachment: z.ZodType<Attachment> = z.object({
  name: z.string(),
  size: z.number(),
  source: z.string(),
  quotedFrom: z.string().nullable(),
});

const ask: z.ZodType<Ask> = z.discriminatedUnion("type", [
  z.object({
    ...said,
    type: z.literal("message"),
    addressing: z.enum(["direct", "mention", "reply", "thread", "ambient"]),
    text: z.string(),
    quoted: z.object({ author: z.string(), text: z.string() }).nullable(),
    // Messages of the first release have none.
    attachments: z.array(attachment).default([]),
  }),
  z.object({
    ...said,
    type: z.literal("command"),
    command: z.string().nullable(),
    input: z.discriminatedUnion("type", [
      z.object({ type: z.literal("line"), text: z.string() }),
      z.object({
        type: z.literal("fields"),
        values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
      }),
      z.object({ type: z.literal("withheld") }),
    ]),
    // Commands of the first release have none.
    handle: z.string().nullable().default(null),
  }),
  z.object({ ...said, type: z.literal("concern"), concern: z.enum(["self-harm", "danger"]) }),
]);

const receipt: z.ZodType<Receipt> = z.object({
  provider: z.string(),
  model: z.string(),
  inputTokens: z.number(),
  outputTokens: z.number(),
  usd: z.number().nullable(),
  firstTokenMs: z.number().nullable(),
  memories: z.array(z.string()),
});

const reply: z.ZodType<Reply> = z.object({
  body: z.string(),
  visibility: z.enum(["place", "person"]),
  // Replies of the first release have none.
  aside: z.string().nullable().default(null),
  notices: z.array(z.object({ code: z.string().nullable(), text: z.string() })),
  // Nor have they any addresses.
  addresses: z.array(z.string()).default([]),
  offRecord: z.boolean(),
  receipt: receipt.nullable(),
});

const cell = (column: "ask" | "reply", row: TurnId) => ({ table: "Turn", column, row });

export const sealAsk = (sealer: Sealer, turn: TurnId, value: Ask): string =>
  sealer.seal(JSON.stringify(value), cell("ask", turn));

export const openAsk = (sealer: Sealer, turn: TurnId, sealed: string): Ask =>
  ask.parse(JSON.parse(sealer.open(sealed, cell("ask", turn))));

export const sealReply = (sealer: Sealer, turn: TurnId, value: Reply): string =>
  sealer.seal(JSON.stringify(value), cell("reply", turn));

export const openReply = (sealer: Sealer, turn: TurnId, sealed: string): Reply =>
  reply.parse(JSON.parse(sealer.open(sealed, cell("reply", turn))));

/** The same ask without a word of what was said, and without a sign of what it was about. */
export function withoutWords(value: Ask): Ask {
  if (value.type === "concern") {
    const { concern: _, ...frame } = value;
    const addressing = value.room.kind === "direct" ? "direct" : "mention";
    return { ...frame, type: "message", addressing, text: "", quoted: null, attachments: [] };
  }
  if (value.type === "message") return { ...value, text: "", quoted: null, attachments: [] };
  return { ...value, input: empty[value.input.type], handle: null };
}

const empty: Readonly<Record<CommandInput["type"], CommandInput>> = {
  line: { type: "line", text: "" },
  fields: { type: "fields", values: {} },
  withheld: { type: "withheld" },
};

/** A message of which nothing is left. */
export const isWordless = (value: Ask): boolean =>
  value.type === "message" && value.text === "" && value.quoted === null && value.attachments.length === 0;

export const withoutAnswer = (value: Reply): Reply => ({ ...value, body: "", aside: null, notices: [], addresses: [] });
