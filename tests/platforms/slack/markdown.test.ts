import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { partsOf } from "../../../src/platforms/shared/markdown/split.ts";
import { partLength } from "../../../src/platforms/slack/blocks.ts";
import { slackDialect } from "../../../src/platforms/slack/markdown.ts";
import { graphemesIn } from "../../doubles/output-faults.ts";
import { seeded } from "../../doubles/random.ts";
import { randomDocument, randomGraphemes, randomMarkdown } from "../../doubles/random-markdown.ts";
import { faultsIn } from "./faults.ts";

const known = (url: string): boolean => url.includes("known.test");
const split = (text: string, limit = partLength) => partsOf(text, { dialect: slackDialect, limit, known });
const apart = "\u200b";
/** Without the signs of no width that keep others apart. */
const shown = (text: string): string => split(text).join("\n=====\n");
const seen = (text: string): string => shown(text).replaceAll(apart, "");

describe("Slack shows", () => {
  test.each([
    ["emphasis", "**fett** *kursiv* ~~weg~~ `code`", "*fett* _kursiv_ ~weg~ `code`"],
    ["headings", "# A\n\n##### E f", "*A*\n*E f*"],
    ["a quote", "> a\n> b", "> a\n> b"],
    ["lists", "* a\n  1. b\n  2. c\n* d", "• a\n    1. b\n    2. c\n• d"],
    ["tasks", "- [ ] a\n- [x] b", "• ☐ a\n• ☑ b"],
    ["a rule", "a\n\n---\n\nb", "a\n\n———\n\nb"],
    ["code, in no language", "```ts\na < b && c\n```", "```\na &lt; b &amp;&amp; c\n```"],
    ["backticks within inline code", "`` a`b ``", "`a'b`"],
    ["raw HTML as text", "a <b>c</b>", "a &lt;b&gt;c&lt;/b&gt;"],
    ["entities as what they stand for, once", "a &amp; b &lt; c", "a &amp; b &lt; c"],
    [
      "an address that was in the conversation",
      "[Label](https://known.test/a?b=1&c=2)",
      "Label (<https://known.test/a?b=1&amp;c=2>)",
    ],
    ["a table as columns in code", "| a | b |\n|--|--:|\n| Köln | 9 |", "```\na    |   b\n-----|----\nKöln |   9\n```"],
  ])("%s", (_, text, expected) => {
    expect(seen(text)).toBe(expected);
  });

  test.each(["2 * 3 = 6, a - b, ~5, snake_case, 1.5", "Größe: 5 m – „gut“!", "👩‍👩‍👧‍👦 ❤️ 你好", "*", "a_b_c d*e*f"])(
    "plain text as it is: %s",
    (text) => {
      expect(shown(text.replace(/[*_]/g, "\\$&")).replaceAll(apart, "")).toBe(text);
    },
  );

  test.each(["\\*a\\*", "\\_a\\_", "\\~a\\~", "\\`a\\`"])("no format where none was meant: %s", (text) => {
    expect(shown(text)).not.toMatch(/(?:^|[^\u200b])[*_~`]\S|\S[*_~`](?:$|[^\u200b])/);
  });
});

describe("text of a model notifies nobody", () => {
  const mentions = ["<@U0BEN000001>", "<!channel>", "<!here|here>", "<!subteam^S1>", "<#C0GENERAL01>", "<#C1|general>"];
  const names = ["@here", "@channel", "@everyone", "@\u2060here", "&#64;channel", "@\u200beveryone"];
  test.each([...mentions, ...names])("%s", (mention) => {
    for (const text of [mention, `# ${mention}`, `**a ${mention}**`, `\`${mention}\``, `\`\`\`\n${mention}\n\`\`\``])
      expect(faultsIn(shown(text), partLength)).toEqual([]);
    for (const text of [
      `| ${mention} |\n|--|`,
      `[a ${mention}](https://known.test)`,
      `[a](${mention})`,
      `> ${mention}`,
    ])
      expect(faultsIn(shown(text), partLength)).toEqual([]);
    expect(faultsIn(shown(`https://known.test/${mention}|x>`), partLength)).toEqual([]);
  });
});

describe("an address that nobody sent is only to be read", () => {
  test.each([
    ["https://evil.test/?q=1", "hxxps://evil[.]test/?q=1"],
    ["[a](http://evil.test)", "a (hxxp://evil[.]test)"],
    ["<https://evil.test|known>", "hxxps://evil[.]test|known"],
    ["www.evil.test", "www[.]evil[.]test"],
  ])("%s", (text, expected) => {
    expect(seen(text)).toBe(expected);
  });
});

const seeds = fc.integer({ min: 0 }).map(seeded);
const limits = fc.constantFrom(64, 120, 400, partLength);

test("no part of any output is too long, broken or live", () => {
  const outputs = seeds.map((random) => randomMarkdown(random, random.between(1, 60)));
  fc.assert(
    fc.property(outputs, limits, (text, limit) => {
      expect(split(text, limit).flatMap((part) => faultsIn(part, limit))).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test.each(["<", "&", "> ", "a & b < c ", "<@U1> ", "`<`", "```\n<&>\n```\n", "@here "])(
  "what grows where it is escaped is cut by its length on Slack: %j",
  (sign) => {
    const parts = split(sign.repeat(Math.ceil(9_000 / sign.length)));
    for (const part of parts) expect(part.length).toBeLessThanOrEqual(3_000);
  },
);

test("a text that is cut loses no word and breaks no grapheme", () => {
  fc.assert(
    fc.property(seeds, limits, (random, limit) => {
      const text = randomDocument(random, random.between(1, 12));
      const all = split(text, limit).join("\n");
      let at = 0;
      for (const [word] of text.matchAll(/w\d+w/g)) {
        at = all.indexOf(word, at);
        expect(at, `${word} of ${JSON.stringify(text)}`).toBeGreaterThanOrEqual(0);
      }
      const graphemes = randomGraphemes(random, 80);
      for (const part of split(graphemes.join(""), limit))
        expect(graphemes.join("|").split("|")).toEqual(expect.arrayContaining([...graphemesIn(part)]));
    }),
    { numRuns: 30 },
  );
});

test("a growing text keeps the parts that are closed", () => {
  fc.assert(
    fc.property(seeds, limits, fc.double({ min: 0, max: 1, noNaN: true }), (random, limit, share) => {
      const text = randomMarkdown(random, 60);
      const closed = split(text.slice(0, Math.floor(text.length * share)), limit).slice(0, -1);
      expect(closed).toEqual(split(text, limit).slice(0, closed.length));
    }),
    { numRuns: 60 },
  );
});
