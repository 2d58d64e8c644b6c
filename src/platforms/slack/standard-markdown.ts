import { apart, type Dialect } from "../shared/markdown/dialect.ts";
import { slackDialect } from "./markdown.ts";

/** Slack reads mentions in Markdown as it does in its own markup. */
const entities = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replace(/<(?=[@!#])/g, `<${apart}`)
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");

const formatting = /(?<![\p{L}\p{N}])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}])|[*~](?=\S)|(?<=\S)[*~]|[\\`[\]|]/gu;
const lineStart = /(^|\n)([-+#=]|\d{1,9}(?=[.)](?:\s|$)))/g;
/** Slack finds addresses also where no scheme says so. */
const bareName = /(?<=[\p{L}\p{N}])\.(?=\p{L}{2})/gu;

function escaped(value: string, atLineStart: boolean): string {
  const kept = entities(value.replace(formatting, "\\$&"));
  const lines = kept.replace(lineStart, (all, before: string, sign: string) => {
    if (before === "" && !atLineStart) return all;
    return /\d/.test(sign) ? `${before}${sign}\\` : `${before}\\${sign}`;
  });
  return lines.replace(bareName, `.${apart}`);
}

/** In code no entity stands for its sign. */
const verbatim = (value: string): string => value.replaceAll("<", `<${apart}`);

function inlineCode(value: string): string {
  const inner = verbatim(value).replaceAll("`", "'").replaceAll("\n", " ");
  return inner.trim() === "" ? inner : `\`${inner}\``;
}

/** Signs of emphasis hold only where words stand beside them. */
const around = (sign: string, inner: string): string => {
  const [, before = "", word = "", after = ""] = /^(\s*)([\s\S]*?)(\s*)$/.exec(inner) ?? [];
  return `${before}${sign}${apart}${word}${apart}${sign}${after}`;
};

/**
 * Standard Markdown, as messages take it that grow while they are read. What grows can only be read: Slack offers nothing
 * there by which its addresses would be kept from being followed or shown.
 */
export const standardMarkdown: Dialect = {
  ...slackDialect,
  text: escaped,
  strong: (inner) => around("**", inner),
  emphasis: (inner) => around("*", inner),
  strike: (inner) => around("~~", inner),
  inlineCode,
  code: (value) => `\`\`\`\n${verbatim(value).replace(/``(?=`)/g, `\`\`${apart}`)}\n\`\`\``,
  heading: (depth, inner) => `${"#".repeat(depth)} ${inner}`,
  marker: (number) => (number === null ? "- " : `${number}. `),
  link: inlineCode,
};
