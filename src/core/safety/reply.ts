import { words } from "../../locales/words.ts";
import type { Markdown } from "../reply.ts";
import type { Concern, Locale } from "../session.ts";
import { type Help, helpIn, type Line } from "./helplines.ts";

/** Where a dark message was written. */
export interface FloorPlace {
  readonly locale: Locale;
  /** ISO 3166 code of the country whose lines are named; null where nobody has set one. */
  readonly region: string | null;
  /** Whether nobody but the writer reads along. */
  readonly direct: boolean;
}

/** What code answers before any model: `body` in the place, `aside` to the writer alone. */
export interface FloorReply {
  readonly body: Markdown;
  /** Null where the body says everything. */
  readonly aside: Markdown | null;
}

/** Countries that speak a locale's language, for when no region is set. */
const homes: Readonly<Record<Locale, readonly string[]>> = { de: ["DE", "AT", "CH"], en: [] };

function lineOf({ name, number, always, languages }: Line, country: string | null, locale: Locale): string {
  const { safety } = words(locale);
  return safety.line({ name, number, always, languages: languages?.map(safety.language) ?? [], country });
}

/** The lines that one concern is helped by: crisis lines, after those for violence where somebody is in danger. */
const linesOf = ({ crisis, violence }: Help, concern: Concern): readonly Line[] =>
  concern === "danger" ? [...violence, ...crisis] : crisis;

function linesFor(concern: Concern, { locale, region }: FloorPlace): readonly string[] {
  const known = helpIn(region);
  if (known) return linesOf(known, concern).map((line) => lineOf(line, null, locale));
  const near = homes[locale].flatMap((home) => {
    const help = helpIn(home);
    return help ? [{ home, line: help.crisis[0] }] : [];
  });
  const named = near.flatMap(({ home, line }) =>
    line ? [lineOf(line, words(locale).safety.country(home), locale)] : [],
  );
  return [...named, words(locale).safety.anywhere()];
}

const emergencyFor = ({ locale, region }: FloorPlace): string => {
  const { safety } = words(locale);
  const known = helpIn(region);
  return known ? safety.emergency(known.emergency) : safety.emergencyAnywhere();
};

/** The one number that helps most. */
function firstHelp(concern: Concern, place: FloorPlace): string {
  if (concern === "danger") return emergencyFor(place);
  const known = helpIn(place.region)?.crisis[0];
  // The line's name may say what the call is about; the room need not read that.
  return known ? known.number : words(place.locale).safety.firstAnywhere();
}

const listed = (lines: readonly string[]): Markdown => lines.map((line) => `- ${line}`).join("\n");

/** The answer to a dark message, made by code: everything where nobody reads along, else one number and the rest aside. */
export function floorReply(concern: Concern, place: FloorPlace): FloorReply {
  const { safety } = words(place.locale);
  const { full, inRoom } = concern === "danger" ? safety.danger : safety.selfHarm;
  const all = full({ lines: listed(linesFor(concern, place)), emergency: emergencyFor(place) });
  return place.direct ? { body: all, aside: null } : { body: inRoom({ help: firstHelp(concern, place) }), aside: all };
}

/** The truth about what the companion is, whatever its persona says. */
export const aiReply = (locale: Locale, name: string): Markdown => words(locale).safety.ai(name);
