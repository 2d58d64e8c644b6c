import * as germanDates from "chrono-node/de";
import * as englishDates from "chrono-node/en";
import type { Clause } from "./clauses.ts";
import type { Reading } from "./reading.ts";

const hint =
  /(?<!\p{L})(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|tomorrow|tonight|weekend|next (?:week|month|year)|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|morgen|übermorgen|heute abend|nächste[nrs]? \p{L}+|jan(?:uary|uar)?|feb(?:ruary|ruar)?|march|märz|april|may|mai|june|juni|july|juli|august|sept(?:ember)?|o[ck]tober|november|de[cz]ember|\d{1,2}[./]\d{1,2})(?!\p{L})/iu;
const mine =
  /^\s*(?:(?:and|but|also|so|und|aber|ok|okay|well|remember(?: that)?|btw)[\s,]+)*(?<who>(?:i|we)(?:'m|'ve|'re|'ll| am| are| have| will)?(?: got| getting)?(?: an?| the)?|(?:my|our)|(?:ich|wir) (?:habe?n?|bin|sind|fahre|fliege|gehe)(?: eine?n?)?|(?:mein|unser)\p{L}{0,2})\s+(?=\p{L})/iu;
const vague =
  /^(?!(?:booked|planned|scheduled|signed)(?!\p{L}))(?:\p{L}{2,}ed|bought|met|took|came|left|began|be|think|guess|hope|wonder|know|was|were|had|did|went|saw|don'?t|can'?t|didn'?t|may|might|could|hate|love|like|glaube|denke|weiß)(?!\p{L})/iu;
const german = /(?<!\p{L})(?:ich|wir|mein\p{L}{0,2}|unser\p{L}{0,2})(?!\p{L})/iu;

/** A plan is what a person has, or does, on a day that the words name: "an exam on 3 December". */
export function datedPlan(clause: Clause, now: Date): Reading | null {
  const { text } = clause;
  const lead = hint.test(text) ? mine.exec(text) : null;
  const value = lead ? text.slice(lead[0].length).replace(/[\s,]+$/u, "") : "";
  if (!lead || vague.test(value) || value.split(/\s+/u).length > 16) return null;
  const dates = german.test(text) ? germanDates : englishDates;
  const found = dates
    .parse(text, now, { forwardDate: true })
    .find(({ start }) => start.isCertain("day") || start.isCertain("weekday") || start.isCertain("month"));
  if (!found || found.start.date() < now) return null;
  const start = lead[0].length;
  const cut = { value, start, end: start + value.length };
  return {
    whom: { type: "self" },
    attribute: "plan",
    kind: "plan",
    single: false,
    weight: 0.65,
    confidence: 0.7,
    values: [cut],
    start: lead[0].search(/\S/u),
    end: cut.end,
  };
}
