import type { Locale } from "../core/session.ts";
import { de } from "./de.ts";
import { en, type Words } from "./en.ts";

export type { Words } from "./en.ts";

export const words = (locale: Locale): Words => (locale === "de" ? de : en);

/** A phrase in every language at once, for what is declared before anybody asks: names and summaries of commands. */
export const localized = (phrase: (words: Words) => string): Readonly<Record<Locale, string>> => ({
  en: phrase(en),
  de: phrase(de),
});
