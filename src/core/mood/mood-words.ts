import { words } from "../../locales/words.ts";
import type { Locale } from "../session.ts";
import type { Mood } from "./mood.ts";

type Band = "low" | "even" | "content" | "glad";

function bandOf(valence: number): Band {
  if (valence < -0.1) return "low";
  if (valence < 0.1) return "even";
  return valence < 0.4 ? "content" : "glad";
}

/** A mood as one would say it: "calm and content". */
export const moodWords = ({ valence, energy }: Pick<Mood, "valence" | "energy">, locale: Locale): string =>
  words(locale).mood.feelings[bandOf(valence)][energy < 0.45 ? "calm" : "lively"];
