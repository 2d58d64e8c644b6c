import type { BotMessage } from "../../tests/doubles/mock-platform/records.ts";
import type { Finding } from "./facts.ts";
import { type Asked, placeOf, type Story, tokensBegun } from "./story.ts";

interface Answered {
  readonly key: string;
  readonly order: number;
  readonly reply: string;
  readonly at: number;
}

/**
 * Replies that appear in another order than what they answer was said, in one place. Messages that share a reply share
 * the place of the first of them; commands run beside and have none.
 */
export function disorderIn({ asked, repliesTo }: Story): readonly Finding[] {
  const places = new Map<string, Answered[]>();
  for (const one of asked) {
    const [reply] = one.token === null ? [] : repliesTo(one);
    if (!reply) continue;
    const place = placeOf(one.event);
    const at = appearedAt(reply.message, one);
    const known = places.get(place) ?? [];
    if (!known.some(({ reply: id }) => id === reply.message.id))
      places.set(place, [...known, { key: one.key, order: one.order, reply: reply.message.id, at }]);
  }
  return [...places.values()].flatMap(overtaken);
}

const appearedAt = ({ states }: BotMessage, { token }: Asked): number =>
  states.find(({ text }) => text !== null && token !== null && tokensBegun(text).includes(token))?.at ?? 0;

function overtaken(answered: readonly Answered[]): readonly Finding[] {
  const bySight = answered.toSorted((a, b) => a.at - b.at);
  return bySight.flatMap(({ key, order, at }, index) => {
    const earlier = bySight.slice(0, index).find((one) => one.order > order && one.at < at);
    return earlier ? [{ fault: "disorder", words: `${key} is answered after ${earlier.key}` } as const] : [];
  });
}
