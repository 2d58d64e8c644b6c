import type { Ask, Locale } from "../session.ts";
import { languageOf } from "./language.ts";

/** Answers go out in the language of the message; where it does not show, in the one that the platform names. */
export function localeOf(ask: Ask, fallback: Locale): Locale {
  const hint = ask.locale ?? fallback;
  if (ask.type === "concern") return hint;
  if (ask.type === "message") return languageOf(ask.text, hint);
  return ask.input.type === "line" ? languageOf(ask.input.text, hint) : hint;
}
