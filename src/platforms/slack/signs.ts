import type { Self } from "./self.ts";

const entities: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">" };
const plain = (text: string): string => text.replace(/&(?:amp|lt|gt);/g, (entity) => entities[entity] ?? entity);

/** People whom a text mentions; the companion knows its own name. */
export const mentionedIn = (text: string, self: Self): readonly string[] =>
  [...text.matchAll(/<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g)].flatMap(([, id = ""]) => (id === self.user ? [] : [id]));

/** As people see it: names in place of ids, addresses as they are, and without the mention that only calls the companion. */
export function withoutSigns(text: string, names: ReadonlyMap<string, string>, self: Self): string {
  const call = new RegExp(`^\\s*<@${self.user}(?:\\|[^>]*)?>[\\s,:]*`);
  const read = text.replace(call, "").replace(/<([^<>\n]+)>/g, (_, inner: string) => sign(inner, names, self));
  return plain(read).trim();
}

function sign(inner: string, names: ReadonlyMap<string, string>, self: Self): string {
  const [target = "", label = ""] = inner.split("|", 2);
  if (target.startsWith("@")) return `@${nameOf(target.slice(1), label, names, self)}`;
  if (target.startsWith("#")) return `#${label || "channel"}`;
  if (target.startsWith("!subteam")) return label || "@group";
  if (target.startsWith("!")) return label || `@${target.slice(1).split("^")[0]}`;
  return label && !isAs(label, target) ? `${label} (${target})` : target.replace(/^(?:mailto|tel):/, "");
}

/** Slack makes an address of what looks like one, and keeps how it was written. */
const isAs = (label: string, target: string): boolean =>
  target === label || target.replace(/^(?:mailto:|tel:|https?:\/\/)/, "") === label;

const nameOf = (id: string, label: string, names: ReadonlyMap<string, string>, self: Self): string =>
  id === self.user ? self.name : names.get(id) || label || "someone";
