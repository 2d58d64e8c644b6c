import type { Locale } from "../core/session.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";

/** Everything Familiar says by itself. A phrase missing in a language does not compile. */
export type Words = typeof en;

export const words = (locale: Locale): Words => (locale === "de" ? de : en);
