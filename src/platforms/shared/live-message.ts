import { createHash } from "node:crypto";
import type { Addresses } from "../../core/addresses.ts";
import type { Clock, Logger } from "../../core/ports.ts";
import type { Delivery, LiveReply, Markdown, Reply } from "../../core/reply.ts";
import type { TurnId } from "../../core/session.ts";
import { firstPersonPart, PostedParts } from "./posted-parts.ts";
import type { Wire } from "./wire.ts";

export interface LiveMessageOptions {
  readonly delivery: Delivery;
  readonly wire: Wire;
  /** Prefix-stable: closed parts of a beginning are parts of the whole. */
  readonly split: (text: Markdown, addresses: Addresses) => readonly Markdown[];
  readonly clock: Clock;
  readonly log: Logger;
  /** Shortest time between two edits that only show progress. */
  readonly editMs: number;
  /** How long the platform surely remembers a nonce. */
  readonly nonceMs: number;
  /** Around requests that only show progress: leaves them out where the platform has no room for them. */
  readonly whenRoom?: (work: () => Promise<void>) => Promise<void>;
}

/** Platforms show "is typing" for about ten seconds. */
const typingMs = 8_000;

/**
 * At most 25 characters, and the same for the same posting of a part in every run. A part that was removed and is needed
 * again is another posting: with the old nonce the platform would name the message that is gone.
 */
export const nonceOf = (turn: TurnId, part: number, since: Date): string =>
  createHash("sha256").update(`${turn}/${part}/${since.getTime()}`).digest("base64url").slice(0, 25);

/** A reply that is posted once and then edited in place: the newest text wins, and the last one always gets there. */
export function liveMessage(options: LiveMessageOptions): LiveReply {
  const { delivery, wire, split, clock, log, editMs, whenRoom = (work) => work() } = options;
  const parts = new PostedParts({ ...options, nonceOf: (part, since) => nonceOf(delivery.turn, part, since) });
  const finished = new AbortController();
  let wanted: { readonly text: Markdown; readonly addresses: Addresses } | null = null;
  let showing: Promise<void> | null = null;
  let typedAt = Number.NEGATIVE_INFINITY;

  const progress = async (): Promise<void> => {
    while (wanted !== null && !finished.signal.aborted && !delivery.gone.aborted) {
      const { text, addresses } = wanted;
      wanted = null;
      await whenRoom(() => putAll(parts, 0, split(text, addresses), finished.signal)).catch((error) =>
        log.debug({ turn: delivery.turn }, `progress was not shown: ${String(error)}`),
      );
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
      await putReply(parts, reply, split);
    },
    withdraw: async () => {
      await quiet();
      await parts.removeFrom(0, Number.POSITIVE_INFINITY);
    },
    abandon: quiet,
  };
}

async function putAll(parts: PostedParts, from: number, texts: readonly Markdown[], until?: AbortSignal) {
  for (const [index, text] of texts.entries()) {
    if (until?.aborted) return;
    await parts.put(from + index, text);
  }
}

/** What stood there before for others than the reply is for goes away. */
async function putReply(parts: PostedParts, reply: Reply, split: LiveMessageOptions["split"]): Promise<void> {
  const { addresses } = reply;
  const body = split(bodyOf(reply), addresses);
  const aside = reply.aside === null ? [] : split(reply.aside, addresses);
  const [place, person] = reply.visibility === "place" ? [body, aside] : [[], [...body, ...aside]];
  await putAll(parts, 0, place);
  await putAll(parts, firstPersonPart, person);
  await parts.removeFrom(place.length, firstPersonPart);
  await parts.removeFrom(firstPersonPart + person.length, Number.POSITIVE_INFINITY);
}

/** What is said beside the answer stands below it. */
const bodyOf = ({ body, notices }: Reply): Markdown => [body, ...notices.map(({ text }) => text)].join("\n\n");
