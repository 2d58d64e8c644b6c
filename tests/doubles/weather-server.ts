import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A fake Open-Meteo on 127.0.0.1: places and their weather, or whatever can go wrong with it. */
export interface WeatherServer {
  readonly origin: string;
  readonly requests: readonly URL[];
  /** From now on, for every request. */
  behave(behaviour: WeatherBehaviour): void;
  close(): Promise<void>;
}

export type WeatherBehaviour =
  | { readonly type: "answer" }
  | { readonly type: "hang" }
  | { readonly type: "endless" }
  | { readonly type: "status"; readonly status: number }
  | { readonly type: "redirect"; readonly to: string }
  | { readonly type: "text"; readonly text: string };

interface Place {
  readonly name: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly admin1?: string;
  readonly country: string;
  readonly country_code: string;
}

const places: readonly Place[] = [
  { name: "Oslo", latitude: 59.91, longitude: 10.75, admin1: "Oslo", country: "Norway", country_code: "NO" },
  {
    name: "Portland",
    latitude: 45.52,
    longitude: -122.68,
    admin1: "Oregon",
    country: "United States",
    country_code: "US",
  },
  {
    name: "Portland",
    latitude: 43.66,
    longitude: -70.26,
    admin1: "Maine",
    country: "United States",
    country_code: "US",
  },
  {
    name: "São Paulo",
    latitude: -23.55,
    longitude: -46.64,
    admin1: "São Paulo",
    country: "Brasil",
    country_code: "BR",
  },
  { name: "東京", latitude: 35.69, longitude: 139.69, country: "日本", country_code: "JP" },
];

/** As different as the places: the latitude decides. */
const weatherAt = (latitude: number) => ({
  current: {
    temperature_2m: Math.round(latitude * 10) / 100,
    weather_code: latitude > 50 ? 61 : 3,
    wind_speed_10m: 12.4,
  },
  daily: { temperature_2m_max: [8.2], temperature_2m_min: [-0.4] },
});

function answerTo(url: URL): unknown {
  if (url.pathname === "/v1/forecast") return weatherAt(Number(url.searchParams.get("latitude")));
  const name = url.searchParams.get("name")?.toLowerCase();
  const results = places.filter((place) => place.name.toLowerCase() === name);
  return results.length > 0 ? { results, generationtime_ms: 0.5 } : { generationtime_ms: 0.5 };
}

export async function weatherServer(): Promise<WeatherServer> {
  const requests: URL[] = [];
  let behaviour: WeatherBehaviour = { type: "answer" };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    requests.push(url);
    perform(behaviour, url, response);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    behave: (next) => {
      behaviour = next;
    },
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function perform(behaviour: WeatherBehaviour, url: URL, response: ServerResponse): void {
  switch (behaviour.type) {
    case "answer":
      response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(answerTo(url)));
      return;
    case "hang":
      return;
    case "endless":
      endless(response.writeHead(200, { "content-type": "application/json" }));
      return;
    case "status":
      response.writeHead(behaviour.status).end('{"error":true}');
      return;
    case "redirect":
      response.writeHead(302, { location: behaviour.to }).end();
      return;
    case "text":
      response.writeHead(200, { "content-type": "text/html" }).end(behaviour.text);
  }
}

/** Writes until the other side has had enough. */
function endless(response: ServerResponse): void {
  const chunk = Buffer.alloc(64 * 1024, " ");
  const more = (): void => {
    while (!response.destroyed && response.write(chunk));
  };
  response.on("drain", more);
  more();
}
