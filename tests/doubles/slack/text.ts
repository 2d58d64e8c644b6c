import type { Block, Pings } from "./records.ts";

const token = /<([@#!][^>]+|https?:[^>]+|mailto:[^>]+)>/g;

const unescaped = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

/** As Slack keeps what an app sends: an `&` that escapes nothing is escaped. */
export const escaped = (text: string): string => text.replaceAll(/&(?!(?:amp|lt|gt);)/g, "&amp;");

/** Markdown as Slack gives it back. */
export const markupOf = (markdown: string): string =>
  markdown
    .replaceAll(/\[([^\]]*)\]\(([^)]*)\)/g, "<$2|$1>")
    .replaceAll(/\*\*([^\n]+?)\*\*/g, "*$1*")
    .replaceAll(/^#+ /gm, "")
    .replaceAll(/^[-*] /gm, "• ")
    .trim();

/** The text as a rich text block, as Slack adds it to every message that came without blocks. */
export function richText(text: string, block_id: string): Block {
  const elements: unknown[] = [];
  let at = 0;
  const plain = (until: number): void => {
    if (until > at) elements.push({ type: "text", text: unescaped(text.slice(at, until)) });
  };
  for (const found of text.matchAll(token)) {
    plain(found.index);
    elements.push(elementOf(found[1] ?? ""));
    at = found.index + found[0].length;
  }
  plain(text.length);
  return { type: "rich_text", block_id, elements: [{ type: "rich_text_section", elements }] };
}

function elementOf(inner: string): unknown {
  const [target = "", label] = inner.split("|");
  if (target.startsWith("@")) return { type: "user", user_id: target.slice(1) };
  if (target.startsWith("#")) return { type: "channel", channel_id: target.slice(1) };
  if (target.startsWith("!subteam^")) return { type: "usergroup", usergroup_id: target.slice("!subteam^".length) };
  if (target.startsWith("!")) return { type: "broadcast", range: target.slice(1) };
  return { type: "link", url: unescaped(target), ...(label !== undefined && { text: unescaped(label) }) };
}

/** Whom these texts notify. `parsed`: names without brackets count too, as with `parse: full` and `link_names`. */
export function pingsIn(texts: readonly string[], parsed = false): Pings {
  const all = texts.join("\n");
  const targets = [...all.matchAll(token)].map(([, inner = ""]) => inner.split("|")[0] ?? "");
  const users = targets.filter((one) => one.startsWith("@")).map((one) => one.slice(1));
  const groups = targets.filter((one) => one.startsWith("!subteam^")).map((one) => one.slice("!subteam^".length));
  const everyone = targets.some((one) => /^!(here|channel|everyone|group)$/.test(one));
  const bare = parsed && /(^|\s)@(here|channel|everyone)\b/.test(all);
  return { users: [...new Set(users)], groups: [...new Set(groups)], everyone: everyone || bare };
}

/** Every text in blocks that can mention somebody: plain text cannot. */
export const textsIn = (blocks: readonly unknown[]): readonly string[] => blocks.flatMap((block) => textsBelow(block));

function textsBelow(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(textsBelow);
  if (typeof value !== "object" || value === null) return [];
  const own = value as Record<string, unknown>;
  if (own["type"] === "plain_text") return [];
  if (own["type"] === "user") return [`<@${own["user_id"]}>`];
  if (own["type"] === "usergroup") return [`<!subteam^${own["usergroup_id"]}>`];
  if (own["type"] === "broadcast") return [`<!${own["range"]}>`];
  // The text element of a rich text block is plain, that of a section and of a markdown block is not.
  const text = typeof own["text"] === "string" && own["type"] !== "text" ? [own["text"]] : [];
  return [...text, ...Object.values(own).flatMap(textsBelow)];
}
