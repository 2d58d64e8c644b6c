import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { settledOf } from "../../../src/platforms/shared/markdown/settled.ts";
import { openPartOf } from "../../../src/platforms/shared/markdown/split.ts";
import { partLength } from "../../../src/platforms/slack/blocks.ts";
import { slackDialect } from "../../../src/platforms/slack/markdown.ts";
import { standardMarkdown } from "../../../src/platforms/slack/standard-markdown.ts";
import { seeded } from "../../doubles/random.ts";
import { randomDocument, randomMarkdown } from "../../doubles/random-markdown.ts";

const known = (url: string): boolean => url.includes("known.test");
const settled = (text: string, limit = partLength): string =>
  settledOf(openPartOf(text, { dialect: slackDialect, limit, known }), { dialect: standardMarkdown, known });
/** Everything is over as soon as something else stands behind it. */
const whole = (text: string): string => settled(`${text}\n\n***\n\nand on`);
const seen = (text: string): string =>
  whole(text)
    .replaceAll("\u200b", "")
    .replace(/\s*———\s*and$/, "");

describe("what grows on Slack is written in standard Markdown", () => {
  test.each([
    ["emphasis", "**fett** *kursiv* ~~weg~~ `code`", "**fett** *kursiv* ~~weg~~ `code`"],
    ["headings", "# A\n\n##### E f", "# A\n##### E f"],
    ["a quote", "> a\n> b", "> a\n> b"],
    ["lists", "* a\n  1. b\n  2. c\n* d", "- a\n    1. b\n    2. c\n- d"],
    ["code", "```ts\na < b && c\n```", "```\na < b && c\n```"],
    ["signs that format nothing", "a\\*b\\* \\[x\\] a_b 2 * 3 1\\. \\# 5", "a\\*b\\* \\[x\\] a_b 2 * 3 1. # 5"],
    ["lines that begin nothing", "\\- a\n\\# b\n1\\. c", "\\- a\n\\# b\n1\\. c"],
    [
      "an address that was in the conversation",
      "[Label](https://known.test/a?b=1)",
      "Label (`https://known.test/a?b=1`)",
    ],
    [
      "an address that nobody sent",
      "https://evil.test/?q=1 www.evil.test",
      "hxxps://evil\\[.\\]test/?q=1 www\\[.\\]evil\\[.\\]test",
    ],
  ])("%s", (_, text, expected) => {
    expect(seen(text)).toBe(expected);
  });
});

describe("what may still mean something else is held back", () => {
  test.each([
    ["half a word", "Good morn", "Good"],
    ["open emphasis", "so **very good and", "so"],
    ["an open link", "see [the page](https://known.te", "see"],
    ["open code", "call `a b", "call"],
    ["an open fence", "Look:\n\n```\na\nb\n", "Look:"],
    ["the sign of a list", "Look:\n\n- ", "Look:"],
    ["a heading", "Look:\n\n# On the", "Look:"],
    ["the number of a list amid a paragraph", "Look here\n1. ", "Look here"],
    ["open code before a bare address", "so `a b [https://known.test c", "so"],
    ["the box of a task", "- a\n- [ ] <https://known.test>", "- a"],
  ])("%s", (_, text, expected) => {
    expect(settled(text).replaceAll("\\", "").replace("\n\n", " ").trim()).toBe(expected);
  });

  test.each([
    ["emphasis that is closed", "so **very good** and", "so **very good**"],
    ["an item of a list", "- a\n- b c", "- a\n- b"],
    ["the rest, once its paragraph is over", "5 *6 and 7\n\nso on", "5 \\*6 and 7\n\nso"],
  ])("and %s is not", (_, text, expected) => {
    expect(settled(text).replaceAll("\u200b", "")).toBe(expected);
  });
});

test.each([
  "One two\n===",
  "One [two] x\n\n[two]: https://evil.test",
  "one two | three\n--|--\n1 | 2",
  "a[^A] b\n\n[^A]: c",
])("a later line does not make something else of what was appended: %j", (text) => {
  const all = whole(text);
  for (let at = 0; at <= text.length; at += 1) {
    const beginning = settled(text.slice(0, at));
    expect(all.slice(0, beginning.length)).toBe(beginning);
  }
});

test("no mention is whole, even if an entity were taken for its sign", () => {
  expect(whole("a <@U0BEN000001> <!here> `<!here>` <#C1>")).not.toMatch(/(?:<|&lt;)[@!#]/);
});

const seeds = fc.integer({ min: 0 }).map(seeded);
const texts = seeds.map((random) =>
  random.chance(0.5) ? randomMarkdown(random, random.between(1, 60)) : randomDocument(random, random.between(1, 8)),
);
const cuts = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 });

/** Outside code, which links nothing. */
const live = /<(?:[@#!]|https?:)|(?<!`)@(?:everyone|here|channel)|(?:https?|steam):\/\/(?!known\.test)/i;
const outsideCode = (text: string): string => text.replace(/```[\s\S]*?```/g, "").replace(/`[^`\n]+`/g, "");

test("however a text is cut, what is appended is a beginning of the whole, and nothing in it acts", () => {
  fc.assert(
    fc.property(texts, cuts, (text, shares) => {
      const all = settled(text, 1_000_000);
      for (const share of shares) {
        const beginning = settled(text.slice(0, Math.floor(text.length * share)), 1_000_000);
        expect(all.slice(0, beginning.length)).toBe(beginning);
      }
      expect(outsideCode(all)).not.toMatch(live);
      expect(all).not.toMatch(/<[@#!]|@(?:everyone|here|channel)/i);
    }),
    { numRuns: 60 },
  );
});

test("what is appended of one part is a beginning of its whole source, also where it begins in the middle", () => {
  fc.assert(
    fc.property(texts, fc.constantFrom(64, 120, 400), cuts, (text, limit, shares) => {
      const ends = shares.map((share) => Math.floor(text.length * share)).sort((a, b) => a - b);
      let before = { from: -1, shown: "" };
      for (const end of ends) {
        const open = openPartOf(text.slice(0, end), { dialect: slackDialect, limit, known });
        const shown = settledOf(open, { dialect: standardMarkdown, known });
        const from = end - open.source.length;
        const opening = JSON.stringify(open.opening);
        if (before.from === from) expect(shown.slice(0, before.shown.length), opening).toBe(before.shown);
        before = { from, shown };
      }
    }),
    { numRuns: 60 },
  );
});
