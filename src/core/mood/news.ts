import type { Locale } from "../session.ts";
import { english } from "./news-english.ts";
import { german } from "./news-german.ts";
import type { NewsTongue } from "./news-tongue.ts";
import { sentimentOf } from "./sentiment.ts";

const tongues: Readonly<Record<Locale, NewsTongue>> = { en: english, de: german };

/** How a clause is said. */
interface Manner {
  readonly asked: boolean;
  /** Somebody laughs in the same message: "lol I'm dying". */
  readonly joking: boolean;
}

/** Whether a clause tells of the speaker's own sorrow or joy. The darkest words count even in a joke. */
export function newsIn(clause: string, { asked, joking }: Manner, locale: Locale): "sad" | "glad" | null {
  const tongue = tongues[locale];
  if (tongue.dark.test(clause)) return "sad";
  if (!tongue.own.test(clause) || tongue.hypothetical.test(clause)) return null;
  const told = newsTold(clause, tongue) ?? newsByFrame(clause, tongue, locale);
  return (asked && told === "glad") || (joking && told === "sad") ? null : told;
}

/** A joy denied is a sorrow ("I didn't get the job"); a sorrow denied is no news. */
function newsTold(clause: string, { sorrow, joy, negation }: NewsTongue): "sad" | "glad" | null {
  const sad = sorrow.exec(clause);
  if (sad) return negation.test(clause.slice(0, sad.index).trim()) ? null : "sad";
  const glad = joy.exec(clause);
  if (!glad) return null;
  return negation.test(clause.slice(0, glad.index).trim()) ? "sad" : "glad";
}

function newsByFrame(clause: string, { frame, plain }: NewsTongue, locale: Locale): "sad" | "glad" | null {
  const word = frame.exec(clause)?.[1];
  if (word === undefined || plain.test(word)) return null;
  const feeling = sentimentOf(word, locale);
  if (feeling <= -0.5) return "sad";
  return feeling >= 0.6 ? "glad" : null;
}
