import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { calling, callsOf } from "../../../../src/platforms/shared/markdown/calling.ts";
import { settledOf } from "../../../../src/platforms/shared/markdown/settled.ts";
import { openPartOf, partsOf } from "../../../../src/platforms/shared/markdown/split.ts";
import { slackDialect } from "../../../../src/platforms/slack/markdown.ts";
import { standardMarkdown } from "../../../../src/platforms/slack/standard-markdown.ts";

const commands = ["help", "journal write", "journal list", "session new"].map((name) => ({ name }));
const calls = callsOf(commands, (command) => `/${command.startsWith("help") ? "" : "familiar "}${command}`);
const context = { dialect: calling(slackDialect, calls), known: () => false };

describe("a command is called as people type it on the platform", () => {
  test.each([
    ["with what stands behind it", "/journal write and some words", "/familiar journal write and some words"],
    ["before a full stop", "Try /session new.", "Try /familiar session new."],
    ["in brackets and quotes", "(/journal list) “/journal”", "(/familiar journal list) “/familiar journal”"],
    ["where it is called by its own name", "/help shows them", "/help shows them"],
    ["unless it is none of ours", "/invite me, /journals", "/invite me, /journals"],
    ["unless it is called so already", "/familiar journal list", "/familiar journal list"],
    ["and a path or an address is none", "/journal/x home/journal a.b/session", "/journal/x home/journal a.b/session"],
  ])("%s", (_, text, expected) => {
    expect(calls.inWords(text)).toBe(expected);
  });

  test("also in bold, in a list and in code within a line, and not in a block of code", () => {
    const text = "- **/journal list**\n- `/session new`\n\n```\n/journal list\n```";
    const seen = partsOf(text, { ...context, limit: 1_000 }).join("\n");
    expect(seen.replaceAll("\u200b", "")).toBe(
      "• */familiar journal list*\n• `/familiar session new`\n\n```\n/journal list\n```",
    );
  });

  test("and no part grows longer by it than a part may be", () => {
    const call = fc.constantFrom("/journal list ", "/session new\n\n", "`/journal`", "or ", "/");
    fc.assert(
      fc.property(fc.array(call, { minLength: 40, maxLength: 400 }), (words) => {
        for (const part of partsOf(words.join(""), { ...context, limit: 200 })) expect(part.length).toBeLessThan(201);
      }),
      { numRuns: 200 },
    );
  });

  test("and what grows is still a beginning of what it becomes", () => {
    const growing = { ...context, dialect: calling(standardMarkdown, calls) };
    const settled = (text: string): string => settledOf(openPartOf(text, { ...context, limit: 100_000 }), growing);
    const word = fc.constantFrom(
      "/journal",
      "/session new,",
      "list",
      "**or",
      "it**",
      "/help.",
      "and/or\n\n",
      "- /help",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 30 }), fc.nat(), (words, cut) => {
        const text = words.join(" ");
        expect(settled(text).startsWith(settled(text.slice(0, cut % (text.length + 1))))).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
