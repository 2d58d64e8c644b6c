import type { Dialect, Known } from "./dialect.ts";

const web = /^https?:\/\//i;
const host = /([a-z\d+.-]{0,31}:\/\/|^)([^/?#:\s]*)/gi;
const sentenceEnd = /\]\(.*|[.,:;!?"')\]}*_~|]+$/s;

export interface LinkContext {
  readonly dialect: Dialect;
  readonly known: Known;
}

/**
 * An address that nobody can follow by a click, and no preview fetches: `hxxps://example[.]com/a`. Other schemes than
 * the web's get `[:]`. What is within it is treated alike: an address may carry another one.
 */
function defanged(address: string): string {
  const named = address.replace(host, (_, scheme: string, name: string) => {
    const inert = web.test(scheme) ? scheme.replace(/^http/i, "hxxp") : scheme.replace("://", "[:]//");
    return inert + name.replaceAll(".", "[.]");
  });
  return named.replace(/(?<!\[)\.(?=[a-z]+\/)/gi, "[.]");
}

/** An address as it may be shown: a link where it is known, otherwise only to be read. */
export function addressOf(url: string, { dialect, known }: LinkContext): string {
  if (web.test(url) && known(url)) return dialect.link(url);
  return dialect.text(/^www\./i.test(url) ? defanged(url) : url.replace(dialect.address, defanged), false);
}

/** Text whose addresses are treated like any other, wherever the platform would find one. */
export function textOf(value: string, atLineStart: boolean, context: LinkContext): string {
  const { dialect } = context;
  const address = new RegExp(dialect.address);
  let out = "";
  let from = 0;
  const plain = (to?: number): string =>
    dialect.text(value.slice(from, to), from === 0 ? atLineStart : value[from - 1] === "\n");
  for (let match = address.exec(value); match; match = address.exec(value)) {
    const url = match[0].replace(sentenceEnd, "");
    if (match.index > from) out += plain(match.index);
    out += addressOf(url, context);
    from = match.index + url.length;
    address.lastIndex = from;
  }
  return from < value.length || from === 0 ? out + plain() : out;
}

/** Whether a label says no more than the address itself. */
export const isBare = (label: string, url: string): boolean =>
  label === url || url === `http://${label}` || url === `https://${label}` || url === `mailto:${label}`;
