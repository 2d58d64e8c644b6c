import { apart, type Dialect } from "../shared/markdown/dialect.ts";

/** The three signs of which Slack makes mentions, links and entities. */
const entities = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/** Slack knows no escape: what would format is kept apart from the word it would format. */
const formatting = /(?<![\p{L}\p{N}])[*_~`](?=\S)|(?<=\S)[*_~`](?![\p{L}\p{N}])/gu;
/** `@here` and its like notify where the whole message is parsed; ours is not, and is kept apart all the same. */
const ping = /@(?=everyone|here|channel)/gi;
const lineStart = /(^|\n)(\s*)(?=&gt;|[•◦▪])/g;

const inertIn = (text: string): string => text.replace(ping, `@${apart}`);

function escaped(value: string, atLineStart: boolean): string {
  const kept = entities(value).replace(formatting, (sign) => `${apart}${sign}${apart}`);
  const lines = kept.replace(lineStart, (all, before: string, blank: string) =>
    before === "" && !atLineStart ? all : `${before}${blank}${apart}`,
  );
  return inertIn(lines);
}

const inFence = (value: string): string => inertIn(entities(value)).replace(/``(?=`)/g, `\`\`${apart}`);

/** Within a line Slack ends code at the next backtick. */
const inlineCode = (value: string): string => {
  const inner = inertIn(entities(value)).replaceAll("`", "'");
  return inner.trim() === "" ? inner : `\`${inner}\``;
};

/** A sign formats only where no letter stands on its other side. */
const around = (sign: string, inner: string): string => {
  const [, before = "", word = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? [];
  const lines = word.split("\n").map((line) => (line.trim() === "" ? line : `${sign}${line}${sign}`));
  return `${before}${apart}${lines.join("\n")}${apart}${after}`;
};

/** Entities, and signs that are kept apart on both sides. */
const weights: Readonly<Record<string, number>> = { "&": 5, "<": 5, ">": 5, "*": 3, _: 3, "~": 3, "`": 3, "@": 2 };

/** Slack's mrkdwn. */
export const slackDialect: Dialect = {
  text: escaped,
  strong: (inner) => around("*", inner),
  emphasis: (inner) => around("_", inner),
  strike: (inner) => around("~", inner),
  inlineCode,
  code: (value) => `\`\`\`\n${inFence(value)}\n\`\`\``,
  heading: (_depth, inner) => (inner.includes("*") ? inner : `*${inner}*`),
  quote: (inner) => `> ${inner.replaceAll("\n", "\n> ")}`,
  marker: (number) => (number === null ? "• " : `${number}. `),
  task: (done) => (done ? "☑ " : "☐ "),
  rule: () => "———",
  link: (url) => `<${entities(url.replace(/[\s<>|]/g, encodeURIComponent))}>`,
  inert: inertIn,
  weight: (sign) => weights[sign] ?? 1,
  indent: "    ",
  address: /[a-z\d+.-]{0,31}:\/\/[^\s<>]*/gi,
};
