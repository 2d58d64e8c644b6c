import { PlatformError } from "../../core/errors.ts";
import type { Markdown, Offer } from "../../core/reply.ts";

/** Who sees a posted part: the whole place, or the asking person alone. */
export type Surface = "place" | "person";

/** What a part shows. */
export interface Shown {
  readonly text: Markdown;
  /** What buttons are for: below the last part of a reply alone. */
  readonly actions: readonly Offer[];
  /**
   * Of a text that is still being written, where a platform can append: what of it stays as it is whatever comes next,
   * in the words that may be appended. Null: it is finished, or is edited in place.
   */
  readonly growing: Markdown | null;
}

/** The same, and to whom, as which part of the reply. */
export interface Showing extends Shown {
  readonly surface: Surface;
  /** Counts from 0. */
  readonly part: number;
}

export interface NewPart extends Showing {
  /** The same for the same part, always: a platform that knows it already answers with the message that is there. */
  readonly nonce: string;
}

/**
 * The last look before bytes are sent. A permission that has grown old meanwhile, because the request had to wait or the
 * process stood still, is asked for anew; rejects where there is none any more: the process may have been replaced.
 */
export interface Still {
  (): Promise<void>;
  /** Whether it would have to be asked for anew now: asked when the first byte is about to be sent. */
  readonly isOld: () => boolean;
}

/**
 * One reply's requests to its platform. Each rejects with a PlatformError: `retryable` where the same request may
 * succeed later, or where nobody knows whether it was carried out.
 */
export interface Wire {
  /** Makes a part visible; gives the platform's id of it. */
  create(part: NewPart, still: Still): Promise<string>;
  /** False where the message is not there any more. */
  edit(id: string, showing: Showing, still: Still): Promise<boolean>;
  /** Also where it is gone already. */
  remove(id: string, still: Still): Promise<void>;
  /** Looks in the platform's history for a message of this reply that is none of `known`. */
  find(surface: Surface, known: readonly string[]): Promise<string | null>;
  /** A sign of life that leaves nothing behind. Never rejects. */
  typing(): Promise<void>;
  /** Nothing is being made any more: takes `typing` away, where no part of the reply has done so. Never rejects. */
  typed(): Promise<void>;
}

/** Nothing has come back: it may have been carried out, or be carried out yet. */
export class Unanswered extends PlatformError {
  constructor(message: string, cause: unknown) {
    super("E-PLATFORM-DELIVERY", message, { retryable: true, cause });
  }
}

/** Of this request no byte has left: the platform cannot have carried it out. */
export class NotSent extends PlatformError {
  constructor(message: string, cause: unknown) {
    super("E-PLATFORM-DELIVERY", message, { retryable: true, cause });
  }
}
