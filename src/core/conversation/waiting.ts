import type { AskKey, PlaceKey } from "../session.ts";
import { placeKey } from "../session.ts";
import type { Turn } from "../storage.ts";

/** The turns of each place that wait for their lane, in order of arrival. */
export interface WaitingTurns {
  add(turn: Turn): void;
  /** The next turn; with `together`, all messages of one author that stand next to each other are one. */
  take(place: PlaceKey, together: boolean): Turn | null;
  remove(key: AskKey): void;
  /** The same turn as it is now, in the same position. False where it does not wait. */
  replace(turn: Turn): boolean;
}

export function waitingTurns(): WaitingTurns {
  const places = new Map<PlaceKey, Turn[]>();
  const take = (place: PlaceKey, together: boolean): Turn | null => {
    const turns = places.get(place) ?? [];
    const first = turns.shift();
    if (!first) return null;
    const group = [first];
    for (let next = turns[0]; together && next && belongs(next, first); next = turns[0]) {
      group.push(next);
      turns.shift();
    }
    if (turns.length === 0) places.delete(place);
    return joined(group);
  };
  return {
    take,
    add: (turn) => {
      const place = placeKey(turn.ask.place);
      places.set(place, [...(places.get(place) ?? []), turn]);
    },
    replace: (turn) => {
      const turns = places.get(placeKey(turn.ask.place)) ?? [];
      const index = turns.findIndex(({ id }) => id === turn.id);
      if (index >= 0) turns[index] = turn;
      return index >= 0;
    },
    remove: (key) => {
      for (const turns of places.values()) {
        const index = turns.findIndex(({ ask }) => ask.key === key);
        if (index >= 0) turns.splice(index, 1);
      }
    },
  };
}

/** Nothing was begun of either yet, and the same person wrote both. */
const belongs = (next: Turn, first: Turn): boolean =>
  [next, first].every(({ ask, state, attempts }) => ask.type === "message" && state === "accepted" && attempts === 0) &&
  next.ask.author.id === first.ask.author.id;

/** The last one carries the others, and whom they carry: its message is the one that the reply answers visibly. */
export function joined(group: readonly Turn[]): Turn | null {
  const last = group.at(-1);
  if (!last) return null;
  const before = group.slice(0, -1).flatMap((turn) => [...turn.joined, { ...turn, joined: [] }]);
  return { ...last, joined: [...before, ...last.joined] };
}
