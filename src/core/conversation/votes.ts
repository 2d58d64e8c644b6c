import type { Press } from "../platform.ts";
import { placeKey } from "../session.ts";
import type { Turn, Vote } from "../storage.ts";
import type { ServeDeps } from "./serve.ts";

/** What a press has come to. */
export type Outcome = "done" | "known" | "taken-back" | "question-gone";

/** Two presses within this time are one that was made twice. */
const doubleMs = 2_000;

/** One vote a person: the same again takes it back, the other one takes its place. */
export function vote({ id }: Turn, { action, author, place, at }: Press, deps: ServeDeps): Promise<Outcome> {
  const wanted = action === "good" ? "good" : "bad";
  return deps.storage.transaction(async (tx) => {
    const person = await tx.people.of(place.platform, author, deps.clock.now());
    const before = await tx.feedback.voteOf(id, person);
    if (isHeard(before, wanted, at)) return "known";
    const now = before?.vote === wanted ? "none" : wanted;
    await tx.feedback.vote(id, person, { vote: now, at });
    return now === "none" ? "taken-back" : "done";
  });
}

/** The same press once more, an older one that comes late, or the second half of a double click. */
const isHeard = (before: Vote | null, wanted: Vote["vote"], at: Date): boolean => {
  if (!before) return false;
  const passed = at.getTime() - before.at.getTime();
  return passed <= 0 || (before.vote === wanted && passed < doubleMs);
};

/** Told to the operator without a word of what was said. */
export async function report({ id, ask }: Turn, { author, place }: Press, deps: ServeDeps): Promise<Outcome> {
  const now = deps.clock.now();
  const fresh = await deps.storage.transaction(async (tx) =>
    tx.feedback.report(id, await tx.people.of(place.platform, author, now), now),
  );
  if (!fresh) return "known";
  deps.log.warn({ turn: id, place: placeKey(ask.place) }, "somebody has reported a reply: look at it where it stands");
  return "done";
}
