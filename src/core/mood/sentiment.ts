/// <reference path="./wink-sentiment.d.ts" />

import winkSentiment from "wink-sentiment";
import type { Locale } from "../session.ts";
import { germanSentiment } from "./german-sentiment.ts";

/** Emoji and the oldest emoticons feel alike in every language. */
const pictures = /\p{Extended_Pictographic}|[:;]-?[()DP]/gu;

/** The library's time grows with the square of a word's length (100,000 letters: 49 s), so no word is longer than any real one. */
const shorten = (text: string): string => text.replace(/\S{41,}/gu, " ");

/** The library's scale is -5..5, and hardly a sentence passes 4. */
const english = (text: string): number => Math.max(-1, Math.min(1, winkSentiment(shorten(text)).normalizedScore / 4));

/** How words feel, -1..1; 0 where nothing in them feels like anything. */
export function sentimentOf(text: string, locale: Locale): number {
  if (locale === "en") return english(text);
  return germanSentiment(text) || english((text.match(pictures) ?? []).join(" "));
}
