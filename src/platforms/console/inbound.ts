import type { Notice } from "../../core/reply.ts";
import { type AskKey, type Author, type Locale, type MessageAsk, type Place, roomOf } from "../../core/session.ts";
import { words } from "../../locales/words.ts";
import { cleanInput } from "./clean.ts";
import { codePoints, type Line } from "./lines.ts";

/** The one place of the console: a direct conversation with whoever runs the program. */
const consolePlace: Place = { platform: "console", guild: null, channel: "console", thread: null };

/** What a line is read with. */
export interface Reading {
  /** Names this run, so that a line said again in a later run is said anew. */
  readonly session: string;
  readonly number: number;
  readonly author: Author;
  readonly locale: Locale;
  readonly sentAt: Date;
  /** In Unicode code points: a grapheme has no upper size. */
  readonly messageCharacters: number;
}

/** What a line comes to: something to ask, something to answer at once, or only notices. */
export interface Heard {
  readonly ask: MessageAsk | null;
  /** The answer to what is not asked. */
  readonly refusal: string | null;
  readonly notices: readonly Notice[];
}

/** Pure: one line of a person to what the core is asked. A line that begins with a slash is the core's to part. */
export function toAsk(line: Line, reading: Reading): Heard {
  const { text, removed } = cleanInput(line.text);
  const say = words(reading.locale).input;
  const notices = removed > 0 ? [{ code: "E-INPUT-CONTROL", text: say.control({ count: removed }) }] : [];
  const length = line.whole ? codePoints(text) : line.length;
  if (length > reading.messageCharacters) return { ask: null, refusal: tooLong(length, reading), notices };
  if (text.trim() === "")
    return { ask: null, refusal: null, notices: [...notices, { code: "E-INPUT-EMPTY", text: say.empty() }] };
  return { ask: messageAsk(text, reading), refusal: null, notices };
}

function tooLong(length: number, { locale, messageCharacters }: Reading): string {
  const number = new Intl.NumberFormat(locale);
  const sizes = { length: number.format(length), limit: number.format(messageCharacters) };
  return `${words(locale).input.tooLong(sizes)} [E-INPUT-TOO-LONG]`;
}

const messageAsk = (text: string, { session, number, author, locale, sentAt }: Reading): MessageAsk => ({
  type: "message",
  key: `console/${session}/${number}` as AskKey,
  place: consolePlace,
  room: roomOf(consolePlace, "direct"),
  author,
  locale,
  sentAt,
  addressing: "direct",
  text,
  quoted: null,
  attachments: [],
});
