import { plainSpelling } from "../conversation/spelling.ts";
import type { Locale } from "../session.ts";
import type { Appraisal } from "./mood.ts";
import { newsIn } from "./news.ts";
import { givesThanks, regardOf } from "./regard.ts";
import { sentimentOf } from "./sentiment.ts";

/** Longer messages are judged by their beginning. */
const readCharacters = 4_000;

/** What others said, and code, tells nothing of how the speaker feels. */
const quoted = /```[\s\S]*?(?:```|$)|`[^`\n]+`|["“„«][^"“”„«»\n]{0,500}["”“»]|^\s*>.*$|https?:\/\/\S+/gm;

const laughing = /\b(?:lo+l|lmao|rofl|a?(?:ha){2,}h?|hehe\w*|xd)\b|[😂🤣😆]/u;
const lively = /!{2,}|\b(?:a?haha\w*|hehe\w*|lol|lmao|rofl|xd|yay|woo+hoo+|wow|juhu+|jippie|hurra)\b|[😂🤣🎉🥳😆]/u;

interface Clause {
  readonly text: string;
  readonly asked: boolean;
}

function clausesOf(text: string): readonly Clause[] {
  const sentences = text.match(/[^.!?\n;]+[.!?\n;]*/g) ?? [];
  return sentences.flatMap((sentence) =>
    plainSpelling(sentence)
      .split(/,|:|[.!?;]+| - | – | — | (?:and|but|because|cause|so that|und|aber|weil|denn) /)
      .map((part) => ({ text: part.trim(), asked: sentence.includes("?") }))
      .filter((clause) => clause.text !== ""),
  );
}

/** What a message means to a mood. Sorrow goes before all else: what a sad person says is never held against them. */
export function appraise(text: string, locale: Locale): Appraisal {
  const own = text.slice(0, readCharacters).replace(quoted, " ");
  const clauses = clausesOf(own);
  const sentiment = sentimentOf(own, locale);
  const joking = laughing.test(own.toLowerCase());
  const news = clauses.map((clause) => newsIn(clause.text, { ...clause, joking }, locale));
  if (news.includes("sad")) return { sentiment: Math.min(sentiment, -0.5), cause: "sad-news", towards: "self" };
  const regard = strongest(clauses.map((clause) => regardOf(clause.text, clause.asked, locale)));
  if (regard < 0) return { sentiment: regard, cause: "harsh-words", towards: "companion" };
  if (news.includes("glad")) return { sentiment: Math.max(sentiment, 0.5), cause: "good-news", towards: "self" };
  if (regard > 0) return { sentiment: regard, cause: "kind-words", towards: "companion" };
  if (clauses.some((clause) => givesThanks(clause.text, locale)))
    return { sentiment: Math.max(sentiment, 0.4), cause: "thanks", towards: "companion" };
  if (lively.test(own.toLowerCase()) && sentiment >= 0) return { sentiment, cause: "lively-talk", towards: "other" };
  return { sentiment, cause: null, towards: "other" };
}

const strongest = (values: readonly number[]): number =>
  values.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
