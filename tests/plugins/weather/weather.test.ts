import { afterEach, beforeEach, expect, test } from "vitest";
import { weather } from "../../../plugins/weather/index.ts";
import { dispatch } from "../../../src/core/commands/dispatch.ts";
import { commandRegistry } from "../../../src/core/commands/registry.ts";
import type { Clock } from "../../../src/core/ports.ts";
import type { Locale } from "../../../src/core/session.ts";
import { hostPlugins } from "../../../src/plugin-host/host.ts";
import { httpLimits } from "../../../src/plugin-host/http.ts";
import { callBy } from "../../commands/command-call.ts";
import { type WeatherServer, weatherServer } from "../../doubles/weather-server.ts";
import { recordingLogger } from "../../plugin-host/recording-logger.ts";

let server: WeatherServer;
let now: number;
const clock: Clock = { now: () => new Date(now), sleep: () => new Promise(() => undefined) };
const nothing = { get: async () => null, set: async () => undefined, delete: async () => undefined };

beforeEach(async () => {
  server = await weatherServer();
  now = 0;
});
afterEach(() => server.close());

const asking = (
  config: Readonly<Record<string, string>> = { weatherUrl: server.origin, geocodingUrl: server.origin },
) => {
  const logger = recordingLogger();
  const limits = { ...httpLimits, timeoutMs: 200 };
  const host = { configOf: () => config, fetch, storage: nothing, clock, logger, builtIn: [], httpLimits: limits };
  const registry = commandRegistry(hostPlugins([weather], host));
  return async (line: string, locale: Locale = "en"): Promise<string> =>
    (await dispatch(registry, null, { type: "line", text: line }, callBy({ locale }))).body;
};

test.each<[string, Locale, string]>([
  ["/weather Oslo", "en", "Oslo, Norway: 6 °C, light rain, wind 12 km/h. Today 0 to 8 °C."],
  ["/weather Oslo", "de", "Oslo, Norway: 6 °C, leichter Regen, Wind 12 km/h. Heute 0 bis 8 °C."],
  ["/weather   são   paulo ", "en", "São Paulo, Brasil: -2 °C, overcast, wind 12 km/h. Today 0 to 8 °C."],
  ["/weather 東京", "en", "東京, 日本: 4 °C, overcast, wind 12 km/h. Today 0 to 8 °C."],
  ["/weather Portland", "en", "Portland, Oregon, United States: 5 °C, overcast, wind 12 km/h. Today 0 to 8 °C."],
  ["/weather Portland, Maine", "en", "Portland, Maine, United States: 4 °C, overcast, wind 12 km/h. Today 0 to 8 °C."],
  ["/weather portland,OR", "en", "Portland, Oregon, United States: 5 °C, overcast, wind 12 km/h. Today 0 to 8 °C."],
  ["/weather Oslo, Atlantis", "en", "Oslo, Norway: 6 °C, light rain, wind 12 km/h. Today 0 to 8 °C."],
])("%s in %s is one friendly line", async (line, locale, answer) => {
  expect(await asking()(line, locale)).toBe(answer);
});

test.each([
  ["Nowhereville", /can't find a place called Nowhereville\./],
  ["Nowhereville, Oregon", /can't find a place called Nowhereville, Oregon\./],
  ["<@everyone>", /no place name that I can look up/],
  ["...", /no place name that I can look up/],
  ["x".repeat(101), /too long for place: at most 100.*\[E-COMMAND-INPUT\]$/],
])("%s gets one clear line", async (place, answer) => {
  expect(await asking()(`/weather ${place}`)).toMatch(answer);
});

test("what cannot be a place is not sent anywhere", async () => {
  await asking()("/weather https://evil.example/");
  expect(server.requests).toEqual([]);
});

test.each([
  ["never answers", { type: "hang" }, "The weather service didn't answer in time. Try again later."],
  ["never stops answering", { type: "endless" }, "The weather service gave an answer I can't read. Try again later."],
  [
    "sends us to another host",
    { type: "redirect", to: "http://127.0.0.1:9/" },
    "The weather service gave an answer I can't read. Try again later.",
  ],
  [
    "sends a page",
    { type: "text", text: "<html>" },
    "The weather service gave an answer I can't read. Try again later.",
  ],
  [
    "sends JSON of another shape",
    { type: "text", text: '{"results":[{"name":7}]}' },
    "The weather service gave an answer I can't read. Try again later.",
  ],
  [
    "sends nothing but null",
    { type: "text", text: "null" },
    "The weather service gave an answer I can't read. Try again later.",
  ],
  [
    "has had enough of us",
    { type: "status", status: 429 },
    "The weather service has had too many questions just now. Try again in a few minutes.",
  ],
  ["is broken", { type: "status", status: 500 }, "The weather service is out of order right now. Try again later."],
] as const)("a service that %s gets one clear line", async (_what, behaviour, line) => {
  server.behave(behaviour);
  expect(await asking()("/weather Oslo")).toBe(line);
});

test("without a network it says so, in both languages", async () => {
  const ask = asking();
  await server.close();
  expect(await ask("/weather Oslo")).toBe("I can't reach the weather service right now (no network). Try again later.");
  expect(await ask("/weather Oslo", "de")).toBe(
    "Ich erreiche den Wetterdienst gerade nicht (kein Netz). Versuch es später noch einmal.",
  );
});

test("the same place is asked for again only after ten minutes", async () => {
  const ask = asking();
  const first = await ask("/weather Oslo");
  expect(await ask("/weather oslo")).toBe(first);
  expect(server.requests.length).toBe(2);
  now = 10 * 60_000;
  await ask("/weather Oslo");
  expect(server.requests.length).toBe(4);
});

test("a failure is not remembered", async () => {
  const ask = asking();
  server.behave({ type: "status", status: 500 });
  await ask("/weather Oslo");
  server.behave({ type: "answer" });
  expect(await ask("/weather Oslo")).toMatch(/^Oslo, Norway/);
});

test("an address with a path of its own keeps it, and so does its query", async () => {
  const geocodingUrl = `${server.origin}/v1/search?apikey=k`;
  await asking({ weatherUrl: `${server.origin}/v1/forecast`, geocodingUrl })("/weather Oslo");
  expect(server.requests[0]?.searchParams.get("apikey")).toBe("k");
  expect(server.requests.map(({ pathname }) => pathname)).toEqual(["/v1/search", "/v1/forecast"]);
});

test("nothing but place, position and language is sent", async () => {
  await asking()("/weather Oslo", "de");
  expect(Object.fromEntries(server.requests[0]?.searchParams ?? [])).toEqual({
    name: "Oslo",
    count: "10",
    language: "de",
    format: "json",
  });
  expect([...(server.requests[1]?.searchParams.keys() ?? [])]).toEqual([
    "latitude",
    "longitude",
    "current",
    "daily",
    "timezone",
    "forecast_days",
  ]);
});

test("without configuration the public addresses are the ones that may be reached", () => {
  const config = weather.config.parse({});
  expect(weather.permissions.hosts(config)).toEqual(["api.open-meteo.com", "geocoding-api.open-meteo.com"]);
});
