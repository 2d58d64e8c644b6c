import type { BotMessage } from "../../tests/doubles/mock-platform/records.ts";
import type { Facts, Finding } from "./facts.ts";
import { type Asked, placeOf, type Story, tokensBegun } from "./story.ts";

interface Answered extends Pick<Asked, "event" | "key" | "order" | "goneAt"> {
  readonly reply: string;
  readonly at: number;
}

/**
 * Replies that appear in another order than what they answer was said, in one place. Messages that share a reply share
 * the place of the first of them; commands run beside and have none.
 */
export function disorderIn({ asked, repliesTo, facts }: Story): readonly Finding[] {
  const before = arrivals(facts);
  const places = new Map<string, Answered[]>();
  for (const one of asked) {
    const [reply] = one.token === null ? [] : repliesTo(one);
    if (!reply) continue;
    const place = placeOf(one.event);
    const at = appearedAt(reply.message, one);
    const known = places.get(place) ?? [];
    if (!known.some(({ reply: id }) => id === reply.message.id))
      places.set(place, [...known, { ...one, reply: reply.message.id, at }]);
  }
  return [...places.values()].flatMap((answered) => overtaken(answered, before));
}

const appearedAt = ({ states }: BotMessage, { token }: Asked): number =>
  states.find(({ text }) => text !== null && token !== null && tokensBegun(text).includes(token))?.at ?? 0;

/** Whether this one, which was said first, surely came first, too. */
type Before = (one: Answered, other: Answered) => boolean;

/**
 * A platform that brings what was not taken again later changes the order: what was taken counts from when it was
 * offered so, and what another one was not offered before that. A history offers all in their order, but for what was
 * deleted: its event may still come, after all that stood behind it.
 */
function arrivals({ history, crossingMs = null }: Facts): Before {
  if (crossingMs === null) return () => true;
  const offered = new Map<string, number>();
  const taken = new Map<string, number>();
  for (const { event, at, acknowledgedAt } of history.offers) {
    offered.set(event, Math.min(offered.get(event) ?? at, at));
    if (acknowledgedAt !== null) taken.set(event, Math.min(taken.get(event) ?? at, at));
  }
  const readAfter = ({ channel }: Asked["event"], since: number): readonly number[] =>
    history.requests.flatMap(({ kind, channel: of, at }) =>
      kind === "history" && of === channel && at >= since ? [at] : [],
    );
  const offeredWithout = (one: Answered, { event }: Answered): number =>
    Math.min(
      offered.get(event.id) ?? never,
      ...(one.goneAt === null ? [] : readAfter(event, Math.max(one.goneAt, event.at))),
    );
  return (one, other) => (taken.get(one.event.id) ?? never) + crossingMs <= offeredWithout(one, other);
}

const never = Number.POSITIVE_INFINITY;

function overtaken(answered: readonly Answered[], before: Before): readonly Finding[] {
  const bySight = answered.toSorted((a, b) => a.at - b.at);
  return bySight.flatMap((late, index) => {
    const earlier = bySight
      .slice(0, index)
      .find((one) => one.order > late.order && one.at < late.at && before(late, one));
    return earlier ? [{ fault: "disorder", words: `${late.key} is answered after ${earlier.key}` } as const] : [];
  });
}
