import type { SlackMessage } from "./inbound.ts";
import type { Outbound } from "./outbound.ts";

/**
 * Whether a message is there. What Slack says again it has said in vain before, and word of its deletion may have come
 * first: that knows of no message then, and is acknowledged.
 */
export interface StillThere {
  heard(message: SlackMessage, again: boolean): Promise<boolean>;
  gone(message: SlackMessage): void;
}

const remembered = 5_000;

export function stillThere(outbound: Outbound): StillThere {
  const known = new Set<string>();
  const deleted = new Set<string>();
  const look = ({ channel, ts, thread_ts: thread = null }: SlackMessage): Promise<boolean> =>
    outbound.history.isThere({ channel, ts }, thread ?? null).catch(() => true);
  return {
    heard: async (message, again) => {
      if (deleted.has(nameOf(message))) return false;
      const there = !again || known.has(nameOf(message)) || (await look(message));
      if (there) remember(known, nameOf(message));
      return there;
    },
    gone: (message) => {
      known.delete(nameOf(message));
      remember(deleted, nameOf(message));
    },
  };
}

function remember(all: Set<string>, name: string): void {
  all.add(name);
  const [oldest] = all;
  if (all.size > remembered && oldest !== undefined) all.delete(oldest);
}

const nameOf = ({ channel, ts }: SlackMessage): string => `${channel}/${ts}`;
