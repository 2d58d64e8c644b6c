import type { Args } from "./arguments.ts";
import { type Refusal, refusal } from "./errors.ts";
import type { Metadata } from "./records.ts";

const largest = 16_384;

/** Undefined where nothing is said of it, null where it is to be taken away. */
export function metadataOf(args: Args): Metadata | null | undefined | Refusal {
  const given = args.json("metadata");
  if (given === undefined) return undefined;
  if (typeof given !== "object" || given === null || Array.isArray(given)) return refusal("invalid_metadata_format");
  if (Object.keys(given).length === 0) return null;
  const { event_type, event_payload } = given as Partial<Metadata>;
  const named = typeof event_type === "string" && /^\w{1,255}$/.test(event_type);
  const filled = typeof event_payload === "object" && event_payload !== null && !Array.isArray(event_payload);
  if (!named || !filled) return refusal("invalid_metadata_schema");
  if (JSON.stringify(given).length > largest) return refusal("metadata_too_large");
  return { event_type, event_payload };
}
