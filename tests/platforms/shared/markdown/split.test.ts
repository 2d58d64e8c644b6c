import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { discordDialect } from "../../../../src/platforms/discord/markdown.ts";
import type { Dialect } from "../../../../src/platforms/shared/markdown/dialect.ts";
import { partsOf } from "../../../../src/platforms/shared/markdown/split.ts";
import { faultsIn, graphemesIn } from "../../../doubles/output-faults.ts";
import { seeded } from "../../../doubles/random.ts";
import { randomDocument, randomGraphemes, randomMarkdown } from "../../../doubles/random-markdown.ts";

const known = (url: string): boolean => url.includes("known.test");
const split = (text: string, limit = 2000, dialect: Dialect = discordDialect): readonly string[] =>
  partsOf(text, { dialect, limit, known });

const seeds = fc.integer({ min: 0 }).map(seeded);
const outputs = seeds.map((random) => randomMarkdown(random, random.between(1, 60)));
const limits = fc.constantFrom(50, 64, 120, 400, 2000);
const shares = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 3, maxLength: 6 });
const some = { numRuns: 30 };

test("no part of any output is too long, broken or live", () => {
  fc.assert(
    fc.property(outputs, limits, (text, limit) => {
      expect(split(text, limit).flatMap((part) => faultsIn(part, limit))).toEqual([]);
    }),
    { numRuns: 80 },
  );
});

describe("a growing text", () => {
  test("keeps the parts that are closed", () => {
    fc.assert(
      fc.property(outputs, limits, shares, (text, limit, at) => {
        const whole = split(text, limit);
        for (const share of at) {
          const closed = split(text.slice(0, Math.floor(text.length * share)), limit).slice(0, -1);
          expect(closed).toEqual(whole.slice(0, closed.length));
        }
      }),
      some,
    );
  });

  test("keeps them at each of its characters", () => {
    const text = randomDocument(seeded(7), 12);
    const whole = split(text, 200);
    for (let end = 0; end < Math.min(text.length, 200); end += 1) {
      const closed = split(text.slice(0, end), 200).slice(0, -1);
      expect(closed).toEqual(whole.slice(0, closed.length));
    }
  });

  test.each([
    ["So **bo", "So \\*\\*bo"],
    ["So `co", "So \\`co"],
    ["```ts\nconst a", "```ts\nconst a\n```"],
    ["```", "\\`\\`\\`"],
    ["See [a](htt", "See [a\\](htt"],
    ["See [a](https://known.test/", "See [a\\](<https://known.test/>"],
    ["- one\n- ", "- one\n-"],
    ["Half \ud83d", "Half"],
    ["Half \ud83d\u200b\ude00", "Half \ufffd\ufffd"],
  ])("shows what is half there: %j", (text, shown) => {
    expect(split(text)).toEqual([shown]);
  });
});

