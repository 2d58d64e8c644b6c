import type { Locale } from "../core/session.ts";

/** Day before month in both languages, so that no date can be misread: `23 Nov 2026, 14:05`. */
const tags = { en: "en-GB", de: "de-DE" } as const;

/** A moment as a person reads it, in the time zone of the machine. */
export const dateTime = (locale: Locale, at: Date): string =>
  new Intl.DateTimeFormat(tags[locale], { dateStyle: "medium", timeStyle: "short" }).format(at);

const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** How long ago something was: `5 minutes ago`, `vor 2 Stunden`; under a minute it is `now`, `jetzt`. */
export function ago(locale: Locale, at: Date, now: Date): string {
  const elapsed = Math.max(0, now.getTime() - at.getTime());
  const [unit, length] = units.find(([, ms]) => elapsed >= ms) ?? (["second", Number.POSITIVE_INFINITY] as const);
  return new Intl.RelativeTimeFormat(tags[locale], { numeric: unit === "second" ? "auto" : "always" }).format(
    -Math.floor(elapsed / length),
    unit,
  );
}
