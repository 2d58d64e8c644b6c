import type { Town } from "./open-meteo.ts";

/** A place as a person names it: `Portland, Oregon` has a region, `Oslo` has none. */
export interface Place {
  readonly name: string;
  readonly region: string | null;
}

/** All but letters of any script and the few signs that names have: it could be markup or a mention. */
const foreign = /[^\p{L}\p{M}\p{N} .,'’()/&-]/gu;
const tidy = (text: string): string => text.normalize("NFC").replaceAll(/\s+/gu, " ").trim();
const clean = (text: string): string => tidy(tidy(text).replaceAll(foreign, " "));

/** Null for what cannot be the name of a place: it is neither sent to the service nor said back. */
export function placeIn(text: string): Place | null {
  if (clean(text) !== tidy(text)) return null;
  const [name = "", ...rest] = tidy(text).split(/\s*,\s*/u);
  if (!/[\p{L}\p{N}]/u.test(name)) return null;
  return { name, region: rest.join(", ") || null };
}

const fold = (text: string): string =>
  text
    .normalize("NFD")
    .replaceAll(/[^\p{L}\p{N}]/gu, "")
    .toLowerCase();

/** The best known town, of those in the wanted region or country where there are any. */
export function townFor(place: Place, towns: readonly Town[]): Town | null {
  const wanted = fold(place.region ?? "");
  if (wanted === "") return towns[0] ?? null;
  const parts = (town: Town) => [town.region, town.country, town.countryCode].map((part) => fold(part ?? ""));
  const exact = towns.find((town) => parts(town).includes(wanted));
  return exact ?? towns.find((town) => parts(town).some((part) => part.startsWith(wanted))) ?? towns[0] ?? null;
}

/** `Portland, Oregon, United States`: which of all the Portlands was taken. The service's words lose all markup. */
export function titleOf({ name, region, country }: Town): string {
  const parts = [name, region, country].map((part) => clean(part ?? ""));
  return [...new Set(parts)].filter((part) => part !== "").join(", ");
}
