import type { Finding } from "./facts.ts";
import { type Asked, answers, type Story } from "./story.ts";

/**
 * Two connections reach the platform in either order: a request that was begun just before the acknowledgement may
 * arrive just after it. Milliseconds of the platform's clock.
 */
const crossingMs = 1_000;

/** Answers that were shown after the deletion of their question was acknowledged, or that stayed. */
export function shownAfterDeletion(story: Story): readonly Finding[] {
  return story.asked.flatMap((one) => {
    if (one.token === null || one.deletedAt === null) return [];
    return [...requestsAfter(one, one.token, one.deletedAt, story), ...stayed(one, story)].map(
      (words) => ({ fault: "afterDeletion", words }) as const,
    );
  });
}

function requestsAfter({ key }: Asked, token: string, deletedAt: number, { facts }: Story): readonly string[] {
  const late = facts.history.requests.filter(
    ({ kind, text, at }) =>
      (kind === "create" || kind === "edit") && text !== null && answers(text, token) && at > deletedAt + crossingMs,
  );
  return late.map(({ kind, message }) => `${kind} of ${message} shows the answer to ${key}, which was deleted`);
}

/** What was delivered before stays; everything else is taken back. */
function stayed(one: Asked, { repliesTo }: Story): readonly string[] {
  if (one.turn?.state === "delivered") return [];
  return repliesTo(one).map(({ message }) => `${message.id} still answers ${one.key}, which was deleted`);
}
