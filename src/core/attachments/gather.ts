import { oneLine } from "../conversation/one-line.ts";
import type { PlatformAdapter } from "../platform.ts";
import type { Attachment, MessageAsk, SessionId } from "../session.ts";
import type { Storage } from "../storage.ts";
import {
  type Content,
  type KnownAttachments,
  keeping,
  limits,
  type ReadAttachment,
  type SentAttachment,
  type UnreadAttachment,
  type UnreadReason,
} from "./attachment.ts";
import { contentOf } from "./content.ts";

/** Who brings the bytes. */
export type Platforms = (name: string) => Pick<PlatformAdapter, "fetch"> | null;

export interface GatherDeps {
  readonly storage: Storage;
  readonly platform: Platforms;
}

export interface Gathering {
  readonly ask: MessageAsk;
  readonly session: SessionId;
  /** Whether the model sees images. */
  readonly sees: boolean;
  readonly now: Date;
  readonly signal: AbortSignal;
}

type Found =
  | { readonly type: "sent"; readonly sent: SentAttachment }
  | { readonly type: "unread"; readonly unread: UnreadAttachment };

/** The files of a message, fetched now, and those of its session that were kept. */
export async function gather(gathering: Gathering, { storage, platform }: GatherDeps): Promise<KnownAttachments> {
  const { ask, session, sees, now } = gathering;
  const most = limits.texts + limits.images;
  const fetched = await Promise.all(ask.attachments.slice(0, most).map((one) => find(one, gathering, platform)));
  const found = withinCount([...fetched, ...ask.attachments.slice(most).map((one) => unread(one, "too-many"))]);
  const sent = found.flatMap((one) => (one.type === "sent" ? [one.sent] : []));
  const since = new Date(now.getTime() - keeping.ms);
  const kept = await storage.attachments.recent(session, sees ? "all" : "text", since);
  return {
    sent,
    earlier: kept
      .filter(({ content }) => !sent.some((one) => isSame(one.content, content)))
      .map((one) => ({ ...one, by: oneLine(one.by) })),
    unread: found.flatMap((one) => (one.type === "unread" ? [one.unread] : [])),
    cut: [],
  };
}

const unread = ({ name }: Pick<Attachment, "name">, reason: UnreadReason): Found => ({
  type: "unread",
  unread: { name: oneLine(name), reason },
});

async function find(attachment: Attachment, { ask, sees, signal }: Gathering, platform: Platforms): Promise<Found> {
  if (attachment.size > limits.imageBytes) return unread(attachment, "too-large");
  const fetched = await platform(ask.place.platform)?.fetch(attachment, limits.imageBytes, signal);
  if (fetched?.type !== "bytes") return unread(attachment, fetched?.type ?? "unreachable");
  const content = contentOf(fetched.bytes);
  if (content === null) return unread(attachment, "unreadable");
  if (content.kind === "text" && fetched.bytes.length > limits.textBytes) return unread(attachment, "too-large");
  if (content.kind === "image" && !sees) return unread(attachment, "unseen");
  const { quotedFrom, name } = attachment;
  const own = quotedFrom === null;
  return { type: "sent", sent: { name: oneLine(name), by: oneLine(quotedFrom ?? ask.author.name), content, own } };
}

/** Of each kind only so many. */
function withinCount(found: readonly Found[]): readonly Found[] {
  const left = { text: limits.texts as number, image: limits.images as number };
  return found.map((one) => {
    if (one.type === "unread") return one;
    left[one.sent.content.kind] -= 1;
    return left[one.sent.content.kind] < 0 ? unread(one.sent, "too-many") : one;
  });
}

function isSame(a: Content, b: Content): boolean {
  if (a.kind === "text" || b.kind === "text")
    return a.kind === b.kind && "text" in a && "text" in b && a.text === b.text;
  const [one, other] = [a.image.bytes, b.image.bytes];
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}

/** What is stored of a turn's files: what its author sent. */
export const ownOf = ({ sent }: KnownAttachments): readonly ReadAttachment[] => sent.filter(({ own }) => own);
