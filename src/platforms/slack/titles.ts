import type { Delivery, LiveReply, Reply } from "../../core/reply.ts";
import type { Locale } from "../../core/session.ts";
import { words } from "../../locales/words.ts";
import type { Assistant, Thread } from "./assistant.ts";
import { messageIn } from "./inbound.ts";

/** What the conversations of the assistant's pane are called: as their first question began. Nothing here rejects. */
export interface Titles {
  /** Somebody has opened a new one. */
  began(thread: Thread): void;
  /** The same reply, after which its conversation has a title. */
  after(live: LiveReply, delivery: Delivery): LiveReply;
  /** A question is not there any more: neither are its words above the conversation. */
  forget(question: Thread): void;
}

interface Titled {
  readonly thread: Thread;
  readonly locale: Locale;
  readonly set: Promise<void>;
}

const remembered = 1_000;
const keyOf = ({ channel, ts }: Thread): string => `${channel}/${ts}`;

export function titles(assistant: Assistant): Titles {
  /** Without a title, as far as this run has seen them begin. */
  const begun = new Set<string>();
  const titled = new Map<string, Titled>();
  const entitle = (delivery: Delivery, reply: Reply): void => {
    const { place, locale, subject, inReplyTo } = delivery;
    const thread = { channel: place.channel, ts: place.thread ?? "" };
    if (!begun.delete(keyOf(thread)) || !mayBeRepeated(delivery, reply)) return;
    const question = messageIn(inReplyTo);
    if (!question || !subject) return;
    titled.set(keyOf(question), { thread, locale, set: assistant.entitle(thread, subject) });
    dropOldest(titled);
  };
  return {
    began: (thread) => {
      begun.add(keyOf(thread));
      dropOldest(begun);
    },
    after: (live, delivery) => ({
      ...live,
      finish: async (reply) => {
        await live.finish(reply);
        entitle(delivery, reply);
      },
    }),
    forget: (question) => {
      const found = titled.get(keyOf(question));
      if (!found || !titled.delete(keyOf(question))) return;
      const { thread, locale, set } = found;
      void set.then(() => assistant.entitle(thread, words(locale).slackPane.untitled()));
    },
  };
}

/** Nothing is repeated of what code alone has answered: it may be help, or a wish that something be forgotten. */
const mayBeRepeated = ({ room, gone }: Delivery, { offRecord, receipt }: Reply): boolean =>
  room.kind === "direct" && !gone.aborted && !offRecord && receipt !== null;

function dropOldest(all: Set<string> | Map<string, unknown>): void {
  const [oldest] = all.keys();
  if (all.size > remembered && oldest !== undefined) all.delete(oldest);
}
