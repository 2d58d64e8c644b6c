import type { Call } from "../http-server.ts";

/** What a method was called with, in the query, as a form or as JSON. */
export interface Args {
  text(name: string): string | null;
  flag(name: string): boolean;
  /** Null where there is none, NaN where it is none. */
  number(name: string): number | null;
  /** Undefined where there is none, null where it cannot be read. */
  json(name: string): unknown;
  has(name: string): boolean;
}

export function argumentsOf({ body, query }: Pick<Call, "body" | "query">): Args {
  const sent = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const given: Record<string, unknown> = { ...Object.fromEntries(query), ...sent };
  const text: Args["text"] = (name) => {
    const value = given[name];
    return typeof value === "string" ? value : typeof value === "number" ? String(value) : null;
  };
  return {
    text,
    flag: (name) => [true, 1, "true", "1"].includes(given[name] as string),
    number: (name) => (text(name) === null || text(name) === "" ? null : Number(text(name))),
    json: (name) => {
      const value = given[name];
      return typeof value === "string" ? parsed(value) : value;
    },
    has: (name) => given[name] !== undefined && given[name] !== null && given[name] !== "",
  };
}

function parsed(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
