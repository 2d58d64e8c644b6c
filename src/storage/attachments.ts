import { z } from "zod";
import { type Content, imageTypes, keeping, type ReadAttachment } from "../core/attachments/attachment.ts";
import type { Attachments, NewAttachment } from "../core/storage.ts";
import type { Client } from "./client.ts";
import type { Sealer } from "./crypto.ts";
import type { Database } from "./database.ts";
import type { Attachment as AttachmentRow } from "./generated/sqlite/client.ts";

export function attachments(database: Database): Attachments {
  const { client, sealer } = database;
  return {
    keep: (attachment) => database.atomically((tx) => keep({ ...database, client: tx }, attachment)),
    recent: async (session, kinds, since) => {
      const rows = await client.attachment.findMany({
        where: { sessionId: session, at: { gte: since }, ...(kinds === "text" && { kind: "text" }) },
        orderBy: { seq: "asc" },
        include: { message: { select: { authorName: true } } },
      });
      return rows.map((row) => toAttachment(sealer, row));
    },
    expire: (before) =>
      database.atomically(async (tx) => {
        await tx.attachment.deleteMany({ where: { at: { lt: before } } });
      }),
  };
}

const cell = (column: "name" | "body", row: string) => ({ table: "Attachment", column, row });

/** One that is there already begins anew: it is the newest then, and belongs to the message that brought it again. */
async function keep({ client, sealer, ids }: Database, attachment: NewAttachment): Promise<void> {
  const { session: sessionId, message: messageId, content, at } = attachment;
  const hash = sealer.fingerprint(content.kind === "text" ? content.text : content.image.bytes, sessionId);
  const id = ids.next();
  const name = sealer.seal(attachment.name, cell("name", id));
  const body = sealer.seal(JSON.stringify(toBody(content)), cell("body", id));
  await client.attachment.deleteMany({ where: { sessionId, hash } });
  const data = { id, sessionId, messageId, hash, kind: content.kind, name, body, at };
  await client.attachment.create({ data, select: { seq: true } });
  await dropOldest(client, sessionId, content.kind);
}

const most = { text: keeping.texts, image: keeping.images } as const;

async function dropOldest(client: Client, sessionId: string, kind: Content["kind"]): Promise<void> {
  const rows = await client.attachment.findMany({
    where: { sessionId, kind },
    orderBy: { seq: "desc" },
    skip: most[kind],
    select: { seq: true },
  });
  if (rows.length > 0) await client.attachment.deleteMany({ where: { seq: { in: rows.map(({ seq }) => seq) } } });
}

const sealed = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string() }),
  z.object({ kind: z.literal("image"), type: z.enum(imageTypes), base64: z.base64() }),
]);

type Body = z.output<typeof sealed>;

const toBody = (content: Content): Body =>
  content.kind === "text"
    ? content
    : { kind: "image", type: content.image.type, base64: Buffer.from(content.image.bytes).toString("base64") };

const fromBody = (body: Body): Content =>
  body.kind === "text"
    ? body
    : { kind: "image", image: { type: body.type, bytes: new Uint8Array(Buffer.from(body.base64, "base64")) } };

type FullRow = AttachmentRow & { readonly message: { readonly authorName: string } };

const toAttachment = (sealer: Sealer, { id, name, body, message }: FullRow): ReadAttachment => ({
  name: sealer.open(name, cell("name", id)),
  by: message.authorName,
  content: fromBody(sealed.parse(JSON.parse(sealer.open(body, cell("body", id))))),
});
