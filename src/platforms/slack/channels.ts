import type { Clock } from "../../core/ports.ts";
import type { RoomKind } from "../../core/session.ts";
import { causeOf, codeOf } from "./failures.ts";
import { kindOf } from "./inbound.ts";
import type { Outbound } from "./outbound.ts";

export interface Channel {
  readonly kind: RoomKind;
  /** With another workspace. */
  readonly shared: boolean;
}

/** What kind of a conversation each is, and who else is in there: asked for once, and kept as Slack tells it. */
export interface Channels {
  /** Null where Slack does not let us see it, as it does not with what others say among themselves. */
  of(channel: string): Promise<Channel | null>;
  /** An event has told what kind of a conversation it is. */
  learn(channel: string, type: string): void;
  /** Rejects where nobody knows: what is said among a few is never taken for a channel's. */
  kindOf(channel: string, type: string | null | undefined): Promise<RoomKind>;
  isShared(channel: string, told: unknown): Promise<boolean> | boolean;
}

/** So long the other event of the same message may be on its way, which tells what the first one does not. */
const twinMs = 1_500;

export function channels(outbound: Pick<Outbound, "channel">, clock: Pick<Clock, "sleep">): Channels {
  const known = new Map<string, Promise<Channel | null>>();
  const kinds = kindsTold(clock);
  const ask = async (channel: string): Promise<Channel | null> => {
    try {
      const found = await outbound.channel(channel);
      const type = found?.is_im ? "im" : found?.is_mpim ? "mpim" : null;
      return { kind: kindOf(channel, type), shared: found?.is_ext_shared ?? false };
    } catch (error) {
      if (codeOf(causeOf(error)) === "channel_not_found") return null;
      throw error;
    }
  };
  const of = (channel: string): Promise<Channel | null> => {
    const found = known.get(channel) ?? ask(channel);
    known.set(channel, found);
    // It may be opened to us, or be there to be asked for, the next time.
    found.then(
      (one) => one ?? known.delete(channel),
      () => known.delete(channel),
    );
    return found;
  };
  const tell = (channel: string, shared: boolean): void =>
    void known.get(channel)?.then(
      (one) => one && known.set(channel, Promise.resolve({ ...one, shared })),
      () => {},
    );
  const asked = async (channel: string): Promise<RoomKind> => {
    const found = await of(channel);
    if (!found) throw new Error("Slack does not say what kind of a channel it is");
    return found.kind;
  };
  return {
    of,
    learn: (channel, type) => void kinds.tell(channel, kindOf(channel, type)),
    kindOf: async (channel, type) => {
      if (type || channel.startsWith("D")) return kinds.tell(channel, kindOf(channel, type));
      const asking = (): Promise<RoomKind> => {
        const answer = asked(channel);
        // The other event of the same message may say it before Slack has room to.
        const twin = kinds.soon(channel).then((kind) => kind ?? Promise.reject(new Error("there is no other event")));
        return Promise.any([answer, twin]).catch(() => answer);
      };
      return kinds.of(channel) ?? asking();
    },
    isShared: (channel, told) => {
      if (typeof told !== "boolean") return of(channel).then((one) => one?.shared ?? true);
      tell(channel, told);
      return told;
    },
  };
}

/** What kind of a conversation each is, as far as some event has told it. */
function kindsTold(clock: Pick<Clock, "sleep">) {
  const told = new Map<string, RoomKind>();
  const waiting = new Map<string, Set<() => void>>();
  return {
    of: (channel: string): RoomKind | null => told.get(channel) ?? null,
    tell: (channel: string, kind: RoomKind): RoomKind => {
      told.set(channel, kind);
      for (const wake of waiting.get(channel) ?? []) wake();
      return kind;
    },
    soon: async (channel: string): Promise<RoomKind | null> => {
      const enough = new AbortController();
      const wake = (): void => enough.abort();
      const others = waiting.get(channel) ?? new Set();
      waiting.set(channel, others.add(wake));
      await clock.sleep(twinMs, enough.signal);
      others.delete(wake);
      if (others.size === 0) waiting.delete(channel);
      return told.get(channel) ?? null;
    },
  };
}
