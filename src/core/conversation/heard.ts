import type { AskKey, TurnId } from "../session.ts";

/**
 * What is durable already, as far as this run knows. A platform that is answered late says everything again: were each
 * of those asked of the database, the answers would come later still.
 */
export interface Heard {
  turnOf(key: AskKey): TurnId | null;
  note(key: AskKey, turn: TurnId): void;
}

const remembered = 10_000;

export function heard(): Heard {
  const turns = new Map<AskKey, TurnId>();
  return {
    turnOf: (key) => turns.get(key) ?? null,
    note: (key, turn) => {
      turns.set(key, turn);
      const oldest = turns.keys().next();
      if (turns.size > remembered && !oldest.done) turns.delete(oldest.value);
    },
  };
}
