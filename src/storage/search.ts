import { createHash } from "node:crypto";
import { type Audience, type Scope, scopeKey } from "../core/memory/audience.ts";
import type { PersonId, RoomKey } from "../core/session.ts";
import type { Client } from "./client.ts";

/**
 * Full-text search by scope. Each row has one text, the token of its scope and its terms, and every query asks for one
 * of the audience's tokens and one of the terms in the same index: a row of another scope is not even read.
 */
export interface SearchIndex {
  /** Numbers of recallable messages, newest first. */
  messages(client: Client, query: SearchQuery): Promise<readonly number[]>;
  /** Numbers of memories that hold now, most important first, then newest. */
  memories(client: Client, query: SearchQuery): Promise<readonly number[]>;
}

export interface SearchQuery {
  readonly audience: Audience;
  readonly terms: readonly string[];
  readonly limit: number;
}

interface Found {
  readonly seq: number | bigint;
}

/** By FTS5 tables that triggers keep in step. */
export const sqliteSearch: SearchIndex = {
  messages: async (client, query) => {
    const match = matchOf(query);
    if (match === null) return [];
    return numbers(
      await client.$queryRaw<Found[]>`
        SELECT "rowid" AS "seq" FROM "MessageSearch" WHERE "MessageSearch" MATCH ${match}
        ORDER BY "rowid" DESC LIMIT ${query.limit}`,
    );
  },
  memories: async (client, query) => {
    const match = matchOf(query);
    if (match === null) return [];
    return numbers(
      await client.$queryRaw<Found[]>`
        SELECT m."seq" FROM "MemorySearch" s JOIN "Memory" m ON m."seq" = s."rowid"
        WHERE "MemorySearch" MATCH ${match} AND m."validTo" IS NULL
        ORDER BY m."importance" DESC, m."validFrom" DESC, m."seq" DESC LIMIT ${query.limit}`,
    );
  },
};

/**
 * By GIN indexes over the array of words; both conditions are looked up in the same index. The sum hides the order from
 * the planner, which would otherwise walk the whole table backwards to save itself a small sort.
 */
export const postgresSearch: SearchIndex = {
  messages: async (client, query) => {
    const words = wordsOf(query);
    if (words === null) return [];
    return numbers(
      await client.$queryRaw<Found[]>`
        SELECT "seq" FROM "Message"
        WHERE string_to_array("search", ' ') && string_to_array(${words.scopes}, ' ')
          AND string_to_array("search", ' ') && string_to_array(${words.terms}, ' ')
        ORDER BY "seq" + 0 DESC LIMIT ${query.limit}`,
    );
  },
  memories: async (client, query) => {
    const words = wordsOf(query);
    if (words === null) return [];
    return numbers(
      await client.$queryRaw<Found[]>`
        SELECT "seq" FROM "Memory"
        WHERE string_to_array("search", ' ') && string_to_array(${words.scopes}, ' ')
          AND string_to_array("search", ' ') && string_to_array(${words.terms}, ' ')
          AND "validTo" IS NULL
        ORDER BY "importance" DESC, "validFrom" DESC, "seq" DESC LIMIT ${query.limit}`,
    );
  },
};

const numbers = (rows: readonly Found[]): readonly number[] => rows.map(({ seq }) => Number(seq));

/** Both parts of a query, or null where nothing can match. */
function wordsOf({ audience, terms }: SearchQuery): { readonly scopes: string; readonly terms: string } | null {
  const asked = wellFormed(terms);
  if (audience.length === 0 || asked.length === 0) return null;
  return { scopes: audience.map(scopeToken).join(" "), terms: asked.join(" ") };
}

function matchOf(query: SearchQuery): string | null {
  const words = wordsOf(query);
  if (words === null) return null;
  const anyOf = (text: string): string =>
    `(${text
      .split(" ")
      .map((word) => `"${word}"`)
      .join(" OR ")})`;
  return `${anyOf(words.scopes)} AND ${anyOf(words.terms)}`;
}

/** A term has letters, digits and underscores: never the mark that begins a scope's token. */
const wellFormed = (terms: readonly string[]): readonly string[] =>
  terms.filter((term) => /^[\p{L}\p{N}\p{M}_]+$/u.test(term));

/** One word of fixed length for any scope. Hashed, because the index parts words at what platforms put into ids. */
const scopeToken = (scope: Scope): string =>
  `@${createHash("sha256").update(scopeKey(scope)).digest("hex").slice(0, 32)}`;

/** The indexed text of a row; with a scope of null it is kept and never found. */
export const searchText = (scope: Scope | null, terms: readonly string[]): string =>
  [scope ? scopeToken(scope) : "", ...wellFormed(terms)].join(" ");

/** The terms of an indexed text. */
export const termsIn = (text: string): readonly string[] => text.split(" ").slice(1);

/** The scope of a column that `scopeKey` wrote. */
export function scopeFrom(key: string): Scope {
  const [kind = "", ...rest] = key.split(":");
  if (kind === "person") return { kind, person: rest.join(":") as PersonId };
  if (kind === "room") return { kind, room: rest.join(":") as RoomKey };
  const [platform = "", ...guild] = rest;
  return { kind: "guild", platform, guild: guild.join(":") };
}
