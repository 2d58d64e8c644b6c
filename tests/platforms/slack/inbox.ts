import type { Ask, AskKey, RoomEvent, TurnId } from "../../../src/core/session.ts";
import { type Recorder, recorder } from "../../contracts/platform-host.ts";

/** The core as a recorder that takes each thing once by what was said, as the inbox does. */
export interface Inbox extends Recorder {
  /** All that came, however often it came. */
  readonly received: readonly (Ask | RoomEvent)[];
  /** Nothing is durable from here on; null: everything is again. */
  failing(error: Error | null): void;
}

export function inbox(): Inbox {
  const inner = recorder();
  const received: (Ask | RoomEvent)[] = [];
  const known = new Map<AskKey, TurnId>();
  let failure: Error | null = null;
  return {
    ...inner,
    received,
    failing: (error) => {
      failure = error;
    },
    receive: async (event) => {
      if (failure) throw failure;
      received.push(event);
      if (event.type === "deleted") return inner.receive(event);
      const before = known.get(event.key);
      if (before) return { type: "known", turn: before };
      const taken = await inner.receive(event);
      if ("turn" in taken) known.set(event.key, taken.turn);
      return taken;
    },
  };
}
