import { apart, type Dialect } from "../shared/markdown/dialect.ts";

/**
 * What Discord would make a person, a role, a channel, an emoji, a time or a command of. A backslash is not enough: the
 * server looks for who is notified before anybody reads the backslash.
 */
const mention = /@(?=everyone|here)|<(?=[@#:!]|a:|t:|id:|\/[^<>\n]{1,100}:)/gi;
/** In code Discord shows all of it as it stands; these are kept apart even there, whatever becomes of the code. */
const ping = /@(?=everyone|here)|<(?=@[!&]?\d|#\d)/gi;

const inertIn = (text: string, what: RegExp): string => text.replace(what, (sign) => sign + apart);

/** Signs that format wherever they stand; alone between blanks, or within a word, most of them do not. */
const formatting =
  /\\(?![\dA-Za-z\s])|`|(?<!\s)\*|\*(?!\s)|(?<![\dA-Za-z])_|_(?![\dA-Za-z])|~(?=~)|(?<=~)~|\|(?=\|)|(?<=\|)\||\](?=\()|<(?=(?!a:|t:|id:)\w{1,30}:|\+|[^\s<>@]{1,64}@)/g;
const lineStart = /(^|\n)( *)(?:(#{1,3}(?= )|-#(?= )|>|[-+*](?= ))|(\d+)(?=\. ))/g;

function escaped(value: string, atLineStart: boolean): string {
  const inLines = value.replace(formatting, "\\$&");
  return inLines.replace(lineStart, (all, before: string, blank: string, sign?: string, number?: string) => {
    if (before === "" && !atLineStart) return all;
    return sign === undefined ? `${before}${blank}${number}\\` : `${before}${blank}\\${sign}`;
  });
}

/** Discord knows one fence and no escape within it: three backticks never stand together. */
const inFence = (value: string): string => inertIn(value, ping).replace(/``(?=`)/g, `\`\`${apart}`);

function inlineCode(value: string): string {
  const inert = inertIn(value, ping).replace(/`(?=`)/g, `\`${apart}`);
  return inert.includes("`") ? `\`\` ${inert} \`\`` : `\`${inert}\``;
}

/** What Discord takes for a language; any other word would stand in the code. */
const language = /^[\w+.-]{1,20}$/;

/** Signs that may need one more before them. */
const heavy = /[\\*_~|`<@]/;

/** Discord's Markdown, as its clients read it. */
export const discordDialect: Dialect = {
  text: (value, atLineStart) => inertIn(escaped(value, atLineStart), mention),
  strong: (inner) => `**${inner}**`,
  emphasis: (inner) => (inner.includes("*") ? `_${inner}_` : `*${inner}*`),
  strike: (inner) => `~~${inner}~~`,
  inlineCode,
  code: (value, lang) => `\`\`\`${lang !== null && language.test(lang) ? lang : ""}\n${inFence(value)}\n\`\`\``,
  heading: (depth, inner) => (depth > 3 ? `**${inner}**` : `${"#".repeat(depth)} ${inner}`),
  quote: (inner) => `> ${inner.replaceAll("\n", "\n> ")}`,
  marker: (number) => (number === null ? "- " : `${number}. `),
  task: (done) => (done ? "☑ " : "☐ "),
  rule: () => "———",
  link: (url) => `<${url.replace(/[\s<>]/g, encodeURIComponent).replace(/@(?=everyone|here)/gi, "%40")}>`,
  inert: (part) => inertIn(part, ping),
  weight: (sign) => (heavy.test(sign) ? 2 : 1),
  indent: "  ",
  /** An invitation is one without its scheme too. */
  address: /[a-z\d+.-]{0,31}:\/\/[^\s<>]*|discord(?:app)?\.(?:gg|com\/invite)(?:\/[^\s<>]*)?/gi,
};
