import { type HttpResult, type Locale, type PluginHttp, z } from "familiar/kit";

export const publicAddresses = {
  weatherUrl: "https://api.open-meteo.com/v1/forecast",
  geocodingUrl: "https://geocoding-api.open-meteo.com/v1/search",
} as const;

export interface Town {
  readonly name: string;
  readonly region: string | null;
  readonly country: string | null;
  readonly countryCode: string | null;
  readonly latitude: number;
  readonly longitude: number;
}

/** What the service measures: degrees Celsius, km/h, and a WMO code for the sky. */
export interface Forecast {
  readonly temperature: number;
  readonly code: number | null;
  readonly wind: number | null;
  readonly lowest: number | null;
  readonly highest: number | null;
}

/** Why there is no answer. */
type Trouble = "unreachable" | "late" | "busy" | "down" | "odd";
export type Found<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly trouble: Trouble };

const townsAnswer = z.object({
  results: z
    .array(
      z.object({
        name: z.string().min(1).max(200),
        latitude: z.number().min(-90).max(90),
        longitude: z.number().min(-180).max(180),
        admin1: z.string().max(200).nullish(),
        country: z.string().max(200).nullish(),
        country_code: z.string().max(10).nullish(),
      }),
    )
    .default([]),
});

const reading = z.number().nullish();
const readings = z.array(reading).nullish();

const forecastAnswer = z.object({
  current: z.object({ temperature_2m: z.number(), weather_code: reading, wind_speed_10m: reading }),
  daily: z.object({ temperature_2m_max: readings, temperature_2m_min: readings }).nullish(),
});

/** Places of this name, the best known first. */
export async function townsNamed(http: PluginHttp, base: URL, name: string, locale: Locale): Promise<Found<Town[]>> {
  const url = withQuery(base, { name, count: "10", language: locale, format: "json" });
  const answer = await ask(http, url, townsAnswer);
  if (!answer.ok) return answer;
  const value = answer.value.results.map((town) => ({
    name: town.name,
    region: town.admin1 ?? null,
    country: town.country ?? null,
    countryCode: town.country_code ?? null,
    latitude: town.latitude,
    longitude: town.longitude,
  }));
  return { ok: true, value };
}

export async function forecastAt(http: PluginHttp, base: URL, town: Town): Promise<Found<Forecast>> {
  const url = withQuery(base, {
    latitude: String(town.latitude),
    longitude: String(town.longitude),
    current: "temperature_2m,weather_code,wind_speed_10m",
    daily: "temperature_2m_max,temperature_2m_min",
    timezone: "auto",
    forecast_days: "1",
  });
  const answer = await ask(http, url, forecastAnswer);
  if (!answer.ok) return answer;
  const { current, daily } = answer.value;
  const value = {
    temperature: current.temperature_2m,
    code: current.weather_code ?? null,
    wind: current.wind_speed_10m ?? null,
    lowest: daily?.temperature_2m_min?.[0] ?? null,
    highest: daily?.temperature_2m_max?.[0] ?? null,
  };
  return { ok: true, value };
}

function withQuery(base: URL, query: Readonly<Record<string, string>>): URL {
  const url = new URL(base);
  for (const [key, value] of Object.entries(query)) url.searchParams.set(key, value);
  return url;
}

async function ask<S extends z.ZodType>(http: PluginHttp, url: URL, schema: S): Promise<Found<z.output<S>>> {
  const result = await http.getJson(url);
  if (!result.ok) return { ok: false, trouble: troubleOf(result) };
  const parsed = schema.safeParse(result.body);
  return parsed.success ? { ok: true, value: parsed.data } : { ok: false, trouble: "odd" };
}

function troubleOf({ reason, status }: Extract<HttpResult, { ok: false }>): Trouble {
  if (reason === "unreachable") return "unreachable";
  if (reason === "timeout") return "late";
  if (status === 429) return "busy";
  return status !== null && status >= 500 ? "down" : "odd";
}
