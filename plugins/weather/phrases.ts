import type { Locale } from "familiar/kit";

/** Degrees Celsius and km/h, as the service gives them. */
interface Report {
  readonly place: string;
  readonly temperature: number;
  /** The sky in words; null for a code that nobody knows. */
  readonly sky: string | null;
  readonly wind: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
}

const en = {
  summary: () => "The weather somewhere, now and today",
  place: () => "A town, such as Oslo or Portland, Oregon",
  report: ({ place, temperature, sky, wind, lowest, highest }: Report): string => {
    const now = [`${temperature} °C`, ...(sky ? [sky] : []), ...(wind === null ? [] : [`wind ${wind} km/h`])].join(
      ", ",
    );
    const today = lowest === null || highest === null ? "" : ` Today ${lowest} to ${highest} °C.`;
    return `${place}: ${now}.${today}`;
  },
  nowhere: () => "That is no place name that I can look up. Try a town, such as /weather Oslo.",
  unknown: (place: string) => `I can't find a place called ${place}. Try its usual name, or a larger town nearby.`,
  unreachable: () => "I can't reach the weather service right now (no network). Try again later.",
  late: () => "The weather service didn't answer in time. Try again later.",
  busy: () => "The weather service has had too many questions just now. Try again in a few minutes.",
  down: () => "The weather service is out of order right now. Try again later.",
  odd: () => "The weather service gave an answer I can't read. Try again later.",
};

export type Phrases = typeof en;

const de: Phrases = {
  summary: () => "Das Wetter an einem Ort, jetzt und heute",
  place: () => "Ein Ort, etwa Oslo oder Freiburg, Schweiz",
  report: ({ place, temperature, sky, wind, lowest, highest }) => {
    const now = [`${temperature} °C`, ...(sky ? [sky] : []), ...(wind === null ? [] : [`Wind ${wind} km/h`])].join(
      ", ",
    );
    const today = lowest === null || highest === null ? "" : ` Heute ${lowest} bis ${highest} °C.`;
    return `${place}: ${now}.${today}`;
  },
  nowhere: () => "Das ist kein Ortsname, den ich nachschlagen kann. Versuch es mit einer Stadt, etwa /weather Oslo.",
  unknown: (place) =>
    `Einen Ort namens ${place} finde ich nicht. Versuch seinen üblichen Namen oder eine größere Stadt in der Nähe.`,
  unreachable: () => "Ich erreiche den Wetterdienst gerade nicht (kein Netz). Versuch es später noch einmal.",
  late: () => "Der Wetterdienst hat nicht rechtzeitig geantwortet. Versuch es später noch einmal.",
  busy: () => "Der Wetterdienst bekommt gerade zu viele Fragen. Versuch es in ein paar Minuten noch einmal.",
  down: () => "Der Wetterdienst ist gerade gestört. Versuch es später noch einmal.",
  odd: () => "Der Wetterdienst hat etwas geantwortet, das ich nicht lesen kann. Versuch es später noch einmal.",
};

export const phrases = (locale: Locale): Phrases => (locale === "de" ? de : en);
