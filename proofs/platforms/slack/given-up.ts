import type { EnvelopeRecord, History } from "../../../tests/doubles/slack/records.ts";
import { nameIn } from "./doings.ts";

/**
 * What Slack has tried as often as it does, and what nobody has acknowledged: commands, of which their authors are told
 * so, and messages. A message that a process had in its hands and left there, while it lived on and took others, is not
 * among them: it is lost.
 */
export function givenUpIn({ interactions, envelopes, events }: History, acknowledgeMs: number): readonly string[] {
  const commands = interactions.flatMap(({ trigger, outcome }) => (outcome === "acknowledged" ? [] : [trigger]));
  const lastAcknowledged = lastAcknowledgedIn(envelopes);
  const wasLeft = (one: EnvelopeRecord): boolean =>
    one.sent && (lastAcknowledged.get(wayOf(one)) ?? 0) > one.at + acknowledgeMs;
  const taken = new Set<string>();
  for (const one of envelopes)
    if (one.event !== null && (one.acknowledgedAt !== null || wasLeft(one))) taken.add(one.event);
  const messages = events.filter(({ id, doing }) => doing.type === "say" && nameIn(id).ts !== "" && !taken.has(id));
  return [...commands, ...messages.map(({ id }) => id)];
}

const wayOf = ({ socket, bot }: EnvelopeRecord): string => socket ?? `${bot}`;

function lastAcknowledgedIn(envelopes: readonly EnvelopeRecord[]): ReadonlyMap<string, number> {
  const last = new Map<string, number>();
  for (const { acknowledgedAt, ...one } of envelopes)
    if (acknowledgedAt !== null) {
      const way = wayOf({ acknowledgedAt, ...one });
      last.set(way, Math.max(last.get(way) ?? 0, acknowledgedAt));
    }
  return last;
}
