import type { Pings } from "./records.ts";

/** `allowed_mentions` as Discord takes it. */
interface AllowedMentions {
  readonly parse?: readonly string[];
  readonly users?: readonly string[];
  readonly roles?: readonly string[];
  readonly replied_user?: boolean;
}

const idsIn = (content: string, pattern: RegExp): readonly string[] => [
  ...new Set([...content.matchAll(pattern)].map(([, id = ""]) => id)),
];

/** Whom a content names, whether or not they are pinged. Mentions in code are counted too: stricter than Discord. */
const namedIn = (content: string): Pings => ({
  users: idsIn(content, /<@!?(\d+)>/g),
  roles: idsIn(content, /<@&(\d+)>/g),
  everyone: /@(everyone|here)\b/.test(content),
});

/** Whom a content pings; `replied` is the author of the message it replies to. */
export function pingsOf(content: string, allowed: unknown, replied: string | null): Pings {
  const named = namedIn(content);
  const rule = asRule(allowed);
  const repliedTo = replied !== null && (rule === null || rule.replied_user === true) ? [replied] : [];
  if (rule === null) return { ...named, users: [...new Set([...named.users, ...repliedTo])] };
  const parse = rule.parse ?? [];
  const kept = (ids: readonly string[], kind: "users" | "roles"): readonly string[] =>
    parse.includes(kind) ? ids : ids.filter((id) => rule[kind]?.includes(id));
  return {
    users: [...new Set([...kept(named.users, "users"), ...repliedTo])],
    roles: kept(named.roles, "roles"),
    everyone: named.everyone && parse.includes("everyone"),
  };
}

/** What Discord refuses in it: `parse` and a list of the same kind exclude each other. */
export function wrongIn(allowed: unknown): readonly string[] {
  const rule = asRule(allowed);
  return (["users", "roles"] as const).filter((kind) => rule?.parse?.includes(kind) && (rule[kind]?.length ?? 0) > 0);
}

const asRule = (allowed: unknown): AllowedMentions | null =>
  typeof allowed === "object" && allowed !== null ? (allowed as AllowedMentions) : null;
