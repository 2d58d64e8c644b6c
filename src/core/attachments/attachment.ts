/** Images that models take. */
export const imageTypes = ["image/png", "image/jpeg", "image/webp", "image/gif"] as const;
export type ImageType = (typeof imageTypes)[number];

export interface Image {
  readonly type: ImageType;
  readonly bytes: Uint8Array;
}

/** What a file is, by its bytes and not by its name. */
export type Content =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "image"; readonly image: Image };

/** A file with its content. It is data, whoever sent it and whatever it says. */
export interface ReadAttachment {
  /** On one line. */
  readonly name: string;
  /** Whose it is, as people saw the name. */
  readonly by: string;
  readonly content: Content;
}

/** A file that came with this message. */
export interface SentAttachment extends ReadAttachment {
  /** False where it belongs to the message replied to: it is used, and not stored. */
  readonly own: boolean;
}

/** Why the content of a file is not there: `unseen` is an image before a model that sees none. */
export type UnreadReason = "too-large" | "too-many" | "unreachable" | "unreadable" | "unseen";

export interface UnreadAttachment {
  readonly name: string;
  readonly reason: UnreadReason;
}

/** A file that did not fit into the prompt as a whole. */
export interface CutAttachment {
  readonly name: string;
  /** In characters. */
  readonly shown: number;
  readonly length: number;
}

/** The files that one turn knows. */
export interface KnownAttachments {
  readonly sent: readonly SentAttachment[];
  /** Of this session alone, oldest first. */
  readonly earlier: readonly ReadAttachment[];
  readonly unread: readonly UnreadAttachment[];
  /** Of those that were sent with this message. */
  readonly cut: readonly CutAttachment[];
}

export const noAttachments: KnownAttachments = { sent: [], earlier: [], unread: [], cut: [] };

/** With one message. */
export const limits = { textBytes: 262_144, imageBytes: 5_242_880, texts: 4, images: 4 } as const;

/** In one session, for later questions: the newest, and not for longer. */
export const keeping = { texts: 8, images: 2, ms: 7 * 24 * 3_600_000 } as const;