describe("a text that is cut", () => {
  test("loses no word, and keeps their order", () => {
    fc.assert(
      fc.property(seeds, limits, (random, limit) => {
        const text = randomDocument(random, random.between(1, 12));
        const shown = split(text, limit).join("\n");
        let at = 0;
        for (const [word] of text.matchAll(/w\d+w/g)) {
          at = shown.indexOf(word, at);
          expect(at, `${word} of ${JSON.stringify(text)} in ${shown}`).toBeGreaterThanOrEqual(0);
        }
      }),
      some,
    );
  });

  test("breaks no grapheme", () => {
    fc.assert(
      fc.property(seeds, limits, (random, limit) => {
        const text = randomGraphemes(random, 80);
        expect(split(text.join(""), limit).join("")).toBe(text.join(""));
        for (const part of split(text.join(""), limit))
          expect(text.join("|").split("|")).toEqual(expect.arrayContaining([...graphemesIn(part)]));
      }),
      some,
    );
  });

  test("opens its code again in the same language", () => {
    const code = Array.from({ length: 60 }, (_, line) => `const a${line} = ${line};`).join("\n");
    const parts = split(`Here:\n\n\`\`\`ts\n${code}\n\`\`\`\nDone.`, 200);
    const inner = parts.flatMap((part) => [...part.matchAll(/```ts\n([\s\S]*?)\n```/g)].map(([, lines]) => lines));
    expect(inner.join("\n")).toBe(code);
    expect(parts.at(-1)).toMatch(/\n```\nDone\.$/);
  });

  test("goes on in its list with the right number", () => {
    const text = Array.from({ length: 12 }, (_, item) => `1. item ${item} of the list`).join("\n");
    const parts = split(text, 100);
    expect(parts.length).toBeGreaterThan(2);
    expect(parts.join("\n")).toBe(
      Array.from({ length: 12 }, (_, item) => `${item + 1}. item ${item} of the list`).join("\n"),
    );
  });

  test("goes on in its quote", () => {
    const parts = split(`> ${"Ein Satz im Zitat. ".repeat(20)}`, 100);
    expect(parts.length).toBeGreaterThan(3);
    for (const part of parts) expect(part).toMatch(/^> Ein/);
  });

  test("goes on in its table below the same head", () => {
    const rows = Array.from({ length: 30 }, (_, row) => `| row ${row} | ${row} |`).join("\n");
    const parts = split(`| Name | N |\n|---|--:|\n${rows}`, 200);
    expect(parts.length).toBeGreaterThan(2);
    for (const part of parts) expect(part).toMatch(/^```\nName\s+\|\s+N\n/);
  });

  test("goes on in bold", () => {
    const parts = split(`**${"sehr wichtig und fett ".repeat(10)}Ende**`, 300);
    for (const part of split(`**${"sehr wichtig ".repeat(6)}Ende** danach noch etwas Text`, 100)) {
      expect((part.match(/\*\*/g) ?? []).length % 2).toBe(0);
    }
    expect(parts).toHaveLength(1);
  });

  test("is cut before a link or bold words rather than within", () => {
    const parts = split(`${"wort ".repeat(14)}**drei fette Worte** und [ein Link](https://known.test/a) danach`, 100);
    expect(parts.join(" ")).toContain("**drei fette Worte**");
    expect(parts.join(" ")).toContain("ein Link (<https://known.test/a>)");
  });

  test("keeps a heading with what it is above", () => {
    const parts = split(`${"Ein Satz. ".repeat(7)}\n\n## Kopf\n\n${"Noch ein Satz. ".repeat(6)}`, 120);
    expect(parts.find((part) => part.includes("## Kopf"))).toMatch(/^## Kopf\n/);
  });
});

describe("a text of any size", () => {
  test.each(["", " \n\t\n", "\u200b\u202e"])("that is blank has no parts: %j", (text) => {
    expect(split(text)).toEqual([]);
  });

  test("of one sign that is longer than what is shown of it is not cut within a character", () => {
    expect(split("```🏴󠁧󠁢󠁥󠁮󠁧󠁿", 64).flatMap((part) => faultsIn(part, 64))).toEqual([]);
  });

  test.each(["*", ">", "> ", "`", "[", "\n", "a", "- ", "\\", "👩‍👩‍👧‍👦", "\u0301", "http://", "```\n"])(
    "is read in windows of bounded length: %j",
    (sign) => {
      let longest = 0;
      let all = 0;
      const counted: Dialect = {
        ...discordDialect,
        text: (value, atLineStart) => {
          longest = Math.max(longest, value.length);
          all += value.length;
          return discordDialect.text(value, atLineStart);
        },
      };
      const text = sign.repeat(Math.ceil(8_000 / sign.length));
      for (const part of split(text, 2000, counted)) expect(part.length).toBeLessThanOrEqual(2000);
      // An address that is only to be read is longer than it was.
      expect(longest).toBeLessThanOrEqual(3 * 2000);
      expect(all).toBeLessThanOrEqual(text.length * 6);
    },
  );
});
