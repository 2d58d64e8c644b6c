import { describe, expect, test } from "vitest";
import { discordDialect } from "../../../src/platforms/discord/markdown.ts";
import { partsOf } from "../../../src/platforms/shared/markdown/split.ts";

const known = (url: string): boolean => url.includes("known.test");
const shown = (text: string): string =>
  partsOf(text, { dialect: discordDialect, limit: 2000, known }).join("\n=====\n");
const apart = "\u200b";

describe("Discord shows", () => {
  test.each([
    ["emphasis", "**fett** *kursiv* ***beides*** ~~weg~~ `code`", "**fett** *kursiv* _**beides**_ ~~weg~~ `code`"],
    ["headings", "# A\n\n### C\n\n##### E **f**", `# A\n### C\n**E ${apart}f${apart}**`],
    ["a quote in a quote as one", "> a\n> > b", "> a\n> b"],
    ["lists", "* a\n  1. b\n  2. c\n* d", "- a\n  1. b\n  2. c\n- d"],
    ["loose lists closely", "1. a\n\n   b\n\n2. c", "1. a\n  b\n2. c"],
    ["tasks", "- [ ] a\n- [x] b", "- ☐ a\n- ☑ b"],
    ["a hard break", "a  \nb\\\nc", "a\nb\nc"],
    ["a rule", "a\n\n---\n\nb", "a\n\n———\n\nb"],
    ["code in a list where lines begin", "- a\n\n  ```ts\n  b\n\n  c\n  ```\n- d", "- a\n```ts\nb\n\nc\n```\n- d"],
    ["indented code", "a\n\n    b\n    c", "a\n\n```\nb\nc\n```"],
    ["no language that it does not know as one", "```c# x\na\n```", "```\na\n```"],
    ["fences within code", "````md\n```ts\na\n```\n````", `\`\`\`md\n\`\`${apart}\`ts\na\n\`\`${apart}\`\n\`\`\``],
    ["backticks within inline code", "`` a`b ``", "`` a`b ``"],
    ["raw HTML as text", "a <b>c</b><br>d", "a <b>c</b><br>d"],
    ["footnotes", "a[^1]\n\n[^1]: b", "a[^1]\n\n[^1]: b"],
    ["references as they are written", "[a][1]\n\n[1]: https://known.test/a", "[a][1]\n\n[1]: <https://known.test/a>"],
    ["entities as what they stand for", "a &amp; b &lt; c", "a & b < c"],
  ])("%s", (_, text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test("a table as columns in code", () => {
    expect(
      shown("| Ort | °C | 天気 |\n|:--|--:|:-:|\n| Köln | 9 | 雨 |\n| **Oslo** | -12 | [x](https://a.test) |"),
    ).toBe(
      [
        "```",
        "Ort  |  °C |        天気",
        "-----|-----|-------------------",
        "Köln |   9 |         雨",
        "Oslo | -12 | x (https://a.test)",
        "```",
      ].join("\n"),
    );
  });
});

describe("plain text stays as it is", () => {
  test.each([
    "snake_case and __init__.py".replace("__init__.py", "some_file.py"),
    "2 * 3 = 6, a - b, C#, ~5, a | b, 3 > 2, i < 3, #1, 1.5, e-mail@x.de",
    "C:\\Users\\lea",
    "Größe: 5 m (ungefähr) – „gut“!",
    "你好，世界。こんにちは",
    "שלום עולם مرحبا بالعالم",
    "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👍🏽 ❤️ 1️⃣",
    "می‌خواهم",
  ])("%s", (text) => {
    expect(shown(text)).toBe(text);
  });

  test.each([
    ["\\*a\\* \\_b\\_ \\`c\\`", "\\*a\\* \\_b\\_ \\`c\\`"],
    ["||a||", "\\|\\|a\\|\\|"],
    ["a\n-# b", "a\n\\-# b"],
    ["\\# a", "\\# a"],
    ["\\> a", "\\> a"],
    ["\\- a", "\\- a"],
    ["a\n12. b", "a\n12\\. b"],
    ["a__b__", "a\\_\\_b\\_\\_"],
  ])("where it would format, it is escaped: %s", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});

describe("text of a model notifies nobody", () => {
  test.each([
    "@everyone",
    "@here",
    "<@123>",
    "<@!123>",
    "<@&123>",
    "<#123>",
    "<:a:1>",
    "<a:b:1>",
    "<t:1:R>",
    "</a b:1>",
  ])("%s", (mention) => {
    const inert = mention.replace(/^[@<]/, `$&${apart}`);
    expect(shown(`Hi ${mention}!`)).toBe(`Hi ${inert}!`);
    expect(shown(`# ${mention}`)).toBe(`# ${inert}`);
    expect(shown(`**a ${mention}**`)).toBe(`**a ${inert}**`);
    expect(shown(`[a ${mention}](https://known.test)`)).toBe(`a ${inert} (<https://known.test>)`);
  });

  test.each([
    "&#64;everyone",
    "@\u2060everyone",
    "@\u200beveryone",
    "`@everyone`",
    "```\n@here <@1>\n```",
    "| @here |\n|--|",
  ])("nor in disguise: %j", (text) => {
    expect(shown(text)).not.toMatch(/@(?:everyone|here)|<@/);
  });

  test("and code is what it was otherwise", () => {
    expect(shown("```html\n</div>\n#include <a:b>\n```")).toBe("```html\n</div>\n#include <a:b>\n```");
  });
});

describe("an address", () => {
  test.each([
    ["https://known.test/a_b", "<https://known.test/a_b>"],
    ["See https://known.test/a.", "See <https://known.test/a>."],
    ["<https://known.test/>", "<https://known.test/>"],
    ["[Label](https://known.test/a)", "Label (<https://known.test/a>)"],
    ["[known.test/a](https://known.test/a)", "<https://known.test/a>"],
    ["![Bild](https://known.test/a.png)", "Bild (<https://known.test/a.png>)"],
    ["[https://known.test](https://evil.test/a.b)", "<https://known.test> (hxxps://evil[.]test/a.b)"],
  ])("that was in the conversation is a link without a preview: %s", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  test.each([
    ["https://a.evil.test/?q=1", "hxxps://a[.]evil[.]test/?q=1"],
    ["[a](http://evil.test)", "a (hxxp://evil[.]test)"],
    ["![](https://evil.test/p.png)", "hxxps://evil[.]test/p.png"],
    ["www.evil.test", "www[.]evil[.]test"],
    ["discord.gg/abc", "discord[.]gg/abc"],
    ["javascript://evil", "javascript[:]//evil"],
    ["<div>https://evil.test</div>", "<div>hxxps://evil[.]test</div>"],
    ["https://**evil**.test", "hxxps://**evil**.test"],
    ["#### **https:**//evil.test", `**${apart}https:${apart}//evil.test**`],
    ["https://a.test/?u=https://b.test", "hxxps://a[.]test/?u=hxxps://b[.]test"],
    ["[Mail](mailto:a@b.test) a@b.test", "Mail (mailto:a@b.test) a@b.test"],
  ])("that nobody sent is only to be read: %s", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });
});
