import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { secretNames, variableNames } from "../src/config/environment.ts";
import { helplinesAsOf, helpRegions } from "../src/core/safety/helplines.ts";

const read = (page: string): string => readFileSync(page, "utf8");

const pages = [
  ...readdirSync(".").filter((name) => name.endsWith(".md")),
  ...readdirSync("docs", { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".md"))
    .map((name) => join("docs", name)),
];

const captured = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, group]) => group ?? "");

/** What the pattern captures and the page has no right to name, each with its page. */
const wrong = (pattern: RegExp, right: (name: string, page: string) => boolean): readonly string[] =>
  pages.flatMap((page) =>
    captured(read(page), pattern)
      .filter((name) => !right(name, page))
      .map((name) => `${page}: ${name}`),
  );

const links = /\]\((?!https?:)([^)#\s]+)[^)]*\)/g;

test("the pages name only files that exist", () => {
  const paths = /`((?:src|commands|plugins|prisma|tests|docs|proofs|bench|examples|\.ci)\/[\w./-]*)`/g;
  expect(wrong(paths, (path) => existsSync(path))).toEqual([]);
});

test("the pages link only to pages that exist", () => {
  expect(wrong(links, (link, page) => existsSync(join(dirname(page), link)))).toEqual([]);
});

test("the pages name only npm scripts that exist", () => {
  const { scripts } = JSON.parse(read("package.json"));
  expect(wrong(/npm run ([a-z][\w-]*)/g, (script) => script in scripts)).toEqual([]);
});

test.each(["README.md", ".env.example"])("%s names every variable that is read", (page) => {
  expect(variableNames.filter((name) => !read(page).includes(name))).toEqual([]);
});

test("README.md marks as a secret what is one, and nothing else", () => {
  const marked = captured(read("README.md"), /^\| `(\w+)` \(secret\)/gm);
  expect([...marked].sort()).toEqual([...secretNames].sort());
});

test("every decision is listed", () => {
  const decisions = readdirSync("docs/adr").filter((name) => /^\d/.test(name));
  expect([...captured(read("docs/adr/README.md"), links)].sort()).toEqual(decisions.sort());
});

test("docs/safety.md tells of when the helplines are, and the countries whose lines are known", () => {
  const page = read("docs/safety.md");
  expect(page).toContain(helplinesAsOf);
  expect(helpRegions.filter((region) => !page.includes(region))).toEqual([]);
});

test("docs/platforms.md names a story that exists in every cell that is not empty", () => {
  const told = (folder: string, so: (name: string) => boolean): readonly string[] =>
    readdirSync(folder)
      .filter((name) => name.endsWith(".test.ts") && so(name))
      .flatMap((name) => captured(read(join(folder, name)), /^ *test\(\s*"(.*)",/gm));
  const of = (platform: string) => told("tests/stories", (name) => name.startsWith(platform));
  const inTerminal = told("tests/stories", (name) => !/^(discord|slack)/.test(name));
  const onSlack = [...of("slack"), ...told("tests/platforms/slack", () => true)];
  const columns = Object.entries({ console: inTerminal, Discord: of("discord"), Slack: onSlack });
  const [head = "", ...rows] = read("docs/platforms.md")
    .split("\n")
    .filter((line) => line.startsWith("| "));
  const cells = (row: string): readonly string[] =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim());
  expect(cells(head)).toEqual(["what", ...columns.map(([name]) => name)]);
  expect(rows.length).toBeGreaterThan(10);
  for (const [what, ...there] of rows.map(cells))
    columns.forEach(([name, stories], at) => {
      expect(["", ...stories], `${what}, ${name}`).toContain(there[at]);
    });
});
