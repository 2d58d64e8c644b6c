import { words } from "../../locales/words.ts";
import { oneLine } from "../conversation/one-line.ts";
import { sayFact } from "../memory/answer.ts";
import { moodWords } from "../mood/mood-words.ts";
import type { Markdown } from "../reply.ts";
import type { Author, Locale, Place } from "../session.ts";
import type { Kept } from "./kept.ts";

/** What Familiar knows of one person, for nobody else's eyes: a page of their own, where a platform has room for one. */
export interface Page {
  readonly sections: readonly PageSection[];
  /** Below all of them: of which moment it tells. */
  readonly note: Markdown;
}

export interface PageSection {
  /** Plain text, and the program's own words. */
  readonly title: string;
  readonly lines: readonly Markdown[];
}

/** Somebody opens their page. */
export interface Visit {
  /** Where they and the companion talk alone. */
  readonly place: Place;
  readonly author: Author;
  readonly locale: Locale;
  /** A command as it is typed there: `journal list` may be `/familiar journal list`. */
  readonly typed: (command: string) => string;
}

export interface PageOptions extends Pick<Visit, "locale" | "typed"> {
  /** Names of the commands that there are: no other is pointed to. */
  readonly commands: readonly string[];
  readonly now: Date;
}

/** A page is read at a glance: asking tells the rest. */
const shownFacts = 12;
const longestFact = 200;

/** The page in words. */
export function pageOf(kept: Kept, { locale, typed, commands, now }: PageOptions): Page {
  const say = words(locale).home;
  const mentioning = (command: string, line: (typed: string) => Markdown): readonly Markdown[] =>
    commands.includes(command) ? [line(`\`${typed(command)}\``)] : [];
  const { sessions, mood, entries } = kept;
  return {
    sections: [
      { title: say.memory.title(), lines: memoryLines(kept, locale) },
      {
        title: say.sessions.title(),
        lines: [
          say.sessions.count(sessions.count, sessions.newest?.lastActiveAt ?? null),
          ...mentioning("session new", say.sessions.fresh),
        ],
      },
      {
        title: say.mood.title(),
        lines: [say.mood.now(moodWords(mood, locale)), ...mentioning("mood", say.mood.why)],
      },
      {
        title: say.journal.title(),
        lines: [
          say.journal.count(entries),
          ...(entries > 0
            ? mentioning("journal list", say.journal.read)
            : mentioning("journal write", say.journal.write)),
        ],
      },
      { title: say.settings.title(), lines: [say.settings.language(), ...mentioning("help", say.settings.help)] },
      {
        title: say.privacy.title(),
        lines: [...say.privacy.lines(), ...mentioning("journal delete", say.privacy.entry)],
      },
    ],
    note: say.asOf(now),
  };
}

function memoryLines({ facts, elsewhere }: Kept, locale: Locale): readonly Markdown[] {
  const say = words(locale).home.memory;
  const clauses = facts.slice(0, shownFacts).map((fact) => sentence(oneLine(sayFact(fact, locale), longestFact)));
  const more = facts.length - clauses.length;
  return [
    ...(clauses.length === 0 ? [say.none()] : clauses),
    ...(more > 0 ? [say.more(more)] : []),
    ...(elsewhere > 0 ? [say.elsewhere(elsewhere)] : []),
  ];
}

const sentence = (clause: string): string => `${clause.charAt(0).toUpperCase()}${clause.slice(1)}.`;
