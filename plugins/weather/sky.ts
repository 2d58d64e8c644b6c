import type { Locale } from "familiar/kit";

/** WMO 4677 codes, as far as the service gives them: https://open-meteo.com/en/docs */
const skies: Readonly<Record<number, Readonly<Record<Locale, string>>>> = {
  0: { en: "clear", de: "klar" },
  1: { en: "mostly clear", de: "überwiegend klar" },
  2: { en: "partly cloudy", de: "teils bewölkt" },
  3: { en: "overcast", de: "bedeckt" },
  45: { en: "fog", de: "Nebel" },
  48: { en: "freezing fog", de: "gefrierender Nebel" },
  51: { en: "light drizzle", de: "leichter Nieselregen" },
  53: { en: "drizzle", de: "Nieselregen" },
  55: { en: "heavy drizzle", de: "starker Nieselregen" },
  56: { en: "light freezing drizzle", de: "leichter gefrierender Nieselregen" },
  57: { en: "freezing drizzle", de: "gefrierender Nieselregen" },
  61: { en: "light rain", de: "leichter Regen" },
  63: { en: "rain", de: "Regen" },
  65: { en: "heavy rain", de: "starker Regen" },
  66: { en: "light freezing rain", de: "leichter gefrierender Regen" },
  67: { en: "freezing rain", de: "gefrierender Regen" },
  71: { en: "light snow", de: "leichter Schneefall" },
  73: { en: "snow", de: "Schneefall" },
  75: { en: "heavy snow", de: "starker Schneefall" },
  77: { en: "snow grains", de: "Schneegriesel" },
  80: { en: "light showers", de: "leichte Schauer" },
  81: { en: "showers", de: "Schauer" },
  82: { en: "violent showers", de: "heftige Schauer" },
  85: { en: "light snow showers", de: "leichte Schneeschauer" },
  86: { en: "heavy snow showers", de: "starke Schneeschauer" },
  95: { en: "thunderstorm", de: "Gewitter" },
  96: { en: "thunderstorm with hail", de: "Gewitter mit Hagel" },
  99: { en: "thunderstorm with heavy hail", de: "Gewitter mit starkem Hagel" },
};

/** The sky in words; null for a code that is not in the table. */
export const skyIn = (locale: Locale, code: number): string | null => skies[code]?.[locale] ?? null;
