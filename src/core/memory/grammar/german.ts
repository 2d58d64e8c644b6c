import { aims, body, tastes } from "./german-body.ts";
import { belongings, doings, person, states } from "./german-life.ts";
import { names } from "./german-names.ts";
import { germanWays as ways } from "./german-words.ts";
import { meanings, type Rule } from "./rule.ts";

/** How German tells of oneself and one's own, the more telling ways first. */
export const german: readonly Rule[] = [
  ...names,
  ...person,
  ...body,
  ...tastes,
  ...aims,
  ...states,
  ...doings,
  ...belongings,
];

/** "Mein ... ist ...", whatever it be: read last, by what stands on its two sides. */
export const germanCopula: readonly Rule[] = ways(
  { ...meanings.has, sort: "phrase", weight: 0.6, single: true, confidence: 0.75 },
  "(?:der|die|das)\\s+(?<attribute><W>)\\s+<OF>\\s+(?<noun><NP>)\\s+(?:ist|sind|lautet)",
  "<MEIN>\\s+(?<noun><NP>)(?:\\s+(?:ist|sind|war(?!\\s+(?:mal|früher))|lautet)|\\s*:)",
  "(?<head>[^,.;]{1,40}?)\\s+(?:ist|sind)\\s+<MEIN>\\s+(?<noun><NP>)<END>",
);
