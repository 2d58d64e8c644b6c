import { described, type Locale, type Localized, type PluginContext, plugin, pluginCommand, z } from "familiar/kit";
import { type Forecast, type Found, forecastAt, publicAddresses, type Town, townsNamed } from "./open-meteo.ts";
import { type Phrases, phrases } from "./phrases.ts";
import { type Place, placeIn, titleOf, townFor } from "./place.ts";
import { remembering } from "./remember.ts";
import { skyIn } from "./sky.ts";

/** An address with nothing but a host gets the service's usual path. */
const address = (usual: string) =>
  z
    .url({ protocol: /^https?$/ })
    .default(usual)
    .transform((given) => {
      const url = new URL(given);
      if (url.pathname === "/") url.pathname = new URL(usual).pathname;
      return url.href;
    });

const config = z.strictObject({
  weatherUrl: address(publicAddresses.weatherUrl),
  geocodingUrl: address(publicAddresses.geocodingUrl),
});

const both = (phrase: (say: Phrases) => string): Localized => ({
  en: phrase(phrases("en")),
  de: phrase(phrases("de")),
});

const placeName = z
  .string()
  .trim()
  .min(1)
  .max(100)
  .meta(described(both((say) => say.place())));

/** `/weather Oslo`, from Open-Meteo: no key, and nothing about a person leaves but the name of the place. */
export const weather = plugin({
  name: "weather",
  version: "1.0.0",
  description: "The weather of a place, now and today, from Open-Meteo.",
  permissions: {
    hosts: ({ weatherUrl, geocodingUrl }) => [new URL(weatherUrl).host, new URL(geocodingUrl).host],
    storage: false,
  },
  config,
  setup: (context) => {
    const lookUp = rememberingLookUp(context);
    return {
      commands: [
        pluginCommand({
          name: "weather",
          summary: both((say) => say.summary()),
          args: z.object({ place: placeName }),
          visibility: "place",
          run: async (args, { locale }) => {
            const place = placeIn(args.place);
            return place === null ? phrases(locale).nowhere() : lineFor(place, await lookUp(place, locale), locale);
          },
        }),
      ],
    };
  },
});

interface Weather {
  readonly town: Town;
  readonly forecast: Forecast;
}

/** Weather, nothing where no such place is known, or why it cannot be said. */
type Answer = Found<Weather | null>;
type Context = PluginContext<z.output<typeof config>>;

/** As long as the service itself takes to measure anew. */
const freshMs = 10 * 60_000;

function rememberingLookUp(context: Context): (place: Place, locale: Locale) => Promise<Answer> {
  const remembered = remembering<Answer>(context.clock, { ms: freshMs, entries: 100 });
  return (place, locale) =>
    remembered(
      [locale, place.name, place.region].join("\n").toLowerCase(),
      () => lookUp(place, locale, context),
      (answer) => answer.ok && answer.value !== null,
    );
}

async function lookUp(place: Place, locale: Locale, { http, config }: Context): Promise<Answer> {
  const towns = await townsNamed(http, new URL(config.geocodingUrl), place.name, locale);
  if (!towns.ok) return towns;
  const town = townFor(place, towns.value);
  if (town === null) return { ok: true, value: null };
  const forecast = await forecastAt(http, new URL(config.weatherUrl), town);
  return forecast.ok ? { ok: true, value: { town, forecast: forecast.value } } : forecast;
}

function lineFor(place: Place, answer: Answer, locale: Locale): string {
  const say = phrases(locale);
  if (!answer.ok) return say[answer.trouble]();
  if (answer.value === null) return say.unknown([place.name, ...(place.region ? [place.region] : [])].join(", "));
  const { town, forecast } = answer.value;
  return say.report({
    place: titleOf(town),
    temperature: Math.round(forecast.temperature),
    sky: forecast.code === null ? null : skyIn(locale, forecast.code),
    wind: rounded(forecast.wind),
    lowest: rounded(forecast.lowest),
    highest: rounded(forecast.highest),
  });
}

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value));
