import type { Random } from "./random.ts";

const words =
  "alles Größe the bot says snake_case 2 * 3 C# a - b naïve 你好世界 こんにちは שלום مرحبا Haus Tür 3.14 well…".split(
    " ",
  );
const graphemes = ["👩‍👩‍👧‍👦", "🏳️‍🌈", "🇩🇪", "👍🏽", "é", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "न्दी", "각", "😀", "ก็็็็"];
const mentions = [
  "@everyone",
  "@here",
  "<@123>",
  "<@!123>",
  "<@&9>",
  "<#5>",
  "<:a:1>",
  "<a:b:2>",
  "<t:1:R>",
  "</help:1>",
  "@ever\u200byone",
  "&#64;here",
  "<\u202e@1>",
  "@\u2060everyone",
  "<id:guide>",
];
const addresses = [
  "https://example.com/a_b_c",
  "http://evil.test/?q=secret",
  "www.evil.test",
  "[label](https://evil.test/a)",
  "[https://good.test](https://evil.test)",
  "![x](https://evil.test/p.png)",
  "<https://evil.test/>",
  "discord.gg/abc",
  "xhttps://evil.test",
  "a@evil.test",
  "javascript://x",
];
const signs = [
  "*",
  "**",
  "_",
  "__",
  "~~",
  "~",
  "||",
  "|",
  "`",
  "``",
  "```",
  "~~~",
  "[",
  "](",
  ")",
  "<",
  ">",
  "\\",
  "#",
  "&amp;",
  "![",
  "!",
  "\u200b",
  "\u202e",
  "\ud83d",
  "\x07",
  "[^1]",
  "[x]",
  "<br>",
];
const starts = [
  "> ",
  ">> ",
  "- ",
  "* ",
  "1. ",
  "7) ",
  "# ",
  "### ",
  "##### ",
  "  - ",
  "    ",
  "\t",
  "```ts\n",
  "~~~\n",
  "```\n",
  "````md\n",
  "| a | b |\n|---|--:|\n| ",
  "---\n",
  "===\n",
  "- [ ] ",
  "[^1]: ",
  "[r]: https://evil.test\n",
  "<div>\n",
];

/** What a model might write at its worst: form, mentions, addresses, graphemes and long runs, as chance has it. */
export function randomMarkdown(random: Random, pieces: number): string {
  let text = "";
  for (let count = random.between(0, pieces); count > 0; count -= 1) text += pieceOf(random);
  return text;
}

function pieceOf(random: Random): string {
  const lot = random.next();
  if (lot < 0.45) return `${Array.from({ length: random.between(1, 9) }, () => random.pick(words)).join(" ")} `;
  if (lot < 0.55) return `\n${random.pick(starts)}`;
  if (lot < 0.63) return random.pick(["\n", "\n\n", " ", "  \n", "\n\n\n", "\r\n"]);
  if (lot < 0.75) return random.pick(signs);
  if (lot < 0.82) return random.pick(graphemes);
  if (lot < 0.88) return random.pick(mentions);
  if (lot < 0.94) return random.pick(addresses);
  if (lot < 0.98) return styled(random);
  return random.pick([...signs, ...starts, ...graphemes, "a", "a_"]).repeat(random.between(2, 60));
}

function styled(random: Random): string {
  const sign = random.pick(["*", "**", "_", "~~", "`", "***"]);
  return `${sign}${random.pick(words)} ${random.pick([...words, ...mentions, ...addresses])}${sign} `;
}

/** Signs that are more than one character, one after the other. */
export const randomGraphemes = (random: Random, most: number): readonly string[] =>
  Array.from({ length: random.between(1, most) }, () => random.pick(graphemes));

/** A well-formed document in which each word stands once: `w1w`, `w2w` ... */
export function randomDocument(random: Random, blocks: number): string {
  const text = Array.from({ length: blocks }, () => blockOf(random)).join("\n\n");
  let count = 0;
  return text.replace(/%/g, () => {
    count += 1;
    return `w${count}w`;
  });
}

function blockOf(random: Random): string {
  const line = (most = 12): string => Array.from({ length: random.between(1, most) }, () => wordOf(random)).join(" ");
  const lines = (sign: (index: number) => string): string =>
    Array.from({ length: random.between(1, 6) }, (_, index) => `${sign(index)}${line()}`).join("\n");
  return random.pick([
    () => line(60),
    () => lines(() => ""),
    () => `${"#".repeat(random.between(1, 6))} ${line(5)}`,
    () => lines(() => "- "),
    () => lines((index) => `${index + 1}. `),
    () => lines((index) => (index % 2 === 0 ? "- " : "  - ")),
    () => lines(() => "> "),
    () => lines(() => "> > "),
    () => `\`\`\`ts\n${lines(() => "  ")}\n\`\`\``,
    () => `1. ${line()}\n\n   ~~~\n${lines(() => "   ")}\n   ~~~\n2. ${line()}`,
    () => `| % | % |\n|---|:-:|\n${Array.from({ length: random.between(1, 8) }, () => "| % | **%** |").join("\n")}`,
  ])();
}

const wordOf = (random: Random): string =>
  random.chance(0.7)
    ? "%"
    : random.pick([
        "**% %**",
        "*%*",
        "`% %`",
        "%.",
        "[% %](https://known.test/)",
        "~~%~~",
        "*% **%***",
        "% -",
        "%, 2 * 3",
        "👩‍👩‍👧‍👦 %",
      ]);
