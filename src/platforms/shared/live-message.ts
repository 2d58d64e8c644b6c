import { createHash } from "node:crypto";
import type { Addresses } from "../../core/addresses.ts";
import type { Clock, Logger } from "../../core/ports.ts";
import type { Delivery, LiveReply, Markdown, Offer, Reply } from "../../core/reply.ts";
import type { AskKey } from "../../core/session.ts";
import { firstPersonPart, PostedParts } from "./posted-parts.ts";
import type { Shown, Surface, Wire } from "./wire.ts";

export interface LiveMessageOptions {
  readonly delivery: Delivery;
  readonly wire: Wire;
  /** Prefix-stable: closed parts of a beginning are parts of the whole. */
  readonly split: (text: Markdown, surface: Surface, addresses: Addresses) => readonly Markdown[];
  /** Where the platform can append: what of the last part of a text that is being written stays as it is. */
  readonly settled?: (text: Markdown, addresses: Addresses) => Markdown;
  readonly clock: Clock;
  readonly log: Logger;
  /** Shortest time between two edits that only show progress. */
  readonly editMs: number;
  /** How long the platform surely remembers a nonce. */
  readonly nonceMs: number;
  /** Without nonces: how long a post without an answer may still be under way. */
  readonly underWayMs?: number;
  /** Around requests that only show progress: false where it left them out, because the platform has no room for them. */
  readonly whenRoom?: (work: () => Promise<void>) => Promise<boolean>;
}

/** Platforms show "is typing" for about ten seconds. */
const typingMs = 8_000;

/**
 * At most 25 characters, and the same for the same posting of a part in every run, also of one that ended before its
 * turn was durable. A part that was removed and is needed again is another posting: with the old nonce the platform
 * would name the message that is gone.
 */
export const nonceOf = (inReplyTo: AskKey, part: number, since: Date): string =>
  createHash("sha256").update(`${inReplyTo}/${part}/${since.getTime()}`).digest("base64url").slice(0, 25);

/** A reply that is posted once and then edited in place: the newest text wins, and the last one always gets there. */
export function liveMessage(options: LiveMessageOptions): LiveReply {
  const { delivery, wire, split, clock, log, editMs, whenRoom = always } = options;
  const parts = new PostedParts({ ...options, nonceOf: (part, since) => nonceOf(delivery.inReplyTo, part, since) });
  const finished = new AbortController();
  let wanted: { readonly text: Markdown; readonly addresses: Addresses } | null = null;
  let showing: Promise<void> | null = null;
  let typedAt = Number.NEGATIVE_INFINITY;

  const untold = (error: unknown): true => {
    log.debug({ turn: delivery.turn }, `progress was not shown: ${String(error)}`);
    return true;
  };
  const progress = async (): Promise<void> => {
    while (wanted !== null && !finished.signal.aborted && !delivery.gone.aborted) {
      const newest = wanted;
      const { text, addresses } = newest;
      wanted = null;
      const grown = options.settled?.(text, addresses) ?? null;
      const texts = inParts(split(text, "place", addresses), delivery.offers(null), grown);
      const over = await whenRoom(() => putAll(parts, 0, texts, finished.signal)).catch(untold);
      if (!over) wanted ??= newest;
      await clock.sleep(editMs, finished.signal);
    }
    showing = null;
  };
  /** The request that is under way ends before another one begins. */
  const quiet = async (): Promise<void> => {
    finished.abort();
    await showing;
  };

  return {
    show: (textSoFar, addresses = []) => {
      if (finished.signal.aborted || textSoFar.trim() === "") return;
      wanted = { text: textSoFar, addresses };
      showing ??= progress();
    },
    status: () => {
      const now = clock.now().getTime();
      if (finished.signal.aborted || now - typedAt < typingMs) return;
      typedAt = now;
      void wire.typing();
    },
    finish: async (reply) => {
      await quiet();
      try {
        await putReply(parts, reply, split, delivery.offers(reply));
      } finally {
        void wire.typed();
      }
    },
    withdraw: async () => {
      await quiet();
      await parts.removeFrom(0, Number.POSITIVE_INFINITY);
      await wire.typed();
    },
    abandon: async () => {
      await quiet();
      await wire.typed();
    },
  };
}

const always = (work: () => Promise<void>): Promise<boolean> => work().then(() => true);

async function putAll(parts: PostedParts, from: number, pieces: readonly Shown[], until?: AbortSignal) {
  for (const [index, shown] of pieces.entries()) {
    if (until?.aborted) return;
    await parts.put(from + index, shown);
  }
}

/** Only the last part has buttons, and grows. */
const inParts = (
  texts: readonly Markdown[],
  actions: readonly Offer[],
  growing: Markdown | null = null,
): readonly Shown[] =>
  texts.map((text, at) =>
    at === texts.length - 1 ? { text, actions, growing } : { text, actions: [], growing: null },
  );

/** What stood there before for others than the reply is for goes away. */
async function putReply(
  parts: PostedParts,
  reply: Reply,
  split: LiveMessageOptions["split"],
  actions: readonly Offer[],
): Promise<void> {
  const { visibility, aside, addresses } = reply;
  const forPlace = visibility === "place" ? [bodyOf(reply)] : [];
  const forPerson = [...(visibility === "person" ? [bodyOf(reply)] : []), ...(aside === null ? [] : [aside])];
  const place = forPlace.flatMap((text) => split(text, "place", addresses));
  const person = forPerson.length === 0 ? [] : split(forPerson.join("\n\n"), "person", addresses);
  const refusal: unknown = await putAll(parts, 0, inParts(place, actions)).then(
    () => null,
    (error) => error,
  );
  // A place that takes nothing keeps nobody from what is for them alone: it may be help.
  await putAll(parts, firstPersonPart, inParts(person, []));
  if (refusal !== null) throw refusal;
  await parts.removeFrom(place.length, firstPersonPart);
  await parts.removeFrom(firstPersonPart + person.length, Number.POSITIVE_INFINITY);
}

/** What is said beside the answer stands below it. */
const bodyOf = ({ body, notices }: Reply): Markdown => [body, ...notices.map(({ text }) => text)].join("\n\n");
