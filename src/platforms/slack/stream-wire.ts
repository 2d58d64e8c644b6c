import type { Delivery } from "../../core/reply.ts";
import type { TurnId } from "../../core/session.ts";
import { type NewPart, NotSent, type Showing, type Still, type Wire } from "../shared/wire.ts";
import { buttonsOf } from "./blocks.ts";
import { refusalOf } from "./failures.ts";
import { markOf, partId, spotOf } from "./message-wire.ts";
import type { Outbound } from "./outbound.ts";
import { firstOf } from "./streams.ts";

export interface StreamWireOptions {
  readonly delivery: Delivery;
  readonly outbound: Outbound;
  /** By which everything is posted that does not grow. */
  readonly plain: Wire;
  readonly team: () => Promise<string>;
  /** Somebody has stopped it by Slack's own sign. */
  readonly stopped: (turn: TurnId) => void;
}

/** What this run knows of a message that it has begun as a stream. */
interface Growing {
  /** What was appended so far. */
  sent: string;
  /** `waits`: nothing is added before its last form, because somebody has stopped it or nobody knows what it says. */
  state: "grows" | "waits" | "ended";
}

/**
 * One reply in a thread: while it is written its last part is appended to, and in the end it gets the face that any
 * message has. Whatever Slack does not take of that, the reply is posted and edited like others.
 */
export function streamWire({ delivery, outbound, plain, team, stopped }: StreamWireOptions): Wire {
  const { streams } = outbound;
  const begun = new Map<string, Growing>();

  const start = async ({ growing, actions }: NewPart, still: Still): Promise<string> => {
    const { place, asker, turn, locale } = delivery;
    const text = firstOf(growing ?? "");
    const beginning = {
      ...{ channel: place.channel, thread: place.thread ?? "", recipient: asker.id, team: await team(), text },
      buttons: buttonsOf(turn, actions, locale),
    };
    const id = partId(await outbound.whileAllowed(still, () => streams.start(beginning)));
    begun.set(id, { sent: text, state: "grows" });
    return id;
  };
  const append = async (id: string, growing: string, stream: Growing, still: Still): Promise<void> => {
    if (!growing.startsWith(stream.sent)) return;
    const text = firstOf(growing.slice(stream.sent.length));
    if (text === "") return;
    await outbound.whileAllowed(still, () => streams.append(spotOf(id), text));
    stream.sent += text;
  };
  /** False where it grows no more, and Slack itself has ended it. */
  const grow = async (id: string, growing: string, stream: Growing, still: Still): Promise<boolean> => {
    try {
      await append(id, growing, stream, still);
      return true;
    } catch (error) {
      if (error instanceof NotSent) throw error;
      const refusal = refusalOf(error);
      stream.state = refusal === null || refusal === "stopped_by_user" ? "waits" : "ended";
      if (refusal === "stopped_by_user") stopped(delivery.turn);
      if (refusal === null) throw error;
      return stream.state === "waits";
    }
  };
  const end = async (id: string, part: number | null, still: Still): Promise<void> => {
    const mark = part === null ? null : markOf(delivery, part);
    await outbound.whileAllowed(still, () => streams.stop(spotOf(id), mark));
    const stream = begun.get(id);
    if (stream?.state === "grows") stream.state = "ended";
  };
  /** What an earlier run has begun may grow still: Slack says so, and takes the request once it is stopped. */
  const whole = async <T>(id: string, part: number | null, still: Still, request: () => Promise<T>): Promise<T> => {
    if (begun.get(id)?.state === "grows") await end(id, part, still);
    try {
      return await request();
    } catch (error) {
      if (!growsStill.has(refusalOf(error) ?? "")) throw error;
      await end(id, part, still);
      return request();
    }
  };

  return {
    ...plain,
    create: async (part, still) => {
      if (part.growing === null || !streams.known) return plain.create(part, still);
      try {
        return await start(part, still);
      } catch (error) {
        if (refusalOf(error) === null && !(error instanceof NotSent)) throw error;
        return plain.create(part, still);
      }
    },
    edit: async (id, showing: Showing, still) => {
      const stream = begun.get(id);
      const { growing, part } = showing;
      if (growing !== null && stream?.state === "waits") return true;
      if (growing !== null && stream?.state === "grows" && (await grow(id, growing, stream, still))) return true;
      return whole(id, part, still, () => plain.edit(id, showing, still));
    },
    remove: (id, still) => whole(id, null, still, () => plain.remove(id, still)),
  };
}

const growsStill: ReadonlySet<string> = new Set(["streaming_state_conflict", "cant_delete_message"]);
