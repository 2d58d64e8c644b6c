import { aims, body, tastes } from "./english-body.ts";
import { belongings, doings, person, states } from "./english-life.ts";
import { moreNames, names } from "./english-names.ts";
import { englishWays as ways } from "./english-words.ts";
import { meanings, type Rule } from "./rule.ts";

/** How English tells of oneself and one's own, the more telling ways first. */
export const english: readonly Rule[] = [
  ...names,
  ...moreNames,
  ...person,
  ...body,
  ...tastes,
  ...aims,
  ...states,
  ...doings,
  ...belongings,
];

/** "My ... is ...", whatever it be: read last, by what stands on its two sides. */
export const englishCopula: readonly Rule[] = ways(
  { ...meanings.has, sort: "phrase", weight: 0.6, single: true, confidence: 0.75 },
  "<MINE>\\s+(?<noun><W>(?:\\s+<W>){0,3}?)(?:'s)\\s+(?<attribute><W>(?:\\s+<W>){0,2})\\s+<BE>",
  "the\\s+(?<attribute><W>(?:\\s+<W>)?)\\s+of <MINE>\\s+(?<noun><NP>)\\s+<BE>",
  "<MINE>\\s+(?<noun><NP>)(?:\\s+<BE>|\\s*:|(?<=\\p{L})'s)",
  "(?<head>[^,.]{1,40}?)(?:'s|\\s+is|\\s+are) <MINE>\\s+(?<noun><NP>)(?=\\s*$|\\s*,)",
);
