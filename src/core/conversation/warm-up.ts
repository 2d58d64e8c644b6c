import { commandRegistry } from "../commands/registry.ts";
import { readQuestion } from "../memory/question.ts";
import { appraise } from "../mood/appraise.ts";
import { type AskKey, type Locale, locales, type MessageAsk, type Place, roomOf } from "../session.ts";
import { gate } from "./gate.ts";

const nowhere: Place = { platform: "none", guild: null, channel: "nowhere", thread: null };
const text = "What do you think of that, and what did I say about it?";

const askIn = (locale: Locale): MessageAsk => ({
  type: "message",
  key: "none" as AskKey,
  place: nowhere,
  room: roomOf(nowhere, "channel"),
  author: { id: "nobody", name: "Nobody" },
  locale,
  sentAt: new Date(0),
  addressing: "mention",
  text,
  quoted: null,
  attachments: [],
});

/** Hundreds of patterns are compiled when they are first used: better before the first message than while it waits. */
export function warmUp(): void {
  const registry = commandRegistry([]);
  for (const locale of locales) {
    gate(askIn(locale), { registry, locale });
    readQuestion(text, locale);
    appraise(text, locale);
  }
}
