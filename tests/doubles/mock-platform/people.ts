import type { CommandSent, Doing, MessageGone, MessageSaid, PlatformEvent } from "./records.ts";

/** What people do there, in order. */
export interface People {
  /** Null where what it is about is not there. */
  does(doing: Doing): PlatformEvent | null;
  all(): readonly PlatformEvent[];
}

export function people(now: () => number): People {
  const events: PlatformEvent[] = [];
  const gone = new Set<string>();
  const eventOf = (doing: Doing): PlatformEvent | null => {
    const named = { id: `e${events.length + 1}`, at: now() };
    if (doing.type !== "deleted") return { ...doing, ...named } as MessageSaid | CommandSent;
    const said = events.find(({ id, type }) => id === doing.message && type === "message");
    if (!said || gone.has(said.id)) return null;
    gone.add(said.id);
    const { channel, thread, kind } = said;
    return { type: "deleted", message: said.id, channel, thread, kind, ...named } satisfies MessageGone;
  };
  return {
    does: (doing) => {
      const event = eventOf(doing);
      if (event) events.push(event);
      return event;
    },
    all: () => events,
  };
}
