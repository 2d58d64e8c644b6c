import type { AskKey, MessageAsk } from "../session.ts";
import type { Turn } from "../storage.ts";

/** All that one reply answers, as one message: the words of those joined before its own. */
export function questionOf(turn: Turn): MessageAsk {
  const asks = [...turn.joined, turn].map(({ ask }) => ask).filter((ask) => ask.type === "message");
  const last = asks.at(-1);
  if (!last || turn.ask.type !== "message") throw new Error(`turn ${turn.id} is no message and has no scene`);
  const text = asks
    .map((ask) => ask.text)
    .filter((words) => words !== "")
    .join("\n");
  const quoted = asks.find((ask) => ask.quoted !== null)?.quoted ?? null;
  return { ...last, text, quoted, attachments: asks.flatMap((ask) => ask.attachments) };
}

/** The keys of all that it answers, its own last. */
export const coveredBy = (turn: Turn): readonly AskKey[] => [...turn.joined, turn].map(({ ask }) => ask.key);
